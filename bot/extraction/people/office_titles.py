"""An office as it stands in the text -> what the card says.

The role, and the body or country that it is held in.
"""

from dataclasses import replace

from bot.extraction.people import (
    coreference,
    declined_bodies,
    dictionary_forms,
    office_bodies,
    office_limits,
    office_parts,
)
from bot.extraction.people.office_parts import AFFILIATES, past_marks
from bot.extraction.people.office_phrases import HEADING, OfficePhrase
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters
from config.text import squeeze

_OPENERS = frozenset("«“„")


def plural(marked: TaggedArticle, role: OfficePhrase) -> bool:
    """Whether the office is said of several people: Presidents A and B."""
    return dictionary_forms.plural(marked, role.head)


def bare(marked: TaggedArticle, role: OfficePhrase) -> bool:
    """Whether the office is named without a body or a country."""
    return not any(marked.tags[i] & AFFILIATES for i in range(role.first, role.last))


def split(marked: TaggedArticle, role: OfficePhrase) -> tuple[str, str | None]:
    """Return the role and the affiliation, each as the text puts it."""
    role = _untitled(marked, _unpraised(marked, role))
    if role.head.entries[0].key == HEADING:
        return _headed(marked, role)
    if marked.lexicon.grammar.head == "initial":
        return _initial(marked, role)
    return _final(marked, role)


def _headed(marked: TaggedArticle, role: OfficePhrase) -> tuple[str, str | None]:
    """Return the office that a verb tells, and its object: who chairs | the committee."""
    first = _past_article(marked, role.head.last, role.last)
    return role.head.entries[0].shown, _text(marked, first, role.last) or None


def _unpraised(marked: TaggedArticle, role: OfficePhrase) -> OfficePhrase:
    """Leave out what only praises or mourns the holder: the renowned, the late."""
    first = role.first
    while first < role.head.first and marked.tokens[first].word.fold in marked.lexicon.praise:
        first += 1
    return replace(role, first=first)


def _untitled(marked: TaggedArticle, role: OfficePhrase) -> OfficePhrase:
    """Leave out a title between an office and the name: заместитель министра, доцент | X."""
    last = role.last
    while last > role.head.last:
        match = marked.matches[last - 1]
        title = match is not None and match.tag & Tag.TITLE and not match.tag & Tag.ROLE
        if not title and marked.mark(last - 1) != ",":
            break
        last -= 1
    titled = any(marked.tags[at] & Tag.TITLE for at in range(last, role.last))
    return replace(role, last=last) if titled else role


def _initial(marked: TaggedArticle, role: OfficePhrase) -> tuple[str, str | None]:
    cut = next((i for i in range(role.head.last, role.last) if _affiliates(marked, i)), None)
    cut = _named_body(marked, cut, role.last) if cut is not None else None
    if cut is not None and marked.mark(cut - 1) in _OPENERS:
        cut -= 1  # ведущая | «Биринчи радио»
    cut = office_parts.whole(marked, cut, role.last) if cut is not None else None
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
        while end > role.head.last and marked.tags[end - 1] & (Tag.PREPOSITION | Tag.FUNCTION):
            end -= 1
        cut = _past_article(marked, cut, role.last)
        close = _country_ends(marked, cut, role.last)
        title = f"{_dictionary(marked, role, end)} {_text(marked, close, role.last)}".strip()
        return title, _known(marked, cut, close) or None
    lead = role.first
    for index in range(role.first, role.head.first):
        if marked.tags[index] & AFFILIATES or marked.tokens[index].word.letters == Letters.CAPITALS:
            match = marked.matches[index]
            lead = past_marks(
                marked, match.last if match is not None else index + 1, role.head.first
            )
    if lead == role.first:
        return _dictionary(marked, role, role.last), None
    title = _dictionary(marked, replace(role, first=lead), role.last)
    return title, _country(marked, role.first, lead) or _owner(marked, role.first, lead)


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
    body = declined_bodies.nominative(marked, first, noun, role.last)
    if body is None:
        return None
    end = first
    while end > role.head.last and marked.tags[end - 1] & (Tag.PREPOSITION | Tag.FUNCTION):
        end -= 1
    return _dictionary(marked, role, end), body


