"""Whether a deed that is told of somebody was done away from what is reported.

At another gathering, in another town, for another day; by a press office that speaks for the house;
by whoever only belongs to somebody else who is there: X's deputy, a friendship with X.
"""

from collections.abc import Sequence

from bot.extraction.people import name_endings
from bot.extraction.people.elsewhere import once
from bot.extraction.people.mentions import Mention
from bot.extraction.people.name_clauses import Clause
from bot.extraction.people.reasons import Reason
from bot.extraction.people.scene import Scene
from bot.extraction.text.passages import foretold
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters

_BOND = 2  # tokens behind a name in which the word for a bond to its bearer stands
_WOULD = 4  # tokens behind a name among which "would" stands
_DAYS = 18  # tokens between a jubilee and the name of whose it is
_CLOSING = frozenset('"”»')
_PARTS = frozenset(";:.!?—–")  # marks that a jubilee reaches over to nobody
_OPENING = 3  # tokens of a sentence's beginning that say what is shown
_STAY = 4  # tokens between a verb of being and the town where somebody is
_LEADING_UP = Tag.PREPOSITION | Tag.FUNCTION
_BEFORE = 6  # tokens before a list in which what is said of a whole clause stands
_DASHES = frozenset("–—-")
_SENDING = 3  # tokens between a verb that sends and the one who is sent
_OBJECTS = frozenset({"genitive", "accusative"})
_HELD = 3  # tokens before a list among which the gathering of those named stands
_INTENDED = 6  # tokens behind a name in which the verb for what is to be done with him stands


def lent(_scene: Scene, mention: Mention) -> bool:
    """Whether only somebody's deputy, wife or adviser is told of: X's deputy Y."""
    return mention.lends


def bound(scene: Scene, mention: Mention) -> bool:
    """Whether a bond to somebody is told of, not the person: a friendship with X."""
    bonds, marked = scene.marked.lexicon.presence.bonds, scene.marked
    clause = mention.clause
    if not bonds or clause is None:
        return False
    if marked.lexicon.grammar.head == "initial":
        at = clause.first - 2
        with_ = marked.folds[clause.first - 1] in clause.words.companions if clause.first else False
        return with_ and at >= mention.sentence.first and marked.folds[at].startswith(bonds)
    for at in range(clause.last, min(clause.behind.stop, clause.last + _BOND + 1)):
        if marked.folds[at].startswith(bonds):
            return True
        if marked.mark(at):
            return False
    return False


def spokesman(scene: Scene, mention: Mention) -> bool:
    """Whether somebody speaks for a house to the press, no deed of a guest told of him."""
    role, clause = mention.role, mention.clause
    words = scene.marked.lexicon.presence.mouthpieces
    if role is None or clause is None or not words:
        return False
    speaks = any(entry.shown.startswith(words) for entry in role.head.entries)
    return speaks and not any(map(scene.strong, (*clause.before, *clause.behind)))


def announcer(scene: Scene, mention: Mention) -> bool:
    """Whether a sentence only tells who announced what is to come: this was told by minister X.

    It points back to what is told before, and tells no deed of a guest. Not who holds an office of
    the body that gathers: he comes to what he announces.
    """
    sentence, role, marked = mention.sentence, mention.role, scene.marked
    if not marked.foretells or not scene.points_back(sentence):
        return False
    office = range(role.first, role.last) if role is not None else ()
    if any(marked.tags[at] & Tag.ORGANIZATION for at in office):
        return False
    return not any(map(scene.strong, range(sentence.first, sentence.last)))


def outsider(scene: Scene, mention: Mention) -> bool:
    """Whether an expert only judges what is reported: the economist X called the plan modest."""
    clause, words = mention.clause, scene.marked.lexicon.presence.rates
    if clause is None or not words or not scene.expert(mention.role) or mention.cases:
        return False
    final = scene.marked.lexicon.grammar.head == "final"
    told = clause.predicates if final else (*clause.before[-1:], *clause.behind)
    judged = clause.begins(told, words)
    return bool(judged) and not any(
        scene.strong(at) and scene.marked.tokens[at].word.verbal for at in told
    )


