"""The town, country and house where the main event is held, told from datelines, seats, offices and people's origins."""

from collections import defaultdict
from dataclasses import dataclass

from bot.extraction.event.dates import When
from bot.extraction.people import case_forms, dictionary_forms, office_phrases
from bot.extraction.text.lexicon import Entry, Match, Tag
from bot.extraction.text.passages import Passage
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tokenizer import Letters, Sentence
from config.catalogue import Catalogue
from config.text import fold

_NEAR = 14
_CLOSE = 6
_THRESHOLD = 0.6
_STAMP = 14  # tokens that an outlet's stamp may have


@dataclass(frozen=True, slots=True)
class Where:
    """The place of an event, as the article's language writes it."""

    city: str | None
    country: str | None
    venue: str | None
    sentence: Sentence | None


def where(
    marked: TaggedArticle, catalogue: Catalogue, offices: set[int], days: When | None
) -> Where:
    """Return the place of the main event.

    `offices` are the tokens of people's offices, whose places are not the event's.
    """
    best = _town(marked, offices, days)
    town = _by_town_word(marked, offices)
    if (
        best is not None
        and town is not None
        and not (town[1] == best.last and marked.lexicon.grammar.head == "final")
    ):
        town = None  # a known town is surer, unless it only says where the other lies: Zəngilanın Ağalı kəndində
    country_match = _country(marked, best, offices)
    city, country = None, None
    if best is not None:
        entry = _city(best)
        city, key = entry.shown, entry.key
        code = catalogue.places.city(key.removeprefix("city:")).country
        country = catalogue.places.country(code).name(marked.lexicon.grammar.code)
        stated = _stated(marked, f"country:{code}")
        country = stated or country
    elif country_match is not None:
        country = next(e.shown for e in country_match.entries if e.key.startswith("country:"))
    if town is not None:
        city = town[0]
    at = (
        best.first
        if best is not None
        else town[1]
        if town is not None
        else country_match.first
        if country_match is not None
        else None
    )
    return Where(city, country, _venue(marked), marked.sentence_of(at) if at is not None else None)


def _city(match: Match) -> Entry:
    return next(entry for entry in match.entries if entry.key.startswith("city:"))


def _town(marked: TaggedArticle, offices: set[int], days: When | None) -> Match | None:
    """Return the best mention of the town that the text speaks for most: its best mention counts in full, the others by half."""
    mentions: dict[str, list[tuple[float, Match]]] = defaultdict(list)
    for match in marked.found:
        if (
            match.tag & Tag.PLACE
            and match.first not in offices
            and any(entry.key.startswith("city:") for entry in match.entries)
        ):
            mentions[_city(match).key].append(
                (_weigh(marked, match) + _dated(marked, match, days), match)
            )
    chosen, most = None, _THRESHOLD
    for weights in mentions.values():
        weights.sort(key=lambda pair: -pair[0])
        total = weights[0][0] + sum(max(0.0, weight) for weight, _ in weights[1:4]) / 2
        total += (
            1.0
            if len(weights) > 1
            and any(
                _dateline(marked, marked.sentence_of(match.first), match) for _, match in weights
            )
            else 0.0
        )
        if total > most:
            chosen, most = weights[0][1], total
    return chosen


def _dated(marked: TaggedArticle, match: Match, days: When | None) -> float:
    """A town beside the event's day is likelier.

    One beside another day, or where something else is to come, hardly the event's.
    """
    if days is None:
        return 0.0
    sentence = marked.sentence_of(match.first)
    if sentence is days.sentence:
        return 0.8
    if _beside(marked, sentence, match, ("future",)) and not _foretold(marked, days.sentence):
        return -4.0
    return -1.5 if sentence.number in days.others else 0.0


def _foretold(marked: TaggedArticle, sentence: Sentence) -> bool:
    return any(marked.cued(index, "future") for index in range(sentence.first, sentence.last))


def _stated(marked: TaggedArticle, key: str) -> str | None:
    """The country's name as the text first writes it."""
    for match in marked.found:
        for entry in match.entries:
            if entry.key == key and entry.tag == Tag.PLACE:
                return entry.shown
    return None


