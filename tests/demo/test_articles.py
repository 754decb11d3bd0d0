"""The bundled articles: complete, of a realistic length, dated, and read for what they are."""

from datetime import UTC, datetime

import pytest

from bot.demo.articles import DemoArticle, load
from bot.extraction.facts import ArticleText, Reading, Tense
from tests.defaults import READER

NOW = datetime(2024, 4, 25, 6, 0, tzinfo=UTC)
ARTICLES = {article.slug: article for article in load()}
NOT_ABOUT_A_TCO = {"officers-school", "naryn-bridge"}


def read(article: DemoArticle) -> Reading:
    text = ArticleText(article.title, "\n\n".join(article.paragraphs), article.published.date())
    return READER.read(text, NOW)


def test_there_are_ten_or_more_about_different_organizations() -> None:
    assert len(ARTICLES) >= 10
    named = {
        organization
        for article in ARTICLES.values()
        for organization in read(article).organizations
    }
    assert named == {
        "ots",
        "turksoy",
        "turkpa",
        "turkic-academy",
        "turkic-heritage",
        "turkic-fund",
        "tcci",
        "turkunib",
    }


@pytest.mark.parametrize("slug", sorted(ARTICLES))
def test_each_has_a_headline_a_day_and_the_length_of_a_wire_report(slug: str) -> None:
    article = ARTICLES[slug]
    assert article.title
    assert article.published.tzinfo is UTC
    assert 90 <= sum(len(paragraph.split()) for paragraph in article.paragraphs) <= 300


@pytest.mark.parametrize("slug", sorted(ARTICLES))
def test_those_about_a_tco_are_events_and_the_others_are_not(slug: str) -> None:
    assert read(ARTICLES[slug]).is_event is (slug not in NOT_ABOUT_A_TCO)


def test_one_announces_what_is_to_come() -> None:
    event = read(ARTICLES["turksoy-festival-announced"]).event
    assert event is not None
    assert (event.tense, str(event.start), str(event.end)) == (
        Tense.FUTURE,
        "2024-05-16",
        "2024-05-18",
    )


def test_both_ways_of_publishing_are_there_whole_and_summary_alone() -> None:
    assert {article.whole for article in ARTICLES.values()} == {True, False}


def test_the_conference_in_geneva_has_its_seven_people() -> None:
    reading = read(ARTICLES["geneva-conference"])
    assert [(person.name, person.moderator) for person in reading.participants] == [
        ("Omar Sultanov", True),
        ("Kubanychbek Omuraliev", False),
        ("Shahin Mustafayev", False),
        ("Aktoty Raimkulova", False),
        ("Sultan Raev", False),
        ("Ömer Kocaman", False),
        ("Kadir Yaman", False),
    ]
    assert reading.organizations == (
        "ots",
        "turkic-academy",
        "turkic-heritage",
        "turksoy",
        "turkpa",
    )
