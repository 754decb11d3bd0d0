"""The town and country where the reported event is held, and not those of anything else."""

from collections import defaultdict
from dataclasses import dataclass

from bot.extraction.event import (
    host_towns,
    place_words,
    town_adjectives,
    town_ties,
    unknown_towns,
    venue,
)
from bot.extraction.event.dates import When
from bot.extraction.event.mentions import Mention, mention_there
from bot.extraction.event.town_weights import Scene, weigh
from bot.extraction.event.unknown_towns import Town
from bot.extraction.facts import Standing
from bot.extraction.text.passages import Passage
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import COUNTRY, Entry, Match, Tag
from bot.extraction.text.tokenizer import Sentence
from config.catalogue import Catalogue
from config.text import fold

_BESIDE = 4  # tokens between an unknown town and the known one near which it lies
_HOW = 3  # tokens between a meeting and the word that it is online
_AHEAD = frozenset({Passage.HEADLINE, Passage.LEAD})
_COUNTRY = 2.0  # weight from which on a country is the event's
_THRESHOLD = 1.5  # weight from which on a town is the event's; all weights tuned on tests/corpus
_SURE = 2.4  # below which a town gives way to the one that the outlet reports from
_ELSEWHERE = -2.5  # outside the country that the headline says the event is in
_AGAIN = 2  # further mentions count by one half of their weight,
_FURTHER = 3  # and no more of them than this


@dataclass(frozen=True, slots=True)
class Where:
    """The place of an event, as the article's language writes it."""

    city: str | None
    country: str | None
    venue: str | None
    sentence: Sentence | None


def towns(marked: TaggedArticle, offices: frozenset[int]) -> list[Match]:
    """Return the towns named in `marked`, apart from those of people's offices and names."""
    return [match for match in marked.found if _is_town(marked, match, offices)]


def _is_town(marked: TaggedArticle, match: Match, offices: frozenset[int]) -> bool:
    return (
        bool(match.tag & Tag.PLACE)
        and match.first not in offices
        and any(entry.key.startswith("city:") for entry in match.entries)
        and not place_words.is_common_noun(marked, match)
        and not _is_month(marked, match)
    )


def _is_month(marked: TaggedArticle, match: Match) -> bool:
    """Whether a town's name is a month's here, as the next word says: Қазан айының 29-ы."""
    if not match.tag & Tag.MONTH or match.last >= len(marked.tokens):
        return False
    sentence = marked.sentence_of(match.first)
    beside = marked.tags[match.last : sentence.last]
    opens = match.first == sentence.first and any(tag & Tag.MONTH for tag in beside)
    return opens or marked.tokens[match.last].word.fold in marked.lexicon.joiners


def where(
    marked: TaggedArticle,
    catalogue: Catalogue,
    offices: frozenset[int],
    names: frozenset[str],
    mentions: list[Mention],
    days: When | None,
) -> Where:
    """Return the place of the event that `marked` reports.

    `offices` are the tokens of people's offices, whose places are not the event's; `names` the
    folded words of their names.
    """
    named, online = towns(marked, offices), _online(marked)
    if online:
        named = [match for match in named if _of_meeting(marked, match, online)]
    scene = Scene(
        marked,
        offices,
        days,
        _tied(mentions),
        _spoken_at(marked, mentions, days),
        _namesakes(marked, names, named),
        _abroad(marked, named, catalogue),
    )
    best, weight = _town(scene, named)
    if best is not None and weight < _SURE and not marked.foretells:
        best = next((match for match in named if place_words.is_dateline(marked, match)), best)
    best, town = _settled(marked, named, best, unknown_towns.by_town_word(marked, offices))
    if best is None and town is None and not online:
        town = unknown_towns.by_case(marked, offices, names)
    country = _country(scene) if best is None else None
    if best is None and town is None and not online:
        best = town_adjectives.by_adjective(marked)
    if best is None and town is None and not online:
        best = host_towns.of_host(marked, _told_in(marked, named), offices)
    if best is None and town is None and not marked.foretells:
        best = _dateline(marked, catalogue, named, country)
    if best is not None:
        return _in_town(marked, catalogue, best, town)
    at = country.first if country is not None else None
    if town is not None:
        at, country = town.first, _country_of(marked, town) or country
    return Where(
        town.name if town is not None else None,
        _stated_country(country) if country is not None else None,
        venue.venue(marked),
        marked.sentence_of(at) if at is not None else None,
    )


def _told_in(marked: TaggedArticle, named: list[Match]) -> list[Match]:
    """Return the towns of which the report says that something is there."""
    return [
        match
        for match in named
        if place_words.is_located(marked, match)
        and marked.passage(marked.sentence_of(match.first)) is Passage.REPORT
    ]


