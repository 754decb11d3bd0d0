"""Makes a report of an article and its reading: looks through the text again for all that can tell one event from another."""

import re
import zlib
from datetime import date, timedelta
from itertools import pairwise
from urllib.parse import urlsplit

from bot.extraction.event.date_expressions import spans
from bot.extraction.facts import EventFacts, Reading
from bot.extraction.text.lexicon import Tag
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tokenizer import Letters
from bot.language import concepts, name_matching
from bot.language.concepts import Concepts
from bot.merging.report import Clues, Report
from config.places import Places
from config.text import fold

LONGEST = timedelta(days=20)
"""Days of a span that are looked at one by one; a longer one counts by its ends."""

SKETCH = 48
"""Hashes kept of a text."""

RUN = 5
"""Words in a run that is hashed."""

_NEAR_ORDINAL = re.compile(
    r"(?<![\w.,])(\d{1,3})(?:\s?[-–‑]?\s?(?:st|nd|rd|th|й|я|е|го|м|му|ой|ая|ое|ый)\b|[-–‑][^\W\d_]{1,6}\b|\.(?=\s[^\W\d_]))"
)
_ROMAN = re.compile(r"(?<!\w)(?:[XVI]{2,6}|[ХІV]{2,6})(?!\w)")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "Х": 10, "І": 1}
_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"\n]{6,140})[»”“\"]")
_NO_NAME = (
    Tag.PLACE | Tag.DEMONYM | Tag.ORGANIZATION | Tag.MONTH | Tag.WEEKDAY | Tag.FUNCTION | Tag.CONJUNCTION | Tag.PREPOSITION | Tag.HONORIFIC
    | Tag.TITLE | Tag.ROLE | Tag.BODY | Tag.DESCRIPTOR | Tag.MODIFIER | Tag.KIND | Tag.CUE | Tag.RELATIVE
)  # fmt: skip


def report(tagged: TaggedArticle, reading: Reading, seen: date, places: Places) -> Report | None:
    """Return the report of an article, or None where it reports no event.

    Args:
        tagged: The article as the reader tagged it.
        reading: What it says.
        seen: The day on which the article was first seen: stands in for a day of publication.
        places: The names of places.
    """
    event, article = reading.event, tagged.article
    if not reading.is_event or event is None:
        return None
    published = article.published or seen
    lead = _lead(tagged)
    words, lead_words = concepts.folded_words(tagged.text), concepts.folded_words(lead)
    ordinals = _ordinals(tagged, lead, lead_words)
    known = {code for person in reading.participants for code in _codes(person.name)}
    city_id, country_code = _place_ids(event, places)
    host = (urlsplit(article.url or "").hostname or "").removeprefix("www.")
    return Report(
        key=article.url or f"{published.isoformat()} {fold(article.title)}",
        published=published,
        outlet=host,
        headline=article.title,
        reading=reading,
        city_id=city_id,
        country_code=country_code,
        formats=_formats(lead_words),
        umbrella=bool(concepts.umbrellas().find(words)),
        clues=Clues(
            days=_days(tagged, event, published),
            cities=_cities(tagged, city_id),
            names=_names(tagged) - known,
            numbers=_numbers(tagged) - {str(number) for number in ordinals},
            ordinals=ordinals,
            lead_topics=_ideas(concepts.topics(), lead_words),
            topics=_ideas(concepts.topics(), words),
            documents=_ideas(concepts.documents(), words),
            quoted=frozenset(fold(match) for match in _QUOTED.findall(tagged.text)),
            sketch=_sketch(words),
            credits=_credits(tagged, host),
        ),
    )


def _ideas(table: Concepts, words: list[str]) -> frozenset[str]:
    return frozenset(idea for _, idea in table.find(words))


def _lead(marked: TaggedArticle) -> str:
    """The headline and the first paragraph."""
    last = next(
        (sentence.first for sentence in marked.sentences if sentence.paragraph > 1),
        len(marked.tokens),
    )
    return marked.text[: marked.tokens[last - 1].end] if last else ""


def _formats(lead: list[str]) -> tuple[str, ...]:
    """Gatherings in the order in which they are named, then acts."""
    named = dict.fromkeys(idea for _, idea in concepts.formats().find(lead))
    return tuple(sorted(named, key=lambda idea: idea in concepts.acts()))


def _codes(name: str) -> set[str]:
    return {name_matching.code(word) for word in name_matching.name_sound(name).words}


