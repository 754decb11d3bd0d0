"""How one chat sees events: its language, its zone, the names of organisations in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Literal
from zoneinfo import ZoneInfo

from bot.extraction.facts import Kind
from bot.language import concepts
from bot.language.organization_lookup import OrganizationNames
from bot.language.timezone_lookup import ZoneNames
from bot.language.translator import Translator
from bot.language.transliterate import Transliterator
from bot.messages.message import ChatControls, clean_line
from config.catalogue import Catalogue
from config.text import fold
from storage.event_rows import EventRow
from storage.events import EventRecord


@dataclass(frozen=True)
class View:
    """What a layout needs to know of the chat that it is for.

    Attributes:
        translator: The chat's language.
        catalogue: Names of organisations.
        names: The same, by spelling.
        scripts: Writes names in the letters that the chat reads.
        zone: The chat's zone, in which every time is shown.
        controls: How commands are given there.
        site: What addresses of the diary on the web begin with; None where there is none that
            everybody can reach.
    """

    translator: Translator
    catalogue: Catalogue
    names: OrganizationNames
    scripts: Transliterator
    zone: ZoneInfo
    controls: ChatControls = field(default_factory=ChatControls)
    site: str | None = None

    @classmethod
    def plain(cls, language: str, catalogue: Catalogue) -> "View":
        """Return the view of no chat, in a language and in UTC."""
        return cls(
            Translator(language),
            catalogue,
            OrganizationNames(catalogue.organizations),
            Transliterator(catalogue.organizations),
            ZoneInfo("UTC"),
        )

    def organization(self, organization_id: str) -> str:
        """Return the short name of an organisation in the chat's language.

        Its id once the catalogue has lost it.
        """
        try:
            return self.catalogue.organization(organization_id).short_name(self.translator.language)
        except KeyError:
            return organization_id

    def person(
        self,
        name: str,
        language: str | None = None,
        most: int = 80,
        country: str | None = None,
    ) -> str:
        """Return somebody's name in the script of the chat's language.

        Args:
            name: As an article writes it.
            language: That article's (ISO 639-1), where it is known.
            most: Characters at most.
            country: Code of the country that the person stands for, where it is known.
        """
        shown, reader = clean_line(name, most), self.translator.language
        return self.scripts.in_script(shown, reader, language, country)

    def venue(self, event: EventRow) -> str:
        """Return the building of an event, in the chat's language where it is a known one."""
        named = clean_line(event.venue or "", 120)
        known = self.catalogue.places.find_venue(named)
        return known.name(self.translator.language) if known is not None else named

    def city(self, event: EventRow) -> str:
        """Return the town of an event in the chat's language, or at least in its script.

        Empty where no text names one.
        """
        city, places = clean_line(event.city or "", 60), self.catalogue.places
        known = places.cities.get(event.city_id or "") or (places.find_city(city) if city else None)
        if known is not None and event.country_code in {None, known.country}:
            return known.name(self.translator.language)
        return self.scripts.in_script(city, self.translator.language, event.language)

    def country(self, event: EventRow) -> str:
        """Return the country of an event in the chat's language; empty where no text names one."""
        country = clean_line(event.country or "", 60)
        known = self.catalogue.places.countries.get(
            event.country_code or ""
        ) or self.catalogue.places.find_country(country)
        return (
            known.name(self.translator.language)
            if known is not None
            else self.scripts.in_script(country, self.translator.language, event.language)
        )

    def zone_name(self) -> str:
        """Return the chat's zone by its city in the chat's language."""
        return ZoneNames(self.catalogue.places).label(self.zone.key, self.translator.language)

    def in_order(self, organizations: Iterable[str]) -> list[str]:
        """Return ids of organisations in the order of the catalogue, unknown ones last."""
        order = {
            organization.id: at for at, organization in enumerate(self.catalogue.organizations)
        }
        return sorted(organizations, key=lambda one: (order.get(one, len(order)), one))

    def listed(self, organizations: Iterable[str]) -> str:
        """Return organisations as a sentence lists them: "OTS, TURKSOY and TURKPA"."""
        return self.translator.list(
            [self.organization(organization) for organization in organizations]
        )

    def moment(self, moment: datetime) -> str:
        """Return when something was, in the chat's zone: "Tuesday 23 April, 08:30"."""
        local = moment.astimezone(self.zone)
        return f"{self.translator.date(local.date(), 'weekday')}, {self.translator.time(local)}"

    def short_days(self, start: date, end: date | None, today: date) -> str:
        """Return the days of an event for a list: "23 Apr", "8–11 Oct".

        With the year, and months in full, where it is not this one.
        """
        if end is not None and end > start:
            this_year = start.year == end.year == today.year
            return (
                self.translator.short_dates(start, end)
                if this_year
                else self.translator.dates(start, end)
            )
        return self.translator.date(start, "short" if start.year == today.year else "long")

    def local_date(self, moment: datetime) -> date:
        """Return the day of a publication in the chat's zone.

        Midnight UTC to the second is a day that came without a time, and stays.
        """
        moment = moment.astimezone(UTC)
        return moment.date() if moment.time() == time() else moment.astimezone(self.zone).date()

    def was_over(self, event: EventRow) -> bool:
        """Whether an event was over when it changed last: its card knows no other day."""
        last = event.ends_on or event.starts_on
        return last is not None and last < self.local_date(event.changed_at)

    def reported(self, record: EventRecord, style: Literal["short", "long"] = "short") -> str:
        """Return "reported 11 Nov": what stands for the day of an event of which none is known.

        Empty where no outlet says when it published: a page may be seen first years behind it.
        """
        moments = [article.published_at for article in record.articles]
        published = min((moment for moment in moments if moment is not None), default=None)
        if published is None:
            return ""
        day = self.local_date(published)
        return self.translator.gettext("reported {day}", day=self.translator.date(day, style))

    def kinds(self, kind: str) -> str:
        """Return what events of a kind are called."""
        return kinds(self.translator).get(kind, kind)

    def kind(self, event: EventRow) -> str:
        """Return what kind of event it is, as a label in capitals."""
        return kind_labels(self.translator, of_a_body=is_of_a_body(event)).get(
            event.kind, self.translator.gettext("EVENT")
        )


