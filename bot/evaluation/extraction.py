"""How well a reading agrees with the facts that a careful person found in the same article.

Gold and prediction are plain mappings, as they stand in the corpus and in what the command line
prints as JSON. Names agree when their tokens agree, folded, without honorifics, one inflected
ending apart; roles when at least half of their words do, whole when four of five do; days, cities
and kinds when they are equal or are listed as arguable; "present" is the share of those shown as
present who were. People whom the gold calls arguable cost nothing, found or not.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from config.scoring import load_scoring

Facts = Mapping[str, Any]

_RIGHT = 0.5  # overlap of role and affiliation at which an office counts
_WHOLE = 0.8  # at which it counts as whole, light words aside
_LIKE_I_AND_E = str.maketrans({"ı": "i", "İ": "i", "ə": "e", "Ə": "e"})
_QUOTES = re.compile("['’ʻ‘]")
_NO_WORD = re.compile(r"[^\w\s]+")


@dataclass(frozen=True, slots=True)
class Miss:
    """One disagreement.

    Attributes:
        article: The article's id.
        fact: What was missed: "false person", "date", "role" and so on.
        detail: Gold beside prediction.
    """

    article: str
    fact: str
    detail: str


@dataclass(slots=True)
class Score:
    """Counts over some articles; scores of the same kind can be added up."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Score") -> None:
        """Count the articles of `other` too."""
        self.counts.update(other.counts)

    def precision(self, fact: str) -> float:
        """Share of what was found that is right; 0 where nothing was found."""
        return _share(self.counts[f"{fact} right"], self.counts[f"{fact} false"])

    def recall(self, fact: str) -> float:
        """Share of what is there that was found; 0 where nothing is there."""
        return _share(self.counts[f"{fact} right"], self.counts[f"{fact} missed"])

    def f1(self, fact: str) -> float:
        """Harmonic mean of precision and recall."""
        p, r = self.precision(fact), self.recall(fact)
        return 2 * p * r / (p + r) if p + r else 0.0

    def accuracy(self, fact: str) -> float:
        """Share of the articles or people concerned for which the fact is right.

        Not a number where there are none.
        """
        asked = self.counts[f"{fact} asked"]
        return self.counts[f"{fact} right"] / asked if asked else float("nan")

    def summary(self) -> dict[str, float]:
        """Every score by its name, each from 0 to 1."""
        facts = {
            fact: self.accuracy(fact)
            for fact in (
                "role", "whole", "attended", "present", "date", "city", "kind", "relevance"
            )
        }  # fmt: skip
        return {"people": self.f1("people"), "organizations": self.f1("orgs"), **facts}

    def row(self, name: str) -> str:
        """One line of the table."""
        precision, recall = self.precision("people"), self.recall("people")
        people = f"people P {precision:.3f} R {recall:.3f} F1 {self.f1('people'):.3f}"
        facts = [
            f"{fact} {self.accuracy(fact):.3f}"
            for fact in ("role", "whole", "attended", "present", "date", "city", "kind")
        ]
        rest = [
            f"orgs F1 {self.f1('orgs'):.3f}",
            f"relevance {self.accuracy('relevance'):.3f}",
            f"n {self.counts['relevance asked']}",
        ]
        return f"{name:8} " + " | ".join([people, *facts, *rest])

    def ask(self, fact: str, *, right: bool) -> bool:
        """Count one question with its outcome, and return the outcome."""
        self.counts[f"{fact} asked"] += 1
        self.counts[f"{fact} right"] += right
        return right


def score(gold: Facts, prediction: Facts) -> tuple[Score, list[Miss]]:
    """Compare one article's `prediction` with its `gold`; an empty prediction misses everything."""
    result, misses = Score(), []
    for fact, detail in (
        *_people(result, gold, prediction),
        *_relevance(result, gold, prediction),
        *_event(result, gold, prediction),
    ):
        misses.append(Miss(str(gold["id"]), fact, detail))
    return result, misses


def _people(result: Score, gold: Facts, prediction: Facts) -> Iterable[tuple[str, str]]:
    wanted: Sequence[Facts] = gold["participants"]
    arguable = [
        a["name"] for a in gold.get("arguable", ()) if isinstance(a, dict) and a.get("name")
    ]
    open_ = dict(enumerate(wanted))
    for person in prediction.get("participants") or ():
        name = person.get("name") or ""
        hit = next((i for i, other in open_.items() if same_name(other["name"], name)), None)
        arguably = any(same_name(other, name) for other in arguable)
        if person.get("attended", True) and not arguably:
            there = hit is not None and open_[hit].get("kind") == "attended"
            result.ask("present", right=there)
        if hit is not None:
            result.counts["people right"] += 1
            yield from _part(result, open_.pop(hit), person)
        elif not arguably:
            result.counts["people false"] += 1
            twice = any(same_name(other["name"], name) for other in wanted)
            yield ("duplicate person" if twice else "false person"), name
    for person in open_.values():
        result.counts["people missed"] += 1
        yield "missed person", person["name"]


def _part(result: Score, gold: Facts, person: Facts) -> Iterable[tuple[str, str]]:
    if gold.get("role") or gold.get("affiliation"):
        agreement = overlap(_office(gold), _office(person))
        told = f"{gold['name']}: gold {_part_text(gold)}; got {_part_text(person)}"
        if not result.ask("role", right=agreement >= _RIGHT):
            yield "role", told
        whole = overlap(_office(gold), _office(person), _light()) >= _WHOLE
        if not result.ask("whole", right=whole) and agreement >= _RIGHT:
            yield "role not whole", told
    attended = gold.get("kind") == "attended"
    if not result.ask("attended", right=bool(person.get("attended", True)) == attended):
        yield "attended", f"{gold['name']}: gold {attended}"


