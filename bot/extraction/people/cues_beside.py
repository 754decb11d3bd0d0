"""Words beside a name or its office that say who somebody is to what is told.

Of a person who moderates; of one in whose place another is there, who is dead, or of whom only a
thing is: the late X, X's heritage.
"""

from bot.extraction.people import name_endings
from bot.extraction.people.mentions import Mention
from bot.extraction.people.scene import Scene
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters
from bot.language.first_names import is_first_name

_NEAR = 4  # tokens before an office or a name in which a cue speaks of it
_BEHIND = 5  # the same, behind it
_ENDING = frozenset(";:")
_PARTING = frozenset(",;")
_QUALIFYING = 2  # tokens before an office or a name, one more where they tell an origin


def cued(marked: TaggedArticle, mention: Mention, key: str) -> bool:
    """Whether a cue named `key` stands near the name or its office."""
    if not marked.has_cue(key):
        return False
    start, end, sentence = mention.start, mention.end, mention.sentence
    low = max(sentence.first, start - _NEAR, mention.floor)
    high = min(sentence.last, end + _BEHIND)
    if not marked.cued_within(range(low, high), key):
        return False
    for index in (*range(low, start), *range(end, high)):
        if not marked.cued(index, key):
            continue
        if index < start and any(marked.mark(at) in _PARTING for at in range(index, start)):
            continue  # what stands before a comma is said of somebody else
        if index > end and any(marked.tags[at] & Tag.CONJUNCTION for at in range(end, index)):
            continue  # and so is what stands behind an "and"
        if index > end and _of_another(marked, range(end, index)):
            continue  # and what a semicolon or "whose" leads to
        if index > end and _leads_on(marked, index):
            continue  # the widow of | somebody else
        return True
    return False


def moderates(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether somebody moderates what is told: moderated by X, X'in moderatörlüğünde."""
    return cued(marked, mention, "moderated")


def presides(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether somebody presides over what is told: chaired by X, под председательством X."""
    return cued(marked, mention, "chaired")


def _of_another(marked: TaggedArticle, between: range) -> bool:
    """Whether words behind a name lead to what is somebody else's: X, whose predecessor Y."""
    whose = marked.lexicon.presence.whose
    return any(marked.mark(at) in _ENDING or marked.tokens[at].word.fold in whose for at in between)


def _leads_on(marked: TaggedArticle, index: int) -> bool:
    """Whether the cue at `index` ends in a preposition, so that it speaks of what stands behind."""
    match = marked.matches[index]
    if match is None or match.last - match.first == 1:
        return False
    return marked.tokens[match.last - 1].word.fold in marked.lexicon.presence.belongs


def _of_a_body(scene: Scene, index: int, mention: Mention) -> bool:
    """Whether a body is called after the word at `index`: ансамбль | песни и танца X."""
    tags = scene.marked.tags
    goes_on = index + 1 < mention.run.first and tags[index + 1] & Tag.CONJUNCTION
    return bool(goes_on and tags[index - 1] & Tag.BODY)


def ruled_out(scene: Scene, mention: Mention) -> bool:
    """Whether words on one side of a name say that only somebody else, or a thing of his, is there.

    The late X; X's heritage.
    """
    marked, sentence, run = scene.marked, mention.sentence, mention.run
    if cued(marked, mention, "absent"):
        return True
    before = range(_leading_up(marked, mention), run.first)
    counted = (
        run.last < sentence.last and marked.tokens[run.last].word.letters == Letters.NUMBER
    )  # X's 90th anniversary
    behind = range(run.last, min(sentence.last, run.last + (3 if counted else 2)))
    if any(
        marked.cued(at, "absent_before")
        and not _of_a_body(scene, at, mention)
        and not _deed_between(scene, at, mention)
        for at in before
    ):
        return True
    if not marked.cued_within(behind, "absent_behind"):
        return False
    comma = next((index for index in behind if marked.mark(index) == ","), behind.stop)
    owns = counted or name_endings.owning(marked, mention.cased)
    return any(
        marked.cued(index, "absent_behind")
        and (owns or not (_own(marked, run.last, index) or _object(marked, index)))
        for index in behind
        if index <= comma
    )


def _deed_between(scene: Scene, index: int, mention: Mention) -> bool:
    """Whether a verb parts a word from somebody: стихи | читали студенты X."""
    return any(scene.deed(at) for at in range(index + 1, mention.start))


def _leading_up(marked: TaggedArticle, mention: Mention) -> int:
    """Return where the words begin that qualify a name and its office: the | late Kyrgyz X."""
    start = mention.start
    if mention.role is None:
        while start > mention.start - _QUALIFYING and _trade(marked, start - 1):
            start -= 1  # the late | carpet master X
    start -= _QUALIFYING
    origin = any(marked.tags[at] & Tag.DEMONYM for at in range(max(0, start), mention.start))
    return max(mention.sentence.first, start - origin)


def _trade(marked: TaggedArticle, index: int) -> bool:
    """Whether a small noun that no list knows stands at `index`."""
    word = marked.tokens[index].word
    return word.letters == Letters.LOWER and not marked.tags[index] and not word.verbal


def _object(marked: TaggedArticle, index: int) -> bool:
    """Whether a thing is the object of what its owner does: X | kitabını imzaladı."""
    objects, presence = marked.lexicon.tied_objects, marked.lexicon.presence
    if presence.owned_clauses:  # an owner would stand in the genitive
        objects = (*objects, *marked.lexicon.object_endings)
    return bool(objects) and marked.folds[index].endswith(objects) and not marked.plain(index)


def _own(marked: TaggedArticle, first: int, last: int) -> bool:
    """Whether a word parts a name from a thing that so is not its bearer's: X öz əsərləri.

    A first name does too, whose bearer's it is: X | Abay she'rini o'qidi.
    """
    return any(
        marked.tokens[at].word.letters == Letters.LOWER or _first_name(marked, at)
        for at in range(first, last)
    )


def _first_name(marked: TaggedArticle, index: int) -> bool:
    """Whether a first name in no case stands at `index`."""
    word = marked.tokens[index].word
    return word.letters == Letters.CAPITAL and is_first_name(word.text, declined=False)
