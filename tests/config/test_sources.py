"""The sources are listed with what is known of them.

Those are polled that somebody has seen working, and the organisations' own pages.
"""

from config.catalogue_loader import load_catalogue
from config.sources import SourceSpec

SOURCES = load_catalogue().sources
BY_KEY = {source.key: source for source in SOURCES}
OWN_PAGES = {"ots-site", "turksoy-site", "turkpa-site", "turkic-academy-site"}


def _with(certainty: str) -> list[SourceSpec]:
    return [source for source in SOURCES if source.certainty == certainty]


def test_what_was_measured_or_is_in_several_lists_is_polled_and_the_rest_waits() -> None:
    assert all(source.enabled for source in (*_with("A"), *_with("B")))
    assert {source.key for source in _with("C") if source.enabled} == OWN_PAGES
    assert len(_with("A")) >= 45


def test_of_the_organisations_own_pages_those_with_articles_known_by_url_are_polled() -> None:
    listings = [source for source in SOURCES if source.kind == "listing"]
    assert OWN_PAGES | {"turkic-heritage-site", "turkunib-site"} <= {
        source.key for source in listings
    }
    assert (
        {source.key for source in listings if source.enabled}
        == OWN_PAGES
        == {source.key for source in listings if source.only}
    )


def test_no_url_is_polled_twice() -> None:
    urls = [
        source.url.rstrip("/").removeprefix("https://").removeprefix("www.")
        for source in SOURCES
        if source.enabled
    ]
    assert len(set(urls)) == len(urls)


def test_an_outlet_that_refuses_robots_is_asked_as_a_browser_and_no_other_is() -> None:
    assert {source.key for source in SOURCES if source.user_agent} == {
        "azertac-az",
        "azertac-en",
        "azertac-ru",
    }
    assert all(
        (source.user_agent or "").startswith("Mozilla/5.0")
        for source in SOURCES
        if source.key.startswith("azertac")
    )


def test_every_country_of_the_field_is_heard_in_its_own_language() -> None:
    assert {"en", "tr", "az", "kk", "ky", "uz", "ru", "hu"} <= {
        source.language for source in SOURCES if source.enabled
    }


def test_dates_without_a_zone_have_the_outlets_own() -> None:
    assert BY_KEY["kabar"].timezone == "Asia/Bishkek"
    assert BY_KEY["aa-tr"].timezone == "Europe/Istanbul"


def test_what_was_found_dead_is_not_listed() -> None:
    dead = {
        "https://24.kg/rss/all",
        "https://apa.az/en/rss",
        "https://kabar.kg/rus/rss",
        "https://news.day.az/rss",
        "https://orient.tm/rss",
    }
    assert not dead & {source.url for source in SOURCES}