def _owner(marked: TaggedArticle, first: int, last: int) -> str:
    """The body before an office, told as fully as before where only its last word stands there."""
    match = marked.matches[last - 1]
    if marked.tokens[last - 1].word.ending and match is not None and match.last == last:
        full = coreference.full_name(marked, match) if match.tag & Tag.BODY else None
        if full is not None and last - first == 1:
            return full
        return dictionary_forms.nominative(marked, first, last)
    return _text(marked, first, last)


def _dictionary(marked: TaggedArticle, role: OfficePhrase, last: int) -> str:
    """The office from its beginning up to `last`, in the dictionary form.

    Where words are declined, that is the form of its head and of the adjectives before it.
    """
    if not marked.lexicon.grammar.people.declensions:
        if not plural(marked, role):
            return _text(marked, role.first, last)
        lead = _text(marked, role.first, role.head.first)
        rest = _text(marked, role.head.last, last)
        return f"{lead} {dictionary_forms.dictionary(marked, role.head)} {rest}".strip()
    pieces: list[str] = []
    at = role.first
    while at < role.head.last:
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
    return (
        squeeze(f"{' '.join(pieces)} {_text(marked, role.head.last, last)}")
        .replace(" - ", "-")
        .strip()
    )


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
        return _text(marked, first, last)
    if match.last < last and marked.mark(match.last) != "(":
        return _text(marked, first, last)
    shown = next(
        entry.shown for entry in match.entries if entry.tag in {Tag.PLACE, Tag.ORGANIZATION}
    )
    return squeeze(f"{shown} {_text(marked, match.last, last)}").strip()


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


def _past_article(marked: TaggedArticle, first: int, last: int) -> int:
    while first < last and marked.tags[first] & Tag.FUNCTION:
        first += 1
    return first


def _country(marked: TaggedArticle, first: int, last: int) -> str | None:
    """A lone adjective of a country stands for the country: Kazakh President."""
    match = marked.matches[first]
    if match is None or match.last != last or not match.tag & Tag.DEMONYM:
        return None
    key = next(entry.key for entry in match.entries if entry.tag == Tag.DEMONYM)
    return marked.lexicon.place_name(key)


def _final(marked: TaggedArticle, role: OfficePhrase) -> tuple[str, str | None]:
    head = role.lead or role.head
    start = role.first
    while (
        start < head.first
        and marked.tags[start] & Tag.KIND
        and not marked.tags[start] & (AFFILIATES | Tag.DESCRIPTOR)
    ):
        start += 1  # the event itself is no body: the visit's interpreter
    first = start
    while first < head.first and _modifies(marked, first):
        first += 1
    cut = first
    for index in range(first, office_bodies.owners_end(marked, first, head.first)):
        if office_bodies.is_owner(marked, index):
            match = marked.matches[index]
            cut = past_marks(marked, match.last if match is not None else index + 1, head.first)
    cut = office_bodies.country_owner(marked, first, cut) or cut
    cut = office_parts.begins(marked, first, cut)
    origin = (
        marked.lexicon.origin(marked.tokens[first].word.fold) if cut == first < head.first else None
    )
    if origin is not None:
        cut += 1
    if origin is None and _common(marked, first, cut):
        return _text(marked, start, role.last), None
    close = office_bodies.past_tie(marked, cut, head.first) if cut > first else cut
    title = f"{_text(marked, start, first)} {_title(marked, close, role)}".strip()
    return title, origin or (_affiliation(marked, first, cut) if cut > first else None)


def _common(marked: TaggedArticle, first: int, last: int) -> bool:
    """Whether a body is but a common noun that stands for no body named before: қала | әкімі."""
    match = marked.matches[first] if last == first + 1 else None
    return (
        match is not None
        and match.tag & ~Tag.DESCRIPTOR == Tag.BODY
        and match.last == last
        and marked.tokens[first].word.letters == Letters.LOWER
        and marked.plain(first)
        and coreference.full_name(marked, match) is None
    )


