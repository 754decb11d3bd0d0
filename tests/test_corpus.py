"""The corpus of articles with gold facts, and those read for the first time, keep their rules.

A wrong gold fact would teach the reader a wrong lesson, so the rules that a machine can check are
checked here: the facts belong to the text beside them, the dates are dates, the kinds and
organisations are known, and no language is missing.
"""

import json
import re
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

from bot.extraction.facts import Kind, Tense
from tests.each import each

CORPUS = Path(__file__).parent / "corpus"
ARTICLES = sorted(CORPUS.glob("*/*.txt"))
BLIND = Path(__file__).parent / "blind"
READ_FIRST = sorted(path for part in ("seen", "kept") for path in (BLIND / part).glob("*/*.txt"))
LANGUAGES = {"1": "en", "2": "ru", "3": "tr", "4": "az", "5": "kk", "6": "ky", "7": "uz", "8": "tk"}
ORGANIZATIONS = {
    "ots",
    "turksoy",
    "turkpa",
    "turkic-academy",
    "turkic-heritage",
    "turkic-fund",
    "tcci",
    "turkunib",
}


def gold_of(article: Path) -> dict[str, Any]:
    gold = json.loads(article.with_suffix(".json").read_text(encoding="utf-8"))
    assert isinstance(gold, dict)
    return gold


def words(text: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", text.replace("ı", "i").replace("İ", "i"))
    kept = "".join(c for c in plain.casefold() if not unicodedata.combining(c))
    return set(re.findall(r"\w+", re.sub(r"[’'‘ʻʼ]", "", kept)))


def stands_in(word: str, text_words: set[str]) -> bool:
    """Tell whether a word occurs in the text, whole or with another ending."""
    stem = word[:2] if len(word) < 4 else word[: max(3, len(word) - 2)]
    return any(other.startswith(stem) for other in text_words)


each_article = each(ARTICLES + READ_FIRST)


def test_every_text_has_its_facts_and_every_facts_file_its_text() -> None:
    texts = {path.with_suffix("") for path in ARTICLES + READ_FIRST}
    facts = {path.with_suffix("") for path in CORPUS.glob("*/*.json")}
    facts |= {path.with_suffix("") for path in BLIND.glob("*/*/*.json")}
    assert texts == facts
    assert texts


def test_an_article_that_is_kept_has_no_namesake_among_those_seen() -> None:
    kept = {path.relative_to(BLIND / "kept") for path in (BLIND / "kept").glob("*/*.txt")}
    assert kept
    assert [path for path in kept if (BLIND / "seen" / path).exists()] == []


def test_identifiers_are_unique_and_tell_the_language() -> None:
    counts = Counter(path.stem for path in ARTICLES)
    assert [stem for stem, count in counts.items() if count > 1] == []
    assert [path for path in ARTICLES if LANGUAGES[path.stem[0]] != path.parent.name] == []


@each_article
def test_the_head_of_the_text_agrees_with_the_facts(article: Path) -> None:
    lines, gold = article.read_text(encoding="utf-8").split("\n"), gold_of(article)
    assert lines[0] == f"date {gold['published'] or 'unknown'}"
    assert (lines[1], lines[2], lines[3]) == (gold["title"], gold["url"], "")
    assert (gold["id"], gold["lang"]) == (article.stem, article.parent.name)


@each_article
def test_the_text_is_composed_unicode(article: Path) -> None:
    text = article.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)


@each_article
def test_kinds_tenses_and_organisations_are_known(article: Path) -> None:
    gold = gold_of(article)
    assert set(gold["orgs"]) <= ORGANIZATIONS
    assert Kind(gold["event"]["kind"])
    assert Tense(gold["event"]["tense"])
    assert bool(gold["orgs"]) or not gold["is_tco_event"]


@each_article
def test_the_event_does_not_end_before_it_starts(article: Path) -> None:
    event = gold_of(article)["event"]
    if event["start"] is None:
        assert event["end"] is None
        return
    start, end = (
        date.fromisoformat(event["start"]),
        date.fromisoformat(event["end"] or event["start"]),
    )
    assert start <= end


@each_article
def test_nobody_is_named_twice_and_every_name_occurs_in_the_text(article: Path) -> None:
    text_words, gold = words(article.read_text(encoding="utf-8")), gold_of(article)
    names = [person["name"] for person in gold["participants"]]
    assert len(names) == len(set(names))
    people = names + [entry["name"] for entry in gold["arguable"] if "name" in entry]
    missing = [
        (name, word) for name in people for word in words(name) if not stands_in(word, text_words)
    ]
    assert missing == []


@each_article
def test_everyone_attended_or_was_mentioned(article: Path) -> None:
    assert {person["kind"] for person in gold_of(article)["participants"]} <= {
        "attended",
        "mentioned",
    }
