"""Events to lay out: the conference of the seed, and small ones made up as tests need them."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.language.organization_lookup import OrganizationNames
from bot.language.translator import Translator
from bot.language.transliterate import Transliterator
from bot.messages.view import View
from config.catalogue_loader import load_catalogue
from storage.event_rows import EventRow, ParticipationRow
from storage.events import EventArticle, EventRecord

FOUND = datetime(2024, 4, 25, 2, 30, tzinfo=UTC)
TITLE = "United in Heritage, Forward in Action: Turkic Cooperation Organizations"
PEOPLE = (
    (
        "Omar Sultanov",
        "Permanent Representative of the Kyrgyz Republic to the UN",
        "Kyrgyz Republic",
    ),
    ("Kubanychbek Omuraliev", "Secretary General", "Organization of Turkic States (OTS)"),
    ("Shahin Mustafayev", "President", "Turkic Academy"),
    ("Aktoty Raimkulova", "President", "Turkic Culture and Heritage Foundation"),
    ("Sultan Raev", "Secretary General", "TURKSOY"),
    ("Ömer Kocaman", "Deputy Secretary General of the OTS", "OTS"),
    (
        "Kadir Yaman",
        "Secretary of TURKPA Commission on Legal Affairs and International Relations",
        "TURKPA",
    ),
)


def view(language: str = "en", zone: str = "Asia/Bishkek") -> View:
    catalogue = load_catalogue()
    return View(
        Translator(language),
        catalogue,
        OrganizationNames(catalogue.organizations),
        Transliterator(catalogue.organizations),
        ZoneInfo(zone),
    )


def event(**fields: object) -> EventRow:
    values: dict[str, Any] = {
        "id": 1,
        "title": "Board meeting",
        "kind": "meeting",
        "language": "en",
        "tense": "past",
        "found_at": FOUND,
        "changed_at": FOUND,
    }
    return EventRow(**values | fields)


def person(
    position: int,
    name: str,
    role: str | None = None,
    affiliation: str | None = None,
    **fields: object,
) -> ParticipationRow:
    values: dict[str, Any] = {
        "id": position,
        "event_id": 1,
        "person_id": position,
        "article_id": 1,
        "position": position,
        "proof": name,
    }
    return ParticipationRow(
        **values | {"name": name, "role": role, "affiliation": affiliation} | fields
    )


def article(
    source: str = "KABAR",
    number: int = 1,
    published: datetime | None = FOUND,
    url: str | None = None,
    language: str = "en",
) -> EventArticle:
    return EventArticle(
        number,
        url or f"https://example.org/{number}",
        "A headline",
        language,
        published,
        FOUND,
        source,
    )


def record(
    what: EventRow | None = None,
    organizations: tuple[str, ...] = ("ots",),
    people: tuple[ParticipationRow, ...] = (),
    articles: tuple[EventArticle, ...] = (article(),),
) -> EventRecord:
    return EventRecord(what or event(), organizations, people, articles)


def geneva() -> EventRecord:
    what = event(
        title=TITLE,
        kind="conference",
        starts_on=date(2024, 4, 23),
        ends_on=date(2024, 4, 23),
        venue="United Nations Office",
        city="Geneva",
        country="Switzerland",
    )
    people = tuple(person(at, *who, moderator=at == 0) for at, who in enumerate(PEOPLE))
    organizations = ("ots", "turkic-academy", "turkic-heritage", "turksoy", "turkpa")
    return record(what, organizations, people, (article(), article("Anadolu", 2)))
