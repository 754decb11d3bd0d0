"""What an event is called in one chat: the one place that says so, for every layout.

Cards, digests, lists, pictures, calendars, inline results and web pages all call `event_title`.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.extraction.facts import Kind, Tense
from bot.language import concepts, title_patterns
from bot.language.title_patterns import composed, in_parts, nth
from bot.messages.message import Line, Span, Style, clean_line, line
from bot.messages.outcomes import office_given
from bot.messages.people import in_order, name_of
from bot.messages.view import View, is_of_a_body
from config.text import fold
from storage.event_rows import EventRow
from storage.events import EventRecord

_GATHERED = frozenset({Kind.MEETING, Kind.SUMMIT, Kind.CONFERENCE, Kind.OTHER})
"""Kinds of event that a body's session may be read as."""

_BY_SORT = {"observation": "observation", "bilateral": "talks"}
"""What an event is called by its sort rather than by its kind."""

_ENCOUNTER = "encounter"
"""What a meeting is called that is no sitting of a body; many languages have two words for it."""

_LOOSE = frozenset({Kind.MEETING, Kind.CONFERENCE, Kind.OTHER})
"""Kinds of event that say less than the sort of gathering: a forum, a round table."""

_OF_ONE = frozenset({"talks", Kind.APPOINTMENT, Kind.VISIT, Kind.STATEMENT, "reception"})
"""What is told of whoever alone was there."""

_SAYS_LITTLE = frozenset({Kind.MEETING, _ENCOUNTER, Kind.CONFERENCE, Kind.OTHER, Kind.VISIT})
"""What is told of those who are there first: it says nothing by itself."""

_TWO = 2
_SEVERAL = 3
"""Ministers present from which it is they who meet."""


@dataclass(frozen=True, slots=True)
class EventTitle:
    """An event's title as one chat reads it.

    Attributes:
        text: The title, on one line; plain text from outside, to be escaped like any other.
        original: The headline as an outlet wrote it, to be shown muted below, where `text` was
            composed from facts because no outlet wrote one in the chat's language, or none of the
            whole event; else None.
        language: Of `text` (ISO 639-1): the `lang` of an element of a page.
        original_language: Of `original`, or None with it.
        is_bare: Whether `text` is composed and says only of what kind the event is, and whose.
        is_telling: Whether `text` is composed and says which gathering it is, or who is appointed
            to what: the headline of an outlet abroad adds nothing that its readers miss.
    """

    text: str
    original: str | None
    language: str
    original_language: str | None
    is_bare: bool = False
    is_telling: bool = False

    def original_lines(self, most: int = 200) -> list[Line]:
        """Return the original headline as a muted line; nothing where the title tells enough."""
        if self.original is None or self.is_telling:
            return []
        return [line(Span(clean_line(self.original, most), Style.MUTED))]


def event_title(
    view: View,
    record: EventRecord,
    most: int = 300,
    *,
    placed: bool = True,
    today: date | None = None,
) -> EventTitle:
    """Return what an event is called in the chat's language.

    The best headline that an outlet wrote in it; where there is none, one composed from facts. So
    is it where the headline only tells what somebody does there, only tells that it is to be, is on
    or was, still announces what has begun or opens what is over, and it is known which gathering it
    is.

    Args:
        view: The chat, or `View.plain(language, catalogue)` for a page of no chat.
        record: The event.
        most: Characters at most.
        placed: Whether a composed title ends with the place; False where that stands beside it.
        today: The chat's day, where what reports say does not tell whether it has begun.
    """
    event, wanted = record.event, view.translator.language
    written = (event.titles or {}).get(wanted)
    if written is None and event.language == wanted:
        written = event.title
    if written is not None and _says_less(view, event, wanted, today):
        better = _composed(view, record, placed=placed, named=True)
        if better is not None:
            stands = wanted in (event.gathering or {}).get("aside", ())
            below = clean_line(written, most) if stands else None  # what was to be is told no more
            return EventTitle(clean_line(better, most), below, wanted, wanted if below else None)
    if written is not None:
        shown = view.scripts.in_script(clean_line(written, most), wanted, wanted)
        return EventTitle(shown, None, wanted, None)
    title = _composed(view, record, placed=placed)
    if title is None:
        return EventTitle(clean_line(event.title, most), None, event.language, None)
    telling = title == _composed(view, record, placed=placed, named=True) or _says_who(record)
    return EventTitle(
        clean_line(title, most),
        clean_line(event.title, most),
        wanted,
        event.language,
        _is_bare(wanted, title),
        telling,
    )


