"""A few events to talk about: the conference in Geneva and its like, with people in two scripts."""

from datetime import date, datetime, timedelta

from sqlmodel import Session

from storage import articles
from storage.articles import NewArticle
from storage.database import Database
from storage.event_writes import NewEvent, NewParticipation
from tests.filled import filled
from tests.storage.things import found as keep
from tests.storage.things import source


def who(name: str, role: str | None = None, body: str | None = None) -> NewParticipation:
    return NewParticipation(
        name,
        role,
        body,
        attended=True,
        moderator=False,
        proof=f"{name} took the floor.",
        article_id=0,
        person_id=0,
    )


OMURALIEV = who("Kubanychbek Omuraliev", "Secretary General", "OTS")
RAEV = who("Sultan Raev", "Secretary General", "TURKSOY")
EVENTS = (
    (
        "United in Heritage",
        "conference",
        date(2024, 4, 23),
        "ots",
        ("Geneva", "Switzerland", "CH"),
        (OMURALIEV, RAEV, who("Kadir Yaman")),
    ),
    (
        "Days of opera",
        "festival",
        date(2024, 4, 24),
        "turksoy",
        ("Бишкек", "Кыргызстан", "KG"),
        (who("Султан Раев"),),
    ),
    (
        "Board meeting",
        "meeting",
        date(2024, 4, 25),
        "turkic-academy",
        ("Astana", "Kazakhstan", "KZ"),
        (who("Shahin Mustafayev"),),
    ),
    (
        "Summit of the OTS",
        "summit",
        date(2024, 5, 6),
        "ots",
        ("Bishkek", "Kyrgyzstan", "KG"),
        (OMURALIEV,),
    ),
    ("Day of the yurt", "festival", None, "turksoy", (None, None, None), ()),
    (
        "Youth forum",
        "meeting",
        date(2024, 4, 26),
        "turkpa",
        ("Baku", "Azerbaijan", "AZ"),
        (who("Ramil Hasan"), OMURALIEV),
    ),
)


def fill(database: Database, now: datetime) -> list[int]:
    """File the events, the first of `EVENTS` found first, and return their ids."""

    def file_all(session: Session) -> list[int]:
        return [
            _file(session, number, now - timedelta(hours=len(EVENTS) - number))
            for number in range(len(EVENTS))
        ]

    return filled(database, ("library", now), file_all)


def _file(session: Session, number: int, found: datetime) -> int:
    title, kind, day, organization, (city, country, code), people = EVENTS[number]
    item = NewArticle(
        title,
        f"https://example.org/{number}",
        f"{title}, reported",
        f"A report on {title}.",
        "en",
        found,
        title,
    )
    articles.add_new(session, source(session, found), [item], found)
    (article,) = articles.claim_unread(session, found, limit=1, lease=timedelta(minutes=1))
    event = NewEvent(
        title,
        kind,
        "en",
        "past",
        day,
        day,
        city,
        country,
        code,
        organizations=(organization,),
        participations=people,
    )
    return keep(session, article.id, event, found)
