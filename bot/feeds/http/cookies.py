"""Cookies that hosts set on the way of one fetch.

Some sites answer with a redirect to the same address and a cookie, and serve only whoever brings
it back. The cookies live as long as the one fetch, so no source can leave anything with the bot.
"""

from http.cookies import SimpleCookie

from yarl import URL

from bot.feeds.http.headers import well_formed

_COOKIES = 20
"""Most cookies taken of one answer."""


class Cookies:
    """The cookies of one fetch, by host."""

    def __init__(self) -> None:
        self._held: dict[str, dict[str, str]] = {}

    def keep(self, url: URL, told: SimpleCookie) -> None:
        """Keep what an answer from `url` sets, for its host alone."""
        if told and url.host:
            held = self._held.setdefault(url.host, {})
            for name, morsel in list(told.items())[:_COOKIES]:
                held[well_formed(name)] = well_formed(morsel.coded_value)

    def header(self, url: URL) -> str:
        """Return the Cookie header for a request to `url`; empty for none."""
        held = self._held.get(url.host or "", {})
        return "; ".join(f"{name}={value}" for name, value in sorted(held.items()))
