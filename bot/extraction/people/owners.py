"""Whether something of a person is told, not the person: X's letters, the novel of X, X yazdığı.

What is somebody's says nothing of him, unless it is a deed: X's visit, X'in ziyareti.
"""

from bot.extraction.people import name_endings, presence_clauses
from bot.extraction.people.mentions import Mention
from bot.extraction.people.name_words import HYPHENS
from bot.extraction.people.scene import Scene
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters, Sentence

_OWNER = 5  # tokens between an official and the deed that is his: X's recent visit
_OWNED = 2  # the same for anybody else, of whom rather the works are told
_THING = 7  # tokens between an owner and the word for what is his, where nothing parts them
_STOPS = frozenset(",;:.!?()–—")
_POSSESSED = 3  # the same behind an English 's
_TITLE = 16  # tokens of a title in quotation marks
_OPENING = frozenset('"“«„')
_CLOSING = frozenset('"”»“')
_DONE = 5  # tokens within which a participle behind a name tells what its bearer did


def owner(scene: Scene, mention: Mention) -> bool:
    """Whether something of the person is told, not the person: X's letters, the novel of X."""
    marked, sentence = scene.marked, mention.sentence
    if marked.lexicon.grammar.head == "initial":
        return _owner_before(scene, mention) or _possessor(scene, mention)
    if not name_endings.owning(marked, mention.cased):
        return False
    behind = _over_title(marked, sentence, mention.cased.last)
    word = marked.folds[behind] if behind < sentence.last else ""
    if word in marked.lexicon.presence.companions:
        return False  # X'in yanı sıra: beside X
    if word.startswith(marked.lexicon.presence.recorded):
        return False  # X'in video mesajı: he speaks in it
    if _thing_behind(scene, mention, behind):
        mention.worked = True
        return True
    in_list = marked.mark(behind) == "," or bool(
        behind < sentence.last and marked.tags[behind] & Tag.CONJUNCTION
    )
    if in_list and mention.clause is not None:
        behind = max(behind, mention.clause.last)  # A's, B's and C's merits
    reach = _OWNER if presence_clauses.official(scene, mention) else _OWNED
    return not any(scene.deed(at) for at in range(behind, min(sentence.last, behind + reach)))


def quoted_behind(scene: Scene, mention: Mention) -> bool:
    """Whether a quotation opens right behind a name in the genitive: X'in | «… dedi»."""
    behind = mention.cased.last
    owning = name_endings.owning(scene.marked, mention.cased)
    return owning and scene.marked.mark(behind) in _OPENING


def _over_title(marked: TaggedArticle, sentence: Sentence, index: int) -> int:
    """Return the index behind the title of a talk that opens at `index`, else `index`.

    X'in | «…» başlığında sunumu: the word behind says that it is under this. X'in «…» sözü is only
    quoted.
    """
    if index >= sentence.last or marked.mark(index) not in _OPENING:
        return index
    title = range(index + 1, min(sentence.last - 1, index + _TITLE))
    behind = next((at + 1 for at in title if marked.mark(at) in _CLOSING), index)
    under = marked.lexicon.in_endings
    return behind if marked.folds[behind].endswith(under) else index


def _thing_behind(scene: Scene, mention: Mention, behind: int) -> bool:
    """Whether an owner's thing stands behind the name, no verb of a deed before it.

    X-тің мәдениет туралы | жарлығын; a talk "about X's heritage" tells of the heritage.
    """
    marked = scene.marked
    for at in range(behind, min(mention.sentence.last, behind + _THING)):
        if marked.mark(at) in _STOPS or marked.tags[at] & Tag.CONJUNCTION:
            return False
        small = marked.tokens[at].word.letters == Letters.LOWER
        if small and scene.thing(at) and not scene.about(at + 1):
            return True
        if marked.tokens[at].word.verbal and scene.strong(at):
            return False
    return False


def _possessor(scene: Scene, mention: Mention) -> bool:
    """Whether a name with a possessive's ending is followed by what is no deed: X's recent book."""
    marked, behind = scene.marked, mention.run.last
    if not marked.tokens[mention.run.parts[-1]].word.ending:
        return False
    last = min(mention.sentence.last, behind + _POSSESSED)
    parted = (at for at in range(behind, last) if marked.mark(at))
    near = range(behind, next(parted, last))
    if any(map(scene.thing, near)):
        return True
    return not any(scene.deed(at) or scene.group(at) for at in near)


def _owner_before(scene: Scene, mention: Mention) -> bool:
    """Whether a noun that is no deed and no group has the person for its owner."""
    if mention.start <= mention.sentence.first:
        return False
    if scene.marked.lexicon.grammar.people.declensions:
        return _owner_in_genitive(scene, mention)
    return _owner_behind_of(scene, mention)


