"""What a review sums up: who was most active and where, what stood out, and what is coming.

Counted is what took place. What was announced for the period and of which no article says that it
took place is told by its number alone, and so is what was called off.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from bot.extraction.facts import Tense
from bot.language.romanize import sound
from bot.language.search_words import question_words
from bot.messages.people import name_of
from bot.messages.review_period import last_day
from bot.messages.subject_names import names_besides
from bot.messages.view import View
from storage import chats, events, following
from storage.enums import Period, Topic
from storage.event_rows import ParticipationRow
from storage.events import EventFilter, EventRecord

MOST = 500
"""Events looked at for one review."""

AHEAD = {Period.WEEK: timedelta(days=14), Period.MONTH: timedelta(days=31)}
"""How far ahead of the last day "coming up" looks."""

COMING = 7
"""Events listed as coming up."""


@dataclass(frozen=True, slots=True)
class ReviewedPeriod:
    """A week or a month as somebody looks back on it.

    Attributes:
        period: Which of both.
        first: Its first day.
        today: The chat's day; what lies behind it has not been yet.
    """

    period: Period
    first: date
    today: date

    @property
    def last(self) -> date:
        """The last day that is looked back on."""
        return min(last_day(self.period, self.first), self.today)


@dataclass(frozen=True, slots=True)
class Active:
    """Somebody who took part in what took place.

    Attributes:
        head: How the catalogue calls them, where they are a head of an organisation.
        said: A record of theirs, with the event that it is of.
        times: At how many events.
    """

    head: str | None
    said: tuple[EventRecord, ParticipationRow]
    times: int


@dataclass(frozen=True, slots=True)
class ReviewContent:
    """What goes into one review.

    Attributes:
        span: The week or the month.
        held: The events that took place, those that began first first.
        unreported: How many were announced and not reported to have taken place.
        cancelled: How many were called off.
        coming: What is ahead, the soonest first.
        people: Who took part, the most active first.
    """

    span: ReviewedPeriod
    held: Sequence[EventRecord]
    unreported: int
    cancelled: int
    coming: Sequence[EventRecord]
    people: Sequence[Active]

    def organizations(self) -> list[tuple[str, int]]:
        """Return the ids of the organisations, each with its number of events, the most first."""
        return Counter(body for record in self.held for body in record.organizations).most_common()

    def towns(self, view: View) -> list[tuple[str, int]]:
        """Return the towns as a chat reads them, each with its number of events, the most first."""
        named = (view.city(record.event) for record in self.held)
        return Counter(town for town in named if town).most_common()

    def foremost(self, most: int) -> list[EventRecord]:
        """Return the events that most outlets report, and of equals those where most people were.

        In order of time.
        """
        chosen = sorted(self.held, key=_weight, reverse=True)[:most]
        return [record for record in self.held if record in chosen]


def reviewed(  # noqa: PLR0913, PLR0917 - who asks for what, and what it is called
    session: Session,
    view: View,
    heads: Mapping[str, str],
    chat_id: int,
    span: ReviewedPeriod,
    about: tuple[EventFilter | None, str] | None,
    now: datetime,
) -> tuple[ReviewContent, list[str]]:
    """Return what a review for a chat tells, and the names of what it is of.

    Args:
        session: The transaction.
        view: The chat.
        heads: Names of heads of organisations by the sound of each spelling.
        chat_id: The chat.
        span: The week or the month.
        about: What the events must concern and what that is called; None for what it follows.
        now: Aware UTC.
    """
    muted = chats.muted(session, chat_id)
    if about is not None:
        wanted, label = about
        return read_review(session, wanted, muted, span, heads, now), [label]
    held = [(row.topic, row.subject) for row in chats.subscriptions(session, chat_id)]
    followed = following.wanted(session, chat_id, question_words)
    bodies = [subject for topic, subject in held if topic == Topic.ORGANIZATION]
    names = [view.organization(body) for body in view.in_order(bodies)]
    names += names_besides(session, view, heads, held)
    return read_review(session, followed, muted, span, heads, now), names


def read_review(
    session: Session,
    about: EventFilter | None,
    muted: frozenset[int],
    span: ReviewedPeriod,
    heads: Mapping[str, str],
    now: datetime,
) -> ReviewContent:
    """Read what a review of a period tells at `now`.

    Args:
        session: The transaction.
        about: What the events must concern; None for all.
        muted: Events of which it wants to hear nothing.
        span: The week or the month.
        heads: Names of heads of organisations by the sound of each spelling.
        now: Aware UTC; what was found later is left out.
    """
    on_days = events.records(
        session, about=about, on_from=span.first, on_until=span.last, without=muted, limit=MOST
    )
    ahead = events.records(
        session,
        about=about,
        starts_from=max(span.today, span.last) + timedelta(days=1),
        starts_until=span.last + AHEAD[span.period],
        without=muted,
        limit=COMING,
    )
    known = [record for record in on_days if record.event.found_at < now]
    going_on = [record for record in known if not record.event.cancel_proof]
    held = [record for record in going_on if record.event.tense != Tense.FUTURE]
    coming = [record for record in ahead if not record.event.cancel_proof]
    return ReviewContent(
        span,
        held,
        unreported=len(going_on) - len(held),
        cancelled=len(known) - len(going_on),
        coming=coming,
        people=_most_active(held, heads),
    )


def _most_active(records: Iterable[EventRecord], heads: Mapping[str, str]) -> list[Active]:
    """Return who took part in these events, the spellings of one as one, the most active first."""
    at: dict[str, set[int]] = {}
    called: dict[str, tuple[str | None, tuple[EventRecord, ParticipationRow]]] = {}
    for record in records:
        for guest in record.participations:
            if guest.attended:
                head = heads.get(sound(guest.name))
                key = sound(head or guest.name)
                at.setdefault(key, set()).add(record.event.id)
                called.setdefault(key, (head, (record, guest)))
    ranked = sorted(at, key=lambda key: -len(at[key]))
    return [Active(*called[key], times=len(at[key])) for key in ranked]


def name_shown(view: View, person: Active) -> str:
    """Return somebody's name as the chat reads it."""
    return view.person(person.head, None, 60) if person.head else name_of(view, *person.said, 60)


def _weight(record: EventRecord) -> tuple[int, int, int]:
    outlets = {article.source for article in record.articles}
    present = sum(guest.attended for guest in record.participations)
    return len(outlets), present, -record.event.id
