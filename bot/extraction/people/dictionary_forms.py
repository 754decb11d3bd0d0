"""Offices and bodies in the form that a card shows.

"of the Academy's president" is the president, of the Academy.

In the languages whose offices end a chain of nouns, the body stands in the genitive and the office
itself with an ending that ties it to the body. Parted from each other, the body loses its genitive
and the office takes its dictionary form.
"""

import re

from bot.extraction.people.genitives import genitive
from bot.extraction.people.name_words import HYPHENS
from bot.extraction.people.vowel_harmony import HARMONY, fitting
from bot.extraction.text.phrase_forms import VOWELS
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters
from config.text import APOSTROPHES, fold, squeeze

_PART = re.compile(r"[^\s-]+")
_SHORTEST = 3  # letters of a word that may lose an ending
_BRACKETS = {")": "("}
_QUOTES = frozenset("»”")


def text(marked: TaggedArticle, first: int, last: int) -> str:
    """Return the tokens from `first` up to `last` as they stand, without the marks around them."""
    return squeeze(marked.slice(first, last)).strip(" ,;") if first < last else ""


def nominative(marked: TaggedArticle, first: int, last: int, endings: tuple[str, ...] = ()) -> str:
    """Return the body named by the tokens from `first` up to `last` in the nominative.

    Its last word loses the genitive's ending, or one of `endings`.
    """
    if marked.mark(last - 1) in _BRACKETS:
        opener = _BRACKETS[marked.mark(last - 1)]
        end = next((i for i in range(last - 2, first, -1) if marked.mark(i) == opener), None)
        if end is not None:
            return f"{nominative(marked, first, end, endings)} {text(marked, end, last)}"
    closer = marked.mark(last - 1)
    if closer in _QUOTES and last - first > 1:
        return f"{nominative(marked, first, last - 1, endings)}{closer}"
    small = marked.tokens[last - 1].word.letters == Letters.LOWER and marked.tokens[last - 1].glued
    match = marked.matches[last - 1]
    joined = match is not None and match.last - match.first > 1  # қорық-музейінің
    if small and not joined and last - first > 2 and marked.mark(last - 2):
        return text(marked, first, last - (2 if marked.mark(last - 2) in HYPHENS else 1))
    if marked.tokens[last - 1].word.letters == Letters.MARK:
        return text(marked, first, last)
    lead = marked.text[marked.tokens[first].start : marked.tokens[last - 1].start]
    return squeeze(f"{lead}{bare(marked, last - 1, endings)}").strip(" ,;")


def bare(marked: TaggedArticle, index: int, endings: tuple[str, ...] = ()) -> str:
    """Return the noun at `index` without its genitive, or one of `endings` (folded, longest first).

    A possessive's ending stays.
    """
    word, match = marked.tokens[index].word, marked.matches[index]
    if word.ending or marked.plain(index):
        return word.base
    endings = endings or marked.lexicon.genitives
    entries = (
        [e for e in match.entries if len(e.words) > index - match.first]
        if match is not None
        else []
    )
    known = [e.words[index - match.first] for e in entries] if match is not None else []
    for ending in endings:
        stem = word.fold[: -len(ending)]
        short = word.base[: len(stem)].isupper() and len(stem) > 1  # КР-нын, but not ALKÜ
        short = short and word.letters != Letters.CAPITALS
        shortest = max(len(stem) if short else _SHORTEST, min(map(len, known), default=0))
        if not word.fold.endswith(ending) or len(stem) < shortest:
            continue
        if ending[1:] in endings and stem[-1] not in VOWELS:
            continue  # the letter that begins the longer ending stands only behind a vowel
        hard = next(
            (
                entry.shown[-1]
                for entry, spelling in zip(entries, known, strict=True)
                if len(spelling) == len(stem) and spelling != stem
            ),
            "",
        )
        return word.base[: len(word.base) - (len(word.fold) - len(stem) + len(hard))] + hard
    return word.base


def possessed(marked: TaggedArticle, match: Match) -> bool:
    """Whether the noun has the ending that ties it to the words before it.

    Names of bodies do: университеті, not университет.
    """
    word, ends = marked.tokens[match.last - 1].word.fold, marked.lexicon.possessives
    rests = (word[len(entry.words[-1]) :] for entry in match.entries if entry.words)
    if any(
        entry.tag == Tag.BODY and len(entry.words) > 1 and entry.words[-1].endswith(ends)
        for entry in match.entries
        if ends
    ):
        return True  # a body of several words is tied in its dictionary form: genel kurul-u
    return any(
        rest and (not ends or (rest.startswith(ends) and rest not in marked.lexicon.genitives))
        for rest in rests
    )


