"""Kinds of value that the catalogues share: names by language, reduced dates, time zones."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated
from zoneinfo import ZoneInfo, available_timezones

import cssselect
from pydantic import (
    AfterValidator,
    BeforeValidator,
    HttpUrl,
    JsonValue,
    TypeAdapter,
    ValidationError,
)

from config.languages import LANGUAGES
from config.text import nfc, squeeze
from config.toml import suggest, wrong

_PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_URL: TypeAdapter[HttpUrl] = TypeAdapter(HttpUrl)
_COUNTRY = re.compile(r"[A-Z]{2}|TRNC")
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_OURS = frozenset(
    {
        "host",
        "content-length",
        "connection",
        "accept-encoding",
        "transfer-encoding",
        "if-none-match",
        "if-modified-since",
    }
)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COLOUR = re.compile(r"#[0-9a-f]{6}")


def _known_languages(table: object) -> object:
    if isinstance(table, Mapping):
        for language in table:
            if language not in LANGUAGES:
                raise wrong(
                    "is not a known language", suggest(str(language), LANGUAGES), str(language)
                )
    return table


def _name(text: str) -> str:
    text = nfc(squeeze(text))
    if not text:
        raise wrong("is empty", "write a name, or leave the key out")
    return text


def _partial_date(value: object) -> object:
    text = value.isoformat() if isinstance(value, date) else value
    if not isinstance(text, str) or not _PARTIAL_DATE.fullmatch(text):
        raise wrong(
            f"is «{value}», which is not a date",
            'write a date such as 2022-11-11, or "2022-11" or "2022" where no more is known',
        )
    return text


def _identifier(value: str) -> str:
    if not _ID.fullmatch(value):
        raise wrong(
            f"is «{value}»", "write small Latin letters, digits and hyphens, such as turkic-academy"
        )
    return value


def _colour(value: str) -> str:
    if not _COLOUR.fullmatch(value):
        raise wrong(f"is «{value}», which is not a colour", "write one such as #2563a8")
    return value


def _country_code(value: str) -> str:
    if not _COUNTRY.fullmatch(value):
        raise wrong(f"is «{value}»", "write an ISO 3166-1 code such as KZ")
    return value


def _selector(text: str) -> str:
    try:
        cssselect.parse(text)
    except cssselect.SelectorError as error:
        raise wrong(
            f"is «{text}», which is not a CSS selector ({error})",
            "write one such as div.news-item > a",
        ) from None
    return text


def _header_name(text: str) -> str:
    if not _HEADER.fullmatch(text) or text.lower() in _OURS:
        raise wrong(
            f"is «{text}», which is not a header that may be set",
            "write a request header such as Accept-Language",
        )
    return text


NO_PLACES = frozenset({"Factory", "localtime", "posixrules"})
"""Names in or beside the IANA database that are nobody's zone: of a machine that was never set."""


def check_timezone(name: str) -> str:
    """Return `name` if the IANA database has it.

    Raises what a validator may raise otherwise, with the nearest zone.
    """
    if not _is_zone(name):
        hint = suggest(name, sorted(available_timezones()))
        fix = hint if hint.startswith("did") else "write an IANA name such as Asia/Bishkek"
        raise wrong(f"is «{name}», which is not a time zone", fix)
    return name


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return False
    return name not in NO_PLACES


def check_url(url: str) -> str:
    """Return `url` as it is if it is a full http or https URL.

    Raises what a validator may raise otherwise.
    """
    try:
        _URL.validate_python(url)
    except ValidationError:
        raise wrong(
            f"is «{url}», which is not a URL",
            "write a full http or https URL such as https://example.org/",
        ) from None
    return url


Name = Annotated[str, AfterValidator(_name)]
"""A name as people write it: not empty, spaces squeezed, NFC."""

Names = Annotated[dict[str, tuple[Name, ...]], BeforeValidator(_known_languages)]
"""Names per language; where one is shown, it is the first."""

Label = Annotated[dict[str, Name], BeforeValidator(_known_languages)]
"""One name per language."""

PartialDate = Annotated[str, BeforeValidator(_partial_date)]
"""An ISO 8601 date that may lack its day or month: 2022-11-11, 2022-11, 2022."""

Identifier = Annotated[str, AfterValidator(_identifier)]
"""A short name for use in files, commands and the database."""

Colour = Annotated[str, AfterValidator(_colour)]
"""A colour as #rrggbb, in small letters."""

CountryCode = Annotated[str, AfterValidator(_country_code)]
"""ISO 3166-1 alpha-2; TRNC for Northern Cyprus, which has none."""

Timezone = Annotated[str, AfterValidator(check_timezone)]
"""An IANA time zone name."""

Url = Annotated[str, AfterValidator(check_url)]
"""A full http or https URL, kept as it was written."""

Selector = Annotated[str, AfterValidator(_selector)]
"""A CSS selector."""

HeaderName = Annotated[str, AfterValidator(_header_name)]
"""The name of a request header that is not the HTTP client's own business."""

JsonObject = Mapping[str, JsonValue]
"""An object in the stored form of something; whoever restores it from that form checks it."""