def _weigh(marked: TaggedArticle, match: Match) -> float:
    sentence = marked.sentence_of(match.first)
    if _dateline(marked, sentence, match) or marked.passage(sentence) is Passage.BACKGROUND:
        return 0.0
    weight = (
        2.4
        if sentence.paragraph == 0
        else max(0.4, 2.4 - 0.25 * sentence.number)
        if sentence.paragraph <= 4
        else 0.3
    )
    if _located(marked, match):
        weight += 1.5
    if _held(marked, sentence, match):
        weight += 0.8
    if _beside(marked, sentence, match, ("background", "future_days")):
        weight -= 1.5
    if match.first - 2 >= sentence.first and marked.tags[match.first - 2] & Tag.ROLE:
        weight -= 2.0
    final = marked.lexicon.grammar.head == "final"
    if (
        (sentence.paragraph or final)
        and match.last < sentence.last
        and not (final and _cased(marked, match))
        and _belongs(marked, match.last)
    ):
        weight -= 2.0
    return weight


def _located(marked: TaggedArticle, match: Match) -> bool:
    """Whether a preposition or an ending says "in" the place."""
    before = match.first - 1
    if before >= 0 and marked.tokens[before].word.fold in marked.lexicon.in_words:
        return True
    if _cased(marked, match):
        return True
    return match.last < len(marked.tokens) and _town_word(marked, match.last)


def _cased(marked: TaggedArticle, match: Match) -> bool:
    """Whether an ending says "in" the place."""
    word = marked.tokens[match.last - 1].word
    tail = (
        fold(word.ending) or word.fold[len(fold(match.entries[0].words[-1])) - 1 :]
        if match.entries[0].words
        else ""
    )
    return bool(marked.lexicon.in_endings) and tail.endswith(marked.lexicon.in_endings)


def _town_word(marked: TaggedArticle, index: int) -> bool:
    match = marked.matches[index]
    return match is not None and any(e.key == "town_words" for e in match.entries)


