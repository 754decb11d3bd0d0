"""What the bot shows in one language is found by it, whatever language the articles are in."""

from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from bot.commands.search_question import SearchQuestions, nearly_found
from config.catalogue_loader import load_catalogue
from storage.database import Database
from tests.commands.search_library import fill

ENOUGH, ENOUGH_UNSEEN = 0.97, 0.95
"""Share of the questions that find all they should: of those looked at, and of the others."""

Query = tuple[str, str, str, tuple[str, ...]]


def _read(name: str) -> list[Query]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()
    queries = []
    for row in lines:
        if not row.startswith("#"):
            language, sort, question, wanted = (part.strip() for part in row.split("|"))
            queries.append((language, sort, question, tuple(wanted.split(", "))))
    return queries


@pytest.mark.parametrize(
    ("name", "enough"),
    [("search_queries.txt", ENOUGH), ("search_queries_kept.txt", ENOUGH_UNSEEN)],
    ids=["looked at", "kept out of tuning"],
)
def test_nearly_every_question_finds_what_it_should(
    database: Database, now: datetime, name: str, enough: float
) -> None:
    ids, questions = fill(database, now), SearchQuestions(load_catalogue())
    asked = _read(name)
    missed: list[str] = []
    sorts = Counter[str]()
    with database.transaction() as session:
        for language, sort, question, wanted in asked:
            shown = nearly_found(session, questions, question, limit=10).ids
            lacking = [key for key in wanted if ids[key] not in shown]
            if lacking:
                sorts[sort] += 1
                missed.append(f"{language} {sort} «{question}» lacks {', '.join(lacking)}")
    share = 1 - len(missed) / len(asked)
    # The figure of each half is to be read, also where it holds.
    print(f"{share:.3f} of {len(asked)} questions find all that they should")  # noqa: T201
    print("\n".join(missed))  # noqa: T201
    assert share >= enough, "\n".join(missed)


def test_a_word_that_no_event_holds_is_left_out_and_named(
    database: Database, now: datetime
) -> None:
    ids, questions = fill(database, now), SearchQuestions(load_catalogue())
    with database.transaction() as session:
        answer = nearly_found(session, questions, "opera qwertyuiop Bishkek", limit=10)
        assert (answer.ids, answer.left_out) == ([ids["opera-tr"]], ["qwertyuiop"])
        nothing = nearly_found(session, questions, "opera Samarkand", limit=10)
        assert (nothing.ids, nothing.left_out) == ([], [])
