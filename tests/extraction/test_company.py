"""What stands near an event is not the event's.

What a text only recalls or foretells, and words that only look like somebody's name.
"""

from datetime import UTC, date, datetime

import pytest

from bot.extraction.facts import ArticleText, Reading
from tests.defaults import READER

NOW = datetime(2026, 3, 1, tzinfo=UTC)
PUBLISHED = date(2025, 6, 12)


def reading(text: str) -> Reading:
    return READER.read(ArticleText("", text, PUBLISHED), NOW)


@pytest.mark.parametrize(
    "text",
    [
        (
            "Vəzir Qaraoğlu TÜRKSOY-un baş katibi Sultan Raev ilə görüşüb.\n\nQeyd edək "
            "ki, iyunun 3-də Daşkənddə nazirlərin iclası keçirilib."
        ),
        (
            "Министр Асан Тайлаков встретился с генеральным секретарем ТЮРКСОЙ.\n\n"
            "Напомним, 3 июня в Ташкенте состоялась встреча министров."
        ),
        (
            "Вазир Анвар Тошматов ТУРКСОЙ бош котиби билан учрашди.\n\nМаълумот учун, 3 "
            "июнь куни Тошкентда вазирлар йиғилиши бўлиб ўтди."
        ),
    ],
)
def test_what_is_only_recalled_gives_neither_day_nor_town(text: str) -> None:
    event = reading(text).event
    assert event is not None
    assert (event.start, event.city) == (None, None)


def test_a_town_of_what_is_to_come_is_not_that_of_a_meeting_that_was_held() -> None:
    event = reading(
        "The Secretary General of the Organization of Turkic States, Taalai "
        "Mambetov, met Minister Orhan Kara on June 10.\n\n"
        "They spoke of the next summit, which will be held in Turkistan in autumn."
    ).event
    assert event is not None
    assert (event.start, event.city) == (date(2025, 6, 10), None)


def names(text: str) -> list[str]:
    return [participant.name for participant in reading(text).participants]


def test_an_author_above_the_text_took_no_part() -> None:
    assert names(
        "Leyla Sonova\n\nTURKSOY opened its festival in Osh on 10 June. Minister "
        "Asan Tailakov spoke."
    ) == ["Asan Tailakov"]


def test_words_of_an_events_own_name_are_nobody() -> None:
    text = (
        "At the margins of the Conference on Interaction and Confidence Building "
        "Measures, TURKSOY received Minister Asan Tailakov."
    )
    assert names(text) == ["Asan Tailakov"]


def test_an_outlet_in_latin_letters_is_nobody_in_a_cyrillic_text() -> None:
    text = (
        "Как сообщает сотрудник Report, в заседании ТЮРКСОЙ участвовал министр культуры "
        "Асан Тайлаков."
    )
    assert names(text) == ["Асан Тайлаков"]


def test_a_first_name_that_is_a_town_stands_behind_a_body_in_brackets() -> None:
    assert names(
        "Генеральный секретарь Организации тюркских государств (ОТГ) Багдад Тайлаков "
        "выступил в Баку."
    ) == ["Багдад Тайлаков"]


def test_the_year_before_an_office_is_not_its_body() -> None:
    (minister,) = reading(
        "10 июня 2025 года министр Асан Тайлаков открыл фестиваль ТЮРКСОЙ."
    ).participants
    assert (minister.role, minister.affiliation) == ("министр", None)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Рамилем Тайлаковым", "Рамиль Тайлаков"),
        ("Ильясом Керимовым", "Ильяс Керимов"),
        ("Махтумкули Фраги", "Махтумкули Фраги"),
    ],
)
def test_russian_names_come_back_to_the_nominative(told: str, name: str) -> None:
    assert names(f"Министр встретился в ТЮРКСОЙ с поэтом {told}.") == [name]
