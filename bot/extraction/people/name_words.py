"""What a capitalised word shows of itself: a part of a name, an initial, a surname.

Each question is about one token and what touches it; runs of such words are put together in
`bot.extraction.people.name_candidates`.
"""

from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters

HYPHENS = frozenset("-‑–")
CAPITALISED = frozenset({Letters.CAPITAL, Letters.CAPITALS})
_INITIAL = 2  # letters: Sh.
_DOMAIN = 4  # letters of the ending of a site's address: info
_SURNAME = 4  # letters of a surname that an ending may hang on
# What the lexicon knows as something else than a name.
_BARRED = (
    Tag.HONORIFIC | Tag.TITLE | Tag.ROLE | Tag.MODIFIER
    | Tag.BODY | Tag.DESCRIPTOR | Tag.PLACE | Tag.DEMONYM | Tag.ORGANIZATION | Tag.KIND
    | Tag.MONTH | Tag.WEEKDAY
    | Tag.FUNCTION | Tag.CONJUNCTION | Tag.PREPOSITION | Tag.CUE | Tag.RELATIVE
)  # fmt: skip


def name_part(marked: TaggedArticle, index: int) -> bool:
    """Whether the word at `index` can be a word of a name: capitalised, and not in the lexicon."""
    return marked.tokens[index].word.name_shaped and not marked.tags[index] & _BARRED


def initial(marked: TaggedArticle, index: int) -> bool:
    """Whether an initial with its full stop stands at `index`: A. or Sh., close to the dot."""
    word = marked.tokens[index].word
    letters = len(word.text)
    if letters > _INITIAL or word.letters != Letters.CAPITAL:
        return False
    if marked.tags[index] & (_BARRED if letters > 1 else Tag.HONORIFIC | Tag.TITLE | Tag.ROLE):
        return False
    return marked.mark(index + 1) == "." and marked.tokens[index + 1].glued


def surname(marked: TaggedArticle, index: int) -> bool:
    """Whether the word at `index` ends as only surnames do."""
    return marked.tokens[index].word.fold.endswith(marked.lexicon.surnames)


def firm(marked: TaggedArticle, index: int) -> bool:
    """Whether the word at `index` shows itself as a surname or a patronymic."""
    return surname(marked, index) or marked.tokens[index].word.fold.endswith(
        marked.lexicon.patronymics
    )


def inflected(marked: TaggedArticle, index: int) -> bool:
    """Whether a surname or a patronymic with an ending of case stands at `index`.

    What follows it is somebody else's name.
    """
    word, lexicon = marked.tokens[index].word.fold, marked.lexicon
    if lexicon.grammar.head != "final" or not word.endswith(lexicon.long_case_tails):
        return False
    if word.endswith(lexicon.name_ends):
        return False
    stems = (word[: -len(end)] for end in lexicon.long_case_tails if word.endswith(end))
    return any(len(stem) >= _SURNAME and stem.endswith(lexicon.name_ends) for stem in stems)


def honoured(marked: TaggedArticle, index: int) -> bool:
    """Whether an honorific or a title ends at `index`, perhaps with a full stop."""
    at = index - 1 if marked.mark(index) == "." and index > 0 else index
    return bool(marked.tags[at] & (Tag.HONORIFIC | Tag.TITLE))


def office_ends(marked: TaggedArticle, index: int) -> bool:
    """Whether an office, an honorific or a title ends at `index`, perhaps with a full stop."""
    at = index - 1 if marked.mark(index) == "." and index > 0 else index
    return bool(marked.tags[at] & (Tag.ROLE | Tag.HONORIFIC | Tag.TITLE))


def father_follows(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether a capitalised word at `index` is a father's name: "son" or "daughter" follows.

    Xurshid Davlat o'g'li.
    """
    return (
        index + 1 < limit
        and marked.tokens[index].word.letters == Letters.CAPITAL
        and marked.tags[index + 1] == Tag.PARTICLE
        and marked.tokens[index + 1].word.letters == Letters.LOWER
    )


def honoured_within(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether an honorific stands inside a name: Akmal usta Nozimov, Cavidan Hanım Aslanova."""
    return (
        index + 1 < limit
        and marked.lexicon.grammar.head == "final"
        and bool(marked.tags[index] & Tag.HONORIFIC)
        and name_part(marked, index + 1)
    )


def in_town(marked: TaggedArticle, index: int) -> bool:
    """Whether the name of a town ends at `index`, or goes on there in small letters.

    A Babayev Qaratəpə | kəndində, A Babayev Qara | bulaq kəndində, Ермек | ата ауылында.
    """
    if index + 1 >= len(marked.tokens) or marked.lexicon.grammar.head != "final":
        return False
    if marked.cued(index, "town_words"):
        return True
    small = marked.tokens[index].word.letters == Letters.LOWER
    if not small or marked.tags[index] & ~(Tag.HONORIFIC | Tag.PARTICLE):
        return False
    return marked.cued(index + 1, "town_words")


def hyphened(marked: TaggedArticle, index: int) -> bool:
    """Whether a capitalised word hangs on a name by a hyphen, whatever it is else: Аль-Мари."""
    tokens = marked.tokens
    return (
        tokens[index].word.letters == Letters.CAPITAL
        and not marked.tags[index] & ~Tag.PLACE
        and tokens[index].glued
        and marked.mark(index - 1) in HYPHENS
        and tokens[index - 1].glued
    )


def suffixed(marked: TaggedArticle, index: int, limit: int) -> bool:
    """Whether a case ending follows behind a hyphen: Report-un."""
    if index + 1 >= limit or marked.mark(index) not in HYPHENS or not marked.tokens[index].glued:
        return False
    after = marked.tokens[index + 1]
    if not after.glued or after.word.letters != Letters.LOWER:
        return False
    return not marked.tags[index + 1] & Tag.PARTICLE and not tied(marked, index)


def tied(marked: TaggedArticle, index: int) -> bool:
    """Whether a name goes on in small letters behind the hyphen at `index`: Kim Yong-joo.

    Only in languages that set no ending of case there.
    """
    after = marked.tokens[index + 1]
    if (
        marked.lexicon.grammar.head != "initial"
        or not (marked.tokens[index].glued and after.glued)
        or marked.tags[index + 1]
    ):
        return False
    return after.word.letters == Letters.LOWER and not after.word.verbal


def of_site(marked: TaggedArticle, index: int) -> bool:
    """Whether the ending of a site's address touches a name: Wire | .com, Xəbər | .az."""
    ahead = index + 1
    if marked.mark(index) != "." or ahead >= len(marked.tokens):
        return False
    word = marked.tokens[ahead].word
    glued = marked.tokens[index].glued and marked.tokens[ahead].glued
    return glued and word.letters == Letters.LOWER and len(word.text) <= _DOMAIN
