"""Which names in a text are really those of organisations, and which only look or sound like them.

A weak abbreviation (ОТГ is a commune, too) and a name that others share (a surname, a chamber of
two countries) count only in the company that the body keeps.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Entry, Match, Tag
from bot.extraction.text.tokenizer import Letters
from config.catalogue import Catalogue
from config.organizations import Organization
from config.text import fold, fold_text

Named = tuple[str, Match, int]
"""An organisation's id, where it is named, and the number of the sentence."""

_ENOUGH = 60  # places of weak names that are looked at for their company
_BEGINNING = 2_000  # tokens among which a text spells an abbreviation out
_SURNAME = 6  # letters of a head's surname that tell enough
_BESIDE = 4  # words around an abbreviation that stand beside it
_BRACKET = 4  # tokens at most that a bracket with an abbreviation holds
_NAMED = 8  # tokens before a bracket that may hold the name that it abbreviates
_HEADS = Tag.BODY | Tag.DESCRIPTOR
_FIRM = 3  # tokens behind a name within which a firm says that it is one


@dataclass(frozen=True, slots=True)
class Company:
    """What makes a weak abbreviation or a shared name count.

    Attributes:
        words: Folded beginnings that may stand anywhere in the text.
        neighbours: Folded beginnings that must stand beside it.
        heads: Id -> folded surnames of those who head or headed it.
        sites: Id -> the host of its own site.
    """

    words: tuple[str, ...]
    neighbours: tuple[str, ...]
    heads: Mapping[str, frozenset[str]]
    sites: Mapping[str, str]

    @classmethod
    def of(cls, catalogue: Catalogue) -> "Company":
        """Return what `catalogue` knows of the company that organisations keep."""
        heads = {
            organization.id: _surnames_of_heads(organization)
            for organization in catalogue.organizations
        }
        sites = {
            organization.id: urlsplit(organization.site).netloc.removeprefix("www.")
            for organization in catalogue.organizations
            if organization.site
        }
        return cls(_folded(catalogue.company), _folded(catalogue.neighbours), heads, sites)


def _surnames_of_heads(organization: Organization) -> frozenset[str]:
    """Return the folded surnames of those who lead it, short ones left out."""
    names = [name for head in organization.heads for name in (head.name, *head.spellings)]
    surnames = {fold(name.split()[-1]) for name in names}
    return frozenset(surname for surname in surnames if len(surname) >= _SURNAME)


def _folded(table: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(word) for words in table.values() for word in words))


def named(marked: TaggedArticle, company: Company, url: str | None) -> list[Named]:
    """Return the organisations named in `marked`, in the order of the text."""
    strong: list[Named] = []
    weak: list[Named] = []
    for match in marked.found:
        if not match.tag & Tag.ORGANIZATION or _of_another(marked, match):
            continue
        number = marked.sentence_of(match.first).number
        for entry in match.entries:
            if entry.tag == Tag.ORGANIZATION:
                (weak if entry.weak else strong).append((entry.key, match, number))
    certain = {key for key, _, _ in strong}
    foreign = {key for key, match, _ in weak[:_ENOUGH] if _foreign(marked, match, key, company)}
    first = {key: match for key, match, _ in reversed(weak)}
    foreign |= {key for key, match in first.items() if _spelt_out(marked, match)}
    counting = {
        key
        for key in first.keys() - foreign
        if certain or _accompanied(marked, key, weak, company, url)
    }
    kept = [mention for mention in weak if mention[0] in counting]
    return sorted({*strong, *kept}, key=lambda mention: mention[1].first)


def _accompanied(
    marked: TaggedArticle, key: str, weak: list[Named], company: Company, url: str | None
) -> bool:
    """Whether the body of the weak name `key` keeps its company in the text."""
    host = urlsplit(url or "").netloc.removeprefix("www.")
    if host and host == company.sites.get(key):
        return True
    text = fold_text(marked.text)
    if any(word in text for word in (*company.words, *company.heads.get(key, ()))):
        return True
    matches = [match for other, match, _ in weak[:_ENOUGH] if other == key]
    return any(_beside(marked, match, company.neighbours) for match in matches)


def _beside(marked: TaggedArticle, match: Match, neighbours: tuple[str, ...]) -> bool:
    sentence = marked.sentence_of(match.first)
    first = max(sentence.first, match.first - _BESIDE)
    last = min(sentence.last, match.last + _BESIDE)
    around = (range(first, match.first), range(match.last, last))
    for side in around:
        text = " ".join(["", *(marked.tokens[at].word.fold for at in side)])
        if any(f" {word}" in text for word in neighbours):
            return True
    return False


