"""JSON Feed (versions 1 and 1.1), which feedparser does not read.

Bytes of any shape to items of plain strings.
"""

import json
import re
from typing import Any

_FIELDS = (
    "id",
    "url",
    "external_url",
    "title",
    "content_html",
    "content_text",
    "summary",
    "date_published",
    "date_modified",
    "language",
)
_WEBSUB = ("websub", "pubsubhubbub", "")
_OBJECT = re.compile(r"\s*\{")


def looks_like_json(text: str) -> bool:
    """Tell whether `text` is meant as a JSON object."""
    return _OBJECT.match(text.lstrip("\ufeff")) is not None


def json_items(text: str) -> tuple[str, list[dict[str, str]] | None, str, str]:
    """Return the feed's title, its items, its WebSub hub and its own URL.

    Each item has every field of the format that the bot uses, as a string, empty where it is
    missing or not a string (some feeds write numbers as ids; those are kept). The list is None
    where the text is no JSON Feed.
    """
    try:
        document: Any = json.loads(text.lstrip("\ufeff"))
    except ValueError:
        return "", None, "", ""
    items = document.get("items")
    if not isinstance(items, list) or "jsonfeed" not in _string(document.get("version")):
        return "", None, "", ""
    language = _string(document.get("language"))
    read = [_fields(item) for item in items if isinstance(item, dict)]
    for item in read:
        item["language"] = item["language"] or language
    hubs = document.get("hubs")
    known = [entry for entry in hubs if isinstance(entry, dict)] if isinstance(hubs, list) else []
    hub = next(
        (
            _string(entry.get("url"))
            for entry in known
            if _string(entry.get("type")).lower() in _WEBSUB
        ),
        "",
    )
    return _string(document.get("title")), read, hub, _string(document.get("feed_url"))


def _string(value: object) -> str:
    if isinstance(value, bool) or value is None:
        return ""
    return str(value) if isinstance(value, str | int) else ""


def _fields(item: dict[str, Any]) -> dict[str, str]:
    return {name: _string(item.get(name)) for name in _FIELDS}
