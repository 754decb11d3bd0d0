"""The style sheet, the script and the mark of the pages, under addresses that change with them.

An address holds a hash of what it leads to, so that a browser may keep it for a year. The colours
of the organisations are data of the catalogue and come behind the style sheet.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from aiohttp import web

from config.organizations import Organization

FOLDER = Path(__file__).parent / "static"
STYLES = (
    "ground.css",
    "frame.css",
    "agenda.css",
    "facts.css",
    "company.css",
    "switches.css",
    "adapt.css",
)
"""Parts of the style sheet, in their order: what adapts to screens and paper has the last word."""

A_YEAR = "public, max-age=31536000, immutable"


class Assets:
    """The files that pages refer to.

    Attributes:
        style: Address of the style sheet.
        script: Address of the script.
        mini_app: Address of the script of the page in Telegram.
        mark: Address of the mark in a browser's tab.
    """

    def __init__(self, organizations: Iterable[Organization]) -> None:
        """Read the files and add the colours of `organizations`."""
        style = "".join((FOLDER / name).read_text(encoding="utf-8") for name in STYLES)
        style += "".join(_colours(organizations))
        self._files: dict[str, tuple[bytes, str]] = {}
        self.style = self._keep("diary.css", style.encode(), "text/css")
        self.script = self._keep("diary.js", (FOLDER / "diary.js").read_bytes(), "text/javascript")
        self.mini_app = self._keep(
            "mini-app.js", (FOLDER / "mini-app.js").read_bytes(), "text/javascript"
        )
        self.mark = self._keep("mark.svg", (FOLDER / "mark.svg").read_bytes(), "image/svg+xml")

    def _keep(self, name: str, content: bytes, media_type: str) -> str:
        stem, _, ending = name.rpartition(".")
        file = f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{ending}"
        self._files[file] = content, media_type
        return f"/static/{file}"

    def serve(self, served: web.Application) -> None:
        """Add the addresses of the files to the web application `served`."""
        served.router.add_get("/static/{file}", self._file)

    async def _file(self, request: web.Request) -> web.Response:
        known = self._files.get(request.match_info["file"])
        if known is None:
            raise web.HTTPNotFound
        content, media_type = known
        response = web.Response(
            body=content,
            content_type=media_type,
            charset="utf-8",
            headers={"Cache-Control": A_YEAR},
        )
        response.enable_compression()
        return response


def _colours(organizations: Iterable[Organization]) -> Iterator[str]:
    """Yield a rule for the mark of each organisation, on light paper and on dark."""
    for organization in organizations:
        colours = f"{organization.colour},{organization.colour_on_dark}"
        yield f".org-{organization.id}{{--org:light-dark({colours})}}\n"