def _place_ids(event: EventFacts, places: Places) -> tuple[str | None, str | None]:
    city = places.find_city(event.city) if event.city else None
    country = places.find_country(event.country) if event.country else None
    code = country.code if country else city.country if city else None
    if city is not None:
        return city.id, code
    unknown = (
        "?"
        + " ".join(name_matching.code(word) for word in name_matching.name_sound(event.city).words)
        if event.city
        else None
    )
    return unknown, code


def _days(marked: TaggedArticle, event: EventFacts, published: date) -> frozenset[date]:
    ranges = [(span.start, span.end) for span in spans(marked, published)]
    if event.start is not None:
        ranges.append((event.start, event.end or event.start))
    found = set[date]()
    for first, last in ranges:
        if last - first <= LONGEST:
            found.update(first + timedelta(days=step) for step in range((last - first).days + 1))
        else:
            found.update((first, last))
    return frozenset(found)


def _cities(marked: TaggedArticle, own: str | None) -> frozenset[str]:
    keys = {
        entry.key
        for match in marked.found
        if match.tag & Tag.PLACE
        for entry in match.entries
        if entry.key.startswith("city:")
    }
    return frozenset(key.removeprefix("city:") for key in keys) | ({own} if own else frozenset())


def _names(marked: TaggedArticle) -> frozenset[str]:
    """Codes of words in capitals that the lexicon does not know, sentence beginnings apart."""
    found = set[str]()
    for sentence in marked.sentences:
        for index in range(sentence.first, sentence.last):
            word = marked.tokens[index].word
            if (
                word.letters not in {Letters.CAPITAL, Letters.CAPITALS}
                or marked.tags[index] & _NO_NAME
                or len(word.text) < 4
            ):
                continue
            if index == sentence.first and (word.fold in marked.small or sentence.paragraph):
                continue
            code = name_matching.code(name_matching.sound(word.base))
            if len(code) > 2:
                found.add(code)
    return frozenset(found)


def _numbers(marked: TaggedArticle) -> frozenset[str]:
    """Numbers of two digits and more that are no part of a date: 121 articles, 71 points, 500 million."""
    taken = set[int]()
    for index, token in enumerate(marked.tokens):
        if marked.tags[index] & Tag.MONTH:
            taken.update(range(index - 4, index + 5))
        elif re.fullmatch(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}", token.word.text):
            taken.add(index)
    found = set[str]()
    for index, token in enumerate(marked.tokens):
        digits = re.sub(r"[.,\s\u00a0]", "", token.word.text)
        if (
            not digits.isdigit()
            or index in taken
            or len(digits) < 2
            or re.fullmatch(r"(19|20)\d\d", digits)
        ):
            continue
        found.add(digits)
    return frozenset(found)


def _ordinals(marked: TaggedArticle, lead: str, words: list[str]) -> frozenset[int]:
    """Ordinals of the headline and the first paragraph that stand for no day."""
    months = [
        (marked.tokens[i].start, marked.tokens[i].end)
        for i in range(len(marked.tokens))
        if marked.tags[i] & Tag.MONTH
    ]
    found = set[int]()
    for match in _NEAR_ORDINAL.finditer(lead):
        if not any(
            start - 8 <= match.end() and match.start() <= stop + 8 for start, stop in months
        ):
            found.add(int(match[1]))
    for match in _ROMAN.finditer(lead):
        found.add(_roman(match[0]))
    found.update(int(idea) for _, idea in concepts.ordinals().find(words))
    return frozenset(number for number in found if 0 < number < 100)


def _roman(text: str) -> int:
    values = [_ROMAN_DIGITS[letter] for letter in text]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))


def _sketch(words: list[str]) -> tuple[int, ...]:
    """The smallest hashes of the runs of words: two texts share as many of them as they share runs."""
    runs = {
        zlib.crc32(" ".join(words[at : at + RUN]).encode())
        for at in range(max(1, len(words) - RUN + 1))
    }
    return tuple(sorted(runs)[:SKETCH])


def _credits(marked: TaggedArticle, own: str) -> frozenset[str]:
    """Capitalised words and pairs of them, squashed: one may be the brand of the outlet that is credited."""
    capital = [
        re.sub(r"\W", "", token.word.fold)
        if token.word.letters in {Letters.CAPITAL, Letters.CAPITALS}
        else ""
        for token in marked.tokens
    ]
    pairs = {one + two for one, two in pairwise(capital) if one and two}
    return frozenset(word for word in {*capital, *pairs} if len(word) > 4 and word not in own)