def _says_who(record: EventRecord) -> bool:
    """Whether the composed title of an event says all of it: who is appointed."""
    return record.event.kind == Kind.APPOINTMENT and len(in_order(record.participations)) == 1


def _is_bare(language: str, title: str) -> bool:
    """Whether a composed title says only of what kind an event is, and whose: "Agreement · OTS"."""
    kinds = title_patterns.titles().of(language).kinds.values()
    said, _, _ = title.partition(title_patterns.DOT)
    return fold(said) in {fold(kind) for kind in kinds}


def part_titles(
    view: View, whole: EventRecord, parts: Sequence[EventRecord], most: int = 100
) -> list[EventTitle]:
    """Return what the parts of an event are called beside it.

    One whose composed title says no more than that of the whole, or of another part, goes by the
    headline that an outlet wrote: what is of the whole's kind would be called like it.
    """
    seen = {_composed(view, whole, placed=False)}
    found: list[EventTitle] = []
    for part in parts:
        title = event_title(view, part, most, placed=False)
        says_no_more = title.text in seen or part.event.kind == whole.event.kind
        if title.original is not None and says_no_more:
            language = title.original_language or title.language
            found.append(EventTitle(title.original, None, language, None))
        else:
            found.append(title)
        seen.add(title.text)
    return found


def _says_less(view: View, event: EventRow, language: str, today: date | None) -> bool:
    """Whether the headline of a language says less of an event than which gathering it is.

    So does any of a numbered summit: outlets write whatever was new to them, each another thing.
    """
    marks, last = event.gathering or {}, event.ends_on or event.starts_on
    if event.kind == Kind.SUMMIT and isinstance(marks.get("ordinal"), int):
        return True  # its number is its name
    # A card knows no day but that of the change by which it is written.
    over = last is not None and last < (today or view.local_date(event.changed_at))
    begun = over or event.tense == Tense.PAST or event.begun_at is not None
    kept = ["aside", "bare", *(["ahead"] if begun else []), *(["opening"] if over else [])]
    return any(language in marks.get(mark, ()) for mark in kept)


def _composed(view: View, record: EventRecord, *, placed: bool, named: bool = False) -> str | None:
    """Return a title made of facts; None for an event of no organisation.

    With `named`, only one that says which gathering it is.
    """
    if not record.organizations:
        return None
    language = view.translator.language
    slots = _slots(view, record)
    if not placed:
        slots.pop("place", None)
    patterns = _gatherings(record, slots) if named else _patterns(record, slots)
    title = composed(language, patterns, slots)
    if title is not None or named:
        return title
    return in_parts(_called(view, record, slots), slots["org"], slots.get("place", ""))


def _called(view: View, record: EventRecord, slots: dict[str, str]) -> str:
    """Return what an event of its kind is called: "Signing of a memorandum: A, B"."""
    event, gathering = record.event, record.event.gathering or {}
    titles = title_patterns.titles().of(view.translator.language)
    if signed := titles.signed.get(str(gathering.get("document"))):
        return _told_of(signed, slots, ("one", "two"))
    sort = str(gathering.get("format"))
    by_sort = sort if event.kind in _LOOSE and sort in titles.kinds else event.kind
    kind = _BY_SORT.get(sort, by_sort)
    if kind == Kind.MEETING and not is_of_a_body(event):
        kind = _ENCOUNTER
    if "n" in slots and kind in titles.counted:
        return titles.counted[kind].format_map(slots)
    name = titles.kinds.get(kind, titles.kinds[Kind.OTHER])
    if kind in _SAYS_LITTLE and "foremost" in slots:
        return _told_of(name, slots, ("foremost",))
    return _told_of(name, slots, ("only",)) if kind in _OF_ONE else name


def _told_of(name: str, slots: dict[str, str], people: Sequence[str]) -> str:
    """Return a title with whom it is about behind a colon, where all of them are known."""
    named = [slots[person] for person in people if slots.get(person)]
    return f"{name}: {', '.join(named)}" if len(named) == len(people) else name


