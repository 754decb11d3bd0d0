"""What the clause around a name says of whether its bearer was there.

A denial, a verb that only speaks of somebody, a source that is cited, a participle that says who
made a thing, a clause within a clause that tells no deed.
"""

from bot.extraction.people import name_endings
from bot.extraction.people.mentions import Mention
from bot.extraction.people.scene import Scene
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tokenizer import Letters

_NEAR = 4  # tokens before an office or a name in which a word speaks of it
_RELATIVE = 3  # tokens behind a comma among which a clause within a clause begins
_ASIDE = 14  # tokens of such a clause
_MAIN = 5  # tokens of the main clause behind it that are looked at
_MAKER = 5  # tokens between a participle and whoever made the thing


def official(scene: Scene, mention: Mention) -> bool:
    """Whether the person is told in an office that only the living hold."""
    return mention.role is not None and not scene.maker(mention.role)


def denied(scene: Scene, mention: Mention) -> bool:
    """Whether the clause denies what it tells of somebody: X did not attend, X katılmadı."""
    clause = mention.clause
    if clause is None or mention.cases:
        return False
    if scene.marked.lexicon.grammar.head == "final":
        told = name_endings.owning(scene.marked, mention.cased) or name_endings.given(
            scene.marked, mention.cased
        )
        last = clause.predicates[-1:]
        absent = any(scene.marked.cued(at, "absent") for at in last)
        return not told and (absent or clause.denied(last))
    spoken = (*clause.behind, *_over_relative(scene, mention))
    return any(
        not clause.holds(clause.ahead(at), scene.onlies)
        for at in scene.marked.denials.intersection(spoken)
        if at - clause.last < _NEAR
        or (any(map(scene.deed, clause.beside(at))) and not _did_before(scene, mention, at))
    )


def _did_before(scene: Scene, mention: Mention, index: int) -> bool:
    """Whether a deed of somebody who was there stands before a denial: spoke, but did not ask."""
    return any(map(scene.strong, range(mention.end, index - 1)))


def _over_relative(scene: Scene, mention: Mention) -> range:
    """Return the words of the main clause behind one that a name opens: X, who …, | did not come.

    A second comma within the clause between ends the search.
    """
    marked, clause = scene.marked, mention.clause
    if clause is None or mention.end != clause.last or marked.mark(clause.last) != ",":
        return range(0)
    opened = range(clause.last + 1, min(mention.sentence.last, clause.last + _RELATIVE))
    if not clause.holds(opened, clause.words.relatives):
        return range(0)
    reach = range(opened.stop, min(mention.sentence.last, opened.stop + _ASIDE))
    comma = next((at for at in reach if marked.mark(at) == ","), None)
    if comma is None:
        return range(0)
    return range(comma + 1, min(mention.sentence.last, comma + 1 + _MAIN))


def spoken_of(scene: Scene, mention: Mention) -> bool:
    """Whether somebody is the object of a verb that only speaks: recalled X, X'i andı."""
    clause, marked = mention.clause, scene.marked
    if clause is None:
        return False
    greeted, verbs = clause.words.greeted, clause.words.spoken_of
    if greeted and marked.lexicon.grammar.head == "final":
        greeting = name_endings.given(marked, mention.cased) and clause.begins(
            clause.predicates, greeted
        )
        if greeting:
            return True
    elif greeted:
        verbs = (*greeted, *verbs)
    if marked.lexicon.grammar.head == "final":
        oblique = name_endings.given(marked, mention.cased) or name_endings.owning(
            marked, mention.cased
        )
        last = mention.cased.last
        if marked.cued(last, "moderated") or marked.cued(last, "chaired"):
            return False  # led by X, the guests recalled Y
        beside = range(last, min(clause.behind.stop, last + 1))
        told = clause.begins((*beside, *clause.predicates), verbs)
        return oblique and not all(_guests(marked, at) for at in told)
    if marked.lexicon.grammar.people.declensions and not mention.cases:
        return False
    near = range(max(clause.before.start, clause.first - _NEAR), clause.first)
    found = clause.begins(near, verbs)
    if greeted and clause.begins(near, greeted):
        return not marked.lexicon.grammar.people.declensions or bool(mention.cases)
    if mention.cases and marked.lexicon.grammar.people.declensions:
        return bool(found)
    return any(not marked.mark(at - 1) and at - 1 >= mention.sentence.first for at in found)


