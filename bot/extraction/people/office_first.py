"""An office whose head stands first -> its role and its body, as a card shows them.

President of | the Academy of Sciences; in Russian and English, which also put a body before it.
"""

from dataclasses import replace

from bot.extraction.people import (
    body_behind,
    coreference,
    declined_bodies,
    dictionary_forms,
    office_bodies,
    office_parts,
    office_service,
)
from bot.extraction.people.body_youth import before_youth, past_youth
from bot.extraction.people.office_beginnings import named_body_before
from bot.extraction.people.office_parts import AFFILIATES, country, past_marks, text
from bot.extraction.people.office_phrases import OfficePhrase
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters
from config.text import squeeze

_OPENERS = frozenset('«“„"')


def split(marked: TaggedArticle, role: OfficePhrase) -> tuple[str, str | None]:
    """Return the role and the affiliation of an office whose head stands first."""
    chief = office_service.chief(marked, role.first, role.last, role.head)
    if chief is not None:
        title, body = _behind_body(marked, replace(role, first=chief[0], head=chief[1]))
        return f"{text(marked, role.first, chief[0])} {title}", body
    comma = body_behind.parted(marked, role.head.last, role.last)
    if comma is not None:
        return _dictionary(marked, role, comma), text(marked, comma + 1, role.last)
    cut = _cut(marked, role)
    if cut is not None and marked.lexicon.grammar.people.declensions:
        told = _declined(marked, role, cut)
        if told is not None:
            return told
    if cut is not None:
        while (
            cut > role.head.last
            and not marked.tags[cut - 1] & Tag.PREPOSITION
            and not marked.lexicon.grammar.small_nouns
        ):
            cut -= 1
        end = cut
        end = before_youth(marked, role.head.last, end)
        while end > role.head.last and marked.tags[end - 1] & (Tag.PREPOSITION | Tag.FUNCTION):
            end -= 1
        seat = _seat(marked, role, end, cut)
        if seat is not None:
            return seat
        cut = past_youth(marked, past_article(marked, cut, role.last), role.last)
        close = _country_ends(marked, cut, role.last)
        title = f"{_dictionary(marked, role, end)} {text(marked, close, role.last)}".strip()
        return title, _full(marked, cut, close) or _known(marked, cut, close) or None
    return _behind_body(marked, role)


def _behind_body(marked: TaggedArticle, role: OfficePhrase) -> tuple[str, str | None]:
    """Return an office whose body or country stands before it, where there is one."""
    before = range(role.first, role.head.first)
    of = next((index for index in before if named_body_before(marked, index)), None)
    if of is not None:
        body = text(marked, past_article(marked, role.first, of), role.head.first)
        return _dictionary(marked, replace(role, first=role.head.first), role.last), body
    lead = _owner_ends(marked, role)
    if lead == role.first:
        return _dictionary(marked, role, role.last), None
    title = _dictionary(marked, replace(role, first=lead), role.last)
    return _of_owner(marked, role.first, lead, title)


def _owner_ends(marked: TaggedArticle, role: OfficePhrase) -> int:
    """Return where the body or country ends that stands before an office's word."""
    lead = role.first
    for index in range(role.first, role.head.first):
        if office_bodies.of_venture(marked, index, role.head):
            continue
        if marked.tags[index] & AFFILIATES or marked.tokens[index].word.letters == Letters.CAPITALS:
            match = marked.matches[index]
            lead = past_marks(
                marked, match.last if match is not None else index + 1, role.head.first
            )
        elif lead == index > role.first and _goes_on(marked, index):
            lead = index + 1  # Kazakhstan | Temir Zholy
    town = office_bodies.town_of_office(marked, role.first, lead, role.head)
    return lead if town is None else town


def _goes_on(marked: TaggedArticle, index: int) -> bool:
    """Whether a word with a capital goes on with a body's name that begins with its country."""
    word, before = marked.tokens[index].word, marked.tokens[index - 1].word
    known = marked.tags[index - 1] & (Tag.PLACE | Tag.DEMONYM) == Tag.PLACE
    led = known or (not marked.tags[index - 1] and before.letters == Letters.CAPITAL)
    return led and not before.ending and not marked.tags[index] and word.letters == Letters.CAPITAL


