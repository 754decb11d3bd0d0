"""The states and sorts that rows can be of, as the database keeps them."""

from enum import StrEnum


class ArticleState(StrEnum):
    """Where an article stands on its way through the reader."""

    UNREAD = "unread"
    EVENT = "event"
    IRRELEVANT = "irrelevant"
    FAILED = "failed"
    OLD = "old"
    """Known from an archive or from before the source was followed; not read."""


class Origin(StrEnum):
    """Where a source comes from."""

    CATALOGUE = "catalogue"
    ADDED = "added"
    REMOVED = "removed"


class ChatState(StrEnum):
    """Whether a chat wants to hear from the bot."""

    ACTIVE = "active"
    PAUSED = "paused"
    STOPPED = "stopped"


class Mode(StrEnum):
    """When a chat hears of an event."""

    INSTANT = "instant"
    DIGEST = "digest"
    BOTH = "both"


class Sound(StrEnum):
    """Which of the bot's messages a chat is rung for."""

    ALL = "all"
    ALERTS = "alerts"
    """What is told at once; a digest comes without a sound."""
    NONE = "none"


class Topic(StrEnum):
    """What a subscription can be to."""

    ORGANIZATION = "organization"
    PERSON = "person"
    COUNTRY = "country"
    KIND = "kind"
    TOWN = "town"
    WORD = "word"
    """A word, or several that all have to stand in a report."""


class CardForm(StrEnum):
    """How much of an event its card tells."""

    LONG = "long"
    SHORT = "short"
    """All but the people."""
    TITLE = "title"
    """What, when and where."""


class Manner(StrEnum):
    """How a chat hears of what one of its subscriptions is to."""

    USUAL = "usual"
    """As the chat's mode says."""
    INSTANT = "instant"
    """At once, in a chat that has all else in its digest too."""
    DIGEST = "digest"
    """In the digest, and never at once."""
    SILENT = "silent"
    """At once and without a sound."""


class Lead(StrEnum):
    """At which moment of an event a chat is reminded of it."""

    DAY = "day"
    """A day before it."""
    HOUR = "hour"
    """An hour before it."""
    EVE = "eve"
    """In the evening before a great event's first day."""
    START = "start"
    """When reports say that a great event has begun."""
    EVENING = "evening"
    """In the evening of a great event's last day."""


class Period(StrEnum):
    """What a review looks back on."""

    WEEK = "week"
    """From Monday to Sunday."""
    MONTH = "month"


class DeliveryKind(StrEnum):
    """What is owed."""

    ALERT = "alert"
    EDIT = "edit"
    DIGEST = "digest"
    REMINDER = "reminder"
    CATCHUP = "catchup"
    """What came while a chat kept quiet, or beyond what calls it within an hour, told together."""
    CHANGE = "change"
    """That an event ahead was moved or called off, told anew to whoever has its card."""
    NOTE = "note"
    """Something written for this chat: what a person or the bot has to tell it."""
    WEEK_REVIEW = "week review"
    """What a week was, summed up."""
    MONTH_REVIEW = "month review"


class DeliveryState(StrEnum):
    """How far what is owed has come."""

    PENDING = "pending"
    HELD = "held"
    """Waits for the chat's quiet hours to end, or for the hour in which it had very much."""
    TOLD = "told"
    """Was told within another delivery."""
    SENDING = "sending"
    SENT = "sent"
    UNCERTAIN = "uncertain"
    FAILED = "failed"
    CANCELLED = "cancelled"


HAS_OR_MAY_HAVE = (
    DeliveryState.SENT,
    DeliveryState.SENDING,
    DeliveryState.UNCERTAIN,
    DeliveryState.TOLD,
)
"""States of what a chat has, or may have, or is just getting."""