def decreed(scene: Scene, mention: Mention) -> bool:
    """Whether somebody signed what is signed at a desk: an order, an invitation."""
    clause = mention.clause
    return clause is not None and not scene.leads(mention.sentence) and _decrees(scene, clause)


@once
def _decrees(scene: Scene, clause: Clause) -> bool:
    telling, words = scene.telling(clause), clause.words
    final = scene.marked.lexicon.grammar.head == "final"
    signed = clause.begins(clause.predicates if final else telling, words.signing)
    return bool(signed) and bool(clause.begins(telling, words.decrees))


def said(scene: Scene, mention: Mention) -> bool:
    """Whether what a clause tells of somebody is only said: X'in bağışladığı belirtildi."""
    clause = mention.clause
    return clause is not None and bool(clause.words.told_of) and _said(scene, clause)


@once
def _said(scene: Scene, clause: Clause) -> bool:
    marked, at = scene.marked, clause.predicate
    if at is None or at <= clause.last or not marked.folds[at].startswith(clause.words.said):
        return False
    told = marked.folds[at - 1].endswith(clause.words.told_of)
    return told and not (scene.strong(at - 1) or scene.strong(at - 2))


def promised(scene: Scene, mention: Mention) -> bool:
    """Whether it is only said that somebody will do something: that X would host it."""
    clause, marked = mention.clause, scene.marked
    if clause is None or marked.foretells:
        return False
    if marked.lexicon.grammar.head == "initial":
        behind = clause.behind[:_WOULD] if clause.relative else range(0)
        declined = bool(marked.lexicon.grammar.people.declensions)
        before = range(0) if declined and not mention.cases else clause.before
        return _would(scene, before) or _would(scene, behind)
    if clause.relative:
        return scene.ends(clause.predicate) and foretold(marked, mention.sentence)
    if marked.lexicon.presence.owned_clauses:
        return name_endings.owning(marked, mention.cased) and _intends(scene, clause)
    offices = (at for at in clause.before if marked.tags[at] & Tag.ROLE)
    led = mention.led or (not mention.floor and next(offices, None) is not None)
    return led and marked.mark(clause.last) != "," and _intends(scene, clause)


def _would(scene: Scene, span: range) -> bool:
    """Whether a word near the name says what will be: would host, will meet | X."""
    return not scene.marked.comings.isdisjoint(span)


def pictured(scene: Scene, mention: Mention) -> bool:
    """Whether somebody is only in a picture: the portrait shows X, на снимке – X."""
    clause, pictures = mention.clause, scene.marked.lexicon.presence.pictures
    if clause is None or not pictures:
        return False
    first = mention.sentence.first
    opening = range(first, min(clause.first, first + _OPENING))
    if not clause.begins(opening, pictures):
        return False
    return not any(map(scene.strong, (*clause.before, *clause.behind)))


def occasioned(_scene: Scene, mention: Mention) -> bool:
    """Whether somebody belongs to what a congratulation is for: congratulated her on X's prize."""
    clause = mention.clause
    if clause is None or not clause.words.occasions:
        return False
    verb = next(iter(clause.begins(clause.before, clause.words.greeted)), None)
    return verb is not None and clause.holds(range(verb + 1, clause.first), clause.words.occasions)


def recalled_by_day(scene: Scene, mention: Mention) -> bool:
    """Whether a jubilee is somebody's, who does nothing: the 100th anniversary of the founder, X.

    Only where what is somebody's stands before the name.
    """
    marked = scene.marked
    if marked.lexicon.grammar.head == "final":
        return False
    first = max(mention.sentence.first, mention.run.first - _DAYS + 1)
    told = scene.jubilee_before(first, mention.run.first)
    if told is None or not _CLOSING.isdisjoint(map(marked.mark, range(told, mention.run.first))):
        return False  # "… the anniversary", said | X
    clause = mention.clause
    if clause is not None and any(map(scene.deed, clause.behind)):
        return False  # on the anniversary of the Fund | President X spoke
    return not any(
        marked.tokens[at].word.verbal or marked.mark(at) in _PARTS or scene.strong(at)
        for at in range(told + 1, mention.run.first)
    )


