"""What those who gather are in charge of is told alike in every language."""

import tomllib
from pathlib import Path

import pytest

from bot.language import concepts
from bot.merging.portfolios import portfolios

SAID = tomllib.loads(Path(__file__).with_name("gatherings.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("field", "said"), SAID["portfolios"].items())
def test_what_ministers_and_heads_of_services_are_in_charge_of(field: str, said: list[str]) -> None:
    unknown = [who for who in said if field not in portfolios(concepts.folded_words(who))]
    assert not unknown


def test_what_officials_discuss_is_no_field_that_they_are_in_charge_of() -> None:
    told = "security council secretaries discussed the fight against terrorism"
    assert portfolios(concepts.folded_words(told)) == {"security"}


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ("Əhalinin sosial müdafiəsi naziri danışıb", {"labour"}),
        ("Nazirlər müdafiə naziri ilə toplaşıb", {"defence"}),
        ("Bosh vazir savdo haqida so‘zladi", set()),
        ("Baş nazir enerji barədə danışıb", set()),
        ("The prime minister spoke on trade", set()),
        ("Parlament sədrlərinin qeyri-rəsmi görüşü", set()),
    ],
)
def test_a_word_inside_a_longer_phrase_stands_for_nothing_else(said: str, fields: set[str]) -> None:
    assert portfolios(concepts.folded_words(said)) == fields


def test_how_a_gathering_is_held_is_no_field_of_ministers() -> None:
    told = concepts.folded_words("Qeyri-rəsmi görüşdə nazirlər iştirak edib")
    assert "informal" not in portfolios(told)
