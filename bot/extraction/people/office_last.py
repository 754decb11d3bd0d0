"""An office whose head stands last -> its role and its body, as a card shows them.

Türk Akademisi | Başkanı: in the Turkic languages the body loses its genitive and the office the
ending that ties it to the body.
"""

from bot.extraction.people import (
    coreference,
    dictionary_forms,
    office_bodies,
    office_honours,
    office_limits,
    office_parts,
)
from bot.extraction.people.name_words import HYPHENS
from bot.extraction.people.office_parts import AFFILIATES, country, past_marks, text
from bot.extraction.people.office_phrases import OfficePhrase
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters
from config.text import fold, squeeze


def split(marked: TaggedArticle, role: OfficePhrase) -> tuple[str, str | None]:
    """Return the role and the affiliation of an office whose head stands last."""
    head = role.lead or role.head
    start = role.first
    while (
        start < head.first
        and marked.tags[start] & Tag.KIND
        and not marked.tags[start] & (AFFILIATES | Tag.DESCRIPTOR)
    ):
        start += 1  # the event itself is no body: the visit's interpreter
    while start < head.first and _any_land(marked, start):
        start += 1
    first = start
    while first < head.first and _modifies(marked, first) and not _of_name(marked, first, head):
        first += 1
    cut = first
    for index in range(first, office_bodies.owners_end(marked, first, head.first)):
        if office_bodies.is_owner(marked, index, head):
            match = marked.matches[index]
            cut = past_marks(marked, match.last if match is not None else index + 1, head.first)
    cut = office_bodies.country_owner(marked, first, cut, head) or cut
    town = office_bodies.town_of_office(marked, first, cut, head)
    cut = cut if town is None else town
    cut = office_bodies.before_partner(marked, first, office_parts.begins(marked, first, cut))
    origin = (
        marked.lexicon.origin(marked.tokens[first].word.fold) if cut == first < head.first else None
    )
    if origin is not None:
        cut += 1
    if origin is None and _common(marked, first, cut):
        return _title(marked, start, role), None
    close = office_bodies.past_tie(marked, cut, head.first) if cut > first else cut
    title = f"{text(marked, start, first)} {_title(marked, close, role)}".strip()
    return title, origin or (_affiliation(marked, first, cut) if cut > first else None)


def _any_land(marked: TaggedArticle, index: int) -> bool:
    """Whether a word in the genitive stands for whatever country: hər iki | ölkənin səfiri."""
    small = marked.tokens[index].word.letters == Letters.LOWER and not marked.tags[index]
    return (
        small
        and _owning(marked, index)
        and (marked.lexicon.office_words.any_land.begin(marked.folds[index]))
    )


def _common(marked: TaggedArticle, first: int, last: int) -> bool:
    """Whether a body is but a common noun that stands for no body named before: қала | әкімі."""
    match = marked.matches[first] if last == first + 1 else None
    return (
        match is not None
        and match.tag & ~Tag.DESCRIPTOR == Tag.BODY
        and match.last == last
        and _small(marked, first)
        and marked.plain(first)
        and coreference.full_name(marked, match) is None
    )


def _small(marked: TaggedArticle, index: int) -> bool:
    """Whether a word is written small, or with the capital of a sentence only."""
    opens = marked.sentence_of(index).first == index
    return opens or marked.tokens[index].word.letters == Letters.LOWER


def _modifies(marked: TaggedArticle, index: int) -> bool:
    """Whether an office's own adjective stands before its body.

    The former of "eski Türkmenistan Cumhurbaşkanı".
    """
    other = marked.tags[index] & (AFFILIATES | Tag.DESCRIPTOR) or _owning(marked, index)
    return bool(marked.tags[index] & Tag.MODIFIER) and not other


def _of_name(marked: TaggedArticle, index: int, head: Match) -> bool:
    """Whether an adjective is of the one whom a body is named after: Birinci | Reis Vakfı Müdürü.

    The body's name has a capital throughout.
    """
    named = marked.matches[index + 1] if index + 1 < head.first else None
    if named is None or not named.tag & Tag.ROLE or named.last >= head.first:
        return False
    body = marked.matches[named.last]
    great = marked.tokens[index].word.letters == Letters.CAPITAL
    return great and body is not None and bool(body.tag & Tag.BODY) and body.last == head.first


