"""What every answer says to browsers: where things may come from, and who may look on.

A page needs nothing but this server's own style sheet and script: no inline script, no inline
style, no frame, no other host. A stranger's title that broke out of its element would still run
nothing.
"""

from collections.abc import Mapping

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
"""The Content-Security-Policy of pages."""

ALWAYS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": POLICY,
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
}
"""On every answer that does not say otherwise itself: what is secret must not be found, so only
pages that are meant to be found say that they may."""

FOUND = {"X-Robots-Tag": "all"}
"""On pages that search engines may keep."""


def transport_security(seconds: int) -> dict[str, str]:
    """Return the header that keeps browsers on TLS for so many seconds; none for 0."""
    return {"Strict-Transport-Security": f"max-age={seconds}"} if seconds else {}
