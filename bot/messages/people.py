"""How people stand in a card: the name, then the part they had, said once.

Articles give role and body in every mixture: "Secretary General" of the "OTS", "Secretary General
of the OTS" of the "Organization of Turkic States", or the long name with the abbreviation behind
it. A line says the office once and the organisation by its short name.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from bot.language import spellings
from bot.language.office_fields import composed_body, composed_office, state_code
from bot.language.office_names import is_vague, office_in, possessed_office, words_of
from bot.language.romanize import sound
from bot.language.state_houses import state_house
from bot.messages.message import Span, Style, clean_line
from bot.messages.view import View
from config.text import APOSTROPHES, fold
from storage.event_rows import ParticipationRow
from storage.events import EventRecord
from storage.models import SETTLED_FROM, Person

UNKNOWN = ""
"""The language of an office of which no more is known than its words."""

GENITIVES = {"ru": ("ого", "его", "ой", "ей")}
"""How the first word of a body ends that its office governs, by language: "ректор Турецкой ...".

Such a body was left in its case by the reader, and stands behind the office as it did in the text.
"""

_LONGEST_BODY = 16
"""Words of the name of a body that is put together of parts."""

IN_LIST = 3
"""People named in a line of a list; the rest is counted."""


def expected_label(view: View, *, over: bool) -> str:
    """Return the sentence, with {names}, of those whom only announcements of an event name."""
    gettext = view.translator.gettext
    return gettext("had been expected: {names}") if over else gettext("expected: {names}")


def brief_names(view: View, record: EventRecord, most: int = IN_LIST) -> str:
    """Return those who took part for a list: up to `most` by name, the others by number."""
    present = [
        name_of(view, record, participation, 60)
        for participation in in_order(record.participations)
    ]
    more = f" + {len(present) - most}" if len(present) > most else ""
    return ", ".join(present[:most]) + more


def in_order(participations: Sequence[ParticipationRow]) -> list[ParticipationRow]:
    """Return those who took part, the foremost first and those who moderated last."""
    return sorted(
        (participation for participation in participations if participation.attended),
        key=order,
    )


def order(one: ParticipationRow) -> tuple[bool, int]:
    """Where somebody stands among those who took part.

    Who moderates comes last; who presides stands among the others, as his office is. Of whom only
    settled reports tell stands where these put him: that a report is settled moves nobody.
    """
    return one.moderator and not one.presides, one.position % SETTLED_FROM


def name_of(view: View, record: EventRecord, one: ParticipationRow, most: int = 80) -> str:
    """Return somebody's name as the chat's readers know it or can read it.

    Args:
        view: The chat.
        record: The event.
        one: Somebody of it.
        most: Characters at most.
    """
    language, known = language_of(record, one), one.spellings or {}
    reader, land = view.translator.language, one.country_code
    name, written = spellings.chosen(one.name, language, known, reader, land)
    return view.person(name, written, most, land)


def language_of(record: EventRecord, one: ParticipationRow) -> str:
    """Return the language of somebody's name and office (ISO 639-1).

    Where it was not kept, that of the article they are from, else of the event.
    """
    if one.language:
        return one.language
    theirs = (article.language for article in record.articles if article.id == one.article_id)
    return next(theirs, None) or record.event.language


def part(view: View, record: EventRecord, one: ParticipationRow) -> str:
    """Return what part somebody had: the office, and whether he presided, moderated or wrote.

    Empty where the text states none. Who presides does so in his office, which comes first.
    """
    told = part_spans(view, record, one)
    return "".join(piece if isinstance(piece, str) else piece.text for piece in told)


def part_spans(view: View, record: EventRecord, one: ParticipationRow) -> list[str | Span]:
    """Return what `part` does, with what stays in another language muted."""
    has, gettext = _office(view, one, language_of(record, one)), view.translator.gettext
    if one.by_message:
        return [*has, "; ", gettext("sent a message")] if has else [gettext("sent a message")]
    if not one.moderator:
        return has
    if one.presides:
        chair = gettext("presided") if view.was_over(record.event) else gettext("presiding")
        return [*has, "; ", chair] if has else [chair]
    return [gettext("moderator"), "; ", *has] if has else [gettext("moderator")]


def known_office(view: View, record: EventRecord, one: ParticipationRow) -> str:
    """Return somebody's office as the chat's language has it; nothing where it has no words."""
    told = _office(view, one, language_of(record, one))
    return "".join(piece for piece in told if isinstance(piece, str) and len(told) == 1)


def _office(view: View, one: ParticipationRow, language: str) -> list[str | Span]:
    """Return somebody's office; muted what stays in the article's language, its parts unknown."""
    told = office(view, one.role, one.affiliation, language)
    if not told or not one.role or language == view.translator.language:
        return [told] if told else []
    role, affiliation, body = _stated(view, one.role, one.affiliation)
    if _known_office(view, role, affiliation, body) is not None:
        return [told]
    alone = None if is_vague(role) else _known_office(view, role, "", None)
    if alone is None or told != f"{role}, {affiliation}":
        return [Span(told, Style.MUTED)]
    is_name = not any(word[0].islower() for word in affiliation.split())
    if is_name:  # words of another language say nothing in other letters
        affiliation = view.scripts.in_script(affiliation, view.translator.language, language)
    return [alone, Span(f", {affiliation}", Style.MUTED)]


def _stated(view: View, role: str | None, affiliation: str | None) -> tuple[str, str, str | None]:
    """Return role and body as they can be shown, and which known organisation the body is."""
    role, affiliation = clean_line(role or "", 160), clean_line(affiliation or "", 120)
    if affiliation.islower() and " " not in affiliation:
        affiliation = ""  # "университети": what is left of a body's name is none
    body = view.names.find_current(without_brackets(affiliation)) if affiliation else None
    return role, affiliation, body


def office(view: View, role: str | None, affiliation: str | None, language: str) -> str:
    """Return role and body as one phrase without repetition; empty when the text states neither.

    Args:
        view: The chat.
        role: As stated.
        affiliation: As stated.
        language: Of both. What is no known office stays in it, with an organisation's short name
            inside; beside it, that is in the chat's.
    """
    role, affiliation, body = _stated(view, role, affiliation)
    own, of_state = language == view.translator.language, view.catalogue.places.find_country
    listed = office_in(role, language, of_state=True) if own and of_state(affiliation) else None
    if listed is not None and fold(listed) == fold(role):
        role = listed  # one form in all lines: президент, not Президент
    of_a_house = state_house(affiliation, language) is not None  # which has one name for all lines
    if (not own or of_a_house) and (known := _known_office(view, role, affiliation, body)):
        return known
    if body is None:
        if _says(role, affiliation):
            return role
        named = _country(view, affiliation, language)
        governed = bool(named) and affiliation.split()[0].endswith(GENITIVES.get(language, ()))
        parted = " " if governed and named == affiliation else ", "
        return parted.join(part for part in (role, named) if part)
    organization = view.catalogue.organization(body)
    short = organization.short_name(language)
    if not role:
        return view.organization(body)
    spellings = sorted(
        {spelling.text for spelling in organization.spellings()} | {affiliation},
        key=len,
        reverse=True,
    )
    said = any(_says(role, spelling) for spelling in (*spellings, short))
    if not said and _without_abbreviations(role, spellings) == role:
        return f"{role}, {view.organization(body)}"
    if known := _known_office(view, role, affiliation, body):
        return known  # one form for all: "Secretary General, OTS"
    for spelling in spellings:
        if _says(role, spelling) and len(spelling) > len(short):
            role = re.sub(
                rf"(?<!\w){re.escape(spelling)}(\s*\([^()]*\))?(?!\w)",
                lambda _: short,
                role,
                flags=re.IGNORECASE,
            )
            break
    return role


def _known_office(view: View, role: str, affiliation: str, body: str | None) -> str | None:
    """Return role and body in the chat's language, or None for a role without a name in all."""
    names = (
        [spelling.text for spelling in view.catalogue.organization(body).spellings()]
        if body
        else []
    )
    rest = f" {words_of(_without_abbreviations(role, names))} "
    for name in sorted({*names, affiliation} - {""}, key=len, reverse=True):
        rest = rest.replace(f" {words_of(name)} ", " ", 1)
    country = (
        view.catalogue.places.find_country(affiliation)
        if body is None and len(affiliation) > 2
        else None
    )
    language = view.translator.language
    known = office_in(rest.strip(), language, of_state=country is not None) or composed_office(
        rest.strip(), language
    )
    if known is None or not affiliation:
        return known
    if body:
        affiliation = view.organization(body)
    elif country:
        affiliation = country.name(language)
    else:
        parts = body_in(view, affiliation)
        if parts is None or is_vague(rest):
            return None  # half of it would stay in the article's language
        return _of_parts(view, known, affiliation, parts)
    return f"{known}, {affiliation}"


