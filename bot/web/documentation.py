"""The documentation under /docs/, as `make docs` builds it: files of one folder, and no other."""

from pathlib import Path

from aiohttp import web

INDEX = "index.html"


def serve(served: web.Application, folder: Path) -> None:
    """Add the pages in `folder` to `served`."""
    root = folder.resolve()

    async def page(request: web.Request) -> web.StreamResponse:
        path = _within(root, request.match_info["path"])
        if path is None:
            raise web.HTTPNotFound
        return web.FileResponse(path)

    async def begin(_request: web.Request) -> web.Response:
        raise web.HTTPMovedPermanently("/docs/")

    served.router.add_get("/docs", begin)
    served.router.add_get("/docs/{path:.*}", page)


def _within(root: Path, asked: str) -> Path | None:
    """Return the file that is asked for, where it is one of the folder's own."""
    if "\0" in asked:
        return None
    path = (root / (asked or INDEX)).resolve()
    return path if path.is_relative_to(root) and path.is_file() else None
