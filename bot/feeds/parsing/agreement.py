"""Whether a page is about its feed's item, and what of the two is the article's text.

A consent form, a paywall, the home page behind a redirect or an error page with today's headlines
may be longer than the feed's summary; none of them may take its place. A page agrees with an item
by the words of headline and summary that it holds too; what only stands under the article's
headline, as forms do that cover it, has none of them in its text.
"""

import re
from urllib.parse import urlsplit

from config.text import fold

_WORD = re.compile(r"[^\W_]{4,}|\d{2,}")
_STEM = 5
"""Letters of a word that count: endings differ between a headline and a text."""

_SUMMARY = 600
"""Characters of a feed's text that are compared."""

_AGREES, _AGREES_BY_TITLE = 0.6, 0.75
"""Share of the item's words, and of its headline's, that a page about it holds at least."""

_FEWEST, _FEWEST_OF_TITLE = 4, 3
"""Words from which a comparison tells something."""

_TOLD = 0.55
"""Share of a lead's words from which on the page's text holds the lead itself."""

_SPEAKS, _FEWEST_SPOKEN = 0.1, 2
"""Share and number of an item's long words that a text under its headline holds at least.

Of 90 articles of the corpus each held as much of its headline and lead below that; of eight forms
beside twelve articles 3 % did.
"""

_DENSE = 0.3
"""Share of a page's paragraphs that speak of the item, where its own headline does not."""


def agrees(title: str, summary: str, page_title: str, page_text: str) -> bool:
    """Whether a page is about the item with this headline and summary."""
    if not page_text:
        return False
    wanted = _words(f"{title} {summary[:_SUMMARY]}")
    headline = _words(title)
    held, held_by_title = _words(f"{page_title} {page_text}"), _words(page_title)
    if len(headline) >= _FEWEST_OF_TITLE and _share(headline, held_by_title) >= _AGREES_BY_TITLE:
        return _speaks_of(wanted, page_text)
    if len(wanted) < _FEWEST:
        return True  # nothing is said that a page could contradict
    return _share(wanted, held) >= _AGREES and _is_about(wanted, page_text)


def best_text(title: str, summary: str, page_title: str, page_text: str) -> str:
    """Return the text of an item.

    Its page's where that is about it, with the lead that only the feed has.
    """
    if not agrees(title, summary, page_title, page_text):
        return summary
    if len(page_text) <= len(summary):
        return summary
    lead = _words(summary)
    if len(lead) >= _FEWEST and _share(lead, _words(page_text)) < _TOLD:
        return f"{summary}\n{page_text}"
    return page_text


def is_home(url: str, asked: str) -> bool:
    """Whether an article's address led to the front page of its site."""
    return len(urlsplit(url).path) <= 1 < len(urlsplit(asked).path) and not urlsplit(url).query


def _speaks_of(wanted: frozenset[str], page_text: str) -> bool:
    """Whether a text under the item's headline holds anything of what the item tells."""
    telling = frozenset(word for word in wanted if len(word) == _STEM)
    if len(telling) < _FEWEST:
        return True
    held = telling & _words(page_text)
    return len(held) >= _FEWEST_SPOKEN and _share(telling, held) >= _SPEAKS


def _is_about(wanted: frozenset[str], page_text: str) -> bool:
    """Whether more than a teaser among others speaks of the item."""
    paragraphs = [_words(line) for line in page_text.split("\n") if line]
    concerned = sum(len(words & wanted) >= 2 for words in paragraphs)
    return concerned >= _DENSE * len(paragraphs)


def _share(wanted: frozenset[str], held: frozenset[str]) -> float:
    return len(wanted & held) / len(wanted) if wanted else 0.0


def _words(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(fold(text[:20_000])))
