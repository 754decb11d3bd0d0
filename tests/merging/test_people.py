"""Who was there tells one event from another, though a name is left out or not read."""

import pytest

from bot.merging.people import same_name
from tests.merging.reports import person, report
from tests.merging.test_similarity import joined, weight

TWO = ("bilateral",)
HEAD = "Kubanychbek Omuraliev"


def test_a_surname_alone_is_met_by_a_full_name() -> None:
    assert same_name("Muradli", "Elçin Muradlı")
    assert not same_name("Muradli", "Elçin Abbasov")


def test_who_stands_in_a_text_by_an_unread_surname_is_another_than_whom_one_met() -> None:
    met = report("a", HEAD, "Elchin Muradli", formats=TWO)
    other = report("b", HEAD, formats=TWO, names=frozenset({"KLPFSK"}))
    assert weight("sides", met, other) < -2
    same = report("c", HEAD, formats=TWO, names=frozenset({"NRTL"}))
    assert weight("people", met, same) > 0
    assert weight("sides", met, same) >= 0


def test_of_ministers_who_gather_each_outlet_names_its_own() -> None:
    ours = report("a", "Elchin Muradli", formats=TWO, together=True)
    theirs = report("b", formats=TWO, together=True, names=frozenset({"KLPFSK"}))
    assert weight("sides", ours, theirs) == 0


def test_a_leader_by_the_surname_alone_tells_less_than_another_guest() -> None:
    leader = person("Sadyr Japarov", "President", "Kyrgyzstan")
    read = report("a", people=(leader,))
    called = report("b", names=frozenset({"SPRF"}))
    assert weight("people", read, called) == 0
    guest = report("c", "Elchin Muradli")
    by_surname = weight("people", guest, report("d", names=frozenset({"NRTL"})))
    assert 0 < weight("heads", read, called) < by_surname


def test_a_head_whose_whole_name_was_not_read_is_there_too() -> None:
    read = report("a", "Ramil Hasan")
    whole = report("b", names=frozenset({"RNL", "KSN"}))
    assert weight("heads", read, whole) > 0
    assert weight("heads", read, report("c", names=frozenset({"KSN"}))) == 0


def test_two_who_met_are_the_same_by_their_surnames_too() -> None:
    read = report("a", HEAD, "Elchin Muradli", formats=TWO)
    called = report("b", formats=TWO, names=frozenset({"NRLF", "NRTL"}))
    assert weight("sides", read, called) > 2
    one_alone = report("c", formats=TWO, names=frozenset({"NRLF"}))
    assert weight("sides", read, one_alone) <= 0


def test_somebody_read_by_the_surname_alone_is_called_so() -> None:
    ours = report("a", "Muradli", formats=TWO)
    assert weight("people", ours, report("b", formats=TWO, names=frozenset({"NRTL"}))) > 0


def test_a_head_in_a_case_form_is_no_other_side() -> None:
    met = report("a", HEAD, "Elchin Muradli", formats=TWO)
    of_nobody, of_a_head = (frozenset[str](), frozenset({"RNKLFN"}))
    silent, telling = (
        report("b", HEAD, formats=TWO, names=names) for names in (of_nobody, of_a_head)
    )
    assert weight("sides", met, telling) == weight("sides", met, silent)


def test_the_words_of_a_heads_name_are_no_rare_words() -> None:
    one, two = (report(key, names=frozenset({"RNKLF"})) for key in "ab")
    assert weight("names", one, two) == 0
    one, two = (report(key, names=frozenset({"RNKLFSK"})) for key in "ab")
    assert weight("names", one, two) > 0


@pytest.mark.parametrize(("field", "same"), [("agriculture", True), (None, False)])
def test_a_head_meets_many_and_what_tells_nothing_of_whom_joins_none(
    field: str | None, *, same: bool
) -> None:
    topics = frozenset({field} if field else ())
    one, two = (
        report(
            key,
            HEAD,
            formats=TWO,
            lead_topics=topics,
            topics=topics,
            days=frozenset(),
            start=None,
            end=None,
        )
        for key in "ab"
    )
    assert joined(one, two) is same
