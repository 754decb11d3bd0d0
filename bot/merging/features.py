"""Makes a report of an article and its reading.

Takes from the tagged text all that can tell one event from another.
"""

import re
import zlib
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from urllib.parse import urlsplit

from bot.extraction.event.date_expressions import spans
from bot.extraction.facts import EventFacts, Reading
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters, Word
from bot.language import concepts, name_matching
from bot.merging import ordinals
from bot.merging.headline_names import headline_names
from bot.merging.portfolios import portfolios
from bot.merging.posts import posts
from bot.merging.report import Clues, Report
from bot.merging.reported_text import (
    is_gathering,
    is_reception,
    masked_lead,
    opening_end,
    two_met,
)
from config.places import Places
from config.text import fold

LONGEST = timedelta(days=20)
"""A span of days up to this is looked at day by day; a longer one counts by its ends."""

SKETCH = 48
"""Hashes kept of a text."""

RUN = 5
"""Words in a run that is hashed."""

_SHORTEST_NAME = 4
"""Letters of a word in capitals from which it counts as a name."""

_SHORTEST_BRAND = 5
"""Letters from which a word may be an outlet's brand: shorter ones are met in any text."""

_AROUND_MONTH = 4
"""Words before and behind a month's name whose numbers belong to a date."""

_BESIDE = range(-3, 4)
"""Words between a council and whose it is: of heads of state."""

_OF_A_CHAIR = range(-2, 4)
"""Words between who heads a committee and the committee, whichever comes first."""

_HEADED = frozenset({"committee", "board"})
_QUOTED = re.compile(r"[«“„\"]([^«»“”„\"\n]{6,140})[»”“\"]")
_RECEPTION = "bilateral"
_SHOWN_AT = frozenset({"exhibition", "briefing", "table"})
"""Sorts of gathering that are held at a greater one and named second."""

_COUNTED = frozenset({"assembly", "council", "board"})
"""Sorts of gathering that bodies hold in a row."""

_PREPARE = frozenset({"foreign"})
"""What the ministers are in charge of who gather before a summit."""

_YEAR = re.compile(r"(19|20)\d\d")
_NO_LETTER = re.compile(r"\W")
_CAPITALISED = frozenset({Letters.CAPITAL, Letters.CAPITALS})
_NO_NAME = (
    Tag.PLACE
    | Tag.DEMONYM
    | Tag.ORGANIZATION
    | Tag.MONTH
    | Tag.WEEKDAY
    | Tag.FUNCTION
    | Tag.CONJUNCTION
    | Tag.PREPOSITION
    | Tag.HONORIFIC
    | Tag.TITLE
    | Tag.ROLE
    | Tag.BODY
    | Tag.DESCRIPTOR
    | Tag.MODIFIER
    | Tag.KIND
    | Tag.CUE
    | Tag.RELATIVE
)


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
    told = masked_lead(tagged)
    towns, names = _words_of_places(tagged), _words_of_names(reading)
    words = _but(towns, tagged.folded_words)
    told_words = _but(towns, concepts.folded_words(told))
    ideas = _ideas(words, names)
    lead_ideas = _ideas(_but(towns, concepts.folded_words(_lead(tagged))), names)
    titled = headline_names(tagged, reading)
    numbered = ordinals.ordinals(tagged, told, told_words)
    formats = _formats(told, tagged.body_at, opening_end(tagged), reading, counted=bool(numbered))
    city_id, country_code = _place_ids(event, places)
    host = (urlsplit(article.url or "").hostname or "").removeprefix("www.")
    ordinal_texts = {str(number) for number in numbered}
    quoted = frozenset(fold(match) for match in _QUOTED.findall(tagged.text))
    return Report(
        key=article.url or f"{published.isoformat()} {fold(article.title)}",
        published=published,
        outlet=host,
        headline=article.title,
        reading=reading,
        city_id=city_id,
        country_code=country_code,
        formats=formats,
        umbrella=bool(ideas["umbrellas"]),
        clues=Clues(
            days=_days(tagged, reading, event, article.published),
            cities=_cities(tagged, city_id),
            names=_names(tagged) - _codes_of_people(reading, titled),
            numbers=_numbers(tagged) - ordinal_texts,
            ordinals=numbered,
            portfolios=_in_charge_of(tagged, told, towns, two=formats[:1] == (_RECEPTION,)),
            offices=frozenset(idea for _, idea in concepts.offices().find(told_words)),
            posts=posts(tagged, told),
            together=is_gathering(told_words, reading),
            lead_topics=frozenset(lead_ideas["topics"]),
            topics=frozenset(ideas["topics"]),
            documents=frozenset(ideas["documents"]),
            quoted=quoted,
            sketch=_sketch(tagged.folded_words),
            credits=_credits(tagged, host),
            titled=titled,
        ),
    )


def _words_of_places(tagged: TaggedArticle) -> set[str]:
    return {
        token.word.fold
        for token, tag in zip(tagged.tokens, tagged.tags, strict=True)
        if tag & Tag.PLACE
    }


