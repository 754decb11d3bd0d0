"""Whether something of a person is told, not the person: X's letters, the novel of X, X yazdığı.

What is somebody's says nothing of him, unless it is a deed: X's visit, X'in ziyareti.
"""

from bot.extraction.people import name_endings, presence_clauses
from bot.extraction.people.mentions import Mention
from bot.extraction.people.scene import Scene
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters, Sentence

_OWNER = 5  # tokens between an official and the deed that is his: X's recent visit
_OWNED = 2  # the same for anybody else, of whom rather the works are told
_THING = 7  # tokens between an owner and the word for what is his, where nothing parts them
_STOPS = frozenset(",;:.!?()–—")
_POSSESSED = 3  # the same behind an English 's
_DONE = 3  # tokens within which a participle behind a name tells what its bearer did


def owner(scene: Scene, mention: Mention) -> bool:
    """Whether something of the person is told, not the person: X's letters, the novel of X."""
    marked, sentence = scene.marked, mention.sentence
    if marked.lexicon.grammar.head == "initial":
        return _owner_before(scene, mention) or _possessor(scene, mention)
    if not name_endings.owning(marked, mention.run):
        return False
    behind = mention.run.last
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
    return any(scene.thing(at) for at in range(behind, last))


def _owner_before(scene: Scene, mention: Mention) -> bool:
    """Whether a noun that is no deed and no group has the person for its owner."""
    marked, start = scene.marked, mention.start
    if marked.lexicon.grammar.people.declensions:
        if "genitive" not in mention.cases or start <= mention.sentence.first:
            return False
        at = start - 1
        adjectives = tuple(marked.lexicon.adjectives_in_genitive)
        while at > mention.sentence.first and marked.tokens[at].word.base.lower().endswith(
            adjectives
        ):
            at -= 1
        if scene.thing(at):
            return True
    else:
        at = start - 1
        while at > mention.sentence.first and marked.tags[at] & (Tag.FUNCTION | Tag.HONORIFIC):
            at -= 1
        if scene.work_before(at):
            return True
        at = _over_apposition(scene, mention.sentence, at)
        if marked.tokens[at].word.fold in marked.lexicon.origin_words and scene.thing(at - 1):
            return True
        if marked.tokens[at].word.fold != "of":
            return False
        at -= 1
    if at < mention.sentence.first or marked.tags[at] & (Tag.PREPOSITION | Tag.CONJUNCTION):
        return False
    word = marked.tokens[at].word
    return (
        word.letters == Letters.LOWER
        and not word.verbal
        and not scene.deed(at)
        and not scene.group(at)
        and not marked.tags[at] & (Tag.ROLE | Tag.TITLE | Tag.MODIFIER)
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
    passives = marked.lexicon.presence.undergone or ("\0",)
    if marked.lexicon.grammar.head != "final" or not endings or clause is None:
        return False
    owning = name_endings.owning(marked, mention.run)
    if mention.run.last != clause.last or (mention.start == mention.sentence.first and not owning):
        return False
    last = min(clause.behind.stop, mention.run.last + _DONE)
    for at in range(mention.run.last, last):
        word = marked.tokens[at].word
        if word.fold.endswith(endings):
            return not word.fold.endswith(passives) and _qualifies(scene, at)
        if scene.strong(at) or marked.mark(at):
            return False
    return False


def _qualifies(scene: Scene, index: int) -> bool:
    """Whether the participle at `index` tells no presence and has a noun behind it."""
    marked, ahead = scene.marked, index + 1
    if scene.strong(index) or marked.mark(ahead) or ahead >= marked.sentence_of(index).last:
        return False
    word = marked.tokens[ahead].word
    carries = word.fold in marked.lexicon.presence.carriers
    loose = marked.tags[ahead] & (Tag.FUNCTION | Tag.PREPOSITION | Tag.CONJUNCTION)
    return not (carries or loose or word.verbal or scene.strong(ahead) or scene.group(ahead))
