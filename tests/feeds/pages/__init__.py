"""Article pages of outlets, built as their templates are described; `built()` makes them all.

The markup follows what public scrapers say of these pages: which element holds headline, lead,
body, tags and what they had to leave out (Anadolu, AZERTAC, APA, Report, Trend, Kazinform, UzA,
AKIpress, Kun.uz, Gazeta.uz, Spot, Daryo, Qafqazinfo, Tengrinews, 24.kg, Azattyk, TRT World,
Hürriyet Daily News, Daily Sabah, Minval, Magyar Nemzet). The other outlets' pages are of their
kind: WordPress and its themes, Bitrix, newspapers with boxes of their own. All markup and all
texts are written for these tests, no page was copied. A page is a function of an article and of
the furniture's words.
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
