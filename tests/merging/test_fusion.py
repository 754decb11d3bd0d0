"""The sum of an event's reports: the trustworthy majority, with proof; what disagrees is kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import permutations

from bot.merging import fusion
from bot.merging.fusion import Summary
from bot.merging.report import Report
from tests.defaults import KNOWLEDGE
from tests.merging.reports import DAY, person, report

LATER = DAY + timedelta(days=1)


def summary(reports: Sequence[Report]) -> Summary:
    return fusion.summary(reports, KNOWLEDGE)


def test_the_days_that_most_say_win_and_the_others_are_kept() -> None:
    wrong = report("c", start=LATER, end=LATER, days=frozenset({LATER}))
    whole = summary([report("a"), report("b"), wrong])
    assert whole.dated is not None
    assert whole.dated.event.start == DAY
    assert whole.disagreements["days"] == {str(DAY): ("a", "b"), str(LATER): ("c",)}


def test_copies_of_one_text_have_one_voice() -> None:
    copies = [
        report(key, start=LATER, end=LATER, days=frozenset({LATER}), sketch=tuple(range(40)))
        for key in ("x", "y", "z")
    ]
    whole = summary([report("a", sketch=(1000,)), report("b", sketch=(2000,)), *copies])
    assert whole.dated is not None
    assert whole.dated.event.start == DAY


def test_an_organisations_own_site_counts_double_and_leads() -> None:
    own = report(
        "z",
        outlet="turkicstates.org",
        title="Its own name",
        city_id="osh",
        city="Osh",
        cities=frozenset({"osh"}),
    )
    whole = summary([report("a", headline="A meeting", title="A meeting"), own])
    assert whole.lead is own
    assert whole.placed is own


def test_news_of_a_move_has_the_last_word_on_days_ahead() -> None:
    moved = report(
        "b",
        tense="future",
        start=LATER,
        end=LATER,
        move_proof="The meeting is moved from 21 May to 22 May.",
        moved_from=DAY,
        published=DAY - timedelta(days=2),
    )
    announced = [
        report(key, tense="future", published=DAY - timedelta(days=9)) for key in ("a", "c", "d")
    ]
    whole = summary([*announced, moved])
    assert whole.dated is moved
    assert whole.tense == "future"


def test_reports_that_look_back_know_the_day_best() -> None:
    announced = [
        report(key, tense="future", start=LATER, end=LATER, days=frozenset({LATER}))
        for key in ("b", "c")
    ]
    whole = summary([report("a"), *announced])
    assert whole.dated is not None
    assert (whole.dated.key, whole.tense) == ("a", "past")


def test_somebody_is_told_as_the_report_with_the_office_tells_them() -> None:
    plain = report("a", "Эльчин Мурадлы", language="ru")
    full = report("b", people=(person("Elchin Muradli", "deputy minister", "Azerbaijan"),))
    (one,) = summary([plain, full]).people
    assert (one.person.name, one.person.role, one.report) == (
        "Elchin Muradli",
        "deputy minister",
        "b",
    )
    assert set(one.spellings) == {("Elchin Muradli", "en"), ("Эльчин Мурадлы", "ru")}


def test_who_attended_by_any_report_attended_and_comes_first() -> None:
    absent = report(
        "a",
        people=(person("Batyr Orazov", attended=False), person("Elchin Muradli", attended=False)),
    )
    there = report("b", people=(person("Elchin Muradli"),))
    assert [(one.person.name, one.person.attended) for one in summary([absent, there]).people] == [
        ("Elchin Muradli", True),
        ("Batyr Orazov", False),
    ]


def test_organisations_of_most_reports_come_first() -> None:
    reports = [report("a", organizations=("turksoy", "ots")), report("b"), report("c")]
    assert summary(reports).organizations == ("ots", "turksoy")


def test_the_order_of_reports_makes_no_difference() -> None:
    reports = [
        report("a", "Elchin Muradli"),
        report("b", "Batyr Orazov", kind="visit"),
        report("c", "Elçin Muradlı", start=LATER, end=LATER),
    ]
    assert len({str(summary(order)) for order in permutations(reports)}) == 1


def test_somebody_whom_one_report_names_in_two_ways_is_one() -> None:
    (one,) = summary([report("a", "Elchin Muradli", "Elçin Muradlı")]).people
    assert len(one.spellings) == 2


def test_a_name_without_a_surname_is_the_only_one_that_it_can_be() -> None:
    full = report("a", people=(person("Nurlan Sadykov", "President", "Kazakhstan"),))
    called = report("b", "Нурлан Азаматұлы", language="kk")
    (one,) = summary([called, full]).people
    assert (one.person.name, len(one.spellings)) == ("Nurlan Sadykov", 2)


def test_of_two_of_one_given_name_neither_is_who_is_called_by_the_fathers() -> None:
    full = report("a", "Nurlan Sadykov", "Nurlan Orazov")
    called = report("b", "Нурлан Азаматұлы", language="kk")
    assert len(summary([called, full]).people) == 3


def test_who_is_called_by_the_fathers_name_in_an_office_may_bear_it() -> None:
    full = report("a", "Nurlan Sadykov")
    called = report("b", people=(person("Нурлан Азаматұлы", "rector"),), language="kk")
    assert len(summary([called, full]).people) == 2


def test_an_office_with_its_country_tells_more_than_one_without() -> None:
    bare = report("a", people=(person("Nurlan Sadykov", "President"),))
    full = report("b", people=(person("Nurlan Sadykov", "President", "Kazakhstan"),))
    (one,) = summary([bare, full]).people
    assert one.person.affiliation == "Kazakhstan"


def test_equals_are_told_apart_by_what_stays_the_same_and_not_by_their_keys() -> None:
    one = {
        "outlet": "a.example",
        "headline": "One",
        "people": (person("Erlan Kasymov", "Minister"),),
    }
    other = {
        "outlet": "b.example",
        "headline": "Other",
        "people": (person("Yerlan Kasymov", "Minister"),),
    }
    whole = summary([report("1", **one), report("2", **other)])
    again = summary([report("2", **one), report("1", **other)])
    assert whole.lead.headline == again.lead.headline == "One"
    assert whole.people[0].person.name == again.people[0].person.name == "Erlan Kasymov"


def test_an_office_with_its_body_goes_before_a_bare_one_in_the_events_language() -> None:
    bare = report("a", language="en", people=(person("Erlan Kasymov", "head of state"),))
    whole = report("b", language="tr", people=(person("Erlan Kasymov", "President", "Kazakhstan"),))
    assert summary([bare, whole]).people[0].person.affiliation == "Kazakhstan"


def test_who_presides_by_any_report_presides_in_the_office_that_is_told_best() -> None:
    chairs = replace(person("Erlan Kasymov", "President"), moderator=True, presides=True)
    told = person("Erlan Kasymov", "President", "Kazakhstan")
    (present,) = summary([report("a", people=(chairs,)), report("b", people=(told,))]).people
    assert (present.person.affiliation, present.person.presides) == ("Kazakhstan", True)


def test_who_wrote_by_one_report_and_came_by_another_came() -> None:
    wrote = replace(person("Erlan Kasymov", "President", attended=False), by_message=True)
    named = person("Erlan Kasymov", "President", "Kazakhstan", attended=False)
    came = person("Erlan Kasymov", "President", "Kazakhstan")
    (present,) = summary([report("a", people=(wrote,)), report("b", people=(named,))]).people
    assert (present.person.affiliation, present.person.by_message) == ("Kazakhstan", True)
    (present,) = summary([report("a", people=(wrote,)), report("b", people=(came,))]).people
    assert (present.person.attended, present.person.by_message) == (True, False)


def test_who_chairs_is_told_by_his_office_where_another_report_tells_it() -> None:
    chairs = replace(person("Erlan Kasymov"), moderator=True)
    told = person("Erlan Kasymov", "President", "Kazakhstan")
    (present,) = summary([report("a", people=(chairs,)), report("b", people=(told,))]).people
    assert (present.person.role, present.person.moderator) == ("President", False)