def sent_another(marked: TaggedArticle, mentions: Sequence[Mention], found: list[Reason]) -> None:
    """Tell in `found` that whoever sends another, or hands over through him, is not there himself.

    X sent his deputy Y; X handed it over through Y.
    """
    for index, mention in enumerate(mentions):
        claims = found[index].present or found[index] in {Reason.UNCLAIMED, Reason.TOPIC}
        if not claims or not (_goes_between(mention) or _is_sent(marked, mention)):
            continue
        found[index] = Reason.ACTED
        for other, sender in enumerate(mentions[:index]):
            if not sender.cases and found[other].present:
                found[other] = Reason.ELSEWHERE


def _goes_between(mention: Mention) -> bool:
    clause = mention.clause
    if not mention.through or clause is None:
        return False
    words = clause.words
    verbs = (*words.conveyed, *words.sent, *words.handed)
    return bool(clause.begins((*clause.before, *clause.behind), verbs))


def _is_sent(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether an official is the object of a verb that sends."""
    clause, grammar = mention.clause, marked.lexicon.grammar
    if clause is None or mention.role is None or not clause.words.dispatched:
        return False
    if grammar.head == "final":
        ending = name_endings.case_ending(marked, mention.cased)
        receives = ending in marked.lexicon.to_endings
        told = name_endings.given(marked, mention.cased) and not receives
        return told and bool(clause.begins(clause.predicates[-1:], clause.words.dispatched))
    if grammar.people.declensions and not mention.cases & _OBJECTS:
        return False
    near = range(max(clause.before.start, mention.start - _SENDING), mention.start)
    own = any(marked.tags[at] & Tag.FUNCTION for at in near[-1:])  # his deputy
    return own and bool(clause.begins(near, clause.words.dispatched))


def missed(scene: Scene, mention: Mention) -> bool:
    """Whether the sentence ends with somebody's not coming: X helped, but did not come."""
    clause, last = mention.clause, mention.sentence.last
    if clause is None or not mention.closing or mention.cases or not scene.missing:
        return False
    if scene.marked.lexicon.grammar.head == "final":
        run = mention.cased
        oblique = name_endings.owning(scene.marked, run) or name_endings.given(scene.marked, run)
        if oblique:
            return False
    at = next((at for at in scene.missing if clause.last <= at < last), None)
    if at is None:
        return False
    between = range(clause.last, at)
    others = (near for near in between if scene.marked.tags[near] & Tag.ROLE)
    return next(others, None) is None and not clause.holds(between, clause.words.relatives)


def off(scene: Scene, mention: Mention) -> bool:
    """Whether a clause tells of nobody who is there: put off, posthumously, as candidates."""
    return mention.clause is not None and _off(scene, mention.clause)


@once
def _off(scene: Scene, clause: Clause) -> bool:
    start = clause.before.start
    dash = start > 0 and scene.marked.mark(start - 1) in _DASHES  # – posthumously – X
    near = range(max(0, start - 1 - _BEFORE), start - 1) if dash else range(0)
    around = (*scene.telling(clause), *near)
    return any(at in scene.unattended for at in around)


def intended(scene: Scene, mention: Mention) -> bool:
    """Whether something is only to be done with or for somebody: X ile görüşüleceği."""
    clause, marked = mention.clause, scene.marked
    if clause is None or marked.foretells or marked.lexicon.grammar.head != "final":
        return False
    with_ = clause.holds(clause.behind[:1], clause.words.companions)
    return (with_ or name_endings.given(marked, mention.cased)) and _intends(scene, clause)


@once
def _intends(scene: Scene, clause: Clause) -> bool:
    endings = clause.words.intended
    behind = range(clause.last, min(clause.behind.stop, clause.last + _INTENDED))
    verbs = (at for at in behind if scene.marked.tokens[at].word.letters == Letters.LOWER)
    return any(scene.marked.folds[at].endswith(endings) for at in verbs)


def staying(scene: Scene, mention: Mention) -> bool:
    """Whether a clause only says that somebody is in a town that the article is not about."""
    clause = mention.clause
    if clause is None or mention.cases or scene.leads(mention.sentence):
        return False
    verbs = (at for at in clause.behind if scene.marked.tokens[at].word.verbal)
    return not any(map(scene.strong, verbs)) and _stays(scene, clause)


@once
def _stays(scene: Scene, clause: Clause) -> bool:
    marked, verbs = scene.marked, clause.words.stays
    if not verbs:
        return False
    if marked.lexicon.grammar.head == "final":
        at = clause.predicate
        if at is None or not marked.folds[at].startswith(verbs):
            return False
        return any(_located(scene, near) for near in range(max(clause.last, at - _STAY), at))
    behind = range(clause.last, min(clause.behind.stop, clause.last + _STAY))
    for at in clause.begins(behind, verbs):
        ahead = range(at + 1, min(clause.behind.stop, at + 2 + _STAY))
        if any(marked.tags[near - 1] & Tag.PREPOSITION and scene.away(near) for near in ahead):
            return True
    return False


def _located(scene: Scene, index: int) -> bool:
    """Whether a town at `index` is where somebody is, and not whose something is: Gəncədə."""
    marked = scene.marked
    match = marked.matches[index]
    last = match.last if match is not None else index + 1
    ends = range(last - 1, min(last + 1, len(marked.tokens)))
    return scene.away(index) and any(marked.tokens[at].word.adverbial for at in ends)


def at_another_time(scene: Scene, mention: Mention) -> bool:
    """Whether a clause tells of another town in another month: in March X visited Y."""
    if mention.clause is None or scene.leads(mention.sentence):
        return False
    told = bool(scene.main_months) and bool(scene.main_places)
    return told and _other_time(scene, mention.clause)


@once
def _other_time(scene: Scene, clause: Clause) -> bool:
    if not (scene.away_in(clause.before) or scene.away_in(clause.behind)):
        return False
    months = scene.months((*clause.before, *clause.behind))
    return bool(months) and months.isdisjoint(scene.main_months)


def at_another(scene: Scene, mention: Mention) -> bool:
    """Whether a sentence tells of another town's gathering: said at the summit in X."""
    sentence = mention.sentence
    if scene.leads(sentence) or mention.clause is None or not scene.main_places:
        return False
    return _another(scene, mention.clause)


@once
def _another(scene: Scene, clause: Clause) -> bool:
    marked = scene.marked
    grammar = marked.lexicon.grammar
    final, declined = grammar.head == "final", bool(grammar.people.declensions)
    for at in (*scene.away_in(clause.before), *scene.away_in(clause.behind)):
        match = marked.matches[at]
        behind = match.last if match is not None else at + 1
        if not declined and (behind in clause.behind or behind in clause.before):
            tied = _gathering(scene, behind)
            if tied and (not final or marked.tokens[behind].word.adverbial):
                return True
        if not final and _held_at(scene, clause, at):
            return True
        led = not final and at >= 3 and marked.tags[at - 1] & Tag.PREPOSITION
        if led and _gathering(scene, at - 2) and marked.tags[at - 3] & _LEADING_UP:
            return True
    return False


def _held_at(scene: Scene, clause: Clause, index: int) -> bool:
    """Whether a town at `index` is that of a gathering of those named: a meeting of X in Y."""
    marked = scene.marked
    behind = clause.last < index <= clause.last + 2 and marked.tags[index - 1] & Tag.PREPOSITION
    before = clause.before[-_HELD:]
    held = (at for at in before if _gathering(scene, at))
    at = next(held, None)
    return bool(behind) and at is not None and bool(marked.tags[at - 1] & _LEADING_UP)


def _gathering(scene: Scene, index: int) -> bool:
    match = scene.marked.matches[index]
    kinds = ("summit", "conference", "meeting")
    return match is not None and any(
        entry.tag == Tag.KIND and entry.key in kinds for entry in match.entries
    )