def _title(marked: TaggedArticle, first: int, role: OfficePhrase) -> str:
    """The office, in its dictionary form where nothing but adjectives qualifies it.

    So too where it is said of several people.
    """
    head = role.lead or role.head
    several = role.lead is None and (
        dictionary_forms.plural(marked, role.head) or bool(head.tag & Tag.OFFICE)
    )
    acting = head.last < role.last and marked.tokens[head.last].word.letters == Letters.LOWER
    if acting and role.lead is None:
        return text(marked, first, role.last)
    ties = range(first, head.first)
    if (
        several
        and dictionary_forms.plural(marked, role.head)
        and (office_honours.tied(marked, head) or not all(_adjective(marked, i) for i in ties))
    ):
        one = dictionary_forms.singular(marked, head)
        if one is not None:
            return f"{text(marked, first, head.last - 1)} {one}"
    if first > head.first or not (
        several
        or _is_attached(marked, first, head)
        or all(_adjective(marked, i) for i in range(first, head.first))
    ):
        return _of_another(marked, first, role) or text(marked, first, role.last)
    rest = marked.text[marked.tokens[head.last - 1].end : marked.tokens[role.last - 1].end]
    return squeeze(
        f"{text(marked, first, head.first)} {dictionary_forms.dictionary(marked, head)}{rest}"
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
    lead, glue = text(marked, first, head.first - 1), " "
    if marked.mark(head.first - 2) in HYPHENS and marked.tokens[head.first - 1].glued:
        lead, glue = dictionary_forms.text(marked, first, head.first - 2), "-"
    return f"{lead}{glue}{owner} {text(marked, head.first, role.last)}".strip()


def _adjective(marked: TaggedArticle, index: int) -> bool:
    """Whether a word only qualifies an office: former, Bakıdakı; but dönemin Vali-si."""
    match = marked.matches[index]
    last = match.last - 1 if match is not None else index  # təyin | olunan: one adjective
    adjective = marked.tags[index] & Tag.MODIFIER and not _owning(marked, last)
    return bool(adjective) or office_limits.located(marked, index)


def _owning(marked: TaggedArticle, index: int) -> bool:
    return marked.tokens[index].word.fold.endswith(marked.lexicon.genitives)


def _is_attached(marked: TaggedArticle, first: int, head: Match) -> bool:
    """Whether what stands before the head is tied to it by a word, and not by the head's ending.

    The ending of layihələr üzrə direktor-u belongs to the body that stood before all of this.
    """
    lead = range(first, head.first)
    genitives = marked.lexicon.genitives
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
    land = country(marked, first, last)
    if land is not None and match is not None and not match.tag & Tag.PLACE:
        return land
    if match is not None and match.last == last == first + 1 and match.tag & Tag.BODY:
        return coreference.full_name(marked, match) or dictionary_forms.nominative(
            marked, first, last
        )
    joint = _joint(marked, first, last)
    if joint is not None:
        one = dictionary_forms.nominative(marked, first, joint)
        other = dictionary_forms.nominative(marked, joint + 1, last)
        return f"{one} {marked.tokens[joint].word.text} {other}"
    inside = office_limits.inside(marked.lexicon)
    if marked.folds[last - 1].endswith(inside) and not marked.plain(last - 1):
        return dictionary_forms.nominative(marked, first, last, inside)  # облусун-дагы
    named = dictionary_forms.nominative(marked, first, last)
    return _object(match, named) if match is not None and match.last == last else named


def _joint(marked: TaggedArticle, first: int, last: int) -> int | None:
    """Return the index of the "and" between two bodies in the genitive: Сенаттың | және X-ның."""
    ands = (at for at in range(first + 1, last - 1) if marked.tags[at] & Tag.CONJUNCTION)
    owning = (
        at
        for at in ands
        if _owning(marked, at - 1) and marked.tags[at - 1] & AFFILIATES and not marked.plain(at - 1)
    )
    return next(owning, None)


def _object(match: Match, named: str) -> str:
    """Return a country without the ending that it has as an object: Azərbaycan-ı təmsil edən X."""
    shown = next((entry.shown for entry in match.entries if entry.is_country), named)
    goes_on = len(named) > len(shown) and fold(named).startswith(fold(shown))
    return shown if goes_on and " " not in named[len(shown) :] else named
