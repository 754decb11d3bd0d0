"""What moves an event to another day, in the languages of the field, and what only looks like
it."""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.extraction.event.cancellation import called_off
from bot.extraction.event.date_expressions import said
from bot.extraction.event.moves import Move, moved
from bot.extraction.facts import ArticleText
from bot.extraction.text.tagger import TaggedArticle, tag
from tests.defaults import READER

CORPUS = Path(__file__).parents[2] / "corpus"
PUBLISHED = date(2025, 9, 20)
UNDERSTOOD = 0.98

Row = tuple[str, list[str]]


def rows(name: str, table: str) -> Iterator[Row]:
    lists = tomllib.loads((CORPUS / name).read_text("utf-8"))[table]
    for language, listed in lists.items():
        for row in listed:
            yield language, row


def tagged(language: str, row: list[str]) -> TaggedArticle:
    cyrillic = language == "uz" and any("а" <= letter <= "я" for letter in row[1])
    code = "uz-Cyrl" if cyrillic else language
    article = ArticleText(row[0], row[1], PUBLISHED, language=language)
    return tag(article, READER.lexicon(code), code)


def claim(language: str, row: list[str]) -> Move | None:
    article = tagged(language, row)
    return moved(article, said(article, PUBLISHED), PUBLISHED)


def test_nearly_every_move_is_understood_with_its_old_day_and_its_new_one() -> None:
    listed = list(rows("moves.toml", "moves"))
    missed = []
    for language, row in listed:
        found = claim(language, row)
        if found is None or [str(found.old or ""), str(found.new.start)] != row[2:]:
            missed.append(row[1])
    assert len(listed) >= 60
    assert len(missed) <= (1 - UNDERSTOOD) * len(listed), missed


@pytest.mark.parametrize(("language", "row"), list(rows("moves.toml", "look_alikes")))
def test_what_moves_something_else_or_nothing_moves_no_event(language: str, row: list[str]) -> None:
    assert claim(language, row) is None


def test_a_days_stretch_in_a_headline_does_not_run_into_the_body() -> None:
    article = tagged("en", ["Summit on 8 October", "12 October is a holiday.", "", ""])
    assert [span.start.day for span in said(article, PUBLISHED)] == [8, 12]


def test_a_day_right_behind_moved_to_is_a_claim_though_no_old_day_is_named() -> None:
    found = claim("en", ["Film festival in Baku moved to 15–18 October", "TURKSOY said so."])
    assert found is not None
    assert (found.old, found.new.start) == (None, date(2025, 10, 15))


def test_nearly_every_cancellation_is_understood() -> None:
    listed = list(rows("cancellations.toml", "called_off"))
    missed = [row[1] for language, row in listed if not called_off(tagged(language, row))]
    assert len(missed) <= 1, missed


@pytest.mark.parametrize(("language", "row"), list(rows("cancellations.toml", "look_alikes")))
def test_a_rumour_a_denial_and_a_condition_call_nothing_off(language: str, row: list[str]) -> None:
    assert called_off(tagged(language, row)) is None
