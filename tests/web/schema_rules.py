"""Rules of schema.org for the words that the diary uses, as a validator holds data to them.

Of each type: which properties it has, what their values may be, and which of them must be there.
Written down from the vocabulary's own definitions (domains and ranges) and from what search engines
document as required for an event.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from urllib.parse import urlsplit

from config.types import JsonObject

_THING = {
    "name": "text",
    "alternateName": "text",
    "description": "text",
    "url": "url",
    "sameAs": "url",
    "subjectOf": "NewsArticle",
}
_WORK = _THING | {"inLanguage": "language", "headline": "text", "datePublished": "moment"}
_WORK |= {"publisher": "Organization", "isAccessibleForFree": "flag"}
_EVENT = _THING | {
    "startDate": "day",
    "endDate": "day",
    "previousStartDate": "day",
    "eventStatus": "status",
    "location": "Place",
    "organizer": "Organization",
    "attendee": "Person",
    "superEvent": "Event",
}
_PAGE = _WORK | {"mainEntity": "Person ItemList"}
PROPERTIES: Mapping[str, Mapping[str, str]] = {
    **dict.fromkeys(
        ("Event", "Festival", "ExhibitionEvent", "EducationEvent", "BusinessEvent"), _EVENT
    ),
    "Place": _THING | {"address": "PostalAddress"},
    "PostalAddress": {"addressLocality": "text", "addressCountry": "text"},
    "Organization": _THING | {"foundingDate": "partial"},
    "Person": _THING | {"jobTitle": "text", "memberOf": "OrganizationRole"},
    "OrganizationRole": {
        "roleName": "text",
        "startDate": "day",
        "memberOf": "Organization",
    },
    "NewsArticle": _WORK,
    "ProfilePage": _PAGE,
    "CollectionPage": _PAGE,
    "ItemList": _THING | {"numberOfItems": "number", "itemListElement": "ListItem"},
    "ListItem": _THING | {"position": "number"},
    "Dataset": _WORK | {"distribution": "DataDownload"},
    "DataDownload": _WORK | {"encodingFormat": "text", "contentUrl": "url"},
}
REQUIRED = {
    "Organization": {"name"},
    "Person": {"name"},
    "Place": {"name", "address"},
    "NewsArticle": {"headline", "publisher"},
    "ProfilePage": {"mainEntity"},
    "CollectionPage": {"name", "mainEntity"},
    "Dataset": {"name", "description"},
    "DataDownload": {"contentUrl"},
    "ListItem": {"position", "url"},
}
STATUSES = {f"https://schema.org/Event{one}" for one in ("Scheduled", "Cancelled", "Rescheduled")}


def faults(data: JsonObject) -> list[str]:
    """Return what is wrong with a block of JSON-LD, each fault with its path."""
    if data.get("@context") != "https://schema.org":
        return ["it does not say that it speaks schema.org's words"]
    without = {name: value for name, value in data.items() if name != "@context"}
    return list(_faults(without, str(data.get("@type"))))


def _faults(data: JsonObject, path: str) -> Iterator[str]:
    kind = str(data.get("@type"))
    known = PROPERTIES.get(kind)
    if known is None:
        yield f"{path}: there is no type {kind}"
        return
    if "@id" in data and not is_url(data["@id"]):
        yield f"{path}.@id is no address"
    needed = REQUIRED.get(kind, {"name"} if known is _EVENT else set())
    yield from (f"{path} lacks {name}" for name in sorted(needed - data.keys()))
    if known is _EVENT:
        yield from _event_faults(data, path)
    for name, value in data.items():
        if name.startswith("@"):
            continue
        if name not in known:
            yield f"{path} has no property {name}"
            continue
        for one in value if isinstance(value, list) else [value]:
            yield from _value_faults(one, known[name], f"{path}.{name}")


def _event_faults(data: JsonObject, path: str) -> Iterator[str]:
    moved = data.get("eventStatus") == "https://schema.org/EventRescheduled"
    if moved != ("previousStartDate" in data):
        yield f"{path} is moved and does not say from where, or the other way round"
    first, last = data.get("startDate"), data.get("endDate")
    if last is not None and (first is None or str(last) < str(first)):
        yield f"{path} ends before it begins"


def _value_faults(value: object, wanted: str, path: str) -> Iterator[str]:
    if isinstance(value, dict):
        if set(value) == {"@id"}:
            yield from () if is_url(value["@id"]) else (f"{path} refers to no address",)
        elif str(value.get("@type")) not in wanted.split():
            yield f"{path} is {value.get('@type')} and not {wanted}"
        else:
            yield from _faults(value, path)
    elif wanted not in _CHECKS or not _CHECKS[wanted](value):
        yield f"{path} is {value!r} and not {wanted}"


def is_url(value: object) -> bool:
    """Whether a value is a full address that a browser opens."""
    parts = urlsplit(str(value))
    return isinstance(value, str) and parts.scheme in {"http", "https"} and bool(parts.netloc)


def _is_day(value: object) -> bool:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return len(str(value)) == 10


def _is_moment(value: object) -> bool:
    try:
        return datetime.fromisoformat(str(value)).tzinfo is not None
    except ValueError:
        return False


_CHECKS: Mapping[str, Callable[[object], bool]] = {
    "text": lambda value: isinstance(value, str) and value.strip() == value != "",
    "url": is_url,
    "day": _is_day,
    "moment": _is_moment,
    "partial": lambda value: re.fullmatch(r"\d{4}(-\d\d){0,2}", str(value)) is not None,
    "language": lambda value: re.fullmatch(r"[a-z]{2,3}", str(value)) is not None,
    "status": STATUSES.__contains__,
    "number": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "flag": lambda value: isinstance(value, bool),
}