def _foreign(marked: TaggedArticle, match: Match, key: str, company: Company) -> bool:
    """Whether an abbreviation is set in brackets behind the name of something else.

    It stands for that in this text.
    """
    if marked.mark(match.last) != ")":
        return False
    reach = range(match.first - 1, max(match.first - _BRACKET, 0), -1)
    opening = next((at for at in reach if marked.mark(at) == "("), None)
    if opening is None:
        return False
    named = marked.matches[opening - 1]
    if named is not None and any(other.key == key for other in named.entries):
        return False
    before = fold(marked.slice(max(0, opening - _NAMED), opening)) if opening else ""
    return not any(word in before for word in company.words)


def _spelt_out(marked: TaggedArticle, match: Match) -> bool:
    """Whether the text spells the abbreviation out as another body's name.

    Ottoman and Turkish Studies.
    """
    letters = marked.tokens[match.first].word.fold
    words = [
        index
        for index, token in enumerate(marked.tokens[:_BEGINNING])
        if token.word.letters in {Letters.CAPITAL, Letters.CAPITALS} or marked.tags[index] & _HEADS
    ]
    for start in range(len(words) - len(letters) + 1):
        run = words[start : start + len(letters)]
        if run[-1] - run[0] >= len(letters) * 2 or marked.tags[run[0]] & Tag.ORGANIZATION:
            continue
        initials = "".join(marked.tokens[index].word.fold[:1] for index in run)
        if initials == letters and any(marked.tags[index] & _HEADS for index in run):
            return True
    return False


def _of_another(marked: TaggedArticle, match: Match) -> bool:
    """Whether the name is a part of a longer one that is another's."""
    entry = next(entry for entry in match.entries if entry.tag == Tag.ORGANIZATION)
    return (
        _hyphened(marked, match)
        or _of_two_countries(marked, match, entry)
        or _surnamed(marked, match, entry)
        or _continued(marked, match, entry)
        or _with_own_name(marked, match, entry)
        or _firm(marked, match)
    )


def _hyphened(marked: TaggedArticle, match: Match) -> bool:
    """Fransız-Türk Ticaret ve Sanayi Odası."""
    at = match.first - 1
    return at > 0 and marked.mark(at) == "-" and marked.tokens[at].glued


def _of_two_countries(marked: TaggedArticle, match: Match, entry: Entry) -> bool:
    """Alman Türk Ticaret ve Sanayi Odası: only a name that others share."""
    at = match.first - 1
    if not entry.weak or len(entry.words) < _FIRM or at < 0:
        return False
    return bool(marked.tags[at] & (Tag.DEMONYM | Tag.PLACE)) and not marked.tokens[at].word.ending


def _surnamed(marked: TaggedArticle, match: Match, entry: Entry) -> bool:
    """Ece Türksoy: a shared name of one word behind somebody's first name."""
    at = match.first - 1
    if not entry.weak or entry.exact or len(entry.words) > 1 or at < 0:
        return False
    before = marked.tokens[at].word
    return before.letters == Letters.CAPITAL and not marked.tags[at] and not before.adverbial


def _continued(marked: TaggedArticle, match: Match, entry: Entry) -> bool:
    """Turkish Academy of Sciences: the name goes on where the body's is at its end."""
    behind, last = match.last, marked.sentence_of(match.first).last
    if marked.lexicon.grammar.head != "initial" or behind + 1 >= last or len(entry.words) > _FIRM:
        return False
    joined = marked.tokens[behind].word.fold in {"of", "for"}
    following = marked.tokens[behind + 1].word
    return (
        joined
        and following.letters == Letters.CAPITAL
        and not marked.tags[behind + 1] & (Tag.PLACE | Tag.DEMONYM)
    )


def _with_own_name(marked: TaggedArticle, match: Match, entry: Entry) -> bool:
    """Turan Beynəlxalq Türk Mədəniyyəti Təşkilatı: a name of its own before the "international"."""
    at = match.first - 1
    international = {fold(word) for word in marked.lexicon.grammar.international}
    first = marked.tokens[match.first].word.fold
    if at < 1 or first not in international or len(entry.words) < _FIRM:
        return False
    before = marked.tokens[at].word
    known = marked.tags[at] & ~Tag.PLACE
    named = before.letters == Letters.CAPITAL and not known and not before.adverbial
    first_name = marked.tokens[at - 1].word
    return named and (
        first_name.letters not in {Letters.CAPITAL, Letters.CAPITALS} or first_name.adverbial
    )


def _firm(marked: TaggedArticle, match: Match) -> bool:
    """Turkic Investment Fund Inc.; «Түрксой» балдар бакчасы."""
    sentence = marked.sentence_of(match.first)
    words = [
        marked.tokens[at].word.fold
        for at in range(match.last, min(match.last + _FIRM, sentence.last))
        if marked.tokens[at].word.letters != Letters.MARK
    ]
    before = [
        marked.tokens[at].word.fold
        for at in range(max(match.first - _FIRM, sentence.first), match.first)
        if marked.tokens[at].word.letters != Letters.MARK
    ]
    cues = marked.lexicon.firms
    if any(cue.first == 0 for cue in cues.find(words)):
        return True
    return any(cue.last == len(before) for cue in cues.find(before))
