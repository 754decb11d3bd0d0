"""Whether two names are one person's, whatever case they stand in and however full they are told.

The words compared are folded; a slip of the keyboard in a long word is forgiven.
"""

from rapidfuzz.distance import DamerauLevenshtein

from bot.extraction.people.name_endings import bare, shared_stem
from bot.extraction.text.tagger import TaggedArticle

_STEM = 3  # letters that two case forms of one word have in common
_TYPED = 6  # letters from which a word may be mistyped
_INITIAL = 2  # letters: Sh. and Yu. are initials too


def weight(name: tuple[str, ...]) -> int:
    """How full a name is: its words, an initial counting less than a word."""
    return sum(2 if len(word) > 1 else 1 for word in name)


def patronymic(marked: TaggedArticle, word: str) -> bool:
    """Whether a folded word, in whatever case, says whose child somebody is."""
    endings = marked.lexicon.patronymics
    return word.endswith(endings) or bare(marked, word).endswith(endings)


def same(marked: TaggedArticle, full: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether `other` names the person whom `full` names.

    Each of the fewer words is one of the more, in order.
    """
    few, many = (other, full) if len(other) <= len(full) else (full, other)
    if len(few) == 1 and len(few[0]) == 1:
        return False
    if len(few) == len(many) > 1 and sorted(few) == sorted(many):
        return True
    if len(few) > 1 and len(few[0]) == 1 and _same_word(marked, many[0], few[-1]):
        few = (few[-1], *few[:-1])  # Т. Усманов, and told in full: Усманов Турдубек
    at = 0
    for word in few:
        while at < len(many) and not _same_word(marked, many[at], word):
            at += 1
        if at == len(many):
            return False
        at += 1
    return True


def begin_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether each of the fewer words begins like one of the more.

    Two forms of one name do, in whatever case they stand.
    """
    few, many = (other, one) if len(other) <= len(one) else (one, other)
    for word in few:
        for known in many:  # as loops: a list of names asks for each pair of neighbours
            if _begin_alike(word, known):
                break
        else:
            return False
    return True


def _begin_alike(a: str, b: str) -> bool:
    if a[:_INITIAL] == b[:_INITIAL]:
        return True
    if len(a) <= _INITIAL or len(b) <= _INITIAL:
        return a[:1] == b[:1]
    return _mistyped_early(a, b)


def _mistyped_early(a: str, b: str) -> bool:
    """Whether two words that begin differently could be one with a slip in its first letters.

    Cheap to ask, and nearly always no.
    """
    if len(a) < _TYPED or len(b) < _TYPED:
        return False
    return a[4:6] in b[3:7] or (len(a) >= 2 * _TYPED and len(b) >= 2 * _TYPED)


def _same_word(marked: TaggedArticle, a: str, b: str) -> bool:
    if a == b:
        return True
    if min(len(a), len(b)) <= _INITIAL:
        return a.startswith(b) or b.startswith(a)
    if a[:_STEM] != b[:_STEM] and not _mistyped_early(a, b):
        return False
    a, b = bare(marked, a), bare(marked, b)
    if a == b:
        return True
    if (stem := shared_stem(marked, a, b)) is not None and len(stem) >= _STEM:
        return True
    shorter = min(len(a), len(b))
    return shorter >= _TYPED and DamerauLevenshtein.distance(a, b) <= shorter // 6
