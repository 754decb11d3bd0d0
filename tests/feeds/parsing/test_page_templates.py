"""Over the article pages of outlets the text that is read is the article's, word for word."""

import re
from collections import Counter
from collections.abc import Callable

import pytest
import trafilatura

from bot.feeds.parsing.article_page import read_page
from bot.feeds.parsing.related_lines import RelatedLines
from config.catalogue_loader import load_catalogue
from tests.feeds.pages import Built, built

LEAST = 0.97
"""Share of words: of those read, that are the article's; and of the article's, that are read."""

FEWEST_OUTLETS, FEWEST_LANGUAGES = 25, 7
URL = "https://outlet.example/news/7"
PAGES = built()
WORD = re.compile(r"\w+")
"""A run of letters and digits, whatever its script."""


@pytest.fixture(scope="module")
def related() -> RelatedLines:
    return RelatedLines(load_catalogue().related_openings)


def words(text: str) -> Counter[str]:
    return Counter(WORD.findall(text.casefold()))


def article_of(page: Built) -> str:
    """What ought to be read: lead, paragraphs and, where the template shows them, the rows."""
    article = page.article
    lines = [article.lead, *article.paragraphs]
    for row in article.rows:
        if row[0] in page.html:
            lines += row
    return "\n".join(lines)


def measured(read: Callable[[Built], str]) -> tuple[float, float, dict[str, tuple[int, int]]]:
    """Return precision and recall of words over all pages, and each page's surplus and lack."""
    right, told, wanted = 0, 0, 0
    errors = {}
    for page in PAGES:
        ours, theirs = words(read(page)), words(article_of(page))
        shared = (ours & theirs).total()
        right, told, wanted = right + shared, told + ours.total(), wanted + theirs.total()
        errors[page.outlet] = (ours.total() - shared, theirs.total() - shared)
    return right / told, right / wanted, errors


def bare(page: Built) -> str:
    return trafilatura.extract(page.html, url=URL, include_comments=False) or ""


def test_the_templates_are_of_many_outlets_in_seven_languages() -> None:
    outlets = {page.outlet.split(",")[0] for page in PAGES}
    assert len(outlets) >= FEWEST_OUTLETS
    assert len({page.language for page in PAGES}) >= FEWEST_LANGUAGES


def test_the_text_read_from_an_outlets_page_is_the_articles(related: RelatedLines) -> None:
    def ours(page: Built) -> str:
        return related.cut_from(read_page(page.html.encode(), {}, URL).text)

    precision, recall, errors = measured(ours)
    bare_precision, bare_recall, _ = measured(bare)
    print(
        f"{len(PAGES)} pages: precision {precision:.4f}, recall {recall:.4f}; "
        f"bare trafilatura {bare_precision:.4f} and {bare_recall:.4f}"
    )
    assert precision >= LEAST, errors
    assert recall >= LEAST, errors
