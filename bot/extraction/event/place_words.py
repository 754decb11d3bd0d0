"""What the words around a place's name say of it: in it, to it, or part of something else.

Prepositions and endings say "in"; offices, bodies, quotation marks and names say that the town is
only theirs; a stamp at a paragraph's beginning says that the outlet reports from it.
"""

import re

from bot.extraction.event import town_rows
from bot.extraction.text.phrase_forms import VOWELS
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters, Sentence
from config.remembering import remembered
from config.text import fold

_FAR = 30  # tokens within which a sentence says that somebody came,
_NEAR = 14  # tokens that still speak of a place,
_CLOSE = 6  # those that qualify it,
_ADJECTIVES = 2  # words at most between "in" and the word for a town,
_BETWEEN = 5  # tokens at most between the word for a town and its name,
_BEHIND = 3  # and those between "X'daki" and an office
_TOUCH = 2  # and those that touch it
_STAMP = 14  # tokens that an outlet's stamp may have
_DECLINED = frozenset("ая")  # last vowels of the towns that are declined
_WORD = re.compile(r"\w+")
_COURSE = frozenset({"opened", "closing"})
_PAIRS = {"“": "”", "«": "»", '"': '"', "„": "“"}


def is_common_noun(marked: TaggedArticle, match: Match) -> bool:
    """Whether a town is rather half of another name, or a common noun that stands small elsewhere.

    Kabulde at a sentence's beginning is "at the reception".
    """
    if marked.mark(match.first - 1) == "-" and marked.tokens[match.first].glued:
        return True  # Таш-Рабат
    if marked.mark(match.last) == "-" and match.last + 1 < len(marked.tokens):
        following = marked.tokens[match.last + 1]
        if marked.tokens[match.last].glued and following.glued:
            return following.word.letters == Letters.CAPITAL  # Кызыл-Ой
    if match.first != marked.sentence_of(match.first).first or match.last - match.first > 1:
        return False
    word = marked.tokens[match.first].word
    return (
        not word.ending
        and word.letters == Letters.CAPITAL
        and (word.fold in marked.small or not marked.small_stems.isdisjoint(word.stems))
    )