def _online(marked: TaggedArticle) -> frozenset[int]:
    """Return the numbers of the sentences of headline and lead that say that one met online."""
    leads = (part for part in marked.sentences if marked.passage(part) in _AHEAD)
    words = (at for part in leads for at in range(part.first, part.last))
    said = (at for at in words if "online" in marked.cues.get(at, ()))
    return frozenset(marked.sentence_of(at).number for at in said if _meets_at(marked, at))


def _meets_at(marked: TaggedArticle, index: int) -> bool:
    """Whether a meeting is told near the word at `index`, in whatever case: toplantıda."""
    near = range(max(0, index - _HOW), min(len(marked.tags), index + _HOW + 1))
    meetings = tuple(fold(noun) for noun in marked.lexicon.grammar.events.kinds["meeting"])
    return any(marked.tags[at] & Tag.KIND or marked.folds[at].startswith(meetings) for at in near)


def _of_meeting(marked: TaggedArticle, match: Match, online: frozenset[int]) -> bool:
    """Whether a town stands where a meeting is told that was held online, and dates no report."""
    told = marked.sentence_of(match.first).number in online
    return told and not place_words.is_dateline(marked, match)


def _dateline(
    marked: TaggedArticle, catalogue: Catalogue, named: list[Match], country: Match | None
) -> Match | None:
    """Return the town that the outlet reports from, where nothing says that it is elsewhere.

    A town with "in" in the headline or beside the stamp does, whatever it is to the article, and so
    does a country.
    """
    stamps = [match for match in named if place_words.is_dateline(marked, match)]
    beside = marked.sentence_of(stamps[0].first).paragraph if stamps else 0
    elsewhere = any(
        match not in stamps
        and place_words.is_located(marked, match)
        and not town_ties.is_on_way(marked, match)
        and marked.sentence_of(match.first).paragraph <= beside
        for match in named
    )
    elsewhere = elsewhere or _in_region(marked)
    stamp = next(iter(stamps), None)
    if stamp is None or elsewhere or country is None:
        return None if elsewhere else stamp
    code = catalogue.places.city(_city(stamp).key.removeprefix("city:")).country
    return stamp if any(e.key == f"{COUNTRY}{code}" for e in country.entries) else None


def _in_region(marked: TaggedArticle) -> bool:
    """Whether the lead says that something is in a region, or in a house there."""
    for match in marked.found:
        sentence = marked.sentence_of(match.first)
        if not match.tag & Tag.PLACE or marked.passage(sentence) is not Passage.LEAD:
            continue
        housed = town_ties.is_in_house(marked, sentence, match)
        region = any(entry.key.startswith("region:") for entry in match.entries)
        if region and (housed or place_words.is_located(marked, match)):
            return True
    return False


def _country_of(marked: TaggedArticle, town: Town) -> Match | None:
    """Return the country that stands beside an unknown town: in X, Kenya; Кениянын X шаарында."""
    final = marked.lexicon.grammar.head == "final"
    at = town.first - 1 if final else town.last + 1
    match = marked.matches[at] if 0 <= at < len(marked.tokens) else None
    named = match is not None and any(e.is_country for e in match.entries)
    return match if named else None


def _stated_country(match: Match) -> str:
    return next(entry.shown for entry in match.entries if entry.is_country)


def _in_town(marked: TaggedArticle, catalogue: Catalogue, best: Match, town: Town | None) -> Where:
    """The place whose known town is `best`; `town` is an unknown one that lies in it, or None."""
    entry = _city(best)
    code = catalogue.places.city(entry.key.removeprefix("city:")).country
    country = catalogue.places.country(code).name(marked.lexicon.grammar.code)
    return Where(
        town.name if town is not None else entry.shown,
        _stated(marked, f"{COUNTRY}{code}") or country,
        venue.venue(marked),
        marked.sentence_of(best.first),
    )


def _tied(mentions: list[Mention]) -> dict[int, Standing]:
    """The first token of each town that is tied to an event -> what the nearest to it is."""
    found: dict[int, tuple[int, Standing]] = {}
    for mention in mentions:
        if mention.town is None:
            continue
        at = mention.town.first
        apart = min(abs(mention.match.first - mention.town.last), abs(at - mention.match.last))
        if at not in found or apart < found[at][0]:
            found[at] = apart, mention.standing
    return {at: standing for at, (_, standing) in found.items()}


def _spoken_at(marked: TaggedArticle, mentions: list[Mention], days: When | None) -> frozenset[int]:
    """Return the first tokens of the towns of gatherings at which something is said.

    Where one has a day of its own, other than the event's, it is only spoken of.
    """
    return frozenset(
        mention.town.first
        for mention in mentions
        if mention.town is not None
        and mention.standing is Standing.REPORTED
        and mention_there(marked, mention)
        and not _at_another_time(mention, days)
    )


