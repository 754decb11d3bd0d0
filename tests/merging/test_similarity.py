"""What speaks for and against two reports being of one event."""

from datetime import timedelta
from typing import Any

import pytest

from bot.merging import similarity
from bot.merging.known_pairs import JOIN
from bot.merging.report import Report
from bot.merging.similarity import Evidence, resemblance
from tests.defaults import KNOWLEDGE
from tests.merging.reports import DAY, person, report


def score_pair(one: Report, two: Report) -> Evidence:
    return similarity.score_pair(one, two, KNOWLEDGE)


def joined(one: Report, two: Report) -> bool:
    return score_pair(one, two).score > JOIN


def weight(name: str, one: Report, two: Report) -> float:
    return sum(reason.weight for reason in score_pair(one, two).reasons if reason.name == name)


def test_day_town_and_a_telling_person_make_one_event_in_any_script() -> None:
    assert joined(report("a", "Elchin Muradli"), report("b", "Эльчин Мурадлы", language="ru"))


def test_the_head_of_an_organisation_tells_little() -> None:
    assert KNOWLEDGE.is_frequent_attendee("Кубанычбек Омуралиев")
    assert not KNOWLEDGE.is_frequent_attendee("Elchin Muradli")
    both = weight(
        "heads", report("a", "Kubanychbek Omuraliev"), report("b", "Kubanıçbek Ömüraliyev")
    )
    assert 0 < both < weight("people", report("a", "Elchin Muradli"), report("b", "Elçin Muradlı"))


def test_two_meetings_of_one_person_on_one_day_with_others_are_two() -> None:
    one = report("a", "Kubanychbek Omuraliev", "Gergely Szentmiklósi", "Tamás Erdélyi")
    two = report("b", "Kubanychbek Omuraliev", "Batyr Orazov", "Gülşat Annayeva")
    assert not joined(one, two)


def test_a_ministers_council_on_the_day_of_the_summit_is_not_the_summit() -> None:
    one = report(
        "a",
        "Rustam Kholmatov",
        kind="summit",
        formats=("summit",),
        lead_topics=frozenset({"water"}),
    )
    two = report(
        "b", "Azamat Beishenov", formats=("council", "summit"), lead_topics=frozenset({"foreign"})
    )
    assert not joined(one, two)


def test_this_years_edition_is_not_last_years() -> None:
    last_year = DAY - timedelta(days=364)
    old = report(
        "b",
        "Saule Zhantorina",
        start=last_year,
        end=last_year,
        days=frozenset({last_year}),
        published=last_year,
        numbers=frozenset({"31"}),
    )
    assert not joined(report("a", "Saule Zhantorina", numbers=frozenset({"31"})), old)


def test_the_fifth_session_is_not_the_sixth() -> None:
    one, two = report("a", ordinals=frozenset({5})), report("b", ordinals=frozenset({6}))
    assert (
        weight("ordinals", one, two)
        < 0
        < weight("ordinals", one, report("c", ordinals=frozenset({5})))
    )


def test_an_event_that_was_moved_is_one_when_the_news_names_both_days() -> None:
    later = DAY + timedelta(days=7)
    announced = report(
        "a",
        "Ikrom Saydaliev",
        "Elchin Muradli",
        tense="future",
        lead_topics=frozenset({"agriculture"}),
        topics=frozenset({"agriculture"}),
    )
    moved = report(
        "b", "Ikrom Saydaliev", "Elchin Muradli", start=later, end=later, days=frozenset({DAY,
        later}),
        lead_topics=frozenset({"agriculture"}), topics=frozenset({"agriculture"}),
    )  # fmt: skip
    assert joined(announced, moved)


def test_an_undated_report_fits_an_event_shortly_before_it() -> None:
    undated = {"start": None, "end": None, "days": frozenset[object](), "date_proof": None}
    after = report("b", "Elchin Muradli", published=DAY + timedelta(days=2), **undated)
    before = report("b", "Elchin Muradli", published=DAY - timedelta(days=4), **undated)
    assert weight("days", report(), after) > 0 > weight("days", report(), before)


