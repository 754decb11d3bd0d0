"""The endings of case that a name's last word shows, and the word without them.

Names inflect as nouns do, but few of their endings are safe to take off: a surname's own ending
looks like one of case. What the neighbours of a name or the verb behind it tell settles the rest.
"""

from bot.extraction.people.name_candidates import Run
from bot.extraction.text.phrase_forms import VOWELS
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from config.text import fold

_SHORTEST = 4  # letters of a name that loses an ending for its neighbours' sake
_REMEMBERED = 20_000  # spellings


def bare(marked: TaggedArticle, word: str) -> str:
    """Return the folded `word` without the endings of case that cannot belong to a name.

    A surname's own ending stays whole.
    """
    remembered = marked.lexicon.bare_names
    found = remembered.get(word)
    if found is None:
        if len(remembered) > _REMEMBERED:
            remembered.clear()
        found = remembered[word] = _bare(marked, word)
    return found


def _bare(marked: TaggedArticle, word: str) -> str:
    lexicon = marked.lexicon
    if not word.endswith(lexicon.case_tails):
        return word  # most words: not looked at ending by ending
    surname = next((end for end in lexicon.name_ends if word.endswith(end)), "")
    for ending in lexicon.cases:
        stem = word[: -len(ending)]
        if (
            word.endswith(ending)
            and len(ending) >= len(surname)
            and len(stem) >= 3
            and not VOWELS.isdisjoint(stem)
        ):
            return stem + _buffer(marked, stem, ending)
    for ending in lexicon.weak_cases:
        if (
            word.endswith(ending)
            and len(ending) >= len(surname)
            and word[: -len(ending)].endswith(lexicon.name_ends)
        ):
            return word[: -len(ending)]
    return word


def _buffer(marked: TaggedArticle, stem: str, ending: str) -> str:
    """The letter that a longer ending begins with may be the name's own.

    Erdoğan-ın rather than Erdoğa-nın, but Aliyeva-nın.
    """
    own = (
        stem[-1] in VOWELS
        and ending[1:] in marked.lexicon.case_endings
        and not stem.endswith(marked.lexicon.name_ends)
    )
    return ending[0] if own else ""


def nominative(marked: TaggedArticle, index: int) -> str:
    """Return the word at `index`, a proper name, in the nominative."""
    word = marked.tokens[index].word
    return word.base[: len(word.base) - (len(word.fold) - len(bare(marked, word.fold)))]


def cut(written: str, folded: str, kept: str) -> str:
    """Return `written` without its last letters, as many as `kept` is shorter than `folded`."""
    return written[: len(written) - (len(folded) - len(kept))]


def shared_stem(marked: TaggedArticle, a: str, b: str) -> str | None:
    """Return the stem that both words are case forms of, or None."""
    letters = enumerate(zip(a, b, strict=False))
    parted = (index for index, (letter, other) in letters if letter != other)
    stem = a[: next(parted, min(len(a), len(b)))]
    for size in range(len(stem), max(2, len(stem) - 2), -1):
        if all(not rest or rest in marked.lexicon.case_endings for rest in (a[size:], b[size:])):
            return stem[:size]
    return None


def shared_ending(marked: TaggedArticle, run: Run, other: Run) -> int:
    """Return how many letters of `run` are an ending that its neighbour in a list shares.

    The case is the one that `other`, which an "and" joins to it, stands in beyond doubt.
    """
    word, neighbour = (
        marked.tokens[run.parts[-1]].word.fold,
        marked.tokens[other.parts[-1]].word.fold,
    )
    told = neighbour[len(bare(marked, neighbour)) :] or (
        neighbour[-other.ending :] if other.ending else ""
    )
    if not told or bare(marked, word) != word:
        return 0
    fitting = (
        e
        for e in marked.lexicon.weak_cases
        if len(e) > 1 and word.endswith(e) and len(word) - len(e) >= _SHORTEST
    )
    return next((len(e) for e in fitting if _consonants(told).endswith(_consonants(e))), 0)


def _consonants(ending: str) -> str:
    return "".join(letter for letter in ending if letter not in VOWELS)


def object_ending(marked: TaggedArticle, run: Run) -> int:
    """Return how many letters of a name are an ending, as the verb behind it tells.

    Chelikni qabul.
    """
    lexicon = marked.lexicon
    if run.last >= len(marked.tokens) or (
        marked.tokens[run.last].word.fold not in lexicon.object_verbs
    ):
        return 0
    word = marked.tokens[run.parts[-1]].word
    if word.ending or bare(marked, word.fold) != word.fold:
        return 0
    fitting = [
        len(end)
        for end in lexicon.object_endings
        if word.fold.endswith(end) and len(word.fold) - len(end) >= _SHORTEST
    ]
    told = (size for size in fitting if word.fold[:-size].endswith(lexicon.surnames))
    return next(told, min(fitting, default=0))  # Tuncalı-nı by its surname's end, but Həsən-i


def case_ending(marked: TaggedArticle, run: Run) -> str:
    """Return the folded ending of case of a name's last word, empty where it shows none.

    A particle that ends a name bears the ending: Тургунбек уулу-нун.

    Remembered for the article, as each reason to be there or not asks for it.
    """
    key = run.last, run.parts[-1], run.ending
    found = marked.name_cases.get(key)
    if found is None:
        found = marked.name_cases[key] = _case_ending(marked, run)
    return found


def _case_ending(marked: TaggedArticle, run: Run) -> str:
    if run.last - 1 > run.parts[-1] and marked.tags[run.last - 1] & Tag.PARTICLE:
        particle = marked.tokens[run.last - 1].word
        return fold(particle.ending) or particle.fold[len(particle_form(marked, run.last - 1)) :]
    word = marked.tokens[run.parts[-1]].word
    if word.ending:
        return fold(word.ending)
    if run.ending:
        return word.fold[-run.ending :]
    return word.fold[len(bare(marked, word.fold)) :]


def particle_form(marked: TaggedArticle, index: int) -> str:
    """Return the dictionary form of the particle at `index`, folded: уулу of уулунун."""
    word, match = marked.tokens[index].word, marked.matches[index]
    entries = match.entries if match is not None else ()
    known = (entry.words[-1] for entry in entries if entry.tag == Tag.PARTICLE and entry.words)
    return next(known, word.fold)


def owning(marked: TaggedArticle, run: Run) -> bool:
    """Whether a name stands in the genitive, as far as its ending tells."""
    ending = case_ending(marked, run)
    return bool(ending) and ending in marked.lexicon.genitives


def given(marked: TaggedArticle, run: Run) -> bool:
    """Whether a name stands in a case that something is given or done to somebody in."""
    ending = case_ending(marked, run)
    plain = ending in marked.lexicon.genitives or ending in marked.lexicon.plurals
    return bool(ending) and not plain