def is_in_name(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    """Whether a capitalised word that is nothing else touches a town: Багдад Амреев."""
    word = marked.tokens[match.last - 1].word
    if word.ending or has_case(marked, match) or sentence.paragraph == 0:
        return False
    if is_located(marked, match) or is_attributive(marked, match):
        return False
    named = match.last < sentence.last and marked.names_after(match.last)
    return named or any(
        sentence.first <= at < sentence.last
        and marked.tags[at] == Tag.NONE
        and marked.tokens[at].word.letters == Letters.CAPITAL
        and not marked.tokens[at].word.ending
        for at in (match.first - 1, match.last)
    )


def is_bound_elsewhere(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    """Whether a town's ending says where somebody comes from, or goes to and does not arrive."""
    lexicon = marked.lexicon
    if is_located(marked, match):
        return False
    final = lexicon.grammar.head == "final"
    tail = _tail(marked, match) if final else ""
    if final and tail.endswith(lexicon.origin_endings):
        return True
    before = marked.tokens[match.first - 1].word.fold if match.first > 0 else ""
    if before in lexicon.origin_words or before in lexicon.departures:
        return True
    if final:
        return tail in lexicon.to_endings
    led = match.first > 0 and marked.tokens[match.first - 1].word.fold in lexicon.in_words
    return led and _directed(marked, match) and not _arrives(marked, sentence, match)


def _is_reached(marked: TaggedArticle, match: Match) -> bool:
    """Whether an ending says "to" the place, and a word that somebody came."""
    lexicon = marked.lexicon
    if lexicon.grammar.head != "final" or _tail(marked, match) not in lexicon.to_endings:
        return False
    return _arrives(marked, marked.sentence_of(match.first), match)


def _arrives(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    """Whether a word near a town says that somebody came; behind it where verbs end sentences."""
    final = marked.lexicon.grammar.head == "final"
    first = match.last if final else max(sentence.first, match.first - _FAR)
    return marked.told_within(range(first, min(sentence.last, match.last + _FAR)), "arrivals")


def _tail(marked: TaggedArticle, match: Match) -> str:
    """What a place's last word has behind its dictionary form."""
    word = marked.tokens[match.last - 1].word
    return fold(word.ending) or word.fold[len(_last_word(match)) :]


def _last_word(match: Match) -> str:
    """The last word of a place's name, folded; the phrase itself may be one of its case forms."""
    entry = match.entries[0]
    return min(_last_shown(entry.shown) or entry.words[-1], entry.words[-1], key=len)


@remembered(8_192)
def _last_shown(name: str) -> str:
    words: list[str] = _WORD.findall(fold(name))
    return words[-1] if words else ""


def is_of_office(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    """Whether a town is where somebody holds an office: ambassador in X, X'daki büyükelçi."""
    before, initial = match.first - 2, marked.lexicon.grammar.head == "initial"
    if initial and before >= sentence.first and marked.tags[before] & Tag.ROLE:
        match_before, posts = marked.matches[before], marked.lexicon.posts
        entries = match_before.entries if match_before is not None else ()
        return any(entry.tag == Tag.ROLE and entry.shown in posts for entry in entries)
    behind = range(match.last, min(sentence.last, match.last + _BEHIND))
    return is_attributive(marked, match) and any(marked.tags[i] & Tag.ROLE for i in behind)


def is_part_of_name(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    """Whether a town is part of the name of something that is no event: Baku Media Center."""
    final = marked.lexicon.grammar.head == "final"
    if match.last >= sentence.last or not (sentence.paragraph or final):
        return False
    if final and (has_case(marked, match) or is_attributive(marked, match)):
        return False
    if final and is_town_word(marked, match.last) and _arrives(marked, sentence, match):
        return False  # Истанбул шаҳрига етиб келди
    if final and _hosts(marked, sentence, match):
        return False
    small = marked.tokens[match.last].word.letters == Letters.LOWER
    plain = small or marked.lexicon.in_cases or _behind_town_word(marked, match)
    if not final and plain and is_located(marked, match):
        return False
    return belongs(marked, match.last) and not names_event(marked, sentence, match)


def _hosts(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    """Whether a town opens a sentence as the host of a body's gathering, and no name of the body's.

    Semerkant TDT Zirvesi'ne ev sahipliği yaptı.
    """
    opens = match.first == sentence.first and marked.tags[match.last] & Tag.ORGANIZATION
    return bool(opens) and marked.cued_within(range(match.last, sentence.last), "held")


def names_event(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    """Whether the words behind a town lead to the noun for an event: Erzurum Türk Festivali."""
    for index in range(match.last, min(sentence.last, match.last + _CLOSE)):
        if marked.tags[index] & Tag.KIND:
            return True
        if marked.tags[index] & (Tag.BODY | Tag.ROLE | Tag.ORGANIZATION) or marked.mark(index):
            return False
    return False


def is_attributive(marked: TaggedArticle, match: Match) -> bool:
    """Whether an ending makes of "in the town" an adjective: Ankara'daki."""
    ends = marked.lexicon.attributives
    return _tail(marked, match).endswith(ends)


def is_quoted(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    """Whether a town stands in quotation marks of its sentence: in a name or a theme."""
    first = max(sentence.first, match.first - _FAR)
    opened = ""
    for index in range(first, match.first):
        mark = marked.mark(index)
        if mark and opened and mark == _PAIRS[opened]:
            opened = ""
        elif mark and not opened and mark in _PAIRS:
            opened = mark
    closing = range(match.last, min(sentence.last, match.last + _FAR))
    return bool(opened) and any(marked.mark(index) == _PAIRS[opened] for index in closing)


def is_located(marked: TaggedArticle, match: Match) -> bool:
    """Whether a preposition or an ending says "in" the place."""
    before = match.first - 1
    if before >= 0 and marked.tokens[before].word.fold in marked.lexicon.in_words:
        return not _directed(marked, match)
    if "arrivals" in marked.cues.get(before, ()) and marked.tags[before] & Tag.PREPOSITION:
        return True  # travelled to X
    if marked.lexicon.grammar.head == "initial":
        word = _town_word_before(marked, match)
        if word is not None:
            return _led(marked, word)
    if has_case(marked, match) or _is_reached(marked, match):
        return True
    first = town_rows.opens(marked, match)
    if first is not None:
        return first
    return match.last < len(marked.tokens) and is_town_word(marked, match.last)


def _directed(marked: TaggedArticle, match: Match) -> bool:
    """Whether the case behind a preposition says where to: в Стамбул.

    What is not declined may be either, and is taken for where.
    """
    cases = marked.lexicon.in_cases
    word = marked.tokens[match.last - 1].word.fold
    if not cases or word.endswith(cases):
        return False
    plain = any(entry.words[-1:] == (word,) for entry in match.entries)
    declined = word[-1] not in VOWELS or word[-1] in _DECLINED
    return (declined or not plain) and not _behind_town_word(marked, match)


def _town_word_before(marked: TaggedArticle, match: Match) -> int | None:
    """Return where the word for a town before `match` stands, or None.

    A place may stand between: in the capital of Uzbekistan, Tashkent; в столице Кении Найроби.
    """
    at = match.first - 1
    if (at >= 0 and marked.tags[at] & Tag.PLACE) or marked.mark(at) == ",":
        while (
            at >= 0
            and at >= match.first - _BETWEEN
            and (
                marked.tags[at] & (Tag.PLACE | Tag.PREPOSITION | Tag.FUNCTION)
                or marked.mark(at) == ","
            )
        ):
            at -= 1
    return at if at >= 0 and is_town_word(marked, at) else None


def _led(marked: TaggedArticle, index: int) -> bool:
    """Whether the word for a town at `index` stands behind "in": in the city of X."""
    words = marked.matches[index]
    first = words.first if words is not None else index
    for at in range(first - 1, max(-1, first - _ADJECTIVES - 2), -1):
        if marked.tokens[at].word.fold in marked.lexicon.in_words:
            return True
        if marked.tags[at] & Tag.PREPOSITION or marked.mark(at):
            return False
    return False


def _behind_town_word(marked: TaggedArticle, match: Match) -> bool:
    return match.first > 0 and is_town_word(marked, match.first - 1)


def has_case(marked: TaggedArticle, match: Match) -> bool:
    """Whether an ending says "in" the place."""
    word, last = marked.tokens[match.last - 1].word, _last_word(match)
    if word.fold[len(last) :] in marked.lexicon.to_endings and word.fold.startswith(last):
        return False  # Daşkənd-ə: to it
    tail = fold(word.ending) or word.fold[len(last) - 1 :]
    return tail.endswith(marked.lexicon.in_endings)


def is_town_word(marked: TaggedArticle, index: int) -> bool:
    """Whether the word at `index` stands beside a town's name: city, шаары."""
    return marked.cued(index, "town_words")


def is_beside_event(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    """Whether a noun for an event or a word of taking place stands near."""
    near = range(max(sentence.first, match.first - _NEAR), min(sentence.last, match.last + _NEAR))
    if marked.cued_within(near, "held") or any(marked.told_within(near, key) for key in _COURSE):
        return True
    return any(tag & Tag.KIND for tag in marked.tags[near.start : near.stop])


def touches_event(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    """Whether a noun for an event stands right beside a town that something is in."""
    first, last = max(sentence.first, match.first - _TOUCH), min(sentence.last, match.last + _TOUCH)
    near = (*range(first, match.first), *range(match.last, last))
    return is_located(marked, match) and any(marked.tags[at] & Tag.KIND for at in near)


def belongs(marked: TaggedArticle, index: int) -> bool:
    """Whether the word at `index` makes the town before it part of a name: Baku Media Center."""
    if is_town_word(marked, index) and marked.lexicon.in_endings:
        return not marked.tokens[index].word.fold.endswith(
            (*marked.lexicon.in_endings, *marked.lexicon.attributives)
        )  # in the town of X, but the town of X's mayor
    if marked.tags[index] & (Tag.BODY | Tag.ORGANIZATION | Tag.ROLE):
        return True
    if marked.lexicon.grammar.head == "final" and marked.tags[index] & Tag.DESCRIPTOR:
        return marked.tokens[index].word.letters == Letters.CAPITAL
    return (
        marked.mark(index) == "-"
        and marked.tokens[index].glued
        and marked.lexicon.grammar.head == "initial"
    )


def is_beside(
    marked: TaggedArticle, sentence: Sentence, match: Match, keys: tuple[str, ...]
) -> bool:
    """Whether one of the cues `keys` stands close."""
    near = range(max(sentence.first, match.first - _CLOSE), min(sentence.last, match.last + _CLOSE))
    return any(marked.cued_within(near, key) for key in keys)


def is_dateline(marked: TaggedArticle, match: Match) -> bool:
    """Whether a town is that from which the outlet reports."""
    sentence = marked.sentence_of(match.first)
    if sentence.paragraph == 0 or match.first > sentence.first + 3:
        return False
    before = range(sentence.first, match.first)
    if any(marked.tokens[i].word.letters == Letters.LOWER for i in before):
        return False
    capitals = marked.tokens[match.first].word.letters == Letters.CAPITALS
    following = marked.mark(match.last)
    return capitals or (
        following in {",", "(", "/", ".", "-", "–", "—"}
        and following != ""
        and _no_verb(marked, sentence)
    )


def _no_verb(marked: TaggedArticle, sentence: Sentence) -> bool:
    return sentence.last - sentence.first <= _STAMP and _small_words(marked, sentence) <= 2


def _small_words(marked: TaggedArticle, sentence: Sentence) -> int:
    return sum(
        1
        for i in range(sentence.first, sentence.last)
        if marked.tokens[i].word.letters == Letters.LOWER
    )
