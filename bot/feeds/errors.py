"""Why a source could not be read.

One of a small set of named causes, each with a sentence for people.

The cause is what the bot acts on (park, back off, tell the admins) and what a person sees; the
technical detail goes to the log and to `sources check`. The sentences are message ids of the
gettext catalogues.
"""

import re
from datetime import timedelta
from enum import StrEnum

from bot.language.translator import N_
from config.errors import TcoError

_CREDENTIALS = re.compile(r"^(https?://)[^/?#@]*@", re.IGNORECASE)
"""A user and a password in an address; they are sent and never told."""


def without_credentials(url: str) -> str:
    """Return an address as it may be told: without a user and a password."""
    return _CREDENTIALS.sub(r"\1", url)


class Cause(StrEnum):
    """What went wrong with a source."""

    DNS = "dns"
    TLS = "tls"
    TIMEOUT = "timeout"
    REFUSED_ADDRESS = "refused-address"
    NOT_A_FEED = "not-a-feed"
    EMPTY = "empty"
    TOO_BIG = "too-big"
    BLOCKED = "blocked"
    GONE = "gone"
    MALFORMED = "malformed"
    STALE = "stale"
    HTTP = "http"
    NETWORK = "network"

    @property
    def sentence(self) -> str:
        """What a person is told, in English, without the full stop."""
        return _SENTENCES[self]


_SENTENCES = {
    Cause.DNS: N_("the site's name cannot be found"),
    Cause.TLS: N_("there is a problem with the site's certificate or encryption"),
    Cause.TIMEOUT: N_("the site took too long to answer"),
    Cause.REFUSED_ADDRESS: N_(
        "the address is not on the public Internet, so the bot does not go there"
    ),
    Cause.NOT_A_FEED: N_("what the site sends is not a feed"),
    Cause.EMPTY: N_("the site sends nothing to read"),
    Cause.TOO_BIG: N_("the site sends more than the bot accepts"),
    Cause.BLOCKED: N_("the site turns the bot away"),
    Cause.GONE: N_("there is nothing at this address any more"),
    Cause.MALFORMED: N_("what the site sends is too broken to read"),
    Cause.STALE: N_("the site has published nothing new for a long time"),
    Cause.HTTP: N_("the site answers with an error"),
    Cause.NETWORK: N_("the connection to the site failed"),
}


class FeedError(TcoError):
    """A source or page that could not be fetched or read.

    Attributes:
        url: What was asked for, without user and password.
        cause: The named cause.
        detail: The technical side of it, one line, from our own words and numbers; text of the site
            is never copied into it.
        retry_after: How long the site asked to be left alone, or None.
        status: The HTTP status, or None when none came.
    """

    def __init__(
        self,
        url: str,
        cause: Cause,
        detail: str,
        *,
        retry_after: timedelta | None = None,
        status: int | None = None,
    ) -> None:
        self.url = url = without_credentials(url)
        self.cause = cause
        self.detail = detail
        self.retry_after = retry_after
        self.status = status
        super().__init__(f"{url}: {cause.sentence} ({detail})")
