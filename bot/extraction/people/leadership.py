"""Whether only what goes on under somebody's lead is told, and no gathering that he leads.

Reforms that are carried out under a president's leadership are praised without him. A delegation
or a meeting under somebody's leadership has its leader with it.
"""

from collections.abc import Iterable

from bot.extraction.people import presence_clauses
from bot.extraction.people.elsewhere import once
from bot.extraction.people.mentions import Mention
from bot.extraction.people.name_clauses import Clause
from bot.extraction.people.scene import Scene
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters

_TOUCHING = 2  # tokens behind a list among which the word for the lead stands
_LEADING_UP = 8  # tokens before a name within which it stands where it comes first
_WITHIN = 5  # tokens between that word and the participle of what goes on
_NEAR = 8  # tokens behind it among which a gathering or a group is what is led
_HELD = 14  # tokens before it among which a gathering is
_GROUP = 6  # and a group
_BEFORE = 4  # tokens before that word among which it stands where it comes first: led out under the
_OPENING = 3  # tokens that may lead to it from where a clause begins: under the


def led(scene: Scene, mention: Mention) -> bool:
    """Whether something only goes on under somebody's lead: X rahbarligida olib borilgan."""
    clause = mention.clause
    if clause is None or not clause.words.leadership:
        return False
    official = presence_clauses.official(scene, mention) and not scene.trade(mention.role)
    if scene.marked.lexicon.grammar.head == "final":
        return _goes_on(scene, clause) or (official and _told(scene, clause))
    return official and _leads_elsewhere(scene, mention, clause)


@once
def _told(scene: Scene, clause: Clause) -> bool:
    """Whether it is said what goes on under the lead that a word behind the list tells."""
    at = _leading(scene, clause)
    return at is not None and scene.says(scene.marked.sentence_of(at))


def _leading(scene: Scene, clause: Clause) -> int | None:
    """Return the word for the lead behind a list, unless what is led is a gathering."""
    beside = range(clause.last, min(clause.behind.stop, clause.last + _TOUCHING))
    at = next(iter(clause.begins(beside, clause.words.leadership)), None)
    if at is None or scene.marked.folds[at].endswith(scene.marked.lexicon.attributives):
        return None  # X rahbarligidagi | jamoa: who heads it is with it
    return None if _gathers(scene, clause.behind[at + 1 - clause.last :][:_NEAR]) else at


@once
def _goes_on(scene: Scene, clause: Clause) -> bool:
    """Whether a participle behind the word for the lead tells what goes on under it."""
    marked, words, at = scene.marked, clause.words, _leading(scene, clause)
    if at is None:
        return False
    endings = (*words.made, *words.undergone)
    near = range(at + 1, min(clause.behind.stop, at + 1 + _WITHIN))
    return any(
        marked.folds[index].endswith(endings) and marked.tokens[index].word.letters == Letters.LOWER
        for index in near
    )


def _leads_elsewhere(scene: Scene, mention: Mention, clause: Clause) -> bool:
    """Whether the word for the lead stands beside an official, and nothing that he leads does."""
    marked, first = scene.marked, mention.sentence.first
    before = range(max(first, mention.start - _LEADING_UP), mention.start)
    behind = range(mention.run.last, min(clause.behind.stop, mention.run.last + _TOUCHING))
    at = next(iter(clause.begins((*reversed(before), *behind), clause.words.leadership)), None)
    if at is None or any(marked.tokens[index].word.verbal for index in range(at, mention.start)):
        return False
    start = min(at, mention.start)
    held = any(marked.tags[index] & Tag.KIND for index in range(max(first, start - _HELD), start))
    around = (*range(max(first, start - _GROUP), start), *clause.behind[:_NEAR])
    if held or _gathers(scene, (index for index in around if index != at)):
        return False
    made = clause.words.made
    near = range(max(first, start - _BEFORE), start)
    done = any(marked.folds[index].endswith(made) for index in near)
    return done or scene.says(mention.sentence) or _opens(scene, first, start)


def _opens(scene: Scene, first: int, start: int) -> bool:
    """Whether a clause begins just before the word for the lead at `start`."""
    near = range(max(first, start - _OPENING), start)
    return start - _OPENING <= first or any(map(scene.marked.mark, near))


def _gathers(scene: Scene, words: Iterable[int]) -> bool:
    """Whether one of `words` is for a gathering or a group."""
    return any(scene.marked.tags[at] & Tag.KIND or scene.group(at) for at in words)
