"""Of which country or body somebody is who leads its delegation.

The delegation of the X Agency led by | vice-president Y; Bakan Y başkanlığındaki | X heyeti.
"""

from collections.abc import Sequence

from bot.extraction.people import named_bodies, office_titles
from bot.extraction.people.mentions import Mention
from bot.extraction.people.office_lists import over_words
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Sentence

_BACK = 24  # tokens from a delegation to the one who leads it
_AHEAD = 8  # tokens from the one who leads it to the word for it, where that stands behind


def give_bodies_of_delegations(
    marked: TaggedArticle, sentence: Sentence, mentions: Sequence[Mention]
) -> None:
    """Tell those of one sentence who lead a delegation whose it is, where no office tells it."""
    final = marked.lexicon.grammar.head == "final"
    for mention in mentions:
        role = mention.role
        if mention.origin is not None or mention.told is not None or mention.appointed:
            continue
        title, body = office_titles.split(marked, role) if role is not None else (None, None)
        if body is not None:
            continue
        group = _behind(marked, mention) if final else _before(marked, sentence, mention)
        sender = _sender(marked, group, final=final) if group is not None else None
        if sender is not None:
            mention.told = title, sender


def _group(marked: TaggedArticle, index: int) -> Match | None:
    """Return the word for a delegation that stands at `index`, or None."""
    match = marked.matches[index]
    words = marked.lexicon.office_words.delegations
    known = match is not None and any(entry.shown in words for entry in match.entries)
    return match if known else None


def _before(marked: TaggedArticle, sentence: Sentence, mention: Mention) -> Match | None:
    """Return the delegation that somebody is told to lead: делегация X во главе с | Y."""
    start = mention.start
    while start > sentence.first and marked.folds[start - 1] in marked.lexicon.articles:
        start -= 1
    ends = (
        over_words(marked, sentence.first, start, words)
        for words in marked.lexicon.office_words.led_by
    )
    led = next((end for end in ends if end is not None), None)
    if led is None:
        return None
    near = range(led - 1, max(sentence.first, led - _BACK) - 1, -1)
    return next((group for at in near if (group := _group(marked, at)) is not None), None)


def _behind(marked: TaggedArticle, mention: Mention) -> Match | None:
    """Return the delegation that somebody is told to lead: Y başkanlığındaki | X heyeti."""
    at, last = mention.run.last, marked.sentence_of(mention.run.first).last
    for words in marked.lexicon.office_words.led_by:
        if tuple(marked.folds[at : at + len(words)]) == words:
            near = range(at + len(words), min(last, at + len(words) + _AHEAD))
            return next((group for i in near if (group := _group(marked, i)) is not None), None)
    return None


def _sender(marked: TaggedArticle, group: Match, *, final: bool) -> str | None:
    """Return the country or the body whose delegation `group` is, or None."""
    if final:
        return _named(marked, group.first - 1)
    behind = group.last
    behind += marked.folds[behind] in marked.lexicon.presence.belongs  # the delegation of | X
    body = _body_behind(marked, group)
    return body or _named(marked, behind) or _named(marked, group.first - 1)


def _named(marked: TaggedArticle, index: int) -> str | None:
    """Return the country or the body that the phrase at `index` is, or None."""
    match = marked.matches[index] if 0 <= index < len(marked.matches) else None
    if match is None:
        return None
    return marked.lexicon.country_of(match) or named_bodies.full(marked, match)


def _body_behind(marked: TaggedArticle, group: Match) -> str | None:
    """Return the body that is named behind a delegation, before any verb, or None."""
    last = min(marked.sentence_of(group.first).last, group.last + _AHEAD)
    for at in range(group.last, last):
        match = marked.matches[at]
        if match is not None and match.tag & (Tag.BODY | Tag.ORGANIZATION):
            return named_bodies.full(marked, match, group.last)
        of = marked.folds[at] in marked.lexicon.presence.belongs
        if marked.mark(at) or (marked.tags[at] & Tag.PREPOSITION and not of):
            return None
    return None
