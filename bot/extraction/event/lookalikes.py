"""Which names in a text are really those of organisations, and which only look or sound like them.

A weak abbreviation (ОТГ is a commune, too) and a name that others share (a surname, a chamber of
two countries) count only in the company that the body keeps.
"""

from collections.abc import Iterable
from itertools import chain

from bot.extraction.event.company import Company, accompanied
from bot.extraction.event.convened import convened
from bot.extraction.event.own_names import is_told_of
from bot.extraction.text.cues import Cue
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Entry, Match, Tag
from bot.extraction.text.tokenizer import Letters
from config.text import fold, fold_text

Named = tuple[str, Match, int]
"""An organisation's id, where it is named, and the number of the sentence."""

_ENOUGH = 60  # places of weak names that are looked at for their company
_BEGINNING = 2_000  # tokens among which a text spells an abbreviation out
_BRACKET = 4  # tokens at most that a bracket with an abbreviation holds
_NAMED = 8  # tokens before a bracket that may hold the name that it abbreviates
_HEADS = Tag.BODY | Tag.DESCRIPTOR
_QUOTES = frozenset("“«„\"'‘")
_PARTS = frozenset(",:;.!?—–")  # marks across which no name is spelt out
_FIRM = 3  # tokens behind a name within which a firm says that it is one


def named(marked: TaggedArticle, company: Company) -> list[Named]:
    """Return the organisations named in `marked`, in the order of the text."""
    strong, weak = _strong_and_weak(marked)
    certain = {key for key, _, _ in strong}
    counting = {
        key
        for key in _not_of_others(marked, weak, company)
        if certain or accompanied(marked, key, _matches(weak, key), company)
    }
    kept = [mention for mention in weak if mention[0] in counting]
    found = {*strong, *kept} or set(convened(marked, company))
    return sorted(found, key=lambda mention: mention[1].first)


def doubtful(marked: TaggedArticle, company: Company) -> frozenset[str]:
    """Return the organisations that may be named, by a weak name or by a title that they give.

    Or by the words that call their states together.
    Whoever knows of their event can tell; of those that keep their company `named` is sure.
    """
    _, weak = _strong_and_weak(marked)
    entries = chain.from_iterable(match.entries for match in marked.found)
    owned = {entry.key for entry in entries if entry.owned}
    text = fold_text(marked.text)
    called = {key for key, phrases in company.convenes.items() if _stands_in(text, phrases)}
    return frozenset(owned | called | _not_of_others(marked, weak, company))


def _stands_in(text: str, phrases: Iterable[str]) -> bool:
    return any(phrase in text for phrase in phrases)


def _strong_and_weak(marked: TaggedArticle) -> tuple[list[Named], list[Named]]:
    """Return where organisations are named beyond doubt, and where weakly."""
    strong: list[Named] = []
    weak: list[Named] = []
    for match in marked.found:
        if not match.tag & Tag.ORGANIZATION:
            continue
        number = marked.sentence_of(match.first).number
        owned = [entry for entry in match.entries if entry.owned]
        strong += [
            (entry.key, match, number) for entry in owned if is_told_of(marked, match, entry.owned)
        ]
        if owned or _of_another(marked, match):
            continue
        for entry in match.entries:
            if entry.tag == Tag.ORGANIZATION:
                (weak if entry.weak else strong).append((entry.key, match, number))
    return strong, weak


def _not_of_others(marked: TaggedArticle, weak: list[Named], company: Company) -> set[str]:
    """Return the organisations named weakly whose name the text gives to nothing else."""
    foreign = {key for key, match, _ in weak[:_ENOUGH] if _foreign(marked, match, key, company)}
    first = {key: match for key, match, _ in reversed(weak)}
    foreign |= {key for key, match in first.items() if _spelt_out(marked, match)}
    return first.keys() - foreign


def _matches(weak: list[Named], key: str) -> list[Match]:
    return [match for other, match, _ in weak[:_ENOUGH] if other == key]


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
        if token.word.fold != letters
        and (
            token.word.letters in {Letters.CAPITAL, Letters.CAPITALS} or marked.tags[index] & _HEADS
        )
    ]
    for start in range(len(words) - len(letters) + 1):
        run = words[start : start + len(letters)]
        if run[-1] - run[0] >= len(letters) * 2 or marked.tags[run[0]] & Tag.ORGANIZATION:
            continue
        if any(marked.mark(index) in _PARTS for index in range(run[0], run[-1])):
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


def _of_firm(marked: TaggedArticle, match: Match, cue: Cue) -> bool:
    """Whether the noun behind a name is a firm's, and not what the body deals in.

    Türksoy Turizm, but the TDT turizm bakanları and the bank governors of the Organization of
    Turkic States: a noun in small letters belongs to no abbreviation, and none to a whole name.
    """
    if cue.key == "firms":
        return True
    name, behind = marked.tokens[match.first].word, marked.tokens[match.last].word
    if match.last - match.first >= _FIRM:
        return False
    return name.letters != Letters.CAPITALS or behind.letters != Letters.LOWER


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
    if any(cue.first == 0 and _of_firm(marked, match, cue) for cue in cues.find(words)):
        return True
    # where verbs stand last, words before it may be of something else: the bank of the Fund gets
    quoted = marked.mark(match.first - 1) in _QUOTES
    named = quoted or marked.lexicon.grammar.head == "initial"
    return named and any(cue.last == len(before) for cue in cues.find(before))