def _of_owner(marked: TaggedArticle, first: int, last: int, title: str) -> tuple[str, str | None]:
    """Return an office with the body or country before it: a former | Kazakh minister."""
    begin = first
    while begin < last and marked.tags[begin] == Tag.MODIFIER:
        begin += 1
    if begin < last:
        title = f"{text(marked, first, begin)} {title}".strip()
        first = begin
    return title, country(marked, first, last) or _owner(marked, first, last)


def _seat(
    marked: TaggedArticle, role: OfficePhrase, end: int, cut: int
) -> tuple[str, str | None] | None:
    """Return an office with the place that it is held in, of the country before it, or None.

    Türkiye's | Ambassador to Hungary; Consul General in Istanbul.
    """
    match = marked.matches[cut]
    led = range(end, cut)
    of = any(marked.folds[at] in marked.lexicon.presence.belongs for at in led)
    from_there = any(marked.folds[at] in marked.lexicon.origin_words for at in led)
    if of or from_there or not led or match is None or match.first != cut or match.last < role.last:
        return None
    if not match.tag & Tag.PLACE or match.tag & Tag.ORGANIZATION:
        return None
    lead = _owner_ends(marked, role)
    title = f"{_dictionary(marked, replace(role, first=lead), end)} {text(marked, end, match.last)}"
    return (title, None) if lead == role.first else _of_owner(marked, role.first, lead, title)


def _cut(marked: TaggedArticle, role: OfficePhrase) -> int | None:
    """Return where the body behind an office begins, None where there is none."""
    cut = next((i for i in range(role.head.last, role.last) if _affiliates(marked, i)), None)
    if cut is None:
        return None
    cut = _named_body(marked, cut, role.last)
    if marked.mark(cut - 1) in _OPENERS:
        cut -= 1  # ведущая | «Биринчи радио»
    return office_parts.whole(marked, cut, role.last)


def _named_body(marked: TaggedArticle, cut: int, last: int) -> int:
    """Return where the body begins: at an organisation rather than at a small word for work.

    Director for projects at the | Turkic Investment Fund.
    """
    if marked.lexicon.grammar.small_nouns or marked.tokens[cut].word.letters != Letters.LOWER:
        return cut
    named = (at for at in range(cut + 1, last) if marked.tags[at] & Tag.ORGANIZATION)
    found = next(named, cut)
    lead = range(max(cut, found - 2), found)
    return found if any(marked.tags[at] & Tag.PREPOSITION for at in lead) else cut


def _declined(marked: TaggedArticle, role: OfficePhrase, noun: int) -> tuple[str, str] | None:
    """Part an office from a body of the lexicon in the genitive, None where none follows."""
    first = declined_bodies.begins(marked, role.head.last, noun)
    body = _full(marked, first, role.last)
    body = body or declined_bodies.nominative(marked, first, noun, role.last)
    if body is None:
        return None
    end = first
    while end > role.head.last and marked.tags[end - 1] & (Tag.PREPOSITION | Tag.FUNCTION):
        end -= 1
    return _dictionary(marked, role, end), body


def _owner(marked: TaggedArticle, first: int, last: int) -> str:
    """The body before an office, told as fully as before where only its last word stands there."""
    match = marked.matches[last - 1]
    ended = bool(marked.tokens[last - 1].word.ending)
    if match is not None and match.tag & Tag.BODY and match.last - first == last - first == 1:
        full = coreference.full_name(marked, match) if ended else None
        full = full or coreference.only(marked, match)
        if full is not None:
            return full
    if ended and match is not None and match.last == last:
        return dictionary_forms.nominative(marked, first, last)
    return text(marked, first, last)


def _dictionary(marked: TaggedArticle, role: OfficePhrase, last: int) -> str:
    """The office from its beginning up to `last`, in the dictionary form.

    Where words are declined, that is the form of its head and of the adjectives before it.
    """
    if not marked.lexicon.grammar.people.declensions:
        if not dictionary_forms.plural(marked, role.head):
            return text(marked, role.first, last)
        lead = text(marked, role.first, role.head.first)
        rest = text(marked, role.head.last, last)
        return f"{lead} {dictionary_forms.dictionary(marked, role.head)} {rest}".strip()
    pieces: list[str] = []
    at = role.first
    whose = _whose_work(marked, role)
    while at < whose:
        match = marked.matches[at]
        if (
            match is not None
            and match.first == at
            and match.tag & (Tag.ROLE | Tag.MODIFIER | Tag.TITLE)
        ):
            pieces.append(dictionary_forms.dictionary(marked, match))
            at = match.last
        else:
            pieces.append(marked.tokens[at].word.text)
            at += 1
    rest = _second(marked, role, last) if whose == role.head.last else text(marked, whose, last)
    return squeeze(f"{' '.join(pieces)} {rest}").replace(" - ", "-").replace(" .", ".").strip()