def _of_parts(view: View, known: str, affiliation: str, parts: Sequence[str]) -> str:
    """Return an office of a body of a state as the chat's language joins them.

    "Chairman, Halk Maslahaty, Turkmenistan", "Turkmaniston Xalq Maslahati raisi".
    """
    language = view.translator.language
    if (behind := possessed_office(known, language)) is not None:
        return " ".join((*reversed(parts), behind))
    house = state_house(affiliation, language)
    if house is not None and house.governed:
        return ", ".join((f"{known} {house.governed}", *parts[1:]))
    return ", ".join((known, *parts))


def body_in(view: View, named: str) -> tuple[str, ...] | None:
    """Return a house of a state by its name, or a body put together of parts, the inmost first.

    None for an unknown one. "ҚР Мәдениет және спорт министрлігі Мәдениет комитеті" is "Committee on
    Culture", "Ministry of Culture and Sports", "Kazakhstan".
    """
    language, words = view.translator.language, named.split()[:_LONGEST_BODY]
    if (house := state_house(named, language)) is not None:
        state = view.catalogue.places.countries.get(house.country)
        return (house.name, state.name(language)) if state else (house.name,)
    for first in range(len(words) - 1, 0, -1):
        country = _state(view, " ".join(words[:first]))
        if country and (inner := _chain(" ".join(words[first:]), language)):
            return (*inner, country)
    return _chain(named, language) if len(words) < _LONGEST_BODY else None


