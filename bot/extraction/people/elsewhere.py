"""Whether somebody is told of who was elsewhere: who wrote, phoned, or is only to come.

Of whoever sends a telegram, is rung up, is represented by another or is spoken of as a poet is
quoted, a clause tells deeds that claim no presence. What depends on the clause alone is worked out
once for all names of its list.
"""

from collections.abc import Callable
from functools import wraps

from bot.extraction.people import name_endings, presence_clauses
from bot.extraction.people.mentions import Mention
from bot.extraction.people.name_clauses import Clause
from bot.extraction.people.scene import Scene
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters

_OBJECTS = frozenset({"genitive", "accusative"})
_LIKENED = 3  # tokens behind a name in which "as he said" stands
_SENT = 5  # tokens between a name and the participle of what its bearer sent
_FURTHER = 20  # tokens between a name and a letter of its bearer's that somebody reads out
_ADDRESSED = 4  # tokens between a name and what is written to its bearer
_AUTHORED = 4  # tokens between "by" and the participle that says what somebody made

_AWAITED = 8  # tokens between a name and the verb that only expects what its bearer would do

OfClause = Callable[[Scene, Clause], bool]


def once(asked: OfClause) -> OfClause:
    """Remember the answer for a clause, since each name of its list asks for it."""

    @wraps(asked)
    def answer(scene: Scene, clause: Clause) -> bool:
        key = (asked.__name__, clause.first, clause.last)
        found = scene.of_clauses.get(key)
        if found is None:
            found = scene.of_clauses[key] = asked(scene, clause)
        return found

    return answer


def expected(scene: Scene, mention: Mention) -> bool:
    """Whether a clause tells what will be at another time, in an article that reports what was.

    Who is only expected at what is reported is told without a day of his own.
    """
    clause, sentence = mention.clause, mention.sentence
    if scene.marked.foretells or clause is None:
        return False
    if scene.marked.lexicon.grammar.head == "final":
        told = scene.ends(clause.predicate) and (
            scene.foretold(sentence) or _coming(scene, mention, clause)
        )
    else:
        told = (scene.outlook(sentence) and _foretold(scene, clause)) or _announced(scene, mention)
    apart = told and (scene.dated_apart(sentence) or _to_be_given(scene, mention))
    return apart or (told and not presence_clauses.official(scene, mention))


def awaited(scene: Scene, mention: Mention) -> bool:
    """Whether what somebody would do was only expected: X'in gelmesi bekleniyordu.

    In an article that reports what was; one that announces tells of guests so.
    """
    clause, marked = mention.clause, scene.marked
    if clause is None or marked.foretells or scene.leads(mention.sentence):
        return False
    return name_endings.owning(marked, mention.cased) and _awaits(scene, clause)


@once
def _awaits(_scene: Scene, clause: Clause) -> bool:
    near = range(clause.last, min(clause.behind.stop, clause.last + _AWAITED))
    return bool(clause.begins((*near, *clause.predicates), clause.words.awaited))


def _announced(scene: Scene, mention: Mention) -> bool:
    """Whether somebody says of a subject what it will do: X will arrive on Friday, Y said."""
    clause = mention.clause
    if clause is None or not scene.says(mention.sentence) or not clause.behind:
        return False
    return scene.marked.cued(clause.last, "future") and scene.dated_apart(mention.sentence)


def _coming(scene: Scene, mention: Mention, clause: Clause) -> bool:
    """Whether a verb in the present tells what will be, in a sentence that names its day."""
    at, endings = clause.predicate, clause.words.coming
    if at is None or not endings or scene.leads(mention.sentence):
        return False
    told = scene.marked.tokens[at].word.letters == Letters.LOWER and not scene.says(
        mention.sentence
    )
    ends = told and scene.marked.folds[at].endswith(endings)
    return ends and (scene.dated_apart(mention.sentence) or _to_be_given(scene, mention))


def _to_be_given(scene: Scene, mention: Mention) -> bool:
    """Whether what is to be is only done to, given to or done with somebody: X-қа тапсырылады."""
    marked, clause = scene.marked, mention.clause
    if marked.lexicon.grammar.head != "final" or clause is None:
        return False
    with_ = clause.holds(clause.behind[:1], clause.words.companions)
    journey = range(mention.sentence.first, clause.first)
    away = with_ and scene.away_in(journey)  # to Z, there to meet X
    return bool(away) or (not with_ and name_endings.given(marked, mention.cased))


@once
def _foretold(scene: Scene, clause: Clause) -> bool:
    return any(scene.marked.cued(at, "future") for at in (*clause.before, *clause.behind))


def from_afar(scene: Scene, mention: Mention) -> bool:
    """Whether what a clause tells was done from afar: by phone, by telegram, on a page.

    Not where that is what the article reports, nor by a recorded speech.
    """
    if mention.clause is None or scene.leads(mention.sentence):
        return False
    return _afar(scene, mention.clause)


