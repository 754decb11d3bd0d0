"""Article pages of outlets, built as their templates are described; `built()` makes them all.

The markup follows what public scrapers say of these pages (which element holds headline, lead,
body, tags, ...) and what the publishing systems behind them are known to write (WordPress and its
news themes, Bitrix, the pages of RFE/RL). All markup and all texts are written for these tests; no
page was copied. An outlet's page is one function of an article and of the furniture's words.
"""

from dataclasses import dataclass

from tests.feeds.pages import agencies, portals, publishers
from tests.feeds.pages.articles import ARTICLES, Article
from tests.feeds.pages.words import WORDS


@dataclass(frozen=True, slots=True)
class Built:
    """One page: whose template it is, its language, its HTML and the article that is on it."""

    outlet: str
    language: str
    html: str
    article: Article


def built() -> tuple[Built, ...]:
    """Return the page of every template, each with an article of its language."""
    pages = []
    templates = {**agencies.TEMPLATES, **portals.TEMPLATES, **publishers.TEMPLATES}
    for outlet, (language, template) in templates.items():
        article = ARTICLES[language]
        pages.append(Built(outlet, language, template(article, WORDS[language]), article))
    return tuple(pages)