def _in_charge_of(
    tagged: TaggedArticle, told: str, towns: Container[str], *, two: bool
) -> frozenset[str]:
    """Return what those are in charge of whom `told`, the reported part of the beginning, names.

    An office and its field stand in one sentence. Of what `two` who met speak, the committees of
    their bodies, neither is in charge.
    """
    found: frozenset[str] = frozenset()
    for sentence in tagged.sentences:
        start, end = tagged.tokens[sentence.first].start, tagged.tokens[sentence.last - 1].end
        if start >= len(told):
            break
        words = _but(towns, concepts.folded_words(told[start:end]))
        found |= portfolios(words, committees=not two)
    return found


def _but(names: Container[str], words: Sequence[str]) -> list[str]:
    """Return the words with nothing for those that are places: Gəncə tells nothing of the young."""
    return ["" if word in names else word for word in words]


def _ideas(words: Sequence[str], names: tuple[str, ...]) -> Mapping[str, list[str]]:
    """Return the ideas that `words` name, in order, by their table; somebody's name is none."""
    ideas = defaultdict[str, list[str]](list)
    for at, (table, idea) in concepts.of_events().find(words):
        if not words[at].startswith(names):
            ideas[table].append(idea)
    return ideas


def _words_of_names(reading: Reading) -> tuple[str, ...]:
    """Return the folded words of the names of those who are named: Orman, Şahin, Deniz."""
    names = [word for person in reading.participants for word in person.name.split()]
    return tuple({fold(word) for word in names if len(word) >= _SHORTEST_NAME})


def _lead(tagged: TaggedArticle) -> str:
    """Return the headline and the first paragraph."""
    behind = (sentence.first for sentence in tagged.sentences if sentence.paragraph > 1)
    last = next(behind, len(tagged.tokens))
    return tagged.text[: tagged.tokens[last - 1].end] if last else ""


def _bodies(reading: Reading) -> Mapping[str, int]:
    """Return how often a council or the like is named as somebody's body: its chairman."""
    found = defaultdict[str, int](int)
    for person in reading.participants:
        words = concepts.folded_words(f"{person.role or ''} {person.affiliation or ''}")
        for idea in _gatherings(words):
            found[idea] += 1
    return found


def _formats(
    told: str, body_at: int, opening_end: int, reading: Reading, *, counted: bool
) -> tuple[str, ...]:
    """Return the gatherings of the reported part: a reception first, then as they are named.

    Who receives the participants of a gathering holds another one: where the headline or the first
    sentence of the body, which ends at `opening_end`, says so. Who only spoke at a gathering that
    is `counted`, the 7th assembly, did not meet each other. Acts come last.
    """
    headline = concepts.folded_words(told[:body_at])
    opening = concepts.folded_words(told[body_at:opening_end])
    rest = concepts.folded_words(told[opening_end:])
    every = [
        idea
        for part in (headline, opening, rest)
        for idea in _gatherings(part)
        if idea != _RECEPTION or not is_gathering(part, reading)
    ]
    if "board" in concepts.formats().of(told):  # whose short name is a council's
        every = ["board" if idea == "council" else idea for idea in every]
    bodies = _bodies(reading) if every else {}
    named = [idea for idea in every if every.count(idea) > bodies.get(idea, 0)]
    fields = portfolios(concepts.folded_words(told))
    if "council" in named and fields:
        named.insert(0, "council")  # the ministers' council names the summit that it prepares
    elif fields == _PREPARE and is_gathering((*headline, *opening), reading):
        named = [idea for idea in named if idea != "summit"]  # theirs is the one beside it
    shown = next(iter(_gatherings(opening)), None)
    if shown in _SHOWN_AT and named[:1] and named[0] not in {*_gatherings(opening), *_SHOWN_AT}:
        named.insert(0, shown)  # the headline names the festival at which it is
    there = sum(person.attended for person in reading.participants)
    if there != 2 and concepts.acts().issuperset(named) and _leaders_gather(headline, opening):
        named.insert(0, "summit")  # whose leaders sign or adopt something have met for it
    met = _RECEPTION in _gatherings(opening) and 0 < there <= 2 and _RECEPTION in every
    two = two_met(reading, headline) and not (counted and named and named[0] in _COUNTED)
    if is_reception(headline) or is_reception(opening) or two or met:
        named.insert(0, _RECEPTION)
    elif is_reception(rest):
        named.append(_RECEPTION)
    return tuple(sorted(dict.fromkeys(named), key=lambda idea: idea in concepts.acts()))


def _leaders_gather(headline: Sequence[str], opening: Sequence[str]) -> bool:
    """Whether the heads of the states do something together, and not their ministers."""
    together = any(idea == "leaders" for _, idea in concepts.gathered().find(opening))
    return together and not portfolios(headline) and not portfolios(opening)


