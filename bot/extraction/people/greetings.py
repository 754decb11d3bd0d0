"""Whether somebody took part in a gathering by a message alone, which was sent or read out there.

Who sends greetings is not there, and yet not only named: a card tells it in a line of its own.
"""

from bot.extraction.people import elsewhere, name_endings, owners
from bot.extraction.people.mentions import Mention
from bot.extraction.people.name_clauses import Clause
from bot.extraction.people.scene import Scene

_OBLIQUE = frozenset({"genitive", "dative", "accusative", "instrumental", "prepositional"})


def read_out(scene: Scene, mention: Mention) -> bool:
    """Whether greetings of somebody are read out by another: X'in mesajı okundu."""
    clause = mention.clause
    if clause is None or not _greets(scene, mention, clause):
        return False
    around = (*clause.before, *clause.behind)
    owned = elsewhere.conveyed(scene, mention) or owners.owner(scene, mention)
    return bool(clause.begins(around, clause.words.conveyed)) and owned


def sent(scene: Scene, mention: Mention) -> bool:
    """Whether somebody sent greetings: X sent the guests a message."""
    clause = mention.clause
    return clause is not None and _greets(scene, mention, clause) and _sends(scene, mention, clause)


def _greets(scene: Scene, mention: Mention, clause: Clause) -> bool:
    """Whether a clause tells of greetings, and not of those of another time."""
    if scene.past.recalls(mention.sentence) or scene.background(mention.sentence):
        return False
    return bool(clause.begins((*clause.before, *clause.behind), clause.words.greetings))


def _sends(scene: Scene, mention: Mention, clause: Clause) -> bool:
    """Whether somebody is the subject of the verb that sends: X sent; направил X; X gönderdi."""
    marked = scene.marked
    if marked.lexicon.grammar.head == "final":
        verbs = clause.begins(clause.predicates, clause.words.sent) or _within(clause)
        subject = not name_endings.owning(marked, mention.cased)
    elif marked.lexicon.grammar.people.declensions:
        verbs = clause.begins((*clause.before, *clause.behind), clause.words.sent)
        subject = not _OBLIQUE & frozenset(mention.cases)
    else:
        verbs, subject = clause.begins(clause.behind, clause.words.sent), True
    return bool(verbs) and subject and elsewhere.from_afar(scene, mention)


def _within(clause: Clause) -> list[int]:
    """Return the verbs that send a message in which somebody speaks: X'in gönderdiği | mesajda."""
    inside = clause.marked.lexicon.in_endings
    found = clause.begins(clause.behind, clause.words.greetings)
    spoken = (at for at in found if clause.marked.folds[at].endswith(inside))
    return clause.begins((at - 1 for at in spoken if at > clause.last), clause.words.sent)
