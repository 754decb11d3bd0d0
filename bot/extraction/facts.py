"""What the reader takes in and gives out: an article, and the reading of it.

A reading says only what the text says. Every fact that could embarrass somebody (a person, a date,
a place) carries its proof: the sentence of the text that it was read from.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What sort of event an article reports."""

    CONFERENCE = "conference"
    MEETING = "meeting"
    SUMMIT = "summit"
    FESTIVAL = "festival"
    CEREMONY = "ceremony"
    VISIT = "visit"
    ELECTION = "election"
    TRAINING = "training"
    EXHIBITION = "exhibition"
    AGREEMENT = "agreement"
    APPOINTMENT = "appointment"
    STATEMENT = "statement"
    OTHER = "other"


class Tense(StrEnum):
    """Whether the event lies behind the article or ahead of it."""

    PAST = "past"
    FUTURE = "future"


class Genre(StrEnum):
    """What sort of text an article is. Only news reports an event.

    SIDE is what goes on beside one: roads closed for a summit, a cabinet that speaks of it.
    """

    NEWS = "news"
    COMMENT = "comment"
    EXPLAINER = "explainer"
    HISTORY = "history"
    ABSTRACT = "abstract"
    ROUNDUP = "roundup"
    SIDE = "side"


@dataclass(frozen=True, slots=True)
class ArticleText:
    """An article as the reader takes it in.

    Attributes:
        title: The headline; may be empty.
        text: The body, paragraphs parted by line feeds.
        published: The day of publication where the outlet says it, else None.
        url: Where it stands, or None.
        language: What the source claims to be written in (ISO 639-1); only a hint, the text
            decides.
        familiar: Ids of the organisations that its outlet is known to write of, whose abbreviations
            mean them there; only a hint, too.
    """

    title: str
    text: str
    published: date | None = None
    url: str | None = None
    language: str | None = None
    familiar: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class EventFacts:
    """The main event of an article.

    Attributes:
        title: The event's own name where the text gives one, else the headline without clutter.
        kind: What sort of event.
        start: First day, or None where the text does not decide it.
        end: Last day; equal to `start` for one day.
        tense: Behind or ahead of the article.
        city: As the article names it, nominative, or None.
        country: As the article names it, nominative, or None.
        venue: The building or body that hosts, or None.
        date_proof: The sentence that gives the days, or None with `start`.
        place_proof: The sentence that gives the place, or None with no place.
        titled_aside: Whether the title only tells what somebody does or says there.
        titled_barely: Whether it tells nothing but that a body's gathering is to be, is on or was,
            and where or when: X to host the summit.
        titled_opening: Whether it tells that the event begins, which is no title once it is over.
    """

    title: str
    kind: Kind
    start: date | None
    end: date | None
    tense: Tense
    city: str | None
    country: str | None
    venue: str | None
    date_proof: str | None
    place_proof: str | None
    titled_aside: bool = False
    titled_barely: bool = False
    titled_opening: bool = False


class Act(StrEnum):
    """What was done at an event, of what comes of it."""

    SIGNED = "signed"
    ADOPTED = "adopted"
    APPROVED = "approved"
    RATIFIED = "ratified"
    FOUNDED = "founded"
    ELECTED = "elected"
    APPOINTED = "appointed"
    HANDED_OVER = "handed_over"
    DECLARED = "declared"
    GRANTED = "granted"
    PRESENTED = "presented"
    HONOURED = "honoured"
    BECAME_OBSERVER = "became_observer"
    BECAME_MEMBER = "became_member"
    DECIDED = "decided"
    HANDOVER_AHEAD = "handover_ahead"


PAPERS = frozenset({Act.SIGNED, Act.ADOPTED, Act.APPROVED, Act.RATIFIED})
"""What is done to papers, which may be named after a town."""

GIVING = frozenset({Act.HANDED_OVER, Act.GRANTED, Act.HANDOVER_AHEAD})
"""What is done to something that a country gets."""