def _modifies(marked: TaggedArticle, index: int) -> bool:
    """Whether an office's own adjective stands before its body.

    The former of "eski Türkmenistan Cumhurbaşkanı".
    """
    other = marked.tags[index] & (AFFILIATES | Tag.DESCRIPTOR) or _owning(marked, index)
    return bool(marked.tags[index] & Tag.MODIFIER) and not other


def _title(marked: TaggedArticle, first: int, role: OfficePhrase) -> str:
    """The office, in its dictionary form where nothing but adjectives qualifies it.

    So too where it is said of several people.
    """
    head = role.lead or role.head
    several = role.lead is None and (plural(marked, role) or bool(head.tag & Tag.OFFICE))
    acting = head.last < role.last and marked.tokens[head.last].word.letters == Letters.LOWER
    if acting and role.lead is None:
        return _text(marked, first, role.last)
    ties = range(first, head.first)
    if several and plural(marked, role) and not all(_adjective(marked, i) for i in ties):
        one = dictionary_forms.singular(marked, head)
        if one is not None:
            return f"{_text(marked, first, head.last - 1)} {one}"
    if first > head.first or not (
        several
        or _is_attached(marked, first, head)
        or all(_adjective(marked, i) for i in range(first, head.first))
    ):
        return _of_another(marked, first, role) or _text(marked, first, role.last)
    rest = marked.text[marked.tokens[head.last - 1].end : marked.tokens[role.last - 1].end]
    return squeeze(
        f"{_text(marked, first, head.first)} {dictionary_forms.dictionary(marked, head)}{rest}"
    ).strip(" ,;")


def _of_another(marked: TaggedArticle, first: int, role: OfficePhrase) -> str | None:
    """Return an office that is held at another's, whose own body stands before it.

    Қазақстан | Президентінің кеңесшісі. None where the other is tied to nothing.
    """
    head = role.lead or role.head
    while first < head.first - 1 and marked.tags[first] & Tag.MODIFIER:
        first += 1
    body = first > role.first and not marked.tags[first - 1] & Tag.MODIFIER
    owner = dictionary_forms.owner(marked, first, head.first) if body else None
    if owner is None:
        return None
    lead = _text(marked, first, head.first - 1)
    return f"{lead} {owner} {_text(marked, head.first, role.last)}".strip()


def _adjective(marked: TaggedArticle, index: int) -> bool:
    """Whether a word only qualifies an office: former, Bakıdakı; but dönemin Vali-si."""
    adjective = marked.tags[index] & Tag.MODIFIER and not _owning(marked, index)
    return bool(adjective) or office_limits.located(marked, index)


def _owning(marked: TaggedArticle, index: int) -> bool:
    return marked.tokens[index].word.fold.endswith(marked.lexicon.genitives or ("\0",))


def _is_attached(marked: TaggedArticle, first: int, head: Match) -> bool:
    """Whether what stands before the head is tied to it by a word, and not by the head's ending.

    The ending of layihələr üzrə direktor-u belongs to the body that stood before all of this.
    """
    lead = range(first, head.first)
    genitives = marked.lexicon.genitives or ("\0",)
    return (
        len(lead) > 1
        and bool(marked.tags[head.first - 1] & Tag.ATTACHING)
        and not any(marked.tokens[index].word.fold.endswith(genitives) for index in lead)
    )


def _affiliation(marked: TaggedArticle, first: int, last: int) -> str | None:
    """The body or country in the nominative.

    A body named by its last word alone is told as fully as the text told it before.
    """
    match = marked.matches[first]
    country = _country(marked, first, last)
    if country is not None and match is not None and not match.tag & Tag.PLACE:
        return country
    if match is not None and match.last == last == first + 1 and match.tag & Tag.BODY:
        return coreference.full_name(marked, match) or dictionary_forms.nominative(
            marked, first, last
        )
    return dictionary_forms.nominative(marked, first, last)


def _text(marked: TaggedArticle, first: int, last: int) -> str:
    return dictionary_forms.text(marked, first, last).rstrip(" -–—")