_SITTING = frozenset({"assembly", "council", "board", "committee", "group"})
"""Sorts of gathering that are sittings of a body (formats of concepts.toml)."""


def is_of_a_body(event: EventRow) -> bool:
    """Whether a council, a commission or ministers meet, and not two sides.

    Many languages have two words for it. What sort of gathering it is tells which is right, or that
    it is one in a row, or else the title.
    """
    gathering = event.gathering or {}
    sort = gathering.get("format")
    if sort == "bilateral":
        return False
    if sort in _SITTING or gathering.get("ordinal") is not None:
        return True
    return bool(concepts.bodies().of(event.title)) and not concepts.two_sides().of(event.title)


def kind_labels(translator: Translator, *, of_a_body: bool = False) -> dict[str, str]:
    """Return each kind of event but the last and what one of it is called, in capitals."""
    _, pgettext = translator.gettext, translator.pgettext
    meeting = pgettext("of a body", "MEETING") if of_a_body else pgettext("of two sides", "MEETING")
    return {
        Kind.CONFERENCE.value: _("CONFERENCE"),
        Kind.MEETING.value: meeting,
        Kind.SUMMIT.value: _("SUMMIT"),
        Kind.FESTIVAL.value: _("FESTIVAL"),
        Kind.CEREMONY.value: _("CEREMONY"),
        Kind.VISIT.value: _("VISIT"),
        Kind.ELECTION.value: _("ELECTION"),
        Kind.TRAINING.value: _("TRAINING"),
        Kind.EXHIBITION.value: _("EXHIBITION"),
        Kind.AGREEMENT.value: _("AGREEMENT"),
        Kind.APPOINTMENT.value: _("APPOINTMENT"),
        Kind.STATEMENT.value: _("STATEMENT"),
    }


def kinds(translator: Translator) -> dict[str, str]:
    """Return each kind of event and what several of it are called."""
    _ = translator.gettext
    return {
        Kind.CONFERENCE.value: _("conferences"),
        Kind.MEETING.value: _("meetings"),
        Kind.SUMMIT.value: _("summits"),
        Kind.FESTIVAL.value: _("festivals"),
        Kind.CEREMONY.value: _("ceremonies"),
        Kind.VISIT.value: _("visits"),
        Kind.ELECTION.value: _("elections"),
        Kind.TRAINING.value: _("training courses"),
        Kind.EXHIBITION.value: _("exhibitions"),
        Kind.AGREEMENT.value: _("agreements"),
        Kind.APPOINTMENT.value: _("appointments"),
        Kind.STATEMENT.value: _("statements"),
        Kind.OTHER.value: _("other events"),
    }


def find_kind(text: str, translator: Translator) -> str | None:
    """Return the kind of event that `text` names.

    By its id, or as English or the chat's language call it; else None.
    """
    asked = fold(text)
    for speaker in (Translator("en"), translator):
        for kind, label in kinds(speaker).items():
            if asked in {fold(kind), fold(label)}:
                return kind
    return None
