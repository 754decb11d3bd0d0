"""What the bot shows in one language is found by it, whatever language the articles are in."""

from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from bot.commands.search_question import SearchQuestions, found
from config.catalogue_loader import load_catalogue
from storage.database import Database
from tests.commands.search_library import fill

ENOUGH = 0.97
Query = tuple[str, str, str, tuple[str, ...]]


def _read() -> list[Query]:
    lines = Path(__file__).with_name("search_queries.txt").read_text(encoding="utf-8").splitlines()
    queries = []
    for row in lines:
        if not row.startswith("#"):
            language, sort, question, wanted = (part.strip() for part in row.split("|"))
            queries.append((language, sort, question, tuple(wanted.split(", "))))
    return queries


@pytest.mark.parametrize("kept_out", [False, True], ids=["tuned on", "kept out of tuning"])
def test_nearly_every_question_finds_what_it_should(
    database: Database, now: datetime, *, kept_out: bool
) -> None:
    ids, questions = fill(database, now), SearchQuestions(load_catalogue())
    asked = _read()[kept_out::2]
    missed: list[str] = []
    sorts = Counter[str]()
    with database.transaction() as session:
        for language, sort, question, wanted in asked:
            shown = found(session, questions, question, limit=10)
            lacking = [key for key in wanted if ids[key] not in shown]
            if lacking:
                sorts[sort] += 1
                missed.append(f"{language} {sort} «{question}» lacks {', '.join(lacking)}")
    share = 1 - len(missed) / len(asked)
    # The figure of each half is to be read, also where it holds.
    print(f"{share:.3f} of {len(asked)} questions find all that they should")  # noqa: T201
    print("\n".join(missed))  # noqa: T201
    assert share >= ENOUGH, "\n".join(missed)