def _owner_in_genitive(scene: Scene, mention: Mention) -> bool:
    """Whether a noun before a name in the genitive is what is the person's: роман | X."""
    at = _before_adjectives(scene, mention)
    if at is None:
        start = mention.clause.first if mention.clause is not None else mention.start
        given = "dative" in mention.cases and scene.marked.tags[start - 1] & Tag.PREPOSITION
        return bool(given) and start > 1 and scene.letter(start - 2)
    if scene.thing(at):
        mention.worked = True
        return True
    return _sent_by(scene, at) or _owned_noun(scene, at, quoted=_quoted(scene, mention))


def _handed_to(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether an office is passed on to somebody: the post of Secretary General to | X."""
    role, before = mention.role, mention.run.first - 1
    if role is None or not role.head.last <= before < role.last:
        return False
    leads = marked.tags[before] & Tag.PREPOSITION
    return bool(leads) and marked.folds[before] not in marked.lexicon.presence.belongs


def _owner_behind_of(scene: Scene, mention: Mention) -> bool:
    """Whether "of" or "by" leads from what is the person's to the name: the novel of | X."""
    marked, first, at = scene.marked, mention.sentence.first, mention.start - 1
    if _handed_to(marked, mention):
        return False
    while at > first and marked.tags[at] & (Tag.FUNCTION | Tag.HONORIFIC):
        at -= 1
    if scene.work_before(at):
        return True
    at = _over_apposition(scene, mention.sentence, at)
    word = marked.tokens[at].word.fold
    at -= 1
    if at < first:
        return False
    if at > first and marked.folds[at - 1].startswith(marked.lexicon.presence.recorded):
        return False  # a video message from | X
    if marked.tags[at + 1] & Tag.PREPOSITION and scene.letter(at):
        return True  # an appeal to | X
    if word in {*marked.lexicon.origin_words, *marked.lexicon.presence.makes} and scene.thing(at):
        return True
    if word not in marked.lexicon.presence.belongs:
        return word in marked.lexicon.presence.makes and _work_by(scene, at)
    return _owned_noun(scene, at, quoted=_quoted(scene, mention))


def _quoted(scene: Scene, mention: Mention) -> bool:
    """Whether somebody's words may be those of one long dead: a poet's."""
    return mention.role is not None and scene.maker(mention.role)


def _sent_by(scene: Scene, index: int) -> bool:
    """Whether a thing and "from" lead to a name in the genitive: привет от | X."""
    governing = scene.marked.lexicon.governing
    led = governing.get(scene.marked.tokens[index].word.fold) == "genitive"
    return led and index > 0 and scene.thing(index - 1)


def _before_adjectives(scene: Scene, mention: Mention) -> int | None:
    """Return the noun before a name in the genitive and its adjectives, None in other cases."""
    marked, first = scene.marked, mention.sentence.first
    if "genitive" not in mention.cases:
        return None
    one_of_many = mention.shares and mention.role is not None and mention.role.among
    start = mention.run.first if one_of_many else mention.start
    at, adjectives = start - 1, tuple(marked.lexicon.adjectives_in_genitive)
    while at > first and marked.tokens[at].word.base.lower().endswith(adjectives):
        at -= 1
    return at


def _owned_noun(scene: Scene, index: int, *, quoted: bool = False) -> bool:
    """Whether the noun at `index` is no deed, no group and no office.

    What a poet is `quoted` with is not said by somebody who is there: words of the poet X.
    """
    marked, word = scene.marked, scene.marked.tokens[index].word
    other = Tag.PREPOSITION | Tag.CONJUNCTION | Tag.ROLE | Tag.TITLE | Tag.MODIFIER
    opens = marked.sentence_of(index).first == index and not marked.tags[index]
    return (
        (word.letters == Letters.LOWER or opens)
        and not word.verbal
        and not scene.deed(index)
        and (quoted or not scene.group(index))
        and not marked.tags[index] & other
    )


def _work_by(scene: Scene, index: int) -> bool:
    """Whether a noun for what somebody made stands at `index`, before "by": a story | by X."""
    marked = scene.marked
    word, endings = marked.tokens[index].word, marked.lexicon.presence.made
    return (
        word.letters == Letters.LOWER
        and not word.verbal
        and not word.fold.endswith(endings)
        and not (scene.deed(index) or scene.group(index) or marked.tags[index])
    )


def _over_apposition(scene: Scene, sentence: Sentence, at: int) -> int:
    """Return the index before a noun that says what somebody is: letters of | the traveller X."""
    marked = scene.marked
    plain = marked.tokens[at].word.letters == Letters.LOWER and not marked.tags[at]
    if not plain or at - 2 < sentence.first:
        return at
    return at - 2 if marked.tokens[at - 1].word.fold in marked.lexicon.articles else at


def done_before(scene: Scene, mention: Mention) -> bool:
    """Whether a participle behind the name tells what the person did to a thing, at another time.

    "X жазған кітап", the book that X wrote; but "X қатысқан жиын", the meeting that X attended.
    Whoever opens a sentence may be the subject of its last verb and not of the participle.
    """
    marked, clause = scene.marked, mention.clause
    endings = marked.lexicon.presence.made
    passives = marked.lexicon.presence.undergone
    if marked.lexicon.grammar.head != "final" or not endings or clause is None:
        return False
    if mention.run.last != clause.last or (
        clause.behind and marked.tags[clause.last] & Tag.CONJUNCTION
    ):
        return False
    owning = name_endings.owning(marked, mention.cased)
    if marked.lexicon.presence.owned_clauses and not owning:
        return False
    opens = not mention.led and not owning
    last = min(clause.behind.stop, mention.run.last + _DONE)
    for at in range(mention.run.last, last):
        word = marked.tokens[at].word
        if word.fold.endswith(endings):
            done = not word.fold.endswith(passives) and _qualifies(scene, at)
            return done and (not opens or _bare(scene, at + 1))
        if scene.strong(at) or (marked.mark(at) and marked.mark(at) not in HYPHENS):
            return False
    return False


def signed_before(scene: Scene, mention: Mention) -> bool:
    """Whether a participle or a clause says that somebody signed a paper that is spoken of.

    X'in imzaladığı anlaşma, соглашение, подписанное X; the agreement that X signed.
    """
    marked, clause = scene.marked, mention.clause
    if clause is None or not marked.lexicon.presence.papers:
        return False
    if marked.lexicon.grammar.head == "final":
        if mention.run.last != clause.last:
            return False  # the others of its list share what is said of the last
        last = min(clause.behind.stop, clause.last + _DONE)
        return any(_signed_paper(scene, at) for at in range(clause.last, last))
    if clause.relative:
        return clause.before.start >= 2 and scene.paper(clause.before.start - 2)
    made, tokens = marked.lexicon.presence.made, marked.tokens
    if not marked.lexicon.grammar.people.declensions:
        return False
    at = mention.start - 1
    while at > mention.sentence.first and mention.start - at < _DONE:
        if marked.mark(at):
            return False
        if scene.strong(at):
            paper = scene.paper(at - 2 if marked.mark(at - 1) == "," else at - 1)
            return tokens[at].word.fold.endswith(made) and paper
        at -= 1
    return False


def _signed_paper(scene: Scene, index: int) -> bool:
    """Whether a participle at `index` tells a deed, or the verb's second word, and of a paper."""
    made = scene.marked.lexicon.presence.made
    word = scene.marked.tokens[index].word
    if not word.fold.endswith(made) or index + 1 >= len(scene.marked.tokens):
        return False
    return (scene.strong(index) or scene.strong(index - 1)) and scene.paper(index + 1)


def _bare(scene: Scene, index: int) -> bool:
    """Whether the noun at `index` is in no case, the subject itself: X құрған | компания."""
    marked = scene.marked
    word, objects = marked.tokens[index].word, marked.lexicon.tied_objects
    if word.letters != Letters.LOWER or marked.tags[index] & ~Tag.BODY:
        return False
    if index + 1 < len(marked.tokens):  # else the article ends with it
        behind = marked.tokens[index + 1].word
        if behind.letters == Letters.LOWER and not marked.tags[index + 1] & Tag.ROLE:
            return False
    return not (word.adverbial or word.verbal or word.fold.endswith(objects))


def _qualifies(scene: Scene, index: int) -> bool:
    """Whether the participle at `index` tells no presence and has a noun behind it."""
    marked, ahead = scene.marked, index + 1
    last = marked.sentence_of(index).last
    if scene.strong(index) or ahead >= last or marked.mark(ahead):
        return False
    word = marked.tokens[ahead].word
    carries = word.fold in marked.lexicon.presence.carriers
    loose = marked.tags[ahead] & (Tag.FUNCTION | Tag.PREPOSITION | Tag.CONJUNCTION)
    ends = word.verbal and (ahead + 1 >= last or bool(marked.mark(ahead + 1)))
    return not (carries or loose or ends or scene.strong(ahead) or scene.group(ahead))


def _deed_over(scene: Scene, index: int) -> bool:
    """Whether a noun for a deed stands at `index`, and a small word for before or after behind."""
    behind = scene.marked.tags[index + 1] if index + 1 < len(scene.marked.tags) else Tag.NONE
    return index < len(scene.marked.tags) and scene.deed(index) and bool(behind & Tag.FUNCTION)


def reported(scene: Scene, mention: Mention) -> bool:
    """Whether somebody is the subject of a clause that another tells: X келіскенін айтты.

    What is only told claims no presence, unless it is being there: X қатысқанын айтты.
    """
    marked, clause = scene.marked, mention.clause
    endings = marked.lexicon.presence.reported
    if not endings or clause is None or marked.mark(clause.last) == ",":
        return False
    owned = marked.lexicon.presence.owned_clauses
    if not (name_endings.owning(marked, mention.cased) if owned else mention.led):
        return False
    if owned and _deed_over(scene, clause.last):
        return False  # X'in konuşmasının ardından: he has spoken, whatever is told then
    at = next((at for at in clause.behind if marked.tokens[at].word.fold.endswith(endings)), None)
    if at is None or at + 1 >= mention.sentence.last or scene.strong(at):
        return False
    return not scene.strong(at - 1) or at - 1 < clause.last