def plural(marked: TaggedArticle, head: Match) -> bool:
    """Whether the word for an office is said of several people: Presidents A and B."""
    ends = marked.lexicon.plurals
    if not ends:
        return False
    word = marked.tokens[head.last - 1].word
    entry = head.entries[0]
    known = entry.words[-1]
    if _plural_within(marked, head):
        return True
    if word.fold == known:
        return known.endswith(ends) and fold(entry.shown.split()[-1]) != known  # MPs, of MP
    tied = next((end for end in marked.lexicon.possessives if known.endswith(end)), "")
    bare_known = known[: len(known) - len(tied)]
    rests = (
        word.fold[len(known) :],
        word.fold[len(bare_known) :] if word.fold.startswith(bare_known) else "",
    )
    return word.fold[len(known) - 1 :].endswith(ends) or any(
        rest.startswith(ends) for rest in rests
    )


def _plural_within(marked: TaggedArticle, head: Match) -> bool:
    """Whether a word before the last tells that several have an office: Secretaries General."""
    if marked.lexicon.grammar.head != "initial" or marked.lexicon.grammar.people.declensions:
        return False
    written = [token.word.fold for token in marked.tokens[head.first : head.last - 1]]
    known = head.entries[0].words[:-1]
    return len(written) == len(known) and any(
        word != single and word.endswith(marked.lexicon.plurals)
        for word, single in zip(written, known, strict=True)
    )


def singular(marked: TaggedArticle, head: Match) -> str | None:
    """Return the word for an office that is tied to what stands before it, of one: Bakan-lar-ı.

    None where no ending of the plural shows.
    """
    word, lexicon = marked.tokens[head.last - 1].word, marked.lexicon
    fitting = (end for end in sorted(lexicon.plurals, key=len) if len(end) > 1)
    for plural_end in fitting:
        for tie in lexicon.possessives:
            ending = f"{plural_end}{tie}"
            if len(tie) == 1 and word.fold.endswith(ending):
                stem = word.base[: len(word.base) - len(ending)]
                return tied(marked, stem)
    return None


def tied(marked: TaggedArticle, noun: str) -> str:
    """Return `noun` with the ending that ties it to what stands before it: орынбасар-ы."""
    written = noun.lower()
    size = 2 if written[-1:] in HARMONY else 1
    ties = [end for end in marked.lexicon.grammar.possessives if len(end) == size]
    return noun + fitting(written, ties)


def dictionary(marked: TaggedArticle, head: Match) -> str:
    """Return the word for an office in its dictionary form, with the capitals of the text."""
    shown = next(
        (
            entry.shown
            for entry in head.entries
            if entry.tag & (Tag.ROLE | Tag.TITLE | Tag.MODIFIER | Tag.OFFICE)
        ),
        "",
    )
    shown = _in_the_texts_way(shown, text(marked, head.first, head.last))
    words = _PART.findall(shown)
    written = [
        token.word
        for token in marked.tokens[head.first : head.last]
        if token.word.letters != Letters.MARK
    ]
    if len(words) != len(written):
        return text(marked, head.first, head.last)
    cased = [_cased(known, word.text) for known, word in zip(words, written, strict=True)]
    if marked.lexicon.grammar.head == "final":
        # only the last word is tied to what stands before: bosh kotibining o'rinbosar-i
        cased[:-1] = [word.text for word in written[:-1]]
        untied = owner(marked, head.first, head.last - 1)
        cased[-2:-1] = [untied] if untied else cased[-2:-1]
    parts = iter(cased)
    return _PART.sub(lambda _: next(parts), shown)


def owner(marked: TaggedArticle, first: int, index: int) -> str | None:
    """Return the office that ends at `index`, another's owner, parted from the body before it.

    Қазақстан | Президентінің кеңесшісі is Президенттің кеңесшісі. None where no ending ties it.
    """
    if not marked.lexicon.grammar.unties or marked.lexicon.grammar.respell:
        return (
            None  # rewritten endings are known there as they are compared, not as they are written
        )
    found = marked.lexicon.phrases.find(marked.tokens, first, index)
    match = found[-1] if found else None
    if match is None or match.first != first or match.last != index or not match.tag & Tag.ROLE:
        return None
    word, ties = marked.tokens[index - 1].word, marked.lexicon.possessives
    entry = next(entry for entry in match.entries if entry.tag == Tag.ROLE)
    known, rest = entry.words[-1], word.fold.removeprefix(entry.words[-1])
    tied = ties and rest.startswith(ties) and rest.endswith(marked.lexicon.genitives)
    if not tied or rest in marked.lexicon.genitives or rest == word.fold:
        return None
    shown = _PART.findall(_in_the_texts_way(entry.shown, word.text))[-1]
    return genitive(marked.lexicon, _cased(shown, word.text[: len(known)]))


def _in_the_texts_way(shown: str, written: str) -> str:
    """Return the dictionary form with the apostrophe that the text uses.

    O‘rinbosar, not o'rinbosar.
    """
    mark = next((c for c in written if c in APOSTROPHES), None)
    return shown.replace("'", mark) if mark else shown


def _cased(known: str, written: str) -> str:
    if fold(known) == fold(written):
        return written  # as the text spells it: режиссёр
    return known[:1].upper() + known[1:] if written[:1].isupper() else known
