"""The diary as a web site: which address shows which page, in which language.

Every page stands under each language of the bot. A page is made by a function in `bot.web.pages`
and drawn here, so that head, foot, language and errors are the same everywhere. No address and no
visitor is logged.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from zoneinfo import ZoneInfo

import structlog
from aiohttp import web
from markupsafe import Markup, escape

from bot.commands.search_question import SearchQuestions
from bot.language.organization_lookup import OrganizationNames, heads_by_sound
from bot.language.translator import Translator
from bot.language.transliterate import Transliterator
from bot.messages.view import View
from bot.runtime.cache import LruCache
from bot.runtime.scheduler import Clock
from bot.web import languages
from bot.web.assets import Assets
from bot.web.choices import THEME, Choices
from bot.web.conditional import PUBLIC
from bot.web.entries import each
from bot.web.event_file import EventFiles
from bot.web.freshness import Freshness, PlacesWithEvents
from bot.web.headers import FOUND
from bot.web.known_events import KnownEvents
from bot.web.made_from import AsBefore, made_from
from bot.web.page import NoPage, Page, Show, Visit
from bot.web.pages import ROUTES
from bot.web.pages.errors import no_page, nothing_here, out_of_order
from bot.web.templating import environment
from bot.web.turns import Turns
from config.catalogue import Catalogue
from config.errors import TcoError
from config.languages import INTERFACE_LANGUAGES
from storage.database import Database
from storage.errors import BadCursor

FRAGMENTS = 300
"""Parts of pages that are kept as they were drawn: heads, rows of days and people, and lists to
choose from, one to five kilobytes each, a month's days ten."""

_PATH = "\ue000"
"""Stands for the path of a page where a part of pages is drawn; no text from outside holds it."""

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """How the site is set up.

    Attributes:
        address: What its addresses begin with when they are passed on, without a slash at the end.
        language: Of visitors whose own is not spoken.
        zone: In which every time is shown, and by which it is today.
    """

    address: str
    language: str = "en"
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))


