"""The town of whoever governs one, where the words beside the name do not say which.

The delegation came to Shymkent, where it met the mayor, | X: of the only town told before.
"""

from collections.abc import Sequence

from bot.extraction.people import dictionary_forms
from bot.extraction.people.mentions import Mention
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters
from config.text import fold

_NEAR = 40  # tokens before a name among which its town is told
_LEAD = 2  # tokens from a town to the word for its body
_SEAT = 200  # tokens around a name among which the town's own body is told


def governed(marked: TaggedArticle, mention: Mention, others: Sequence[Mention]) -> str | None:
    """Return the town or region that `mention`, a mayor or a governor, has to be of, or None.

    It is the only one of the sentence before the name, or else of the sentence before that, or that
    of the whole report.
    """
    role, governors = mention.role, marked.lexicon.grammar.people.governors
    if role is None or not any(entry.shown in governors for entry in role.head.entries):
        return None
    sentence = mention.sentence
    found = _places(marked, range(max(sentence.first, mention.start - _NEAR), mention.start))
    taken = (other.role for other in others if other is not mention and other.role is not None)
    if any(role.first <= place.first < role.last for role in taken for place in found):
        return None
    if not found and sentence.first:
        before = marked.sentence_of(sentence.first - 1)
        near = range(max(before.first, before.last - _NEAR), before.last)
        found = _places(marked, near) if before.paragraph == sentence.paragraph else []
    names = {_name(place) for place in found}
    if len(names) == 1:
        return names.pop()
    return _of_seat(marked, mention, role.head) or _of_report(marked, mention)


def _of_report(marked: TaggedArticle, mention: Mention) -> str | None:
    """Return the only town that the headline tells, or else the first sentence of the text."""
    for sentence in marked.sentences[: mention.sentence.number]:
        near = range(sentence.first, min(sentence.last, sentence.first + _NEAR))
        names = {_name(place) for place in _places(marked, near)}
        if names or sentence.paragraph:
            return names.pop() if len(names) == 1 else None
    return None


def _of_seat(marked: TaggedArticle, mention: Mention, head: Match) -> str | None:
    """Return the only town near by whose own body is told: Vali X; Ordu | Valiliği."""
    if marked.lexicon.grammar.head != "final":
        return None
    words = {entry.words[0] for entry in head.entries}
    start = max(0, mention.run.first - _SEAT)
    found: set[str] = set()
    for index in range(start + 1, min(mention.run.first + _SEAT, len(marked.tokens))):
        seat = marked.matches[index]
        if seat is None or seat.first != index or not seat.tag & Tag.BODY:
            continue
        if not any(entry.words[0].startswith(tuple(words)) for entry in seat.entries):
            continue
        at = index - 1
        while at > start and marked.tags[at] and not marked.tags[at] & Tag.PLACE:
            at -= 1  # Kayseri | Büyükşehir Belediyesi
        place, word = marked.matches[at], marked.tokens[at].word
        lone = index - at <= _LEAD and word.letters == Letters.CAPITAL and not word.ending
        if lone and dictionary_forms.possessed(marked, seat):
            found.add((_name(place) if place is not None else None) or word.text)
    return found.pop() if len(found) == 1 else None


def _places(marked: TaggedArticle, near: range) -> list[Match]:
    """Return the towns and regions told in a stretch of text, those of bodies' names aside."""
    found = {match.first: match for match in marked.matches[near.start : near.stop] if match}
    towns = (match for match in found.values() if match.tag == Tag.PLACE and _name(match))
    return [match for match in towns if not _left(marked, match)]


def _left(marked: TaggedArticle, place: Match) -> bool:
    """Whether somebody is told to come from a place: Ankara'dan, из Анкары."""
    lexicon = marked.lexicon
    if lexicon.grammar.head == "initial":
        return place.first > 0 and marked.folds[place.first - 1] in lexicon.ways_from
    word = marked.tokens[place.last - 1].word
    told = fold(word.ending) or word.fold
    return told.endswith(lexicon.origin_endings) and not marked.plain(place.last - 1)


def _name(place: Match) -> str | None:
    """Return what a town or a region is called; None of a country."""
    entry = next((entry for entry in place.entries if entry.tag == Tag.PLACE), None)
    return None if entry is None or entry.is_country else entry.shown