def _whose_work(marked: TaggedArticle, role: OfficePhrase) -> int:
    """Return where an office ends that is declined: before the genitive of whose work is done."""
    acting = office_parts.acting(marked, role.first, role.head.first)
    return role.head.last if acting is None else acting.last


def _second(marked: TaggedArticle, role: OfficePhrase, last: int) -> str:
    """Return what stands behind the head, another office of the same person in its own nominative.

    Композитору и | дирижёру: композитор и дирижёр.
    """
    joint = role.head.last
    match = marked.matches[joint + 1] if joint + 1 < last else None
    if match is None or not marked.tags[joint] & Tag.CONJUNCTION or not match.tag & Tag.ROLE:
        return text(marked, joint, last)
    shown = dictionary_forms.dictionary(marked, match)
    return f"{text(marked, joint, joint + 1)} {shown} {text(marked, match.last, last)}".strip()


def _known(marked: TaggedArticle, first: int, last: int) -> str:
    """A country or an organisation in its own nominative, with the brackets behind it.

    Any other body as it stands.
    """
    match = marked.matches[first] if first < last else None
    if (
        match is None
        or match.first != first
        or not marked.lexicon.grammar.people.declensions
        or not match.tag & (Tag.PLACE | Tag.ORGANIZATION)
    ):
        return text(marked, first, last)
    if match.last < last and marked.mark(match.last) != "(":
        return text(marked, first, last)
    shown = next(
        entry.shown for entry in match.entries if entry.tag in {Tag.PLACE, Tag.ORGANIZATION}
    )
    return squeeze(f"{shown} {text(marked, match.last, last)}").strip()


def _full(marked: TaggedArticle, first: int, last: int) -> str | None:
    """Return the organisation that a lone "the Foundation" at `first` stands for, or None.

    Also the one that is but told to be a host: of the | host university.
    """
    hosting = first + 1 < last and marked.tags[first] == Tag.ROLE
    first += hosting and marked.tokens[first].word.letters == Letters.LOWER
    match = marked.matches[first] if first < last else None
    if match is None or match.first != first or match.last != last or match.tag != Tag.BODY:
        return None
    if _any_body(marked, match):
        return coreference.full_name(marked, match)
    if marked.mark(first - 1) in _OPENERS:
        return None
    known = marked.tokens[first].word.letters == Letters.CAPITAL
    named = coreference.organization(marked, match) if known else None
    return named or coreference.only(marked, match)


def _any_body(marked: TaggedArticle, match: Match) -> bool:
    """Whether a small word stands for whatever body was named before: of the | organization."""
    small = marked.tokens[match.first].word.letters == Letters.LOWER
    general = marked.lexicon.grammar.people.any_body
    return small and any(entry.shown in general for entry in match.entries)


def _country_ends(marked: TaggedArticle, first: int, last: int) -> int:
    """A country ends where another preposition goes on: Ambassador of Turkmenistan | to Ankara."""
    match = marked.matches[first] if first < last else None
    if (
        match is None
        or not match.tag & Tag.PLACE
        or match.last >= last
        or not marked.tags[match.last] & Tag.PREPOSITION
    ):
        return last
    return match.last


def _affiliates(marked: TaggedArticle, index: int) -> bool:
    tag, letters = marked.tags[index], marked.tokens[index].word.letters
    return bool(tag & AFFILIATES) or (
        tag == Tag.NONE and letters in {Letters.CAPITAL, Letters.CAPITALS}
    )


def past_article(marked: TaggedArticle, first: int, last: int) -> int:
    """Return the index behind the small words that a body begins with."""
    while first < last and marked.tags[first] & Tag.FUNCTION:
        first += 1
    return first