def _gatherings(words: Sequence[str]) -> list[str]:
    """Return the sorts of gathering and act that `words` name, in order.

    A council of heads of state is a summit.
    """
    named = concepts.formats().find(words)
    if not named:
        return []
    topics = concepts.topics().find(words)
    leaders = {at + step for at, idea in topics if idea == "leaders" for step in _BESIDE}
    others = {at + step for at, idea in named if idea == "board" for step in range(3)}
    others |= {at + step for at, idea in topics if idea == "security" for step in range(2)}
    briefings = {at + 1 for at, idea in named if idea == "briefing"}
    chairs = {at + step for at, _ in concepts.chairs().find(words) for step in _OF_A_CHAIR}
    found = list[str]()
    for at, idea in named:
        if (at in chairs and idea in _HEADED) or (at in briefings and idea == "conference"):
            continue
        if idea != "council":
            found.append(idea)
        elif at in leaders:
            found.append("summit")
        elif at not in others:  # a board is called a council too; a security council is a body
            found.append(idea)
    return found


def _codes_of_people(reading: Reading, titled: Iterable[str]) -> set[str]:
    """Return the codes of the words of the names of all who are read or stand in the headline."""
    codes: set[str] = set()
    for name in (*(person.name for person in reading.participants), *titled):
        codes |= name_matching.codes(name)
    return codes


def _place_ids(event: EventFacts, places: Places) -> tuple[str | None, str | None]:
    """Return the keys of town and country; a town that the catalogue lacks gets its sound's."""
    city = places.find_city(event.city) if event.city else None
    country = places.find_country(event.country) if event.country else None
    if city is not None:
        return city.id, country.code if country else city.country
    words = name_matching.name_sound(event.city).words if event.city else ()
    unknown = " ".join(name_matching.code(word) for word in words)
    return f"?{unknown}" if event.city else None, country.code if country else None


def _days(
    tagged: TaggedArticle, reading: Reading, event: EventFacts, published: date | None
) -> frozenset[date]:
    ranges = [(span.start, span.end) for span in spans(tagged, published)]
    if event.start is not None:
        ranges.append((event.start, event.end or event.start))
    found = set[date]() if reading.moved_from is None else {reading.moved_from}
    for first, last in ranges:
        if last - first <= LONGEST:
            found.update(first + timedelta(days=step) for step in range((last - first).days + 1))
        else:
            found.update((first, last))
    return frozenset(found)


def _cities(tagged: TaggedArticle, own: str | None) -> frozenset[str]:
    found = {own} if own else set()
    for match in tagged.found:
        if match.tag & Tag.PLACE:
            keys = [entry.key for entry in match.entries if entry.key.startswith("city:")]
            found.update(key.removeprefix("city:") for key in keys)
    return frozenset(found)


def _names(tagged: TaggedArticle) -> frozenset[str]:
    """Return codes of capitalised words that the lexicon does not know, first words apart."""
    found = set[str]()
    for sentence in tagged.sentences:
        for index in range(sentence.first, sentence.last):
            word = tagged.tokens[index].word
            if word.letters not in _CAPITALISED or tagged.tags[index] & _NO_NAME:
                continue
            begins = index == sentence.first and (word.fold in tagged.small or sentence.paragraph)
            if begins or len(word.text) < _SHORTEST_NAME:
                continue
            code = name_matching.code(name_matching.sound(word.base))
            if len(code) > 2:
                found.add(code)
    return frozenset(found)


def _numbers(tagged: TaggedArticle) -> frozenset[str]:
    """Return numbers of two digits and more that are no part of a date: 121 articles, 71 points."""
    in_dates = set[int]()
    numbers: list[tuple[int, str]] = []
    for index, token in enumerate(tagged.tokens):
        text = token.word.text
        if tagged.tags[index] & Tag.MONTH:
            in_dates.update(range(index - _AROUND_MONTH, index + _AROUND_MONTH + 1))
        elif token.word.letters == Letters.NUMBER:
            numbers.append((index, text))
    return frozenset(
        digits
        for index, digits in numbers
        if index not in in_dates
        and len(digits) > 1
        and digits.isdigit()
        and not _YEAR.fullmatch(digits)
    )


def _sketch(words: Sequence[str]) -> tuple[int, ...]:
    """Return the smallest hashes of the runs of words.

    Two texts share as many of them as they share runs.
    """
    encoded = [word.encode() for word in words]
    starts = range(max(1, len(encoded) - RUN + 1))
    runs = {zlib.crc32(b" ".join(encoded[start : start + RUN])) for start in starts}
    return tuple(sorted(runs)[:SKETCH])


def _credits(tagged: TaggedArticle, own: str) -> frozenset[str]:
    """Return capitalised words and pairs of them, squashed.

    One may be the brand of the outlet that is credited.
    """
    capital = [_squashed(token.word) for token in tagged.tokens]
    found = set(capital)
    found.update(first + second for first, second in pairwise(capital) if first and second)
    return frozenset(brand for brand in found if len(brand) >= _SHORTEST_BRAND and brand not in own)


def _squashed(word: Word) -> str:
    """Return a capitalised word without marks; empty for any other."""
    if word.letters not in _CAPITALISED:
        return ""
    return word.fold if word.fold.isalnum() else _NO_LETTER.sub("", word.fold)