def _held(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    near = range(max(sentence.first, match.first - _NEAR), min(sentence.last, match.last + _NEAR))
    for index in near:
        other = marked.matches[index]
        if other is not None and (
            other.tag & Tag.KIND or any(e.key == "held" for e in other.entries)
        ):
            return True
    return False


def _belongs(marked: TaggedArticle, index: int) -> bool:
    """Whether what stands at `index` makes the town before it part of something else's name: Baku Media Center, Baku-based."""
    if _town_word(marked, index) and marked.lexicon.in_endings:
        return not marked.tokens[index].word.fold.endswith(
            marked.lexicon.in_endings
        )  # in the town of X, but the town of X's mayor
    if marked.tags[index] & (Tag.BODY | Tag.ORGANIZATION | Tag.ROLE):
        return True
    if marked.lexicon.grammar.head == "final" and marked.tags[index] & Tag.DESCRIPTOR:
        return marked.tokens[index].word.letters == Letters.CAPITAL
    return (
        marked.mark(index) == "-"
        and marked.tokens[index].glued
        and marked.lexicon.grammar.head == "initial"
    )


def _beside(marked: TaggedArticle, sentence: Sentence, match: Match, keys: tuple[str, ...]) -> bool:
    near = range(max(sentence.first, match.first - _CLOSE), min(sentence.last, match.last + _CLOSE))
    return any(
        other is not None
        and other.tag & Tag.CUE
        and any(entry.key in keys for entry in other.entries)
        for other in (marked.matches[index] for index in near)
    )


def _dateline(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    if sentence.paragraph == 0 or match.first > sentence.first + 3:
        return False
    before = range(sentence.first, match.first)
    if any(marked.tokens[i].word.letters == Letters.LOWER for i in before):
        return False
    capitals = marked.tokens[match.first].word.letters == Letters.CAPITALS
    following = marked.mark(match.last)
    return capitals or (
        following in {",", "(", "/", ".", "-", "–", "—"}
        and following != ""
        and _no_verb(marked, sentence)
    )


def _no_verb(marked: TaggedArticle, sentence: Sentence) -> bool:
    return sentence.last - sentence.first <= _STAMP and _small_words(marked, sentence) <= 2


def _small_words(marked: TaggedArticle, sentence: Sentence) -> int:
    return sum(
        1
        for i in range(sentence.first, sentence.last)
        if marked.tokens[i].word.letters == Letters.LOWER
    )


def _country(marked: TaggedArticle, city: Match | None, offices: set[int]) -> Match | None:
    if city is not None:
        return None
    best: tuple[float, Match | None] = (2.0, None)
    for match in marked.found:
        if (
            match.tag & Tag.PLACE
            and match.first not in offices
            and any(e.key.startswith("country:") for e in match.entries)
        ):
            weight = _weigh(marked, match) if _located(marked, match) else 0.0
            if weight > best[0]:
                best = (weight, match)
    return best[1]


def _by_town_word(marked: TaggedArticle, offices: set[int]) -> tuple[str, int] | None:
    """A town that no catalogue knows, by the word "town" beside it."""
    for match in marked.found:
        if not any(e.key == "town_words" for e in match.entries) or match.first in offices:
            continue
        sentence = marked.sentence_of(match.first)
        if marked.passage(sentence) is Passage.BACKGROUND or _beside(
            marked, sentence, match, ("background",)
        ):
            continue
        at = match.first - 1 if marked.lexicon.grammar.head == "final" else match.last
        if (
            0 <= at < len(marked.tokens)
            and marked.tags[at] == Tag.NONE
            and marked.tokens[at].word.letters == Letters.CAPITAL
        ):
            return case_forms.nominative(marked, at), at
    return None


def _venue(marked: TaggedArticle) -> str | None:
    """The house or body named with "in" or "at" in a sentence of the place or of the lead."""
    for sentence in marked.sentences:
        if sentence.paragraph in {1, 2, 3}:
            found = _venue_in(marked, sentence)
            if found is not None:
                return found
    return None


def _venue_in(marked: TaggedArticle, sentence: Sentence) -> str | None:
    grammar = marked.lexicon.grammar
    if grammar.head == "final":
        return _venue_before(marked, sentence)
    if grammar.small_nouns:
        return None
    for index in range(sentence.first, sentence.last - 1):
        if marked.tokens[index].word.fold not in marked.lexicon.in_words:
            continue
        first = index + 1
        while first < sentence.last and marked.tags[first] & Tag.FUNCTION:
            first += 1
        last = first
        while last < sentence.last and marked.tokens[last].word.letters in {
            Letters.CAPITAL,
            Letters.CAPITALS,
        }:
            last += 1
        if (
            last > first + 1
            and any(marked.tags[i] & Tag.BODY for i in range(first, last))
            and not marked.tags[first] & Tag.KIND
        ):
            return marked.slice(first, last)
    return None


def _venue_before(marked: TaggedArticle, sentence: Sentence) -> str | None:
    """The house whose name ends with a noun for houses in the case that says where, as in the Turkic languages."""
    ends = tuple(sorted(marked.lexicon.grammar.events.in_endings, key=len, reverse=True))
    for index in range(sentence.first + 1, sentence.last):
        match = marked.matches[index]
        if match is None or not ends or not any(entry.key == "venues" for entry in match.entries):
            continue
        word = marked.tokens[index].word
        if not (fold(word.ending) or word.fold).endswith(ends) or not dictionary_forms.possessed(
            marked, match
        ):
            continue
        first = _behind_town(
            marked, office_phrases.left(marked, sentence.first, match.first), match.first
        )
        if marked.tags[first] & Tag.KIND and first == sentence.first:
            first += 1  # the event itself: "The conference was held in …" begins with it in these languages
        if first < match.first and any(
            marked.tokens[i].word.letters != Letters.LOWER for i in range(first, match.first)
        ):
            return dictionary_forms.nominative(marked, first, match.last, ends)
    return None


def _behind_town(marked: TaggedArticle, first: int, last: int) -> int:
    """Return where a house's name begins behind the town that it lies in: "in the town of X | the hall of Y"."""
    towns = [i for i in range(first, last - 1) if _town_word(marked, i) and not _belongs(marked, i)]
    return towns[-1] + 1 if towns else first
