"""What crosses to a worker comes out there as it went in, and leaves nothing behind."""

from dataclasses import dataclass
from datetime import date

import pytest

from bot.runtime.wire import Wire


@dataclass(frozen=True, slots=True)
class Page:
    title: str
    day: date | None
    names: frozenset[str]


PAGE = Wire(Page)
ONE = Page("Ankara'da \u201czirve\u201d", date(2024, 5, 6), frozenset({"Айгүл", "Ömer"}))


def test_what_is_unpacked_is_what_was_packed() -> None:
    assert PAGE.unpack(PAGE.pack(ONE)) == ONE


def test_no_string_is_kept_for_the_next_time() -> None:
    first, second = PAGE.unpack(PAGE.pack(ONE)), PAGE.unpack(PAGE.pack(ONE))
    assert first.title is not second.title


@pytest.mark.parametrize("data", [b"", b"[]", b"[{}]", b'["a"]', b"{"])
def test_what_is_of_another_kind_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="validation error"):
        PAGE.unpack(data)