AHEAD = frozenset({Act.HANDOVER_AHEAD})
"""What is only announced of an event, and is told as such."""


SEVERAL: Mapping[str, str] = {
    "agreement": "agreements",
    "memorandum": "memorandums",
    "protocol": "protocols",
}
"""What several of a thing are called, of which one alone would say too little."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an event: a declaration signed, somebody elected.

    Attributes:
        act: What was done.
        thing: What it was done to: "declaration", "fund", "culture_capital"; "office" of those who
            were elected or appointed.
        names: Of these people, of the town that is declared something or that a paper is named
            after, of the country or the people to whom something is given, as the article names
            them, nominative.
        proof: The sentence that says so.
        called: What a paper or a body is called, nominative, where no town says it; in quotation
            marks where the article puts it in such. Of whoever is appointed and named only in the
            sentence before, the office, behind `IN_BODY` the body.
    """

    act: Act
    thing: str
    names: tuple[str, ...]
    proof: str
    called: str = ""


IN_BODY = " | "
"""What stands between an office that is given and its body."""


class Standing(StrEnum):
    """What an event is to an article that mentions it."""

    REPORTED = "reported"
    DISCUSSED = "discussed"
    COMING = "coming"
    RECALLED = "recalled"


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event that an article only speaks of: last year's summit, the next session.

    Attributes:
        kind: What sort of event.
        standing: What it is to the article; never REPORTED in a reading's context.
        ordinal: Which of its series, or None.
        start: First day tied to it, or None.
        end: Last day tied to it, or None.
        city: The town tied to it, as the article names it, nominative, or None.
        proof: The sentence that speaks of it.
    """

    kind: Kind
    standing: Standing
    ordinal: int | None
    start: date | None
    end: date | None
    city: str | None
    proof: str


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody whom the article names.

    Attributes:
        name: Nominative, without honorifics, in the article's script, in its fullest form in the
            text.
        role: The office or part as stated, or None.
        affiliation: The body or country of the role as stated, or None.
        attended: True for being there in any way (spoke, met, hosted, will come); False for being
            mentioned only.
        moderator: True when the text says that this person chaired or moderated.
        proof: The sentence of the text that names this person in that part.
        presides: True where the words say that this person presided rather than moderated, and the
            text gives an office: he is told in it, among the others.
        by_message: True for who is not there and sent a message to it, or whose message was read
            out at it.
        beside: The other gathering that this person came to, where the text tells of nothing else:
            the ministers' on the eve of the summit that it reports. None for the reported event.
    """

    name: str
    role: str | None
    affiliation: str | None
    attended: bool
    moderator: bool
    proof: str
    presides: bool = False
    by_message: bool = False
    beside: EventMention | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What an article says.

    Attributes:
        language: ISO 639-1 code of the text; of a language that is not read, all else is empty.
        is_event: Whether it is about something that a TCO does or takes part in.
        organizations: Ids of the TCOs concerned, as in organizations.toml; also of those that a
            text that reports no event is about.
        event: The main event, or None when `is_event` is False.
        participants: The people named, those who attended first, in the order of the text.
        cancel_proof: The sentence that calls the main event off, or None.
        context: The other events that it speaks of, where it tells their day, town or number.
        genre: What sort of text it is, as far as it speaks of a TCO.
        move_proof: The sentence that moves the main event to its days, or None.
        moved_from: The first day that no longer holds, where that sentence or another says it.
        outcomes: What came of the main event.
    """

    language: str
    is_event: bool
    organizations: tuple[str, ...]
    event: EventFacts | None
    participants: tuple[Participant, ...]
    cancel_proof: str | None = None
    context: tuple[EventMention, ...] = ()
    genre: Genre = Genre.NEWS
    move_proof: str | None = None
    moved_from: date | None = None
    outcomes: tuple[Outcome, ...] = ()
