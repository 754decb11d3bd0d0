"""The company that a body keeps in a text: by it a weak abbreviation is known to be its own.

ОТГ is a commune, too, ТМУ a university. What the body has and its namesakes lack shows which is
meant: its head, its own site, the Turkic states in words, its member states who meet, a summit that
is the abbreviation's own.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from urllib.parse import urlsplit

from bot.extraction.event import place_words
from bot.extraction.facts import Kind
from bot.extraction.text.passages import Passage
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import COUNTRY, Match, Tag
from bot.extraction.text.tokenizer import Letters, Sentence
from config.catalogue import Catalogue
from config.organizations import Organization
from config.text import fold, fold_text

_SURNAME = 6  # letters of a head's surname that tell enough
_BESIDE = 4  # words around an abbreviation that stand beside it
_GOVERNED = 10  # words from an abbreviation to the gathering that is its own
_COMPOUND = 6  # words behind an English abbreviation that may belong to it
_PAIR, _MANY, _MOST = 2, 3, 4  # member states that say something, that say much, and nearly all
_SESSIONS = frozenset({Kind.MEETING, Kind.SUMMIT})
_AHEAD = frozenset({Passage.HEADLINE, Passage.LEAD})
_BREAKS = frozenset(",;:|—–")
_GATHERINGS = frozenset(
    {
        Kind.CONFERENCE,
        Kind.MEETING,
        Kind.SUMMIT,
        Kind.FESTIVAL,
        Kind.CEREMONY,
        Kind.EXHIBITION,
        Kind.TRAINING,
    }
)


@dataclass(frozen=True, slots=True)
class Company:
    """What makes a weak abbreviation or a shared name count; all words are folded beginnings.

    Attributes:
        words: May stand anywhere in the text.
        neighbours: Must stand beside it.
        world: Say that the Turkic world is spoken of, which is little.
        officials: Who acts for a state.
        apart: Whole words right before an abbreviation that make it a common noun.
        states: Keys of the member states: "country:KZ".
        cities: Key of a city -> key of its country, in member states.
        heads: Id -> surnames of those who head or headed it.
        headed: Whole names of those who head or headed one, in every spelling.
        sites: Id -> the host of its own site.
        strangers: Id -> words of texts about its namesakes.
        unions: Other unions of states, as they are written.
        convenes: Id -> how the states are called together whose gatherings are its own.
    """

    words: tuple[str, ...]
    neighbours: tuple[str, ...]
    world: tuple[str, ...]
    officials: tuple[str, ...]
    apart: frozenset[str]
    states: frozenset[str]
    cities: Mapping[str, str]
    heads: Mapping[str, frozenset[str]]
    headed: tuple[str, ...]
    sites: Mapping[str, str]
    strangers: Mapping[str, tuple[str, ...]]
    unions: tuple[str, ...]
    convenes: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Company":
        """Return what `catalogue` knows of the company that organisations keep."""
        known, organizations = catalogue.company, catalogue.organizations
        states = frozenset(f"{COUNTRY}{code}" for code in known.states)
        cities = {
            f"city:{city.id}": f"{COUNTRY}{city.country}"
            for city in catalogue.places.cities.values()
            if f"{COUNTRY}{city.country}" in states
        }
        heads = {body.id: _surnames_of_heads(body) for body in organizations}
        sites = {body.id: _host(str(body.site)) for body in organizations if body.site}
        strangers = {body.id: _folded(body.strangers) for body in organizations}
        return cls(
            _folded(known.company),
            _folded(known.neighbours),
            _folded(known.world),
            _folded(known.officials),
            frozenset(_folded(known.apart)),
            states,
            cities,
            heads,
            tuple(chain.from_iterable(map(_names_of_heads, organizations))),
            sites,
            strangers,
            tuple(dict.fromkeys(chain.from_iterable(known.unions.values()))),
            {body.id: _folded(body.convenes) for body in organizations if body.convenes},
        )


def _host(url: str | None) -> str:
    return urlsplit(url or "").netloc.removeprefix("www.")


def _surnames_of_heads(organization: Organization) -> frozenset[str]:
    """Return the folded surnames of those who lead it, short ones left out."""
    surnames = {name.split()[-1] for name in _names_of_heads(organization)}
    return frozenset(surname for surname in surnames if len(surname) >= _SURNAME)


def _names_of_heads(organization: Organization) -> list[str]:
    """Return the folded names of those who lead it, in every spelling."""
    return [fold(name) for head in organization.heads for name in (head.name, *head.spellings)]


def _folded(table: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(word) for words in table.values() for word in words))


def accompanied(
    marked: TaggedArticle, key: str, matches: Sequence[Match], company: Company
) -> bool:
    """Whether the body `key`, named weakly at `matches`, keeps its company in the text."""
    host = _host(marked.article.url)
    if host and host == company.sites.get(key):
        return True
    text = fold_text(marked.text)
    if _any_in(text, (*company.words, *company.heads.get(key, ()))):
        return True
    if _counted(marked, matches, company):
        return False
    beside = [tied(marked, match) for match in matches]
    if any(_begin(_words(marked, around), company.neighbours) for around in beside):
        return True
    if _begin(f" {text}", company.strangers.get(key, ())):
        return False
    gathering = any(gathers(marked, around) for around in beside)
    world = _any_in(text, company.world)
    return _likely(marked, key, matches, company, gathering=gathering, world=world)


def _likely(
    marked: TaggedArticle,
    key: str,
    matches: Sequence[Match],
    company: Company,
    *,
    gathering: bool,
    world: bool,
) -> bool:
    """Whether the body is rather meant than its namesakes: several signs, each of which is little.

    Of an outlet that is known to write of the body one is enough.
    """
    members = len(states(marked, company))
    if members >= _MOST:
        return True
    if key in marked.article.familiar and _abbreviated(matches):
        return gathering or world or members > 0
    if world and _told_of_the_world(marked, matches, company):
        return True
    if gathering:
        return (
            world
            or members >= _PAIR
            or _meets_in_a_member(marked, matches, company)
            or (members > 0 and acts_for_a_state(marked, matches, company))
        )
    return world and members >= _MANY


def _meets_in_a_member(marked: TaggedArticle, matches: Sequence[Match], company: Company) -> bool:
    """Whether a session or a summit of the body is told to be in a town of one of its states."""
    for match in matches:
        sentence = marked.sentence_of(match.first)
        if marked.passage(sentence) not in _AHEAD:
            continue
        meets = gathers(marked, tied(marked, match), _SESSIONS)
        if meets and _is_in_a_member(marked, sentence, company):
            return True
    return False


def _is_in_a_member(marked: TaggedArticle, sentence: Sentence, company: Company) -> bool:
    """Whether a town of a member state stands with "in" in a sentence."""
    for town in marked.matches[sentence.first : sentence.last]:
        if town is None or not any(entry.key in company.cities for entry in town.entries):
            continue
        if place_words.is_located(marked, town):
            return True
    return False


def _told_of_the_world(marked: TaggedArticle, matches: Sequence[Match], company: Company) -> bool:
    """Whether a sentence that names the body speaks of the Turkic world besides."""
    numbers = {marked.sentence_of(match.first).number for match in matches}
    told = (fold_text(marked.sentence_text(marked.sentences[number])) for number in numbers)
    return any(_any_in(sentence, company.world) for sentence in told)


def _abbreviated(matches: Sequence[Match]) -> bool:
    """Whether a body is named by an abbreviation, and not by a name that people bear as well."""
    return any(entry.exact for match in matches for entry in match.entries)


def _any_in(text: str, words: Iterable[str]) -> bool:
    return any(word in text for word in words)


def _words(marked: TaggedArticle, indices: Iterable[int]) -> str:
    """The folded words at `indices` with a space before each."""
    return " ".join(["", *(marked.tokens[at].word.fold for at in sorted(indices))])


def _begin(words: str, beginnings: Iterable[str]) -> bool:
    """Whether a word among `words` begins in one of the ways told."""
    return any(f" {word}" in words for word in beginnings)


def _counted(marked: TaggedArticle, matches: Sequence[Match], company: Company) -> bool:
    """Whether the text speaks of several things of the name, or gives one a name of its own.

    Двух ОТГ, Болградская ОТГ.
    """
    for match in matches:
        sentence, at = marked.sentence_of(match.first), match.first - 1
        if at < sentence.first:
            continue
        word = marked.tokens[at].word
        if word.fold in company.apart:
            return True
        # a headline may have capitals everywhere, and where verbs stand last a name may end before
        named = word.letters == Letters.CAPITAL and not marked.tags[at] and at > sentence.first
        if named and sentence.paragraph > 0 and marked.lexicon.grammar.head == "initial":
            return True
    return False


def tied(marked: TaggedArticle, match: Match) -> frozenset[int]:
    """Return the tokens that stand beside a phrase or govern it: саммит лидеров | ОТГ.

    Where heads come first, also those right behind it, which may be its compound: OTS | summit.
    """
    behind = list(_side(marked, match, range(match.last, len(marked.tokens))))
    before = list(_side(marked, match, range(match.first - 1, -1, -1)))
    near = {*behind[:_BESIDE], *before[:_BESIDE]}
    if marked.lexicon.grammar.head == "initial":
        return frozenset({*near, *_unbroken(marked, before[:_GOVERNED]), *behind[:_COMPOUND]})
    return frozenset({*near, *_unbroken(marked, behind[:_GOVERNED])})


def _side(marked: TaggedArticle, match: Match, indices: Iterable[int]) -> Iterator[int]:
    """Yield those of `indices` that stand in the sentence of `match`, up to a verb."""
    sentence = marked.sentence_of(match.first)
    for at in indices:
        if not sentence.first <= at < sentence.last:
            return
        if marked.tokens[at].word.verbal and not marked.tags[at]:
            return
        yield at


def _unbroken(marked: TaggedArticle, indices: Iterable[int]) -> Iterator[int]:
    for at in indices:
        if marked.mark(at) in _BREAKS:
            return
        yield at


def gathers(
    marked: TaggedArticle, indices: Iterable[int], kinds: frozenset[Kind] = _GATHERINGS
) -> bool:
    """Whether a gathering of one of `kinds` is among the words at `indices`."""
    for at in indices:
        match = marked.matches[at]
        if match is None or not match.tag & Tag.KIND:
            continue
        if any(entry.tag == Tag.KIND and entry.key in kinds for entry in match.entries):
            return True
    return False


def states(marked: TaggedArticle, company: Company) -> frozenset[str]:
    """Return the member states that the text names, also by a town or by their people."""
    found: set[str] = set()
    for match in marked.found:
        if match.tag & (Tag.PLACE | Tag.DEMONYM):
            keys = {company.cities.get(entry.key, entry.key) for entry in match.entries}
            if len(keys) == 1:
                found |= keys & company.states
    return frozenset(found)


def acts_for_a_state(marked: TaggedArticle, matches: Sequence[Match], company: Company) -> bool:
    """Whether somebody acts for a state in a sentence that holds one of `matches`."""
    sentences = {marked.sentence_of(match.first).number for match in matches}
    for number in sentences:
        sentence = marked.sentences[number]
        if _begin(_words(marked, range(sentence.first, sentence.last)), company.officials):
            return True
    return False
