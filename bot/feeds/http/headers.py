"""What response headers say.

When to come back (RFC 9110 10.2.3), how long an answer stays fresh (RFC 9111 5.2), its links (RFC
8288 3).
"""

import re
from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_MAX_AGE = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,10})")
_LIMIT = timedelta(days=1)
_LINK = re.compile(
    r"<([^<>]{1,2000})>"
    r'((?:\s?;\s{0,9}[\w*-]{1,40}(?:\s?=\s?(?:"[^"]{0,2000}"|[^\s";,]{0,2000}))?)*)'
)
_PARAMETER = re.compile(r'([\w*-]{1,40})\s?=\s?(?:"([^"]{0,2000})"|([^\s";,]{0,2000}))')
_LINKS_WITHIN = 8_000


def well_formed(value: str) -> str:
    """Return what a header says without bytes that are no text, which cannot be written on."""
    return value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def http_date(text: str) -> datetime | None:
    """Return an HTTP-date in UTC, or None for anything else."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def retry_after(headers: Mapping[str, str]) -> timedelta | None:
    """Return how long the site asks to be left alone, at most a day; None where it asks nothing.

    Seconds are taken as they are; an HTTP-date is measured from the answer's own Date, so that a
    wrong clock of the site does no harm.

    Args:
        headers: The response's, names in lower case.
    """
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return min(timedelta(seconds=min(int(value[:9]), 10**8)), _LIMIT)
    until, since = http_date(value), http_date(headers.get("date", ""))
    if until is None or since is None or until <= since:
        return None
    return min(until - since, _LIMIT)


def cache_lifetime(headers: Mapping[str, str]) -> timedelta | None:
    """Return the max-age of Cache-Control less the answer's Age, at most a day.

    None where nothing is said or nothing is left.
    """
    control = headers.get("cache-control", "").lower()
    match = _MAX_AGE.search(control)
    if match is None or "no-cache" in control or "no-store" in control:
        return None
    age = headers.get("age", "").strip()
    seconds = min(int(match[1]), 10**8) - (int(age[:9]) if age.isascii() and age.isdigit() else 0)
    return min(timedelta(seconds=seconds), _LIMIT) if seconds > 0 else None


def linked(
    headers: Mapping[str, str], relation: str, kinds: Collection[str] | None = None
) -> str | None:
    """Return the first target of the Link header that has `relation` to the answer, or None.

    Args:
        headers: The response's, names in lower case.
        relation: A relation type in lower case, such as "hub".
        kinds: Media types in lower case, one of which the target must be said to have; None for
            any.
    """
    for target, rest in _LINK.findall(headers.get("link", "")[:_LINKS_WITHIN]):
        parameters = {
            name.lower(): quoted or bare
            for name, quoted, bare in reversed(_PARAMETER.findall(rest))
        }
        kind = parameters.get("type", "").lower().partition(";")[0].strip()
        if kinds is not None and kind not in kinds:
            continue
        if relation in parameters.get("rel", "").lower().split() and "anchor" not in parameters:
            return str(target).strip()
    return None