def _at_another_time(mention: Mention, days: When | None) -> bool:
    own = mention.days
    if own is None or days is None or not own.known:
        return False
    return own.end < days.start or own.start > days.end


def _namesakes(marked: TaggedArticle, names: frozenset[str], named: list[Match]) -> frozenset[int]:
    """Return the first tokens of the towns without "in" that are a word of somebody's name."""
    return frozenset(
        match.first
        for match in named
        if fold(_city(match).shown) in names and not place_words.is_located(marked, match)
    )


def _abroad(marked: TaggedArticle, named: list[Match], catalogue: Catalogue) -> frozenset[str]:
    """Return the towns outside the country in which the headline says that something is held."""
    countries = {
        entry.key.removeprefix(COUNTRY)
        for match in marked.found
        if match.tag & Tag.PLACE
        and marked.sentence_of(match.first).paragraph == 0
        and place_words.is_located(marked, match)
        for entry in match.entries
        if entry.is_country
    }
    keys = {_city(match).key for match in named}
    return frozenset(
        key
        for key in keys
        if countries and catalogue.places.city(key.removeprefix("city:")).country not in countries
    )


def _city(match: Match) -> Entry:
    return next(entry for entry in match.entries if entry.key.startswith("city:"))


def _town(scene: Scene, named: list[Match]) -> tuple[Match | None, float]:
    """Return the best mention of the town that the text speaks for most, and its weight.

    A town's best mention counts in full, the others by half.
    """
    mentions: dict[str, list[tuple[float, Match]]] = defaultdict(list)
    for match in named:
        passage = scene.marked.passage(scene.marked.sentence_of(match.first))
        if passage is not Passage.FURNITURE and not place_words.is_dateline(scene.marked, match):
            mentions[_city(match).key].append((weigh(scene, match), match))
    chosen, most = None, _THRESHOLD
    for key, weights in mentions.items():
        weights.sort(key=lambda pair: -pair[0])
        further = weights[1 : 1 + _FURTHER]
        total = weights[0][0] + sum(max(0.0, weight) for weight, _ in further) / _AGAIN
        total += _ELSEWHERE if key in scene.abroad else 0.0
        if total > most:
            chosen, most = weights[0][1], total
    return chosen, most


def _stated(marked: TaggedArticle, key: str) -> str | None:
    """The country's name as the text first writes it."""
    for match in marked.found:
        for entry in match.entries:
            if entry.key == key and entry.tag == Tag.PLACE:
                return entry.shown
    return None


def _country(scene: Scene) -> Match | None:
    """Return the country in which the text says that the event is held, where it names no town."""
    best: tuple[float, Match | None] = (_COUNTRY, None)
    for match in scene.marked.found:
        if (
            match.tag & Tag.PLACE
            and match.first not in scene.offices
            and any(e.is_country for e in match.entries)
            and scene.marked.passage(scene.marked.sentence_of(match.first)) is not Passage.FURNITURE
            and place_words.is_located(scene.marked, match)
        ):
            weight = weigh(scene, match)
            if weight > best[0]:
                best = (weight, match)
    return best[1]


def _settled(
    marked: TaggedArticle, named: list[Match], best: Match | None, town: Town | None
) -> tuple[Match | None, Town | None]:
    """Return the known town and the unknown one that are the place: one in the other, or one alone.

    A known town is surer, unless it only says where the other lies: Zəngilanın Ağalı kəndində.
    """
    if best is None or town is None:
        return best, town
    key = _city(best).key
    if any(_lies_in(marked, match, town) for match in named if _city(match).key == key):
        return best, town
    ahead = marked.passage(marked.sentence_of(town.first)) in {Passage.HEADLINE, Passage.LEAD}
    if ahead and town.located and not place_words.is_located(marked, best):
        return None, town
    return best, None


def _lies_in(marked: TaggedArticle, known: Match, town: Town) -> bool:
    """Whether the words say that the unknown town lies in the known one or in its district."""
    if town.located and _of_its_region(marked, known, town):
        return True
    apart = town.first - known.last
    if marked.lexicon.grammar.head == "final":
        district = apart == 1 and bool(marked.tags[known.last] & Tag.BODY)
        return (
            apart == 0 or district or (apart == 1 and place_words.is_town_word(marked, known.last))
        )
    return 0 <= known.first - town.last <= _BESIDE and town.located


def _of_its_region(marked: TaggedArticle, best: Match, town: Town) -> bool:
    """Whether the region of `best` stands before the town: Ulytau, in the Ulytau region's X."""
    before = marked.matches[town.first - 1] if town.first else None
    name = fold(_city(best).shown)
    return before is not None and any(
        entry.key.startswith("region:") and name in fold(entry.shown).split()
        for entry in before.entries
    )