def _state(view: View, named: str) -> str | None:
    """Return a country's name in the chat's language, also of one that is abbreviated: ҚР."""
    places = view.catalogue.places
    country = places.countries.get(state_code(named) or "") or places.find_country(named)
    return country.name(view.translator.language) if country else None


def _chain(named: str, language: str) -> tuple[str, ...] | None:
    """Return a body, or one of another that stands before it, in a language of the bot."""
    if whole := composed_body(named, language):
        return (whole,)
    words = named.split()
    for at in range(1, len(words)):
        outer = composed_body(" ".join(words[:at]), language)
        if outer and (inner := composed_body(" ".join(words[at:]), language)):
            return inner, outer
    return None


def _without_abbreviations(role: str, names: Iterable[str]) -> str:
    """Return an office without the abbreviations of its body, whatever endings they have."""
    for name in names:
        if name.isupper() and name in role:
            role = re.sub(
                rf"(?<!\w){re.escape(name)}(?:[-{APOSTROPHES}]?[^\W\d_]{{1,4}})?(?!\w)", " ", role
            )
    return role


def _country(view: View, affiliation: str, language: str) -> str:
    """Return `affiliation`; a country's name in the chat's language."""
    if language == view.translator.language or len(affiliation) < 3:
        return affiliation
    country = view.catalogue.places.find_country(affiliation)
    return country.name(view.translator.language) if country is not None else affiliation


def without_brackets(text: str) -> str:
    """Return the name of a body without the abbreviation in brackets behind it."""
    return re.sub(r"\s*\([^()]*\)$", "", text)


def _says(text: str, phrase: str) -> bool:
    """Whether `text` holds the words of `phrase`."""
    return f" {words_of(phrase)} " in f" {words_of(text)} "


def distinct_names(persons: Iterable[Person], heads: Mapping[str, str]) -> list[str]:
    """Return what people are called, the spellings of one as one name.

    Args:
        persons: Who, in the order in which they are to be named.
        heads: Names in the catalogue by sound (`bot.language.organization_lookup.heads_by_sound`);
            others go by the name under which they were first met.
    """
    names: dict[str, str] = {}
    for person in persons:
        name = heads.get(person.sound, person.name)
        names.setdefault(sound(name), name)
    return list(names.values())


def office_with_body(office: tuple[str, str | None] | None) -> str | None:
    """Return an office with its body, where that is not said in it; None for none."""
    if office is None:
        return None
    role, body = office
    return f"{role}, {body}" if body and fold(body) not in fold(role) else role