def test_copies_of_one_text_are_one_event_whatever_was_read_from_them() -> None:
    one = report("a", sketch=tuple(range(40)))
    two = report("b", sketch=tuple(range(2, 42)), city_id=None, city=None, kind="other")
    assert resemblance(one, two) > 0.8
    assert joined(one, two)


def test_a_credit_to_the_other_outlet_counts() -> None:
    one, two = (
        report("a", outlet="steppewire.example"),
        report("b", outlet="kabar.example", credits=frozenset({"steppewire"})),
    )
    assert weight("credit", one, two) > 0


def test_a_misread_town_that_the_other_names_weighs_less_than_a_strange_one() -> None:
    base = report()
    strange = report("b", city_id="osh", cities=frozenset({"osh"}))
    crossed = report("b", city_id="osh", cities=frozenset({"osh", "budapest"}))
    assert weight("town", base, strange) < weight("town", base, crossed) <= 0


@pytest.mark.parametrize(
    "two",
    [
        report("b"),
        report("b", "Elchin Muradli", start=None, end=None),
        report("b", kind="summit", city_id=None),
    ],
)
def test_evidence_is_the_same_both_ways_round(two: Report) -> None:
    one = report("a", "Эльчин Мурадлы")
    assert score_pair(one, two) == score_pair(two, one)


def test_every_reason_says_what_was_compared() -> None:
    evidence = score_pair(report("a", "Elchin Muradli"), report("b", "Elçin Muradlı"))
    assert {"days", "town", "kind", "people"} <= {reason.name for reason in evidence.reasons}
    assert all(reason.detail for reason in evidence.reasons)


def test_presidents_come_to_every_summit_and_tell_little() -> None:
    leader = person("Viktor Orbán", "Prime Minister", "Hungary")
    other = person("Elchin Muradli", "deputy minister", "Azerbaijan")
    ministers, leaders = (
        weight("people", report("a", people=(one,)), report("b", people=(one,)))
        for one in (other, leader)
    )
    assert ministers > leaders == 0
    assert weight("heads", report("a", people=(leader,)), report("b", people=(leader,))) > 0
    assert KNOWLEDGE.leads_a_state("President", "Kazakhstan")
    assert not KNOWLEDGE.leads_a_state("President", "Turkic Academy")


def test_a_claim_of_a_move_finds_the_event_on_its_old_day() -> None:
    later = DAY + timedelta(days=30)
    moved = report("b", start=later, end=later, move_proof="It is moved.", moved_from=DAY)
    assert weight("days", report("a"), moved) > 0
    assert weight("days", report("a"), report("b", start=later, end=later)) < 0


def test_health_is_not_agriculture_and_a_session_is_not_the_reception_of_its_guests() -> None:
    health = report("a", portfolios=frozenset({"health"}), ordinals=frozenset({5}))
    farms = report("b", portfolios=frozenset({"agriculture"}))
    assert weight("portfolio", health, farms) < 0 < weight("portfolio", health, health)
    received = report("c", formats=("bilateral",), portfolios=frozenset({"health"}))
    assert weight("format", health, received) < 0
    assert weight("portfolio", health, received) == 0


def test_who_names_the_field_but_not_its_ministers_may_speak_of_their_meeting() -> None:
    ministers = report("a", formats=("council",), portfolios=frozenset({"energy"}))
    silent = report("b", lead_topics=frozenset({"culture"}))
    naming = report("c", lead_topics=frozenset({"energy"}))
    firms = report("d", formats=("forum",), lead_topics=frozenset({"energy"}))
    assert weight("portfolio", ministers, naming) > weight("portfolio", ministers, silent)
    assert weight("portfolio", ministers, firms) == weight("portfolio", ministers, silent)


def test_delegates_of_different_fields_come_to_one_board() -> None:
    board = {"formats": ("board",), "together": True}
    one = report("a", "Elchin Muradli", portfolios=frozenset({"economy"}), **board)
    two = report("b", "Batyr Orazov", portfolios=frozenset({"finance"}), **board)
    assert weight("portfolio", one, two) == 0
    assert weight("people", one, two) > weight(
        "people", report("a", "Elchin Muradli"), report("b", "Batyr Orazov")
    )


