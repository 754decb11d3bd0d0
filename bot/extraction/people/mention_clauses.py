"""What mentions of one sentence are to each other: lists, owners, go-betweens, and their clause.

Names of one list stand in one clause; a case that only the last of them shows is theirs, too.
"""

from itertools import pairwise

from bot.extraction.people import name_endings
from bot.extraction.people.mentions import Mention
from bot.extraction.people.name_candidates import Run
from bot.extraction.people.name_clauses import around
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag

_GAP = 3  # tokens between two members of a list
_WITHIN = Tag.CONJUNCTION | Tag.FUNCTION | Tag.HONORIFIC | Tag.PLACE | Tag.DEMONYM | Tag.PARTICLE
_OF_GROUPS = frozenset(",;()")


def give_clauses(marked: TaggedArticle, mentions: list[Mention]) -> None:
    """Tell each of the mentions of one sentence the clause that its list stands in."""
    first, led = 0, _pronoun_opens(marked, mentions)
    for left, right in pairwise(mentions):
        left.lends = _lends(marked, left, right)
    _share_case(marked, mentions)
    if marked.lexicon.grammar.head == "initial":
        for mention in mentions:
            mention.lends = mention.lends or _of_another(marked, mention)
    for mention in mentions:
        mention.through = _through(marked, mention)
    for at in range(1, len(mentions) + 1):
        if at < len(mentions) and _together(marked, mentions[at - 1], mentions[at]):
            continue
        group = mentions[first:at]
        following = mentions[at].start if at < len(mentions) else 0
        clause = around(marked, group[0].sentence, group[0].start, group[-1].end, following)
        for mention in group:
            mention.clause, mention.led = clause, led
            mention.closing = at == len(mentions)
            mention.tail = _tail(group)
            mention.floor = mentions[first - 1].run.last if first else 0
        for left, right in pairwise(group):
            right.led = led or (left.end >= right.start and _bare(marked, left))
        led = led or _bare(marked, group[-1])
        first = at


def _tail(group: list[Mention]) -> Run | None:
    """Return the last name of a list in which an "and" leads to it: A, B ve C."""
    joined = len(group) > 1 and group[-2].sharing is group[-1].run
    return group[-1].run if joined else None


def _of_another(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether an office leads over "to" or "for" to somebody it is held with: deputy to X."""
    at = mention.start - 1
    if marked.lexicon.grammar.people.declensions or mention.role is None:
        return False
    led = at > mention.sentence.first and marked.tags[at] & Tag.PREPOSITION
    return bool(led) and bool(marked.tags[at - 1] & Tag.ROLE)


def _share_case(marked: TaggedArticle, mentions: list[Mention]) -> None:
    """Give a name the case of the one that an "and" joins to it: A ve B'nin, where verbs end."""
    if marked.lexicon.grammar.head != "final":
        return
    for right, left in pairwise(reversed(mentions)):
        between = range(left.end, right.run.first if right.shares else right.start)
        joined = bool(between) and _joins(marked, between[0]) and _origin(marked, between[1:])
        if joined and not right.lends and _bare(marked, left):
            left.sharing = right.cased


def _origin(marked: TaggedArticle, words: range) -> bool:
    """Whether `words` are none, or only say where the next one comes from: ve Türkiyeli | B."""
    return len(words) < _GAP and all(
        marked.tags[at] & (Tag.DEMONYM | Tag.PLACE | Tag.HONORIFIC) for at in words
    )


def _joins(marked: TaggedArticle, index: int) -> bool:
    """Whether the word at `index` joins two names: ve, ile."""
    with_ = marked.folds[index] in marked.lexicon.presence.companions
    return with_ or bool(marked.tags[index] & Tag.CONJUNCTION)


def _through(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether a word beside a name says that something goes through its bearer's hands."""
    words = marked.lexicon.presence.through
    if marked.lexicon.grammar.head == "initial":
        return mention.start > 0 and marked.folds[mention.start - 1] in words
    return mention.end < len(marked.tokens) and marked.folds[mention.end] in words


def _lends(marked: TaggedArticle, left: Mention, right: Mention) -> bool:
    """Whether the office behind a name is the next one's: X's deputy Y, помощник X Y."""
    if left.end != right.start or left.end != left.run.last:
        return False
    office = right.role is not None and right.role.first == left.end
    if marked.lexicon.grammar.head == "final":
        return office and name_endings.owning(marked, left.run)
    if marked.lexicon.grammar.people.declensions:
        return right.role is None and left.role is not None
    return office and bool(marked.tokens[left.run.parts[-1]].word.ending)


def _pronoun_opens(marked: TaggedArticle, mentions: list[Mention]) -> bool:
    """Whether a pronoun opens the sentence as its subject: he, they."""
    if not mentions:
        return False
    first = mentions[0].sentence.first
    return mentions[0].start > first and marked.folds[first] in marked.lexicon.presence.pronouns


def _bare(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether a name stands in no case, as a subject does."""
    run = mention.cased
    return not (name_endings.owning(marked, run) or name_endings.given(marked, run))


def _together(marked: TaggedArticle, left: Mention, right: Mention) -> bool:
    """Whether two names, each with its office, are members of one list."""
    between = range(left.end, right.start)
    if left.end >= right.start:
        return left.end > right.start  # one office of all; subject and object beside each other
    joined = any(marked.mark(at) or marked.tags[at] & Tag.CONJUNCTION for at in between)
    return (
        joined
        and len(between) <= _GAP
        and all(
            marked.mark(index) in _OF_GROUPS or marked.tags[index] & _WITHIN for index in between
        )
    )
