"""Pieces of markup that many sites have in common."""

from collections.abc import Callable, Iterable

from tests.feeds.pages.articles import Article
from tests.feeds.pages.words import Words

Template = Callable[[Article, Words], str]


def paragraphs(texts: Iterable[str], opening: str = "<p>", closing: str = "</p>") -> str:
    """Return each text in an element of its own."""
    return "\n".join(f"{opening}{text}{closing}" for text in texts)


def parted(texts: Iterable[str]) -> str:
    """Return texts that only line breaks part."""
    return "<br>\n<br>\n".join(texts)


def links(texts: Iterable[str], opening: str = "<li>", closing: str = "</li>") -> str:
    """Return each text as a link, in an element of its own."""
    return "\n".join(
        f'{opening}<a href="/n/{number}">{text}</a>{closing}' for number, text in enumerate(texts)
    )


def cards(headlines: Iterable[str], name: str, date: str, heading: str = "h3") -> str:
    """Return cards of other news: a picture, a linked headline and a date outside the link."""
    return "\n".join(
        f'<div class="{name}"><a href="/n/{number}"><img src="/i/{number}.jpg" alt=""></a>'
        f'<{heading}><a href="/n/{number}">{headline}</a></{heading}><span>{date}</span></div>'
        for number, headline in enumerate(headlines)
    )


def table(rows: Iterable[tuple[str, str]]) -> str:
    """Return a table of two columns."""
    cells = "".join(f"<tr><td>{left}</td><td>{right}</td></tr>" for left, right in rows)
    return f"<table>{cells}</table>"


def share(word: str, name: str = "share") -> str:
    """Return a bar of buttons that share a page."""
    networks = links(("Facebook", "Telegram", "WhatsApp", "X"), "", "")
    return f'<div class="{name}"><span>{word}:</span> {networks}</div>'


def page(article: Article, words: Words, body: str, *, head: str = "", name: str = "") -> str:
    """Return a whole document: a head, a menu, `body` and a footer."""
    menu = links(words.sections)
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>{article.title}</title>
<meta property="og:title" content="{article.title}">
<meta property="article:published_time" content="2024-04-26T14:05:00+05:00">{head}
<script>window.dataLayer = window.dataLayer || [];</script></head><body class="{name}">
<header><a href="/"><img src="/logo.svg" alt=""></a><ul class="menu">{menu}</ul></header>
<div class="top-bar"><span>USD 89,20</span><span>EUR 95,41</span><span>+17 °C</span></div>
{body}
<div id="cookie-notice"><p>{words.notes[0]}</p><button>OK</button></div>
<footer><ul>{menu}</ul><p>{words.notes[0]}</p></footer></body></html>"""
