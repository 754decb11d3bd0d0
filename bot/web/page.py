"""What a page is before it is drawn, and what a visitor asked for."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar
from urllib.parse import quote, urlencode

from sqlmodel import Session

from bot.language.local_time import local_day
from bot.messages.view import View
from bot.web.made_from import MadeFrom
from config.errors import TcoError
from config.types import JsonObject

if TYPE_CHECKING:
    from bot.web.site import Site

P = ParamSpec("P")
T = TypeVar("T")

MOST_DIGITS = 7
"""Digits of a number in a query that is no number any more."""

MOST_QUERY = 200
"""Characters looked at of anything in a query."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A form of a page for programs.

    Attributes:
        href: Where it is.
        media_type: Such as "application/atom+xml".
        title: What a program calls it.
    """

    href: str
    media_type: str
    title: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page, ready to be drawn by its template.

    Attributes:
        template: File in the folder of templates.
        title: Of the page, without that of the site.
        description: One or two sentences for search engines and shared links.
        section: Which of the ways at the head leads here; empty for none.
        values: What the template draws.
        status: HTTP status.
        found: Whether search engines may keep it.
        sort: What it is to Open Graph: "website", "article" or "profile".
        feeds: Its forms for programs.
        structured: schema.org's words for it as JSON-LD, or None.
        picture: Path of the picture that a shared link shows, or None.
        canonical: Path and query of the page without its language, as search engines are to keep
            it; None for the path that was asked for.
    """

    template: str
    title: str
    description: str
    section: str = ""
    values: Mapping[str, object] = field(default_factory=dict)
    status: int = 200
    found: bool = True
    sort: str = "website"
    feeds: tuple[Feed, ...] = ()
    structured: JsonObject | None = None
    picture: str | None = None
    canonical: str | None = None


class NoPage(TcoError):
    """There is no such page; says what there is in its place.

    Attributes:
        title: What there is not, as a sentence for the visitor.
        lead: What may be the matter.
    """

    def __init__(self, title: str, lead: str = "") -> None:
        self.title = title
        self.lead = lead
        super().__init__(title)


@dataclass(frozen=True, slots=True)
class Visit:
    """One request for a page.

    Attributes:
        site: What all pages are made of.
        view: The visitor's language, and the zone in which times are shown.
        now: The present, aware UTC.
        path: What was asked for, without the language: "/event/17".
        query: Behind the question mark, each name once.
        named: The parts of the path that have a name.
        theme: "light" or "dark" where the visitor chose, else empty.
        made_from: Is told what is found for the page.
    """

    site: "Site"
    view: View
    now: datetime
    path: str
    query: Mapping[str, str]
    named: Mapping[str, str]
    theme: str = ""
    made_from: MadeFrom = field(default_factory=MadeFrom)

    async def read(
        self, load: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return what `load` finds; what is looked up for a page is looked up by this.

        Raises:
            AsBefore: The page that is kept was made from the same on the same day.
            DatabaseError: The database cannot be reached.
        """
        found = await self.site.database.read(load, *args, **kwargs)
        self.made_from.tell(self.today, found)
        return found

    @property
    def language(self) -> str:
        """The language of the page."""
        return self.view.translator.language

    @property
    def here(self) -> str:
        """What was asked for, with its query and without its language."""
        return f"{self.path}?{urlencode(self.query)}" if self.query else self.path

    @property
    def path_only(self) -> str:
        """The address of this page without any query."""
        return f"/{self.language}{self.path}"

    def kept(self) -> dict[str, str]:
        """Return the query of this page but for its place in a list."""
        return {name: value for name, value in self.query.items() if name != "after"}

    def same(self, **query: object) -> str:
        """Return the address of this page with another query; empty values are left out."""
        given = {name: value for name, value in query.items() if value not in (None, "")}
        return f"{self.path_only}?{urlencode(given)}" if given else self.path_only

    def turned(self, cursor: str | None) -> str:
        """Return the address of the next page of the list on this one; empty on the last."""
        return self.same(**self.kept() | {"after": cursor}) if cursor else ""

    @property
    def today(self) -> date:
        """The day that it is in the site's zone."""
        return local_day(self.now, self.view.zone)

    def href(self, *parts: object, **query: object) -> str:
        """Return the address of a page in the visitor's language; empty values are left out."""
        return f"/{self.language}{path_of(*parts, **query)}"

    def asked(self, name: str) -> str:
        """Return what the query says of `name`, cut to a sensible length."""
        return self.query.get(name, "").strip()[:MOST_QUERY]

    def number(self, name: str) -> int:
        """Return the number that the query says of `name`; 0 where it says none."""
        asked = self.asked(name)
        return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < MOST_DIGITS else 0


@lru_cache(maxsize=2_048)
def _quoted(part: str) -> str:
    return quote(part, safe="")


def path_of(*parts: object, **query: object) -> str:
    """Return the path of a page without its language, each part of it made safe."""
    path = "".join(f"/{_quoted(str(part))}" for part in parts) or "/"
    if not query:
        return path
    given = {name: value for name, value in query.items() if value not in (None, "")}
    return f"{path}?{urlencode(given)}" if given else path


Show = Callable[[Visit], Awaitable[Page]]
"""Makes a page for a visit."""
