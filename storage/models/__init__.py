"""The tables.

Plain `datetime` columns are aware UTC both ways on SQLite and PostgreSQL (SQLModel 0.0.50 refuses
naive ones). States and kinds are short strings, so that a new one needs no migration. What is due
is always a column with an index, never something to be worked out: a worker that takes a row moves
that column on by a lease, so that what a dead worker held falls due again by itself. The database
gives each row its id when it is stored; a row of yours has none before.
"""

from storage.models.articles import Article, ArticleKey, SourceParagraph
from storage.models.chats import Chat, Exclusion, Muted, Subscription
from storage.models.deliveries import Delivery, Note, Progress
from storage.models.events import SETTLED_FROM, Event, EventChange, EventOrganization, Participation
from storage.models.people import Person, PersonKey, PersonName, PersonRuling, Tenure
from storage.models.reports import (
    Decision,
    JoiningKey,
    JoiningReport,
    Report,
    ReportKey,
    Ruling,
    Tie,
)
from storage.models.sources import HubSubscription, Source

__all__ = [
    "SETTLED_FROM",
    "Article",
    "ArticleKey",
    "Chat",
    "Decision",
    "Delivery",
    "Event",
    "EventChange",
    "EventOrganization",
    "Exclusion",
    "HubSubscription",
    "JoiningKey",
    "JoiningReport",
    "Muted",
    "Note",
    "Participation",
    "Person",
    "PersonKey",
    "PersonName",
    "PersonRuling",
    "Progress",
    "Report",
    "ReportKey",
    "Ruling",
    "Source",
    "SourceParagraph",
    "Subscription",
    "Tenure",
    "Tie",
]