@once
def _afar(scene: Scene, clause: Clause) -> bool:
    around, words = scene.telling(clause), clause.words
    if any(at in scene.afar for at in around):
        return True
    if not clause.begins(around, words.letters) or clause.begins(around, words.recorded):
        return False
    if scene.marked.lexicon.grammar.head == "final":
        beside = range(clause.last, clause.last + _SENT)
        around = [at for at in around if at in beside or at in clause.predicates]
    return bool(clause.begins(around, words.sent))


def retold(scene: Scene, mention: Mention) -> bool:
    """Whether a sentence retells what somebody said: according to her, X wants that.

    Being there may be told so too: according to her, X attended.
    """
    clause, sentence = mention.clause, mention.sentence
    if clause is None or scene.marked.foretells or mention.start == sentence.first:
        return False
    return scene.retells(sentence) and not _told_there(scene, clause)


@once
def _told_there(scene: Scene, clause: Clause) -> bool:
    return any(map(scene.strong, (*clause.before, *clause.behind)))


def conveyed(scene: Scene, mention: Mention) -> bool:
    """Whether somebody else reads out or passes on a person's greetings: X'in mesajını okudu."""
    clause = mention.clause
    if clause is None or not clause.words.conveyed:
        return False
    if scene.marked.lexicon.grammar.people.declensions:
        led = "genitive" in mention.cases and clause.first > mention.sentence.first
        before = {clause.first - 1, mention.start - 1}  # of A, B and | C
        sent = led and (
            any(map(scene.letter, before)) or clause.begins(before, clause.words.speeches)
        )
        return bool(sent) and _read_out(scene, clause)
    if name_endings.owning(scene.marked, mention.cased):
        if clause.begins(clause.behind[:1], clause.words.recorded):
            return False  # X'in video mesajı paylaşıldı: he speaks in it
        return _passed_on(scene, clause) or _passed_on_further(scene, clause)
    tail = mention.tail
    listed = tail is not None and name_endings.owning(scene.marked, tail)
    return listed and _letters_pass(scene, clause)


@once
def _read_out(_scene: Scene, clause: Clause) -> bool:
    return bool(clause.begins((*clause.before, *clause.behind), clause.words.conveyed))


@once
def _passed_on(scene: Scene, clause: Clause) -> bool:
    beside = range(clause.last, min(clause.behind.stop, clause.last + _SENT))
    telling = scene.telling(clause)
    sent = clause.begins((at for at in telling if at in beside), clause.words.letters)
    behind = (at for at in telling if at in clause.behind)
    return bool(sent) and bool(clause.begins(behind, clause.words.conveyed))


@once
def _letters_pass(scene: Scene, clause: Clause) -> bool:
    """Whether letters are the subject of what is read out, so that all of a list sent them.

    A, B ve C'nin mesajları okundu; but A, B ve C'nin mesajlarını okudu.
    """
    beside = range(clause.last, min(clause.behind.stop, clause.last + _SENT))
    letters = clause.begins(beside, clause.words.letters)
    objects = any(_is_object(scene, at) for at in letters)
    return _passed_on(scene, clause) and not objects


def _is_object(scene: Scene, index: int) -> bool:
    """Whether the noun at `index` has the ending of what somebody does something to."""
    lexicon = scene.marked.lexicon
    long = (end for end in lexicon.object_endings if len(end) > 1)
    return scene.marked.folds[index].endswith((*lexicon.tied_objects, *long))


@once
def _passed_on_further(scene: Scene, clause: Clause) -> bool:
    """Whether somebody's letter stands further on, told to whom, and another reads it out.

    X-нинг йиғилиш қатнашчиларига табригини Y ўқиб берди.
    """
    last = min(clause.behind.stop, clause.last + _FURTHER)
    words = range(clause.last, last)
    office = (at for at in words if scene.marked.tags[at] & Tag.ROLE and scene.marked.plain(at))
    between = range(clause.last, next(office, last))
    letters = clause.begins(between, clause.words.letters)
    told = any(_is_object(scene, at) for at in letters)
    return told and bool(clause.begins(clause.predicates, clause.words.conveyed))


def addressed(scene: Scene, mention: Mention) -> bool:
    """Whether something is written to a person who is not handed it: X'e hitaben mektup."""
    clause, marked = mention.clause, scene.marked
    if clause is None or marked.lexicon.grammar.head != "final":
        return False
    return name_endings.given(marked, mention.cased) and _written_to(scene, clause)


@once
def _written_to(scene: Scene, clause: Clause) -> bool:
    beside = range(clause.last, clause.last + _ADDRESSED)
    letters = clause.begins(
        (at for at in scene.telling(clause) if at in beside), clause.words.letters
    )
    return bool(letters) and not clause.begins(clause.predicates, clause.words.handed)