def _slots(view: View, record: EventRecord) -> dict[str, str]:
    event, language = record.event, view.translator.language
    titles = title_patterns.titles().of(language)
    first = record.organizations[0]
    gathering = event.gathering or {}
    field, ordinal = gathering.get("field"), gathering.get("ordinal")
    slots = {
        "org": view.organization(first),
        "org_of": titles.org_of.get(first, ""),
        "place": view.city(event) or view.country(event),
        "ministers": titles.ministers.get(str(field), ""),
        "body": _body(view, record),
    }
    if isinstance(ordinal, int):
        slots |= {"n": str(ordinal), "nth": nth(language, ordinal)}
    there = in_order(record.participations)
    if foremost := _foremost(view, record):
        slots["foremost"] = foremost
    if len(there) == _TWO:
        one, two = (name_of(view, record, who, 60) for who in there)
        slots |= {"one": one, "two": two}
    elif len(there) == 1:
        slots["only"] = name_of(view, record, there[0], 60)
        if event.kind == Kind.APPOINTMENT and (given := office_given(view, record, there[0])):
            slots["only"] += f", {given}"
    return slots


def _foremost(view: View, record: EventRecord) -> str:
    """Return who was there first of all, and of how many more: "A, B +3"; of one or two nobody."""
    there = in_order(record.participations)
    if len(there) < _SEVERAL:
        return ""
    named = [name_of(view, record, who, 60) for who in there[:_TWO]]
    return f"{', '.join(named)} +{len(there) - _TWO}"


def _body(view: View, record: EventRecord) -> str:
    """Return the name of the body that meets, or nothing where it is not known which."""
    gathering = record.event.gathering or {}
    sort, field = gathering.get("format"), gathering.get("field")
    bodies = title_patterns.titles().of(view.translator.language).bodies
    if sort is None:
        return ""
    if field is not None:
        return bodies.get(f"{sort}.{field}", "")
    whose = record.organizations[0]
    known = sort != "council" or whose in title_patterns.titles().one_council
    return bodies.get(f"{sort}.{whose}", bodies.get(str(sort), "")) if known else ""


def _gatherings(record: EventRecord, slots: dict[str, str]) -> Iterator[str]:
    """Yield what the patterns are for that say which gathering it is, the most telling first."""
    gathering = record.event.gathering or {}
    for name in _named(record):
        if "n" in slots:
            yield f"{name}_nth"
        if name == "summit" and gathering.get("manner"):
            yield f"summit_{gathering['manner']}"
        yield name


def _named(record: EventRecord) -> list[str]:
    """Return what a gathering is, where that is known: a summit, the session of a body."""
    event, sort = record.event, (record.event.gathering or {}).get("format")
    named: list[str] = []
    if sort == "summit" or (sort is None and event.kind == Kind.SUMMIT):
        named = ["summit"]
    elif event.kind in _GATHERED and sort == "assembly":
        plenary = record.organizations[0] in title_patterns.titles().plenaries
        named = ["plenary" if plenary else "body"]
    elif event.kind in _GATHERED and sort in {"council", "board"}:
        named = ["body"]
    elif event.kind in _GATHERED and sort is None and _ministers_meet(record):
        named = ["ministers"]
    return named


def _patterns(record: EventRecord, slots: dict[str, str]) -> Iterator[str]:
    """Yield what the patterns are for that fit the event, the most telling first."""
    event, sort = record.event, (record.event.gathering or {}).get("format")
    named = _named(record)
    yield from _gatherings(record, slots)
    # Two who speak at a presentation do not meet there; two in office who are told of may.
    together = sort == "bilateral" or all(who.role for who in in_order(record.participations))
    met = {Kind.MEETING, Kind.VISIT, *([Kind.OTHER] if sort == "bilateral" else [])}
    if event.kind in met and sort in {None, "bilateral"} and not named and together:
        yield "talks_ahead" if event.tense == Tense.FUTURE else "talks"


def _ministers_meet(record: EventRecord) -> bool:
    """Whether ministers gather: their meeting is counted, or several are there."""
    gathering = record.event.gathering or {}
    if not gathering.get("field"):
        return False
    if gathering.get("ordinal") is not None:
        return True
    offices = [concepts.offices().of(person.role or "") for person in record.participations]
    return sum("minister" in office for office in offices) >= _SEVERAL