def test_a_town_that_the_catalogue_lacks_may_be_the_others_spelt_otherwise() -> None:
    here = report("a", city="Eskişehir", city_id="eskisehir")
    spelt = report("b", city="Ескішеһір", city_id="?SKSKR", cities=frozenset())
    strange = report("c", city="Қарабұлақ", city_id="?KRBLK", cities=frozenset())
    assert weight("town", here, spelt) == weight("town", here, here) > 0
    assert weight("town", here, strange) < 0


def test_an_outlook_written_soon_after_may_speak_of_the_event() -> None:
    held = report("a")
    ahead: dict[str, Any] = {"start": None, "end": None, "tense": "future", "days": frozenset()}
    soon = report("b", published=DAY + timedelta(days=6), **ahead)
    late = report("c", published=DAY + timedelta(days=30), **ahead)
    assert weight("days", held, late) < weight("days", held, soon) < 0


def test_a_visit_is_a_meeting_of_two_as_well() -> None:
    met = report("a", formats=("bilateral",))
    assert weight("format", met, report("b", kind="visit")) == 0
    assert weight("format", met, report("b", kind="meeting")) < 0


def test_what_a_gathering_signed_or_whom_it_chose_is_hardly_another_event() -> None:
    gathering = report("a", kind="meeting")
    for act in ("statement", "agreement", "appointment"):
        told = weight("kind", gathering, report("b", kind=act))
        assert weight("kind", gathering, report("c", kind="festival")) < told < 0


def test_a_ministers_name_alone_speaks_less_against_than_two_long_lists() -> None:
    short = weight("people", report("a", "Elchin Muradli"), report("b", "Batyr Orazov"))
    long = weight(
        "people",
        report("a", "Elchin Muradli", "Ikrom Saydaliev"),
        report("b", "Batyr Orazov", "Azamat Beishenov"),
    )
    assert long < short < 0


def test_the_same_two_who_met_are_one_meeting_and_others_another() -> None:
    def talks(key: str, *names: str) -> Report:
        people = tuple(person(name, "President", "Kazakhstan") for name in names)
        return report(key, formats=("bilateral",), people=people)

    one = talks("a", "Sadyr Japarov", "Shavkat Mirziyoyev")
    again = talks("b", "Шавкат Мирзиёев", "Садыр Жапаров")
    other = talks("c", "Sadyr Japarov", "Ilham Aliyev")
    assert weight("sides", one, other) < 0 < weight("sides", one, again)


def test_who_signs_with_somebody_else_signs_something_else() -> None:
    def signed(key: str, *names: str) -> Report:
        people = tuple(person(name, "chair", "Altyn Bank") for name in names)
        return report(key, formats=("signing",), people=people)

    one = signed("a", "Olga Stern", "Mark Bauer")
    assert weight("sides", one, signed("b", "Olga Stern", "Kemal Aydin")) < 0
    assert weight("sides", one, signed("b", "Mark Bauer", "Olga Stern")) > 0
    assert weight("sides", one, signed("b", "Olga Stern", "Kemal Aydin", "Ayla Demir")) == 0


def test_what_is_held_on_the_sidelines_is_not_the_whole() -> None:
    whole = report("a", kind="summit", formats=("summit",))
    assert weight("part", whole, report("b", umbrella=True)) < 0
    assert weight("part", whole, report("b", formats=("summit",), umbrella=True)) == 0


def test_leaders_gather_or_ministers_do() -> None:
    leaders = report("a", lead_topics=frozenset({"leaders"}))
    assert weight("level", leaders, report("b", portfolios=frozenset({"foreign"}))) < 0


def test_agreement_on_what_is_rare_counts_for_more() -> None:
    busy = weight("organisations", report("a"), report("b"))
    rare = ("turkic-fund",)
    fund = weight("organisations", report("a", organizations=rare), report("b", organizations=rare))
    assert fund > busy
    fairs = report("a", formats=("exhibition",)), report("b", formats=("exhibition",))
    summits = report("a", formats=("summit",)), report("b", formats=("summit",))
    assert weight("format", *fairs) > weight("format", *summits)


def test_each_body_sends_observers_of_its_own_to_an_election() -> None:
    one = report("a", kind="election", organizations=("ots",))
    two = report("b", kind="election", organizations=("turkpa",))
    assert not joined(one, two)


