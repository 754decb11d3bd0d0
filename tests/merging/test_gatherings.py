"""What sort of gathering two reports tell of speaks for or against one event."""

import pytest

from tests.merging.reports import report
from tests.merging.test_similarity import joined, weight


@pytest.mark.parametrize("sort", ["assembly", "board", "council"])
def test_whom_a_gathering_elects_is_told_of_the_gathering(sort: str) -> None:
    told = report("a", kind="appointment", formats=(sort,))
    assert weight("kind", told, report("b", kind="meeting", formats=(sort,))) > 0
    assert weight("kind", report("c", kind="appointment"), report("d", kind="meeting")) < 0


def test_heads_of_government_gather_and_a_president_receives_them() -> None:
    governments = frozenset({"government"})
    session = report("a", portfolios=governments)
    signed = report("b", portfolios=governments, formats=("signing",))
    received = report(
        "c",
        portfolios=governments,
        formats=("bilateral",),
        offices=frozenset({"head_of_state", "head_of_government"}),
    )
    assert joined(session, signed)
    assert not joined(session, received)
    assert not joined(signed, received)


def test_the_year_of_a_capital_opens_in_ceremony_and_concert() -> None:
    year = frozenset({"capital", "culture"})
    opened = report("a", kind="ceremony", formats=("opening",), lead_topics=year)
    sung = report("b", kind="ceremony", formats=("concert",), lead_topics=year)
    closed = report("c", kind="ceremony", formats=("closing",), lead_topics=year)
    assert weight("format", opened, sung) > 0
    assert weight("format", closed, sung) > 0
    assert weight("format", opened, closed) < 0
    other = report("d", kind="ceremony", formats=("concert",), lead_topics=frozenset({"book"}))
    assert weight("format", opened, other) < 0


def test_ministers_of_one_field_are_met_one_by_one_and_gather_as_well() -> None:
    field = frozenset({"foreign"})
    gathered = [report(key, portfolios=field, together=True) for key in "ab"]
    met = [report(key, portfolios=field, formats=("bilateral",)) for key in "cd"]
    assert weight("portfolio", *gathered) > weight("portfolio", *met) > 0
    assert weight("portfolio", gathered[0], met[0]) < weight("portfolio", *met)


def test_a_minister_at_a_ceremony_of_a_capital_is_a_guest() -> None:
    field = frozenset({"youth"})
    gathered = report("a", portfolios=field, together=True, lead_topics=field)
    guest = report("b", portfolios=field, lead_topics=field | {"capital"})
    alone = report("c", portfolios=field, lead_topics=field)
    assert weight("portfolio", gathered, guest) < 0 < weight("portfolio", gathered, alone)


def test_a_board_is_called_a_council_as_well() -> None:
    board, council = (report(sort, formats=(sort,)) for sort in ("board", "council"))
    assert weight("format", board, council) > 0
    assert weight("format", board, report("c", formats=("summit",))) < 0


def test_what_the_wives_of_leaders_do_is_not_the_summit() -> None:
    wives = report("a", lead_topics=frozenset({"spouses"}))
    assert weight("level", wives, report("b", formats=("summit",))) < 0
    assert weight("level", wives, report("c", formats=("bilateral",))) < 0
    assert weight("level", wives, report("d", lead_topics=frozenset({"spouses"}))) == 0


def test_that_both_met_an_ambassador_tells_nothing() -> None:
    one, two = (
        report(key, formats=("bilateral",), offices=frozenset({"ambassador"})) for key in "ab"
    )
    assert weight("offices", one, two) == 0
