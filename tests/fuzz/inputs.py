"""Arbitrary inputs from a seed.

Ordinary ones that are cut, doubled, swapped and strewn with what hurts, and hostile patterns.
"""

import random
from functools import lru_cache
from pathlib import Path

from bot.demo.articles import load
from tests import hostile
from tests.feeds.making import item, rss

SHARDS = (
    "\x00", "\ud800", "\ufffe", "\u202e", "\u200b", "İ", "ß", "\U0001f600", "'" * 9, "(" * 9,
    "\r\n", "\n\n",
    "31 February 2024", "31 December 9999", "00.00.0000", "99999999999999999999", "-1", "1e999",
    "NaN", "%s", "{}",
    "<", ">", "&", "&#0;", "&#xD800;", "&amp;amp;", "<![CDATA[", "]]>", "<!--", "<!DOCTYPE a [",
    "<script>", "</item>",
    "javascript:alert(1)", "http://[::1", "http://a:99999/", "//", "data:,", "../..",
    "Mon, 99 Foo 2024 99:99:99 +9999",
)  # fmt: skip
WORDS = tuple(
    (  # noqa: SIM905 - a list of sixty lines would not be easier to read
        "start help follow unfollow subscribe unsubscribe subscriptions who met "
        "event events search "
        "today week month digest mode quiet language timezone calendar remind export import forget "
        "stop status sources feedback settings next more back names places ots turksoy turkpa en "
        "tr ru kk 1 0 -1 99999999999999999999 08:30 25:61 Europe/Istanbul UTC Factory on off all "
        "none daily"
    ).split()
)


class Inputs:
    """Gives one arbitrary input after another, the same ones for the same seed."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)  # noqa: S311 - to be had again

    def article(self) -> tuple[str, str]:
        """Return a headline and a body."""
        if self._dice.random() < 0.4:
            language = self._dice.choice(sorted(hostile.LEADS))
            pattern = hostile.random_pattern(language, self._dice)
            return pattern, hostile.repeated(language, pattern, self._dice.randint(100, 500))
        body = self._dice.choice(_bodies())
        if self._dice.random() < 0.5:
            body = self._stretch(body)
        return self._mangled("Summit held in Astana"), self._mangled(body)

    def _stretch(self, text: str) -> str:
        """Return some words of `text` that stand beside each other, no mark behind the last."""
        words = text.split()
        first = self._dice.randrange(len(words))
        return " ".join(words[first : first + self._dice.randint(1, 25)]).rstrip('.,;:!?»”"')

    def feed(self) -> bytes:
        """Return a feed."""
        return self._broken(self._mangled(self._dice.choice(_feeds())))

    def page(self) -> bytes:
        """Return an article's page."""
        return self._broken(self._mangled(self._dice.choice(_pages())))

    def command(self) -> str:
        """Return what somebody says to the bot."""
        words = [self._dice.choice((*WORDS, *SHARDS)) for _ in range(self._dice.randint(1, 5))]
        return self._mangled(" ".join(words)) if self._dice.random() < 0.3 else " ".join(words)

    def _mangled(self, text: str) -> str:
        """Return `text` with some of it cut, doubled or moved, and something put in."""
        for _ in range(self._dice.randint(0, 4)):
            at, to = sorted((self._dice.randint(0, len(text)), self._dice.randint(0, len(text))))
            to = min(to, at + 200)
            match self._dice.randint(0, 3):
                case 0:
                    text = text[:at] + text[to:]
                case 1:
                    text = text[:at] + text[at:to] * 3 + text[to:]
                case 2:
                    text = text[to:] + text[:to]
                case _:
                    text = text[:at] + self._dice.choice(SHARDS) + text[at:]
        return text

    def _broken(self, text: str) -> bytes:
        """Return `text` as bytes, in some encoding, some of them other than they should be."""
        encoding = self._dice.choice(("utf-8", "utf-8", "utf-8", "utf-16", "cp1251", "cp1254"))
        raw = bytearray(text.encode(encoding, "replace"))
        for _ in range(self._dice.choice((0, 0, 0, 1, 5))):
            if raw:
                raw[self._dice.randrange(len(raw))] = self._dice.randrange(256)
        return bytes(raw)


@lru_cache(maxsize=1)
def _bodies() -> tuple[str, ...]:
    corpus = Path(__file__).parents[1] / "corpus"
    texts = [path.read_text(encoding="utf-8") for path in sorted(corpus.glob("??/*.txt"))[::9]]
    return tuple(text[:900] for text in texts)


@lru_cache(maxsize=1)
def _feeds() -> tuple[str, ...]:
    told = [
        item(a.title, f"/{a.slug}", date="Tue, 23 Apr 2024 10:00:00 +0600", text=a.paragraphs[0])
        for a in load()
    ]
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><link href="/a"/>'
        "<updated>2024-04-23T10:00:00Z</updated><content>Text.</content></entry></feed>"
    )
    json_feed = (
        '{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1", "url": '
        '"/a", "title": "A", "content_text": "T"}]}'
    )
    return rss(*told), rss(told[0]), atom, json_feed


@lru_cache(maxsize=1)
def _pages() -> tuple[str, ...]:
    head = (
        '<html lang="en"><head><title>A | B</title>'
        '<meta property="article:published_time" content="2024-04-23"></head>'
    )
    body = "<body><nav>Home</nav><article><h1>{}</h1><time>23 April 2024</time><p>{}</p></article>"
    return tuple(head + body.format(a.title, "</p><p>".join(a.paragraphs)) for a in load())