def _guests(marked: TaggedArticle, index: int) -> bool:
    """Whether the word at `index` is for people, as "invited" is for guests: davetliler katıldı."""
    word = marked.tokens[index].word
    return word.fold.endswith(marked.lexicon.plurals) and not word.verbal


def source(scene: Scene, mention: Mention) -> bool:
    """Whether somebody of no office is only a source: according to the analyst X."""
    clause = mention.clause
    if clause is None or (official(scene, mention) and not scene.expert(mention.role)):
        return False
    behind = range(clause.last, min(clause.behind.stop, clause.last + 2))
    near = range(max(clause.before.start, clause.first - _NEAR), clause.first)
    return clause.holds((*near, *behind), clause.words.according)


def made(scene: Scene, mention: Mention) -> bool:
    """Whether a participle says that somebody made a thing: ковёр, сотканный мастерицей X."""
    words, tokens = scene.marked.lexicon.presence, scene.marked.tokens
    if scene.marked.lexicon.grammar.head == "final":
        return False
    if scene.marked.lexicon.grammar.people.declensions and "instrumental" not in mention.cases:
        return False
    start = mention.clause.first if mention.clause is not None else mention.start
    at = start - 1
    while (
        at > mention.sentence.first
        and at > start - _MAKER
        and (_plain(scene, at) or tokens[at].word.letters == Letters.NUMBER)
    ):
        if tokens[at].word.fold.endswith(words.made):
            if scene.group(at - 1):
                return False  # a delegation headed by X
            return not words.makes or _reduced(scene, at)
        at -= 1
    return False


def _plain(scene: Scene, index: int) -> bool:
    """Whether a word in small letters stands at `index`, and no deed."""
    word = scene.marked.tokens[index].word
    return word.letters == Letters.LOWER and not scene.strong(index)


def _reduced(scene: Scene, index: int) -> bool:
    """Whether a participle with "by" hangs on a noun, no verb before it: a rug | woven by X."""
    words, tokens = scene.marked.lexicon.presence, scene.marked.tokens
    if tokens[index + 1].word.fold not in words.makes:
        return False
    carried = any(tokens[at].word.fold in words.carriers for at in range(max(0, index - 2), index))
    earlier = any(tokens[at].word.fold in words.earlier for at in range(max(0, index - 3), index))
    return earlier or not carried  # had been agreed by X: at another time


def within(scene: Scene, mention: Mention) -> bool:
    """Whether somebody stands in a clause within another that tells no deed: which X made."""
    clause = mention.clause
    if clause is None or not clause.relative:
        return False
    return not any(map(scene.deed, (*clause.before, *clause.behind)))


def described(scene: Scene, mention: Mention) -> bool:
    """Whether a sentence only says who holds an office: Its editor is X; председатель – X."""
    role, marked = mention.role, scene.marked
    if role is None or mention.cases or marked.lexicon.grammar.head == "final":
        return False
    clause = mention.clause
    told = clause is not None and any(map(scene.deed, clause.before))  # выступил посол – X
    return not told and predicate(scene, mention) and alone(mention)


def predicate(scene: Scene, mention: Mention) -> bool:
    """Whether a verb, a dash or a colon, no comma, leads from the office to the name."""
    role = mention.role
    led = role is not None and role.apposed and role.last < mention.run.first
    return role is not None and led and scene.marked.mark(role.last) != ","


def alone(mention: Mention) -> bool:
    """Whether nobody else stands in a list with somebody."""
    clause = mention.clause
    if mention.shares:
        return False
    return clause is not None and (clause.first, clause.last) == (mention.start, mention.end)
