"""What an event is called: the headline without what the outlet hangs on it, or the event's own
name."""

from datetime import UTC, date, datetime

import pytest

from bot.extraction.facts import ArticleText
from tests.defaults import READER

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def _title(headline: str, text: str, url: str | None = None) -> str:
    event = READER.read(ArticleText(headline, text, date(2025, 3, 10), url), NOW).event
    assert event is not None
    return event.title


@pytest.mark.parametrize(
    ("headline", "url"),
    [
        ("TURKSOY opens festival in Baku | News of the Steppe", None),
        ("TURKSOY opens festival in Baku - SteppeNews", "https://www.steppenews.example/a"),
        ("TURKSOY opens festival in Baku – steppe.news", None),
        ("TURKSOY opens festival in Baku (PHOTO)", None),
        ("TURKSOY opens festival in Baku - VIDEO", None),
        ("TURKSOY opens festival in Baku", None),
    ],
)
def test_what_the_outlet_hangs_on_a_headline_is_no_title(headline: str, url: str | None) -> None:
    text = "TURKSOY opened a festival in Baku on 9 March 2025."
    assert _title(headline, text, url) == "TURKSOY opens festival in Baku"


@pytest.mark.parametrize(
    ("headline", "closed"),
    [
        ("TURKSOY opens the festival «Great Steppe", "TURKSOY opens the festival «Great Steppe»"),
        ("TURKSOY opens “Great Steppe” in Baku", "TURKSOY opens “Great Steppe” in Baku"),
        ("TURKSOY opens „Great Steppe“ in Baku", "TURKSOY opens „Great Steppe“ in Baku"),
        ("TURKSOY opens the festival «Great…", "TURKSOY opens the festival «Great…"),
    ],
)
def test_a_quotation_that_was_cut_off_with_its_headline_is_closed(
    headline: str, closed: str
) -> None:
    assert _title(headline, "TURKSOY opened a festival in Baku on 9 March 2025.") == closed


def test_a_dash_of_the_headline_itself_stays() -> None:
    headline = "TURKSOY and Baku - a friendship of thirty years"
    assert _title(headline, "TURKSOY opened a festival in Baku.") == headline


def test_the_events_own_name_is_its_title() -> None:
    text = "TURKSOY held a conference titled “Roads of the Great Steppe” in Baku."
    assert _title("TURKSOY confers", text) == "Roads of the Great Steppe"


@pytest.mark.parametrize(
    "text",
    [
        "TURKSOY opened an exhibition in Baku. “This is the house of our memory,” said its head.",
        "TURKSOY held a concert in Baku. Its guests will open the year “Ganja, capital of youth”.",
        "TURKSOY held talks in Baku. The poet read from “The Long Way Home” there.",
    ],
)
def test_what_is_said_or_shown_is_no_title(text: str) -> None:
    assert _title("TURKSOY in Baku", text) == "TURKSOY in Baku"


def test_invisible_characters_are_in_no_title() -> None:
    assert _title("TURK\u00adSOY in Ba\u200bku", "TURKSOY met in Baku.") == "TURKSOY in Baku"


@pytest.mark.parametrize(
    ("headline", "is_aside"),
    [
        ("Minister Dana Seitkali speaks at TURKSOY festival", True),
        ("Dana Seitkali: we are one family", True),
        ("TURKSOY festival opens in Baku", False),
        ("Ministers of culture meet in Baku", False),
        ("Council of ministers of TURKSOY sits in Baku", False),
        ("Minister Dana Seitkali speaks at session of TURKSOY council", True),
        ("Guests of the TURKSOY festival visit a museum", True),
        ("TURKSOY festival participants plant trees", True),
    ],
)
def test_a_headline_that_only_tells_what_somebody_does_there_is_told_apart(
    headline: str, *, is_aside: bool
) -> None:
    article = ArticleText(headline, "TURKSOY opened a festival in Baku on 9 March 2025.")
    event = READER.read(article, NOW).event
    assert event is not None
    assert event.titled_aside is is_aside


@pytest.mark.parametrize(
    ("language", "headline", "is_bare"),
    [
        ("en", "Khiva to welcome TURKSOY festival", True),
        ("en", "Khiva to welcome TURKSOY festival of puppets", False),
        ("en", "Dana Seitkali to open TURKSOY festival in Khiva", False),
        ("ru", "В Хиве 9 мая пройдёт фестиваль ТЮРКСОЙ", True),
        ("ru", "В Хиве на фестивале ТЮРКСОЙ покажут кукол", False),
        ("ru", "Завершился фестиваль ТЮРКСОЙ в Хиве", True),
        ("ru", "Завершился фестиваль кукол ТЮРКСОЙ в Хиве", False),
        ("tr", "TÜRKSOY festivali Hive'de yapılacak", True),
        ("tr", "TÜRKSOY festivalinde kuklalar Hive'de yarışacak", False),
        ("az", "TÜRKSOY festivalı Xivədə keçiriləcək", True),
        ("kk", "ТҮРКСОЙ фестивалі Хиуада өтеді", True),
        ("ky", "ТҮРКСОЙдун фестивалы Хивада өтөт", True),
        ("uz", "TURKSOY festivali Xivada o‘tkaziladi", True),
        ("uz", "Qo‘g‘irchoqlar TURKSOY festivali uchun Xivaga keldi", False),
    ],
)
def test_a_headline_that_only_announces_a_gathering_is_told_apart(
    language: str, headline: str, *, is_bare: bool
) -> None:
    article = ArticleText(headline, f"{headline}.", language=language)
    event = READER.read(article, NOW).event
    assert event is not None
    assert event.titled_barely is is_bare


@pytest.mark.parametrize(
    ("language", "headline", "is_opening"),
    [
        ("en", "TURKSOY festival of puppets opened in Khiva", True),
        ("en", "TURKSOY festival of puppets held in Khiva", False),
        ("ru", "В Хиве открылся фестиваль кукол ТЮРКСОЙ", True),
        ("ru", "В Хиве прошёл фестиваль кукол ТЮРКСОЙ", False),
        ("tr", "TÜRKSOY kukla festivali Hive'de başladı", True),
        ("az", "Xivədə TÜRKSOY kukla festivalı başladı", True),
        ("kk", "Хиуада ТҮРКСОЙ қуыршақ фестивалі басталды", True),
        ("ky", "Хивада ТҮРКСОЙдун куурчак фестивалы башталды", True),
        ("uz", "Xivada TURKSOY qo‘g‘irchoqlar festivali boshlandi", True),
    ],
)
def test_a_headline_that_tells_that_an_event_begins_is_told_apart(
    language: str, headline: str, *, is_opening: bool
) -> None:
    article = ArticleText(headline, f"{headline}.", language=language)
    event = READER.read(article, NOW).event
    assert event is not None
    assert event.titled_opening is is_opening
