"""Names by their sound: one name under all spellings and scripts, two names kept apart."""

import math
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language import name_matching
from bot.language.name_matching import (
    NEAR_ENOUGH,
    by_father,
    index_keys,
    likeness,
    may_be_by_father,
    name_sound,
    pair_keys,
    sound,
)
from config.catalogue_loader import load_catalogue

PAIRS: dict[str, Any] = tomllib.loads(
    (Path(__file__).parents[1] / "corpus" / "people.toml").read_text(encoding="utf-8")
)
SAME: list[tuple[str, str]] = [(one, two) for one, two in PAIRS["same"]]
DIFFERENT: list[tuple[str, str]] = [(one, two) for one, two in PAIRS["different"]]

OMURALIEV = [
    f"{first} {last}"
    for first in (
        "Kubanychbek",
        "Kubanıçbek",
        "Kubanicbek",
        "Kubanchbek",
        "Кубанычбек",
        "Кубаничбек",
    )
    for last in (
        "Omuraliev",
        "Omuraliyev",
        "Ömüraliyev",
        "Ömüralıyev",
        "Ömüraliev",
        "Омуралиев",
        "Өмүралиев",
    )
]
RAEV = ["Sultan Raev", "Sultanbay Raev", "Султан Раев", "Sultan Raýew"]
ZHAPAROV = ["Sadyr Zhaparov", "Sadyr Japarov", "Sadır Caparov"]


def same(one: str, two: str) -> bool:
    return likeness(one, two) >= NEAR_ENOUGH


def test_the_pairs_are_many_and_stand_once() -> None:
    pairs = [frozenset(pair) for pair in (*SAME, *DIFFERENT)]
    assert len(pairs) >= 200
    assert len(set(pairs)) == len(pairs)


def test_names_are_told_to_be_one_or_two_with_an_f1_of_97_percent() -> None:
    right = sum(same(one, two) for one, two in SAME)
    false = sum(same(one, two) for one, two in DIFFERENT)
    assert 2 * right / (right + false + len(SAME)) >= 0.97


@pytest.mark.parametrize(
    "spellings", [OMURALIEV, RAEV, ZHAPAROV], ids=["Omuraliev", "Raev", "Zhaparov"]
)
def test_all_spellings_seen_of_one_person_are_one_and_are_found_under_one_key(
    spellings: list[str],
) -> None:
    for one in spellings:
        for two in spellings:
            assert same(one, two), (one, two)
            assert pair_keys(one) & pair_keys(two)


@pytest.mark.parametrize(("one", "two"), SAME)
def test_two_spellings_of_one_full_name_share_a_key(one: str, two: str) -> None:
    if len(name_sound(one).words) > 1 and len(name_sound(two).words) > 1:
        assert index_keys(one) & index_keys(two)


def test_every_head_in_the_catalogue_is_known_by_every_spelling() -> None:
    for organization in load_catalogue().organizations:
        for head in organization.heads:
            for other in head.spellings:
                assert same(head.name, other), (head.name, other)


def test_heads_of_different_organisations_are_different_people() -> None:
    names = {
        head.name for organization in load_catalogue().organizations for head in organization.heads
    }
    assert [(one, two) for one in names for two in names if one < two and same(one, two)] == []


@pytest.mark.parametrize("language", [None, "tr", "az", "uz", "ru"])
def test_a_head_is_found_under_the_same_key_in_every_language(language: str | None) -> None:
    assert pair_keys("Kubanıçbek Ömüraliyev", language) == pair_keys("Kubanychbek Omuraliev")


def test_a_full_stop_behind_a_name_is_no_initial() -> None:
    assert same("Мехмет Сюрейя Эр.", "Mehmet Süreyya Er")


def test_a_language_settles_letters_that_mean_two_things() -> None:
    assert sound("Cemil", "tr") == "Jemil"
    assert sound("Cemil") == "xemil"
    assert sound("Alexander", "en") == "aleksander"
    assert sound("Sándor", "hu") == "Sandor"


def test_a_man_and_a_woman_of_one_surname_are_two_people() -> None:
    assert not same("Aysel Sadykova", "Aysel Sadykov")
    assert not same("Султан Раев", "Sultan Raeva")


def test_a_surname_alone_is_nobody_in_particular() -> None:
    assert likeness("Sadykov", "Nurlan Sadykov") == 0.0


def test_patronymics_and_the_order_of_words_are_free() -> None:
    assert same("Əliyev İlham Heydər oğlu", "Ilham Aliyev")
    assert name_sound("Айзада Керимбек кызы").words == ("ayzada", "kerimbek")


@pytest.mark.parametrize(
    ("called", "full", "another"),
    [
        ("Нурлан Азаматович", "Nurlan Azamatovich Sadykov", "Нурлан Эркинович Садыков"),
        ("Нұрлан Азаматұлы", "Нурлан Азаматович Садыков", "Nurlan Erkinuly Sadykov"),
        ("Айсел Рашид қызы", "Aysel Rashidovna Sadykova", "Айсел Эркиновна Садыкова"),
        ("Nurlan Azamatovich", "Sodiqov Nurlan Azamatovich", "Erlan Azamatovich Sodiqov"),
    ],
)
def test_given_name_and_patronymic_are_a_full_name_that_tells_both(
    called: str, full: str, another: str
) -> None:
    assert same(called, full)
    assert not same(called, another)


def test_given_name_and_patronymic_can_be_a_name_without_a_patronymic() -> None:
    called = by_father("Нурлан Азаматович")
    assert called is not None
    assert may_be_by_father(called, "Nurlan Sadykov")
    assert not may_be_by_father(called, "Erlan Sadykov")
    assert not may_be_by_father(called, "Нурлан Эркинович")
    assert not same("Нурлан Азаматович", "Nurlan Sadykov")
    assert by_father("Nurlan Sadykov") is None


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_are_compared_the_same_both_ways_round(one: str, two: str) -> None:
    assert likeness(one, two) == pytest.approx(likeness(two, one))
    assert 0 <= likeness(one, two) <= 1


_WORDS = st.text(
    alphabet="abcçdeəfgğhiıjklmnoöprsştuüvyzабвгдежзийклмнопрстуфхцчшыэюя",
    min_size=1,
    max_size=12,
)


@given(_WORDS)
def test_the_distance_of_a_word_to_itself_is_nothing(word: str) -> None:
    assert name_matching.distance(sound(word), sound(word)) == 0.0


@given(_WORDS, _WORDS, st.floats(min_value=0, max_value=4))
def test_a_distance_is_told_up_to_a_limit_and_is_infinite_beyond(
    one: str, two: str, most: float
) -> None:
    far = name_matching.distance(sound(one), sound(two))

    limited = name_matching.distance(sound(one), sound(two), most)

    assert limited == far or (limited == math.inf and far > most)