def _part_text(person: Facts) -> str:
    return f"{person.get('role')} | {person.get('affiliation')}"


def _office(person: Facts) -> str:
    return f"{person.get('role') or ''} {person.get('affiliation') or ''}"


def _relevance(result: Score, gold: Facts, prediction: Facts) -> Iterable[tuple[str, str]]:
    accepted = {bool(gold["is_tco_event"])} | {
        value for value in _alternatives(gold, "is_tco_event") if isinstance(value, bool)
    }
    if not result.ask("relevance", right=bool(prediction.get("is_event")) in accepted):
        yield "relevance", f"gold {gold['is_tco_event']} got {prediction.get('is_event')}"
    either = _alternatives(gold, "orgs") | {"other"}
    wanted, found = (
        set(gold.get("orgs") or ()) - either,
        set(prediction.get("organizations") or ()) - either,
    )
    result.counts["orgs right"] += len(wanted & found)
    result.counts["orgs false"] += len(found - wanted)
    result.counts["orgs missed"] += len(wanted - found)
    if wanted != found:
        yield "orgs", f"missed {sorted(wanted - found)} false {sorted(found - wanted)}"


def _event(result: Score, gold: Facts, prediction: Facts) -> Iterable[tuple[str, str]]:
    if not gold["is_tco_event"]:
        return
    wanted, found = gold.get("event") or {}, prediction.get("event") or {}
    other_starts = _alternatives(gold, "event.start")
    starts = {wanted.get("start")} | other_starts
    ends = (
        {wanted.get("end") or wanted.get("start")} | other_starts | _alternatives(gold, "event.end")
    )
    days = found.get("start"), found.get("end") or found.get("start")
    if not result.ask("date", right=days[0] in starts and days[1] in ends):
        yield "date", f"gold {_days(wanted)} got {_days(found)}"
    if wanted.get("city"):
        cities = {
            _fold(city).strip()
            for city in {wanted["city"]} | _alternatives(gold, "event.city")
            if isinstance(city, str | None)
        }
        if not result.ask("city", right=_fold(found.get("city")).strip() in cities):
            yield "city", f"gold {wanted['city']} got {found.get('city')}"
    kinds = {wanted.get("kind")} | _alternatives(gold, "event.kind")
    if not result.ask("kind", right=found.get("kind") in kinds):
        yield "kind", f"gold {wanted.get('kind')} got {found.get('kind')}"


def _days(event: Facts) -> str:
    return f"{event.get('start')}..{event.get('end')}"


def _alternatives(gold: Facts, fact: str) -> set[Any]:
    """Values that a careful reader could also have given for `fact`."""
    found: set[Any] = set()
    for item in gold.get("arguable", ()):
        if not isinstance(item, dict) or (item.get("field") or item.get("fact")) not in {
            fact,
            fact.rsplit(".", 1)[-1],
        }:
            continue
        values = item["values"] if "values" in item else item.get("value")
        listed = values if "values" in item and isinstance(values, list) else [values]
        found |= {value for value in listed if isinstance(value, str | bool | None)}
    return found


def same_name(one: str, other: str) -> bool:
    """Whether two spellings name one person.

    A part of a name agrees with the whole, but a bare surname does not.
    """
    short, long = sorted((_tokens(one, _titles()), _tokens(other, _titles())), key=len)
    if not short or (len(short) == 1 and len(long) != 1):
        return False
    return _matches(short, long) == len(short)


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset(word for title in load_scoring().titles for word in _fold(title).split())


@lru_cache(maxsize=1)
def _light() -> frozenset[str]:
    return frozenset(word for light in load_scoring().light for word in _fold(light).split())


def overlap(one: str, other: str, light: frozenset[str] = frozenset()) -> float:
    """Return how much the words of two phrases agree: the F1 of their tokens, 1 for two empty.

    Words of `light` are left out of account.
    """
    a, b = _tokens(one, light), _tokens(other, light)
    if not a or not b:
        return float(not a and not b)
    return 2 * _matches(a, b) / (len(a) + len(b))


def _matches(these: Sequence[str], those: Sequence[str]) -> int:
    """Count the tokens of `these` that find a token of their own in `those`."""
    left, count = list(those), 0
    for token in these:
        hit = next((i for i, other in enumerate(left) if _near(token, other)), None)
        if hit is not None:
            left.pop(hit)
            count += 1
    return count


def _near(a: str, b: str) -> bool:
    """Equal, or long enough and apart in one inflected ending only."""
    if a == b:
        return True
    shorter = min(len(a), len(b))
    if shorter < 4 or abs(len(a) - len(b)) > 2:
        return False
    letters = enumerate(zip(a, b, strict=False))
    common = next((at for at, (mine, theirs) in letters if mine != theirs), shorter)
    return common >= max(4, shorter - 1)


def _tokens(text: str, drop: frozenset[str] = frozenset()) -> list[str]:
    return [token for token in _fold(text).split() if token not in drop]


def _fold(text: str | None) -> str:
    decomposed = unicodedata.normalize("NFKD", (text or "").translate(_LIKE_I_AND_E))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return _NO_WORD.sub(" ", _QUOTES.sub("", bare))


def _share(right: int, wrong: int) -> float:
    return right / (right + wrong) if right + wrong else 0.0
