"""The words of WebSub (W3C, 23 January 2018), by which hubs tell that a feed has changed.

Pure: who names which hub, what is asked of it, how long it is believed, and whether what it sends
is signed as agreed.
"""

import hmac
import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.feeds.http.headers import linked
from bot.feeds.http.messages import FetchRequest, FetchResponse
from bot.feeds.parsing.findings import Parsed
from bot.feeds.parsing.links import whole_link

LEASE = timedelta(days=10)
"""How long a subscription is asked for.

What the recommendation calls a good default (section 8.2).
"""

SHORTEST_LEASE, LONGEST_LEASE = timedelta(minutes=15), timedelta(days=30)
"""What is made of a hub's own idea of it, so that no hub is asked all the time, or never again."""

_RENEWED_AFTER = 0.75
_CLAIM = re.compile(r"(sha1|sha256|sha384|sha512)=([0-9a-f]{40,128})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Announced:
    """What a page says of its hub.

    Attributes:
        hub: The hub's URL, or None where it names none.
        topic: The URL to subscribe to there.
    """

    hub: str | None
    topic: str


def announced_by(fetched: FetchResponse, parsed: Parsed) -> Announced:
    """Return the hub that an answer names.

    In its Link header or, where there is none, in the feed (section 4).

    Of several hubs it is the first. What is subscribed to is the page's own rel=self, else the URL
    that it came from.
    """
    hub, topic = (
        whole_link(linked(fetched.headers, relation), fetched.url) for relation in ("hub", "self")
    )
    return Announced(hub or parsed.hub, topic or parsed.topic or fetched.url)


def subscription_request(hub: str, topic: str, callback: str, secret: str) -> FetchRequest:
    """Return the request for `hub` to call when `topic` changes, signing with `secret` (5.1)."""
    form = {
        "hub.mode": "subscribe",
        "hub.topic": topic,
        "hub.callback": callback,
        "hub.secret": secret,
        "hub.lease_seconds": str(round(LEASE.total_seconds())),
    }
    return FetchRequest(hub, form=form)


def granted_lease(text: str) -> timedelta:
    """Return how long a hub's `hub.lease_seconds` lets a subscription live.

    What was asked for where it is no number.
    """
    seconds = int(text[:9]) if text.isascii() and text.isdigit() else LEASE.total_seconds()
    return min(max(timedelta(seconds=seconds), SHORTEST_LEASE), LONGEST_LEASE)


def renewal(lease: timedelta, now: datetime) -> datetime:
    """Return when a subscription granted at `now` is asked for again.

    Early enough for several tries before it ends.
    """
    return now + lease * _RENEWED_AFTER


class Signature:
    """Checks what X-Hub-Signature claims of a body, while the body comes (section 7.1)."""

    def __init__(self, claim: str, secret: str) -> None:
        """Prepare to check.

        Args:
            claim: The header; anything that it should not be never holds.
            secret: What was agreed with the hub.
        """
        match = _CLAIM.fullmatch(claim.strip())
        self._claimed = match[2].lower() if match else ""
        self._digest = hmac.new(secret.encode(), digestmod=match[1].lower() if match else "sha256")

    def feed(self, part: bytes) -> None:
        """Take the next part of the body."""
        self._digest.update(part)

    @property
    def holds(self) -> bool:
        """Whether the body so far is signed as claimed."""
        return hmac.compare_digest(self._digest.hexdigest(), self._claimed)
