"""Who was there, each sentence of proof once, and who is only mentioned."""

from dataclasses import replace

from bot.messages.details import share
from bot.messages.message import excerpt
from tests.messages.records import geneva, view


def test_a_short_sentence_of_proof_stands_whole() -> None:
    assert excerpt("Olga Stern opened  the meeting.", "Olga Stern", 400) == (
        "Olga Stern opened the meeting."
    )


def test_a_long_sentence_is_shown_around_the_name_that_it_proves() -> None:
    others = ", ".join(f"Minister {number} of the country of Long Names" for number in range(30))
    shown = excerpt(
        f"Among the guests were {others}, and Rector Olga Stern of Bonn.", "Olga Stern", 120
    )
    assert "Rector Olga Stern" in shown
    assert shown.startswith("…")
    assert len(shown) <= 122


def test_a_name_in_another_case_is_found_by_its_last_word() -> None:
    words = "очень " * 60
    shown = excerpt(f"{words} с министром Марком Бауэром {words}", "Марк Бауэр", 100)
    assert "Бауэром" in shown


def test_a_name_that_the_sentence_does_not_hold_shows_its_beginning() -> None:
    assert excerpt("a " * 300, "Olga Stern", 50).startswith("a a")


def test_what_is_passed_on_holds_the_address_for_who_has_no_buttons() -> None:
    served = share(replace(view(), site="https://diary.example"), geneva())
    assert "https://diary.example/en/event/1" in served.plain.splitlines()
    assert "https://example.org/1" in share(view(), geneva()).plain
