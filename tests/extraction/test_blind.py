"""What the reader makes of articles that no rule was made for is held as well."""

import json
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli.reading_json import facts
from bot.evaluation import extraction
from bot.extraction import article_file
from bot.extraction.facts import ArticleText
from tests.defaults import READER

BLIND = Path(__file__).parents[1] / "blind"
FLOORS = tomllib.loads((BLIND / "floors.toml").read_text("utf-8"))
NOW = datetime(2026, 11, 29, tzinfo=UTC)


def score_of(folder: Path) -> dict[str, float]:
    total = extraction.Score()
    for path in sorted(folder.glob("*/*.json")):
        text = article_file.decode(path.with_suffix(".txt").read_bytes(), path.name)
        read = facts(READER.read(article_file.parse(text), NOW))
        total.add(extraction.score(json.loads(path.read_text("utf-8")), read)[0])
    return total.summary()


@pytest.mark.parametrize("part", ["seen", "kept"])
def test_no_score_falls_below_what_was_reached(part: str) -> None:
    reached = score_of(BLIND / part)
    fallen = {fact: reached[fact] for fact, floor in FLOORS[part].items() if reached[fact] < floor}
    assert fallen == {}


def test_what_only_speaks_of_a_body_is_no_event_and_what_is_one_is_heard() -> None:
    false_events, missed = 0, 0
    for line in (BLIND / "stream.jsonl").read_text("utf-8").splitlines():
        told = json.loads(line)
        published = datetime.fromisoformat(told["published"]).date() if told["published"] else None
        article = ArticleText(told["title"], told["text"], published, told.get("url"), told["lang"])
        is_event = READER.read(article, NOW).is_event
        false_events += is_event and not told["is_event"]
        missed += told["is_event"] and not is_event
    assert false_events <= FLOORS["stream"]["false_events"]
    assert missed <= FLOORS["stream"]["missed"]