class Site:
    """The diary's pages.

    Attributes:
        database: Knows the events.
        catalogue: Knows the names.
        options: How the site is set up.
        assets: Style sheet and script.
        freshness: How the sources are doing.
        places: Where events are.
        known: Events as they were last read.
        heads: Names of heads of organisations by the sound of each spelling.
        sounds_of_heads: The same sounds by organisation.
        questions: Understands what is searched for.
        now: Tells the present.
    """

    def __init__(
        self,
        database: Database,
        catalogue: Catalogue,
        now: Clock,
        options: SiteOptions,
        questions: SearchQuestions | None = None,
    ) -> None:
        """Prepare to serve.

        Args:
            database: Knows the events.
            catalogue: Knows the names.
            now: Tells the present.
            options: How the site is set up.
            questions: Understands what is searched for; None for one of its own, which learns all
                names again.
        """
        self.database = database
        self.catalogue = catalogue
        self.options = options
        self.assets = Assets(catalogue.organizations)
        self.freshness = Freshness(database)
        self.places = PlacesWithEvents(database)
        self.known = KnownEvents()
        self.heads = heads_by_sound(catalogue.organizations)
        self.sounds_of_heads = {
            organization.id: frozenset(heads_by_sound([organization]))
            for organization in catalogue.organizations
        }
        self.questions = questions or SearchQuestions(catalogue)
        self.now = now
        self._templates = environment()
        self._fragments = LruCache[Hashable, Markup](FRAGMENTS)
        names, scripts = (
            OrganizationNames(catalogue.organizations),
            Transliterator(catalogue.organizations),
        )
        self._views = {
            code: View(Translator(code), catalogue, names, scripts, options.zone)
            for code in INTERFACE_LANGUAGES
        }

    def serve(self, served: web.Application) -> None:
        """Add all pages to the web application `served`."""
        self.assets.serve(served)
        EventFiles(self.database, self._views).serve(served)
        Choices(secure=self.options.address.startswith("https:")).serve(served)
        get = served.router.add_get
        for path, show in ROUTES:
            get(path, self._lead_to_language)
            for code in INTERFACE_LANGUAGES:
                get(f"/{code}{path}", partial(self._answer, language=code, show=show))
        for code in INTERFACE_LANGUAGES:
            get(f"/{code}", self._lead_to_slash)
            get(f"/{code}/{{rest:.*}}", partial(self._answer, language=code, show=_nothing_here))

    async def _lead_to_language(self, request: web.Request) -> web.StreamResponse:
        """Send a visitor on to the page in the language that is theirs."""
        language = languages.wished(
            request.cookies.get(languages.COOKIE),
            request.headers.get("Accept-Language", ""),
            self.options.language,
        )
        headers = {"Vary": "Accept-Language, Cookie", "Cache-Control": "no-cache"}
        raise web.HTTPFound(f"/{language}{request.rel_url.raw_path_qs}", headers=headers)

    async def _lead_to_slash(self, request: web.Request) -> web.StreamResponse:
        raise web.HTTPMovedPermanently(f"{request.rel_url.raw_path}/")

    async def _answer(self, request: web.Request, *, language: str, show: Show) -> web.Response:
        """Return a page, or the page that says why there is none."""
        visit = self.visit(request, language)
        try:
            return await self.respond(visit, await show(visit))
        except AsBefore:
            raise
        except NoPage as error:
            page = no_page(visit, error)
        except BadCursor:
            page = no_page(visit, nothing_here(visit))
        except TcoError as error:
            _log.warning("a page could not be shown", reason=str(error))
            page = out_of_order(visit, HTTPStatus.SERVICE_UNAVAILABLE)
        except Exception:  # noqa: BLE001 - a fault of ours is told in the log, not to the visitor
            _log.exception("a page could not be shown")
            page = out_of_order(visit, HTTPStatus.INTERNAL_SERVER_ERROR)
        return await self.respond(visit, page)

    def visit(self, request: web.Request, language: str) -> Visit:
        """Return what a request asks for, in a language of the bot."""
        query = {name: request.query.getone(name) for name in request.query}
        return Visit(
            self,
            self.view(language),
            self.now(),
            request.rel_url.raw_path.removeprefix(f"/{language}"),
            query,
            dict(request.match_info),
            THEME.get(request.cookies.get("theme", ""), ""),
            made_from(request),
        )

    def view(self, language: str) -> View:
        """Return how a language of the bot sees events."""
        return self._views[language]

    async def respond(self, visit: Visit, page: Page) -> web.Response:
        """Return the answer that holds a page."""
        text = await self._drawn_in_turns(
            page.template, **await self._around(visit), visit=visit, page=page, **page.values
        )
        headers = {"Vary": "Cookie", "Content-Language": visit.language}
        if page.found:
            headers |= FOUND
        if page.status == HTTPStatus.OK:
            headers["Cache-Control"] = PUBLIC
        return web.Response(
            text=text, status=page.status, content_type="text/html", headers=headers
        )

    async def _drawn_in_turns(self, template: str, **values: object) -> str:
        """Return a page as its template draws it, piece by piece."""
        pieces, turns = list[str](), Turns()
        for piece in self._templates.get_template(template).generate(**values):
            pieces.append(piece)
            await turns.take()
        return "".join(pieces)

    def drawn(self, template: str, view: View, **values: object) -> str:
        """Return a page that stands alone, without the head and the foot of the diary's pages."""
        translator = view.translator
        return self._templates.get_template(template).render(
            _=translator.gettext,
            language=translator.language,
            assets=self.assets,
            **values,
        )

    async def _around(self, visit: Visit) -> Mapping[str, object]:
        """Return what every page has: its sentences, its languages, its freshness."""
        translator = visit.view.translator
        return {
            "_": translator.gettext,
            "ngettext": translator.ngettext,
            "each": each,
            "drawn_once": partial(self._fragment, visit.language),
            "drawn_at": partial(self._at, visit.language),
            "languages": INTERFACE_LANGUAGES,
            "address": self.options.address,
            "assets": self.assets,
            "fresh": await self.freshness.told(visit),
            "back": visit.here,
        }

    def _fragment(self, language: str, draw: Callable[..., Markup], *hangs_on: Hashable) -> Markup:
        """Return a part of pages, drawn once: it hangs on the language and on what it is given."""
        key = language, str(getattr(draw, "name", "")), hangs_on
        return self._fragments.get(key) or self._fragments.keep(key, draw(*hangs_on))

    def _at(self, language: str, path: str, draw: Callable[..., Markup], *rest: Hashable) -> Markup:
        """Return a part of pages that holds the path of its own, drawn once for all paths."""
        return self._fragment(language, draw, _PATH, *rest).replace(_PATH, escape(path))


async def _nothing_here(visit: Visit) -> Page:
    """Say that there is no such page."""
    raise nothing_here(visit)
