"""Whether somebody took part in a gathering by a message alone, which was sent or read out there.

Who sends greetings is not there, and yet not only named: a card tells it in a line of its own.
"""

from bot.extraction.people import elsewhere, name_endings, owners
from bot.extraction.people.mentions import Mention
from bot.extraction.people.name_clauses import Clause
from bot.extraction.people.scene import Scene

_OBLIQUE = frozenset({"genitive", "dative", "accusative", "instrumental", "prepositional"})


def sent(scene: Scene, mention: Mention) -> bool:
    """Whether somebody sent greetings, or his were read out: X sent a message, X'in mesajı okundu.

    Not where that was at another time.
    """
    clause, sentence = mention.clause, mention.sentence
    if clause is None or scene.past.recalls(sentence) or scene.background(sentence):
        return False
    around = (*clause.before, *clause.behind)
    if not clause.begins(around, clause.words.greetings):
        return False
    if _sends(scene, mention, clause):
        return True
    owned = elsewhere.conveyed(scene, mention) or owners.owner(scene, mention)
    return bool(clause.begins(around, clause.words.conveyed)) and owned


def _sends(scene: Scene, mention: Mention, clause: Clause) -> bool:
    """Whether somebody is the subject of the verb that sends: X sent; направил X; X gönderdi."""
    marked = scene.marked
    if marked.lexicon.grammar.head == "final":
        verbs = clause.begins(clause.predicates, clause.words.sent)
        subject = not name_endings.owning(marked, mention.cased)
    elif marked.lexicon.grammar.people.declensions:
        verbs = clause.begins((*clause.before, *clause.behind), clause.words.sent)
        subject = not _OBLIQUE & frozenset(mention.cases)
    else:
        verbs, subject = clause.begins(clause.behind, clause.words.sent), True
    return bool(verbs) and subject and elsewhere.from_afar(scene, mention)
