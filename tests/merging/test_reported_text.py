"""Who gathers, what for and in what sort of gathering is told alike in every language."""

import tomllib
from pathlib import Path

import pytest

from bot.language import concepts
from bot.merging.reported_text import is_reception
from tests.merging.test_features import made

SAID = tomllib.loads(Path(__file__).with_name("gatherings.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("sort", "said"), SAID["formats"].items())
def test_what_sort_of_gathering_it_is(sort: str, said: list[str]) -> None:
    unknown = [name for name in said if sort not in concepts.formats().of(name)]
    assert not unknown


@pytest.mark.parametrize(
    ("said", "received"),
    [
        ("Университет одақтың жетінші бас ассамблеясын қабылдады", False),
        ("Assambleya o‘n ikki a’zoni qabul qildi", False),
        ("Birlik iki yeni üye kabul etti", False),
        ("The president received the guests of the summit", False),
        ("Президент принял гостей саммита", False),
        ("Cumhurbaşkanı zirvenin konuklarını kabul etti", False),
        ("Prezident sammitin qonaqlarını qəbul edib", False),
        ("Президент саммит қонақтарын қабылдады", False),
        ("Президент саммиттин конокторун кабыл алды", False),
        ("Prezident sammit mehmonlarini qabul qildi", False),
        ("Президент принял гостей", True),
        ("Президент форум қатысушыларын қабылдады", True),
        ("Prezident kengashni qabul qildi", True),
        ("Cumhurbaşkanı sağlık bakanlarını kabul etti", True),
    ],
)
def test_who_hosts_a_gathering_or_admits_a_member_receives_nobody(
    said: str, *, received: bool
) -> None:
    assert is_reception(concepts.folded_words(said)) == received


@pytest.mark.parametrize(
    "text",
    [
        (
            "Обладательница приза Каннского фестиваля Айжан Асанова получила награду ТЮРКСОЙ 17"
            " апреля в Бишкеке."
        ),
        (
            "Cannes Film Festivali ödüllü oyuncu Ayjan Asanova 17 Nisan’da Bişkek’te TÜRKSOY"
            " ödülünü aldı."
        ),
        (
            "Kann film festivalının laureatı olan aktrisa Ayjan Asanova aprelin 17-də Bişkekdə"
            " TÜRKSOY mükafatını alıb."
        ),
        (
            "Канн кинофестивалінің жүлдегері атанған актриса Айжан Асанова 17 сәуірде Бішкекте"
            " ТҮРКСОЙ сыйлығын алды."
        ),
        (
            "Канн кинофестивалынын лауреаты болгон актриса Айжан Асанова 17-апрелде Бишкекте"
            " ТҮРКСОЙ сыйлыгын алды."
        ),
        (
            "Kann kinofestivali sovrindori bo‘lgan aktrisa Ayjan Asanova 17-aprel kuni Bishkekda"
            " TURKSOY mukofotini oldi."
        ),
        (
            "The prize winner of the Cannes festival, Aizhan Asanova, received the TURKSOY award in"
            " Bishkek on 17 April."
        ),
    ],
)
def test_a_festival_of_which_somebody_has_a_prize_is_another_event(text: str) -> None:
    assert "festival" not in made(text, "TURKSOY — Ayjan Asanova").formats


def test_who_wins_at_a_festival_is_told_of_it() -> None:
    text = "На кинофестивале ТЮРКСОЙ в Бишкеке 17 апреля приз получила Айжан Асанова."
    assert made(text, "Приз кинофестиваля вручён").formats[:1] == ("festival",)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Ministers discuss the agenda of the summit",
            "In Baku the ministers of the Organization of Turkic States met.",
        ),
        (
            "Министры обсудили подготовку к саммиту",
            "В Баку встретились министры Организации тюркских государств.",
        ),
        (
            "Nazirlər sammitin gündəliyini müzakirə ediblər",
            "Bakıda Türk Dövlətləri Təşkilatının nazirləri toplaşıb.",
        ),
        (
            "Министрлер саммиттин чечимдерин талкуулашты",
            "Бакуда Түрк мамлекеттер уюмунун министрлери чогулду.",
        ),
    ],
)
def test_the_gathering_whose_agenda_is_spoken_of_is_another(title: str, text: str) -> None:
    assert "summit" not in made(text, title).formats
