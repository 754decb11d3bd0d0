"""What a visitor chooses: a language, light or dark. Two cookies keep it, and nothing else does."""

from collections.abc import Mapping

from aiohttp import web

from bot.web import languages
from config.languages import INTERFACE_LANGUAGES

THEME: Mapping[str, str] = {"light": "light", "dark": "dark"}
"""What the cookie of that name may say."""

_YEAR = 365 * 24 * 3600


class Choices:
    """The addresses at which a choice is made; each leads back to the page that it was made on."""

    def __init__(self, *, secure: bool) -> None:
        """Prepare to serve; `secure` where the site is reached by TLS alone."""
        self._secure = secure

    def serve(self, served: web.Application) -> None:
        """Add the addresses to the web application `served`."""
        served.router.add_get("/choose/language/{value}/{back:.*}", self._language)
        served.router.add_get("/choose/theme/{value}/{back:.*}", self._theme)

    async def _language(self, request: web.Request) -> web.StreamResponse:
        value = request.match_info["value"]
        if value not in INTERFACE_LANGUAGES:
            raise web.HTTPNotFound
        return self._back(request, f"/{value}", languages.COOKIE, value)

    async def _theme(self, request: web.Request) -> web.StreamResponse:
        value = request.match_info["value"]
        if value != "system" and value not in THEME:
            raise web.HTTPNotFound
        return self._back(request, "", "theme", value if value in THEME else "")

    def _back(self, request: web.Request, start: str, name: str, value: str) -> web.Response:
        """Lead back to the page behind the choice, which is always one of this server's."""
        behind = request.rel_url.raw_path.split("/", 4)[4].lstrip("/\\")
        if not start and behind.split("/")[0] not in INTERFACE_LANGUAGES:
            raise web.HTTPNotFound
        query = request.rel_url.raw_query_string
        location = f"{start}/{behind}" + (f"?{query}" if query else "")
        response = web.Response(status=303, headers={"Location": location})
        response.headers["Cache-Control"] = "no-store"
        if value:
            response.set_cookie(
                name, value, max_age=_YEAR, secure=self._secure, httponly=True, samesite="Lax"
            )
        else:
            response.del_cookie(name)
        return response
