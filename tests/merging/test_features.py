"""A report takes from an article all that tells its event from others."""

from datetime import UTC, date, datetime

from bot.extraction import reader
from bot.extraction.facts import ArticleText
from bot.merging import features
from bot.merging.report import Report, restored

NOW = datetime(2026, 4, 20, tzinfo=UTC)
TITLE = "47 points on water: leaders sign the Khiva Declaration"
TEXT = """The heads of state of the Organization of Turkic States (OTS) signed a Khiva Declaration of 47 points at the 13th informal summit
in Khiva on April 17, Steppe Wire reported. The theme was “Water, Roads and Trade”.

OTS Secretary General Kubanychbek Omuraliev presented the plan of the Urgench centre in the Tash Hauli palace. On 16 April ministers had met
within the framework of the summit."""


def made(
    text: str = TEXT, title: str = TITLE, url: str | None = "https://www.kabar.example/a"
) -> Report:
    article = ArticleText(title, text, date(2026, 4, 18), url)
    report = features.report(article, reader.read(article, NOW), NOW.date())
    assert report is not None
    return report


def test_days_towns_numbers_and_ordinals_are_taken_from_the_whole_text() -> None:
    report = made()
    assert report.days == {date(2026, 4, 16), date(2026, 4, 17)}
    assert report.cities == {"khiva", "urgench"}
    assert report.numbers == {"47"}
    assert report.ordinals == {13}


def test_ideas_documents_and_quoted_names_are_taken() -> None:
    report = made()
    assert "water" in report.lead_topics
    assert report.formats[0] == "summit"
    assert "declaration" in report.documents
    assert report.quoted == {"water, roads and trade"}
    assert report.umbrella


def test_the_outlet_and_whom_it_credits_are_known() -> None:
    report = made()
    assert report.outlet == "kabar.example"
    assert "steppewire" in report.credits


def test_a_town_has_the_same_key_in_every_spelling() -> None:
    russian = made(
        "Главы государств Организации тюркских государств (ОТГ) встретились 17 апреля в городе Хива.",
        "Саммит ОТГ в Хиве",
    )
    assert russian.city_id == made().city_id == "khiva"


def test_without_an_address_the_day_and_the_headline_tell_the_article() -> None:
    assert made(url=None).key.startswith("2026-04-18 47 points")


def test_an_article_that_reports_no_event_makes_no_report() -> None:
    weather = ArticleText("Rain", "It rains.", NOW.date())
    assert features.report(weather, reader.read(weather, NOW), NOW.date()) is None


def test_a_report_is_stored_and_comes_back_the_same() -> None:
    assert restored(made().stored()) == made()
