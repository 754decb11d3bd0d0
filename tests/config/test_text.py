"""Spellings of one word meet in the folded form, and words that differ stay apart."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.text import APOSTROPHES, fold, nfc, squeeze


@pytest.mark.parametrize(
    "spellings",
    [
        ("Ömüraliyev", "ÖMÜRALİYEV", "Omuraliyev", "ömüraliyev", "Ömüralıyev"),
        ("İstanbul", "Istanbul", "ISTANBUL", "ıstanbul", "istanbul"),
        ("Qəbələ", "Qəbələ".upper(), "Qebele"),
        ("Oʻzbekiston", "O'zbekiston", "O‘zbekiston", "Oʼzbekiston", "O`zbekiston", "OʻZBEKISTON"),
        ("Төрагасы", "Тѳрагасы"),
        ("Türk", "Türk"),
    ],
    ids=lambda spellings: spellings[0],
)
def test_spellings_of_one_word_are_equal(spellings: tuple[str, ...]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Турция", "Түркия"), ("ТМУ", "TMU"), ("Ош", "Осло"), ("Orol", "Oral")]
)
def test_words_that_differ_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_letter_of_the_other_script_is_read_in_the_script_of_its_word() -> None:
    assert fold("Тurk") == fold(
        "Turk"
    )  # a Cyrillic capital, as report.az writes it (FIELD.md, Q52)
    assert fold("Qәbәlә") == fold("Qəbələ")  # Cyrillic ә, as turk-pa.org writes it
    assert fold("Тѳpaгacы") == fold("Төрагасы")  # p, a and c are Latin


@given(st.text())
def test_folding_is_deterministic_and_leaves_no_case_and_no_apostrophe(text: str) -> None:
    folded = fold(text)
    assert folded == fold(text)
    assert not set(folded) & set(APOSTROPHES)
    assert folded == squeeze(folded)


@given(
    st.text(
        st.sampled_from(
            "abcçdeəfgğhxıijkqlmnoöprsştuüvyzABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ"
            "абвгдеёжзийкқлмнңоөпрстуұүфхһцчшщыіьэюяӘҒҚҢӨҰҮҺІ ’-"
        )
    )
)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_stored_text_is_in_one_normal_form(text: str) -> None:
    assert unicodedata.is_normalized("NFC", nfc(text))
    assert nfc(nfc(text)) == nfc(text)


@given(st.text())
def test_squeezing_leaves_single_spaces(text: str) -> None:
    assert "  " not in squeeze(text)
    assert squeeze(text) == squeeze(text).strip()


@pytest.mark.parametrize(
    "mark",
    [
        "\u00ad",
        "\u200b",
        "\u200c",
        "\u200d",
        "\u2060",
        "\u200e",
        "\u200f",
        "\ufe0f",
        "\u034f",
        "\ufeff",
    ],
)
def test_invisible_characters_inside_words_go(mark: str) -> None:
    assert nfc(f"Omu{mark}raliev ө{mark}з") == "Omuraliev өз"
    assert fold(f"Omu{mark}raliev") == "omuraliev"
