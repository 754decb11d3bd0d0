"""Offices told by the post: X handed over the post of secretary general of Y to Z.

What is handed over is told of both; what somebody holds, held or takes up, of him. "This post" is
that of the office told last. Whoever is told in another office keeps that.
"""

from collections.abc import Iterator, Sequence

from bot.extraction.people import office_beginnings, office_ends, told_offices
from bot.extraction.people.mentions import Mention
from bot.extraction.people.office_complements import HEADS
from bot.extraction.people.office_phrases import OfficePhrase
from bot.extraction.text.presence_words import Beginnings
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Sentence

_VERB = 12  # tokens between a post and the verb that says what becomes of it
_OF = 3  # tokens between the word for a post and the office: of the acting
_BACK = 2  # sentences back to the office that "this post" takes up


def give_offices_of_posts(
    marked: TaggedArticle,
    sentence: Sentence,
    mentions: Sequence[Mention],
    earlier: Sequence[Mention],
) -> None:
    """Tell those of one sentence the office of the post that it says they hold or hand over.

    Args:
        marked: The article.
        sentence: The sentence.
        mentions: The people named in it.
        earlier: Those named before it.
    """
    mentions = [mention for mention in mentions if mention.certain or len(mention.run.parts) > 1]
    for post in _posts(marked, sentence) if mentions else ():
        office = _office(marked, sentence, post, mentions)
        if office is not None:
            stretch = range(min(post, office.first), max(post + 1, office.last))
            for mention in _holders(marked, stretch, mentions):
                mention.role, mention.certain = office, True
        elif marked.folds[post - 1] in marked.lexicon.office_words.this:
            told = _last_told(marked, sentence, earlier)
            for mention in _holders(marked, range(post, post + 1), mentions) if told else ():
                mention.told, mention.certain = told, True


def _posts(marked: TaggedArticle, sentence: Sentence) -> Iterator[int]:
    """Yield where the posts stand of which a verb of the sentence says what becomes of them.

    Whom an office is given that is told beside it, `appointments` tells.
    """
    lexicon = marked.lexicon
    for index in range(sentence.first + 1, sentence.last):
        if not lexicon.office_words.duties.begin(marked.folds[index]):
            continue
        told = [lexicon.office_words.handing, lexicon.office_words.holding]
        if marked.folds[index - 1] in lexicon.office_words.this:
            told.append(lexicon.appointing)
        if any(_verb(marked, index, verbs) for verbs in told):
            yield index


def _verb(marked: TaggedArticle, post: int, verbs: Beginnings) -> bool:
    """Whether one of `verbs` stands near a post in its sentence."""
    sentence = marked.sentence_of(post)
    near = range(max(sentence.first, post - _VERB), min(sentence.last, post + _VERB))
    return any(verbs.begin(marked.folds[at]) for at in near if at != post)


def _holders(marked: TaggedArticle, stretch: range, mentions: Sequence[Mention]) -> list[Mention]:
    """Return whose the post is that is told in `stretch`: the nearest who has no office.

    Of one that is handed over the nearest on either side.
    """
    before = [m for m in mentions if m.run.last <= stretch.start][-1:]
    behind = [m for m in mentions if m.run.first >= stretch.stop][:1]
    sides = [m for m in (*before, *behind) if m.role is None and m.told is None]
    if _verb(marked, stretch.start, marked.lexicon.office_words.handing):
        return sides
    far = [
        (max(stretch.start - m.run.last, m.run.first - stretch.stop), at)
        for at, m in enumerate(sides)
    ]
    return [sides[at] for _, at in sorted(far)[:1]]


def _last_told(
    marked: TaggedArticle, sentence: Sentence, earlier: Sequence[Mention]
) -> tuple[str | None, str | None] | None:
    """Return the last office with a body that the sentences before tell, or None."""
    for mention in reversed(earlier):
        if sentence.number - mention.sentence.number > _BACK:
            return None
        told = told_offices.told(marked, mention)
        if all(told):
            return told
    return None


def _office(
    marked: TaggedArticle, sentence: Sentence, post: int, mentions: Sequence[Mention]
) -> OfficePhrase | None:
    """Return the office whose post stands at `post`, or None where none is told."""
    if marked.lexicon.grammar.head == "initial":
        return _behind(marked, sentence, post, mentions)
    match = marked.matches[post - 1] if post > sentence.first else None
    if match is None or not match.tag & (Tag.ROLE | Tag.OFFICE):
        return None
    names = (mention.run.last for mention in mentions if mention.run.last <= match.first)
    floor = max(names, default=sentence.first)
    first = office_beginnings.left(marked, floor, match.first)
    return OfficePhrase(first, match.last, match, apposed=False)


def _behind(
    marked: TaggedArticle, sentence: Sentence, post: int, mentions: Sequence[Mention]
) -> OfficePhrase | None:
    match = _head(marked, post + 1, min(post + 1 + _OF, sentence.last))
    if match is None:
        return None
    names = (mention.run.first for mention in mentions if mention.run.first > post)
    limit = min(names, default=sentence.last)
    end = office_ends.ends(marked, match.first, limit, bracket=False)
    while end > match.last and marked.tags[end - 1] & (Tag.PREPOSITION | Tag.FUNCTION):
        end -= 1
    first = office_beginnings.left(marked, post + 1, match.first)
    return OfficePhrase(first, end, match, apposed=True)


def _head(marked: TaggedArticle, first: int, last: int) -> Match | None:
    """Return the office that begins in a stretch, with nothing but small words before it."""
    for index in range(first, last):
        match = marked.matches[index]
        if match is not None and match.tag & HEADS:
            return match
        if not marked.tags[index] & (Tag.FUNCTION | Tag.PREPOSITION | Tag.MODIFIER):
            return None
    return None
