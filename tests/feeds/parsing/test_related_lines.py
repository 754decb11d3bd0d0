"""Lines that lead to other articles are cut out of an article, and its own paragraphs never are."""

import pytest

from bot.feeds.parsing.related_lines import RelatedLines
from config.catalogue_loader import load_catalogue

TEXT = ("The sides met in Istanbul.", "They spoke of the coming year.")
OTHER = "President of Kazakhstan meets the Emperor of Japan in Tokyo on 21 December 2025"


@pytest.fixture(scope="module")
def related() -> RelatedLines:
    return RelatedLines(load_catalogue().related_openings)


@pytest.mark.parametrize(
    "line",
    [
        f"Read also: {OTHER}",
        f"READ ALSO — {OTHER}",
        f"Читайте также: {OTHER}",
        f"İlgili haberler: {OTHER}",
        "Most read",
        f"You may also like {OTHER}",
    ],
)
def test_other_news_in_article_text_a_line_that_leads_elsewhere_is_cut(
    related: RelatedLines, line: str
) -> None:
    assert related.cut_from("\n".join((TEXT[0], line, TEXT[1]))) == "\n".join(TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "Related issues of transport were on the agenda of the ministers.",
        "Popular singers from eight countries took part in the festival.",
        "Latest news agencies of the region joined the media forum in Astana.",
        f"Read also: {OTHER * 4}",
    ],
)
def test_a_paragraph_that_begins_alike_is_kept(related: RelatedLines, line: str) -> None:
    assert related.cut_from("\n".join((TEXT[0], line))) == "\n".join((TEXT[0], line))


def test_without_words_nothing_is_cut() -> None:
    assert RelatedLines().cut_from(f"Read also: {OTHER}") == f"Read also: {OTHER}"
