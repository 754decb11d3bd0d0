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
