"""Which events an article mentions, and what each is to it."""

from datetime import UTC, date, datetime

import pytest

from bot.extraction.event import date_expressions, place
from bot.extraction.event.mentions import Mention, mentions
from bot.extraction.facts import ArticleText, Kind, Standing
from tests.defaults import READER

PUBLISHED = date(2025, 3, 10)
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def _mentions(text: str) -> list[Mention]:
    tagged = READER.tag(ArticleText("", text, PUBLISHED))
    said = date_expressions.said(tagged, PUBLISHED)
    return mentions(tagged, said, place.towns(tagged, frozenset()))


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("TURKSOY held a seminar in Baku.", Standing.REPORTED),
        ("TURKSOY prepares. They discussed the outcome of the summit.", Standing.DISCUSSED),
        ("В Баку собрались министры. Рассмотрены итоги саммита в Шуше.", Standing.DISCUSSED),
        ("Bakanlar Bakü'de buluştu. Yapılacak zirve için konuştular.", Standing.COMING),
        ("Министрлер Астанада бас қосты. Былтырғы саммит еске алынды.", Standing.RECALLED),
    ],
)
def test_the_words_around_an_event_say_what_it_is_to_the_article(
    text: str, standing: Standing
) -> None:
    assert _mentions(text)[-1].standing is standing


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("The 11th session of TURKPA was held in Baku.", 11),
        ("В Баку прошла XIV сессия ТюркПА.", 14),
        ("TÜRKPA 3. toplantısı Bakü'de yapıldı.", 3),
        ("The session of TURKPA was held on 5 March.", None),
    ],
)
def test_an_event_is_known_by_its_number(text: str, ordinal: int | None) -> None:
    assert _mentions(text)[0].ordinal == ordinal


def test_day_and_town_are_tied_to_the_event_beside_them() -> None:
    found = _mentions("TURKSOY held a festival in Baku on 3 May 2025.")[0]
    assert (found.days and found.days.start) == date(2025, 5, 3)
    assert found.town is not None


def test_other_events_are_kept_with_the_reading_as_context() -> None:
    text = (
        "TURKSOY held a seminar in Astana on 9 March 2025. The outcome of the 11th summit in "
        "Bishkek was discussed."
    )
    context = READER.read(ArticleText("", text, PUBLISHED), NOW).context
    assert [(it.kind, it.standing, it.ordinal, it.city) for it in context] == [
        (Kind.SUMMIT, Standing.DISCUSSED, 11, "Bishkek")
    ]


def test_a_noun_in_the_name_of_a_body_is_no_event() -> None:
    found = _mentions("TÜRKPA-nın nümayəndə heyəti Bakıda Mərkəzi Seçki Komissiyasında olub.")
    assert [mention.kind for mention in found] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "Страны ТЮРКСОЙ на встрече договорились об ускорении подписания соглашения о фонде.",
            Kind.MEETING,
        ),
        (
            "Глава МИД на встрече пояснил статус наблюдателя при Организации тюркских государств.",
            Kind.MEETING,
        ),
        ("Painters of TURKSOY met in Osh a day after a joint drill of rescuers.", Kind.MEETING),
        ("TURKSOY's painters held talks in Osh two days after the festival.", Kind.MEETING),
        ("Художники ТЮРКСОЙ встретились в Оше через день после учений спасателей.", Kind.MEETING),
        (
            "Художники ТЮРКСОЙ провели переговоры в Оше спустя два дня после фестиваля.",
            Kind.MEETING,
        ),
        ("The day after tomorrow TURKSOY opens a festival in Osh.", Kind.FESTIVAL),
        ("Послезавтра ТЮРКСОЙ открывает в Оше фестиваль.", Kind.FESTIVAL),
    ],
)
def test_what_is_hastened_spoken_of_or_days_past_is_not_what_is_held(text: str, kind: Kind) -> None:
    event = READER.read(ArticleText("", text, PUBLISHED), NOW).event
    assert event is not None
    assert event.kind is kind