def test_a_speaker_was_met_or_a_minister() -> None:
    one, two = (
        report(key, formats=("bilateral",), offices=frozenset({office}))
        for key, office in (("a", "speaker"), ("b", "minister"))
    )
    assert weight("offices", one, two) < 0 < weight("offices", one, one)


def test_a_minister_among_the_guests_of_a_concert_makes_it_no_ministers_meeting() -> None:
    one = report("a", kind="ceremony", portfolios=frozenset({"culture"}))
    two = report("b", kind="ceremony")
    assert weight("portfolio", one, two) == 0


def test_a_common_idea_tells_less_than_a_rare_one() -> None:
    rare, common = (
        weight(
            "topics",
            report("a", lead_topics=frozenset({topic}), topics=frozenset({topic})),
            report("b", lead_topics=frozenset({topic}), topics=frozenset({topic})),
        )
        for topic in ("railway", "business")
    )
    assert rare > common > 0


def test_a_minister_who_opens_a_camp_alone_is_a_guest_there() -> None:
    field = frozenset({"youth"})
    camp = report("a", formats=("course",), portfolios=field)
    session = report("b", portfolios=field, together=True)
    assert weight("portfolio", camp, session) < 0 < weight("portfolio", session, session)


def test_what_a_body_always_deals_with_softens_that_the_rest_differs() -> None:
    painters = frozenset({"art", "crafts"}), frozenset({"art", "photo"})
    crafts, photo = (
        report(key, organizations=("turksoy",), lead_topics=topics, topics=topics)
        for key, topics in zip("ab", painters, strict=True)
    )
    bare = (
        report(key, organizations=("turksoy",), lead_topics=topics - {"art"}, topics=topics)
        for key, topics in zip("cd", painters, strict=True)
    )
    assert weight("topics", crafts, photo) > weight("topics", *bare)


def test_ministers_who_gather_meet_whatever_they_decide_to_hold() -> None:
    gather = {"portfolios": frozenset({"sport"}), "together": True}
    games = report("a", kind="festival", **gather)
    assert weight("kind", games, report("b", **gather)) > 0
    assert weight("kind", report("c", kind="festival"), report("b", **gather)) < 0


def test_two_visits_of_one_guest_months_apart_are_two_though_no_day_is_told() -> None:
    guest = person("Kubanychbek Omuraliev", "Secretary General", "OTS")
    host = person("Elchin Muradli", "minister", "Azerbaijan")
    told: dict[str, Any] = {
        "people": (guest, host),
        "formats": ("bilateral",),
        "end": None,
        "days": frozenset(),
    }
    autumn = report("a", start=None, **told)
    winter = report("b", start=None, published=DAY + timedelta(days=98), **told)
    assert not joined(autumn, winter)
    assert not joined(report("c", **{**told, "end": DAY, "days": frozenset({DAY})}), winter)
    assert joined(autumn, report("d", start=None, published=DAY + timedelta(days=1), **told))


def test_experts_who_prepare_what_ministers_decide_are_another_gathering() -> None:
    transport = frozenset({"transport"})
    told: dict[str, Any] = {"portfolios": transport, "lead_topics": transport}
    ministers = report("a", offices=frozenset({"minister"}), together=True, **told)
    experts = report("b", formats=("group",), **told)
    others = report("c", formats=("group",), **told)
    assert not joined(ministers, experts)
    assert joined(experts, others)


def test_who_is_introduced_in_one_report_may_be_called_by_the_surname_in_another() -> None:
    whole = report("a", "Elchin Muradli")
    called = report("b", names=frozenset({"NRTL"}))
    assert weight("people", whole, called) > 0
    assert weight("people", whole, report("c", names=frozenset({"KRBN"}))) == 0
    listed = report("d", "Oleg Petrov", "Ivan Sidorov", names=frozenset({"NRTL"}))
    assert weight("people", report("e", "Elchin Muradli", "Aidar Beishenov"), listed) > 0


def test_of_a_festival_each_outlet_names_the_artist_of_its_country() -> None:
    def against(kind: str) -> float:
        one = report("a", "Nigar Huseynli", kind=kind)
        return weight("people", one, report("b", "Altynai Satova", kind=kind))

    assert against("meeting") < against("festival") < 0
