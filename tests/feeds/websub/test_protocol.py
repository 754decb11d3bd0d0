"""Who names which hub, and what is a signature."""

import hashlib
import hmac
from datetime import timedelta

import pytest

from bot.feeds.http.messages import FetchResponse
from bot.feeds.parsing.findings import Parsed
from bot.feeds.websub.protocol import Announced, Signature, announced_by, subscription_request
from tests.feeds.making import item, parsed, rss

URL = "https://outlet.example/rss"
LINKED = Parsed(hub="https://hub.example/", topic="https://outlet.example/feed")


def found(link: str, page: Parsed) -> Announced:
    return announced_by(FetchResponse(URL, 200, {"link": link} if link else {}, b""), page)


@pytest.mark.parametrize(
    ("link", "page", "hub", "topic"),
    [
        ("", Parsed(), None, URL),
        ("", LINKED, "https://hub.example/", "https://outlet.example/feed"),
        ("", Parsed(hub="https://hub.example/"), "https://hub.example/", URL),
        (
            ('<https://other.example/>; rel="hub", <https://outlet.example/own>; rel="self"'),
            LINKED,
            "https://other.example/",
            "https://outlet.example/own",
        ),
        (
            "</hub>;rel=HUB, </own>; title=x; rel='self'",
            Parsed(),
            "https://outlet.example/hub",
            URL,
        ),
        (
            '<https://a.example/>; rel="next hub", <https://b.example/>; rel=hub',
            Parsed(),
            "https://a.example/",
            URL,
        ),
        (
            '<https://a.example/?x,y>; title="rel=hub"; rel=next',
            LINKED,
            "https://hub.example/",
            "https://outlet.example/feed",
        ),
        ("<https://a.example/>; rel=hub; anchor='#x'", Parsed(), None, URL),
        ("<javascript:alert(1)>; rel=hub, <file:///etc/passwd>; rel=self", Parsed(), None, URL),
        ("<https://a.example/; rel=hub", Parsed(), None, URL),
    ],
)
def test_the_header_says_which_hub_and_where_it_is_silent_the_feed_does(
    link: str, page: Parsed, hub: str | None, topic: str
) -> None:
    assert found(link, page) == Announced(hub, topic)


def test_a_feed_names_its_hub_and_itself() -> None:
    links = '<a:link {0} rel="hub" href="/hub"/><a:link {0} rel="self" href="{{}}"/>'.format(
        'xmlns:a="http://www.w3.org/2005/Atom"'
    )
    page = parsed(rss(item("A"), head=links.format(URL)), url=URL)
    assert (page.hub, page.topic) == ("https://outlet.example/hub", URL)
    page = parsed(rss(item("A"), head=links.format("gopher://outlet.example/")), url=URL)
    assert page.topic is None


def test_of_a_json_feed_s_hubs_the_one_that_speaks_websub_is_meant() -> None:
    head = (
        '"version": "https://jsonfeed.org/version/1.1", "feed_url": '
        '"https://outlet.example/own", "items": [{"id": "1", "title": "A"}]'
    )
    hubs = (
        '[{"type": "rssCloud", "url": "https://cloud.example/"}, 7, {"type": "WebSub", '
        '"url": "https://hub.example/"}]'
    )
    page = parsed(f'{{{head}, "hubs": {hubs}}}', content_type="application/feed+json")
    assert (page.hub, page.topic) == ("https://hub.example/", "https://outlet.example/own")


@pytest.mark.parametrize("method", ["sha1", "sha256", "SHA384", "sha512"])
def test_a_signature_holds_for_the_bytes_that_it_was_made_of_however_they_come(method: str) -> None:
    claim = f"{method}={hmac.new(b'secret', b'whole body', method.lower()).hexdigest().upper()}"
    for parts, holds in (
        ((b"whole ", b"body"), True),
        ((b"whole body", b""), True),
        ((b"whole", b"body"), False),
        ((), False),
    ):
        signature = Signature(claim, "secret")
        for part in parts:
            signature.feed(part)
        assert signature.holds is holds


def test_a_digest_without_the_secret_is_no_signature() -> None:
    signature = Signature(f"sha256={hashlib.sha256(b'body').hexdigest()}", "secret")
    signature.feed(b"body")
    assert not signature.holds


def test_a_request_to_a_hub_does_not_show_its_secret() -> None:
    request = subscription_request(
        "https://hub.example/", URL, "https://bot.example/websub/token", "s3cret"
    )
    assert request.form is not None
    assert request.form["hub.lease_seconds"] == str(round(timedelta(days=10).total_seconds()))
    assert "s3cret" not in repr(request)
    assert "token" not in repr(request)
