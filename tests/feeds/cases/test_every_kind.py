"""Each kind in which feeds and pages once failed is tried on neighbours, under its own name."""

from importlib import import_module

import pytest

KINDS = (
    "page_furniture",
    "other_news_in_article_text",
    "lead_outside_body",
    "invisible_characters",
    "gzip_in_several_members",
    "recurring_headline",
    "same_address_other_item",
    "cookie_wall",
    "links_damaged",
    "photo_caption_replaces_text",
    "http_that_browsers_read",
    "feeds_not_found",
    "dates",
    "page_worse_than_summary",
)
FEWEST = 5


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_has_neighbours_and_tests_that_carry_its_name(kind: str) -> None:
    module = import_module(f"tests.feeds.cases.test_{kind}")
    tests = [name for name in vars(module) if name.startswith("test_")]
    assert len(module.NEIGHBOURS) >= FEWEST
    assert tests
    assert all(name.startswith(f"test_{kind}") for name in tests)
