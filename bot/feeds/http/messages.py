"""What goes through the fetcher.

A request, what came back, and the limits and ways of an exchange.
"""

import hashlib
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from aiohttp.abc import AbstractResolver

from bot.feeds.http.headers import cache_lifetime


@dataclass(frozen=True, slots=True)
class FetchRequest:
    """What to fetch.

    Attributes:
        url: An http or https URL.
        etag: The validator of the last answer, sent as If-None-Match.
        last_modified: The validator of the last answer, sent as If-Modified-Since.
        user_agent: Instead of the bot's own, for sites that answer by it.
        headers: More headers for this source; not sent to another host after a redirect.
        form: Fields to send by POST, instead of a GET; of the answer only the status and the
            headers are read. May hold secrets.
    """

    url: str
    etag: str | None = None
    last_modified: str | None = None
    user_agent: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    form: Mapping[str, str] | None = field(default=None, repr=False)

    @property
    def conditional(self) -> bool:
        """Whether the site may answer "not modified"."""
        return self.etag is not None or self.last_modified is not None


@dataclass(frozen=True, slots=True)
class FetchResponse:
    """What came back.

    Attributes:
        url: Where the body really came from, after redirects.
        status: 200 or another success, or 304.
        headers: The response's headers, names in lower case; several Link headers are one, as if
            the server had joined them.
        body: The decompressed bytes; empty with 304 and after a form.
        complete: False when the connection or the compressed stream ended before its time.
        moved_to: Where the source says that it lives now, when every redirect on the way was
            permanent; else None.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    complete: bool = True
    moved_to: str | None = None

    @property
    def not_modified(self) -> bool:
        """Whether there is nothing new."""
        return self.status == 304

    @property
    def etag(self) -> str | None:
        """The validator for the next request."""
        return self.headers.get("etag")

    @property
    def last_modified(self) -> str | None:
        """The validator for the next request."""
        return self.headers.get("last-modified")

    @property
    def fresh_for(self) -> timedelta | None:
        """How long the site says that the answer stays fresh, or None."""
        return cache_lifetime(self.headers)

    @property
    def body_hash(self) -> str:
        """A short fingerprint of the body."""
        return hashlib.blake2b(self.body, digest_size=16).hexdigest()


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """What one fetch may cost.

    Attributes:
        deadline: Seconds by the wall clock for all of it, redirects and the last byte included.
        connect: Seconds to reach one address.
        max_bytes: Most bytes of a body, after decompression.
        max_redirects: Most redirects.
    """

    deadline: float = 60
    connect: float = 10
    max_bytes: int = 5_000_000
    max_redirects: int = 5


@dataclass(frozen=True, slots=True)
class Connection:
    """How connections are made, where it is not the system's way.

    For tests, and for sites with a certificate authority of their own.

    Attributes:
        resolver: Looks up names.
        tls: Checks certificates.
    """

    resolver: AbstractResolver | None = None
    tls: ssl.SSLContext | None = None