def represented(scene: Scene, mention: Mention) -> bool:
    """Whether somebody else stands for a person: was represented by, X'i temsil etti."""
    clause, marked = mention.clause, scene.marked
    if clause is None or not _represents(scene, clause):
        return False
    if marked.lexicon.grammar.head == "final":
        return name_endings.given(marked, mention.cased)
    return not marked.lexicon.grammar.people.declensions or bool(mention.cases & _OBJECTS)


@once
def _represents(scene: Scene, clause: Clause) -> bool:
    tokens, grammar = scene.marked.tokens, scene.marked.lexicon.grammar
    final = grammar.head == "final"
    reach = clause.predicates if final else clause.behind
    told = (at for at in scene.telling(clause) if at in reach)
    found = clause.begins(told, clause.words.represented)
    if final or grammar.people.declensions:
        return bool(found)
    carried = (at for at in found if tokens[at - 1].word.fold in clause.words.carriers)
    return any(clause.holds(clause.ahead(at), clause.words.makes) for at in carried)


def likened(scene: Scene, mention: Mention) -> bool:
    """Whether somebody of no office is quoted as a poet is: as X said, X айтқандай."""
    clause, marked = mention.clause, scene.marked
    if clause is None or presence_clauses.official(scene, mention):
        return False
    if marked.lexicon.grammar.head == "initial":
        at, first = mention.start - 1, mention.sentence.first
        opens = at == first or (at > first and bool(marked.mark(at - 1)))
        return opens and clause.holds((at,), clause.words.likened)
    behind = range(mention.run.last, min(clause.behind.stop, mention.run.last + _LIKENED))
    return any(_likens(scene, at) for at in behind)


def _likens(scene: Scene, index: int) -> bool:
    """Whether the word at `index` says "as he said", by its ending or by what stands behind it."""
    tokens, words = scene.marked.tokens, scene.marked.lexicon.presence
    word = tokens[index].word
    if word.letters != Letters.LOWER:
        return False
    if word.fold.endswith(words.likening):
        return True
    ahead = tokens[index + 1].word.fold if index + 1 < len(tokens) else ""
    return ahead in words.likened and word.fold.endswith(words.made)


def recollected(scene: Scene, mention: Mention) -> bool:
    """Whether a meeting with somebody is recalled: X ile görüşmesini hatırlattı."""
    clause = mention.clause
    return clause is not None and bool(clause.words.recollects) and _recollects(scene, clause)


@once
def _recollects(_scene: Scene, clause: Clause) -> bool:
    tied = clause.holds(clause.behind[:1], clause.words.companions)
    return tied and bool(clause.begins(clause.predicates, clause.words.recollects))


def created(scene: Scene, mention: Mention) -> bool:
    """Whether somebody of no office made what is spoken of: its emblem was designed by X.

    Where verbs end clauses, so too whoever made what a participle tells: X tarafından yazılan.
    """
    clause = mention.clause
    if clause is None or not clause.words.created:
        return False
    if _authored(scene, clause):
        return True
    official = presence_clauses.official(scene, mention) and not scene.trade(mention.role)
    return not official and _creates(scene, clause)


def done_with(scene: Scene, mention: Mention) -> bool:
    """Whether a perfect says what somebody of no office once did: X тарту еткен, X әзірлеген.

    What is reported is told in the simple past; where being there is told, no tense matters.
    """
    clause, marked = mention.clause, scene.marked
    if clause is None or marked.lexicon.grammar.head != "final" or mention.cases:
        return False
    official = presence_clauses.official(scene, mention) and not scene.trade(mention.role)
    if scene.leads(mention.sentence) or not scene.ends(clause.predicate):
        return False
    if official and any(map(scene.deed, (*clause.before, *clause.behind))):
        return False
    return _perfect(scene, clause)


@once
def _perfect(scene: Scene, clause: Clause) -> bool:
    endings, at = clause.words.made, clause.predicate
    if at is None or clause.words.owned_clauses or not scene.marked.folds[at].endswith(endings):
        return False
    return not any(map(scene.strong, clause.behind))


@once
def _authored(scene: Scene, clause: Clause) -> bool:
    final = scene.marked.lexicon.grammar.head == "final"
    if not final or not clause.holds(clause.behind[:1], clause.words.makes):
        return False
    behind = range(clause.last + 1, min(clause.behind.stop, clause.last + 1 + _AUTHORED))
    made = clause.begins(behind, clause.words.created)
    return any(at not in clause.predicates for at in made)


@once
def _creates(scene: Scene, clause: Clause) -> bool:
    final = scene.marked.lexicon.grammar.head == "final"
    if final and clause.holds(clause.behind[:1], clause.words.makes):
        return False
    told = [at for at in scene.telling(clause) if not final or at in clause.predicates]
    made, office = clause.begins(told, clause.words.created), Tag.ROLE | Tag.TITLE
    return any(not scene.marked.tags[at] & office for at in made)
