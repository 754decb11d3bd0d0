"""How far this machine's clock is from that of a server, by the Date header of its answers."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime

from bot.runtime.findings import Finding, good, wrong

BORNE = timedelta(minutes=2)
"""A difference that hurts nobody: a digest comes by so much too early or too late."""


def clock_finding(headers: Mapping[str, str], host: str, now: datetime) -> list[Finding]:
    """Return what a server's answer at `now` says of this clock; nothing where it has no date."""
    try:
        there = parsedate_to_datetime(headers.get("Date", ""))
    except ValueError:
        return []
    if there.tzinfo is None:
        return []
    ahead = now - there
    if abs(ahead) <= BORNE:
        return [good("clock", f"agrees with that of {host}")]
    way = "ahead of" if ahead > timedelta() else "behind"
    said = f"is {abs(ahead.total_seconds()):.0f} s {way} that of {host}"
    return [wrong("clock", said, "Set it by a time server (timedatectl set-ntp true)")]
