"""Where an office that stands before a name begins."""

import pytest

from tests.extraction.people.reading import offices, told


def test_praise_is_no_part_of_an_office() -> None:
    assert offices("en", "The renowned composer Olga Stern spoke.")["Olga Stern"][0] == "composer"


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Guests were Union of Steppe Carriers (USC) Chairman Ali Kaya and others.",
            ("Chairman", "Union of Steppe Carriers (USC)"),
        ),
        (
            "Ministry of Culture Spokesperson Anna Nagy answered.",
            ("Spokesperson", "Ministry of Culture"),
        ),
        ("The Council of Elders Chair Ali Kaya spoke.", ("Chair", "Council of Elders")),
    ],
)
def test_a_body_named_by_of_may_stand_before_its_office(text: str, office: tuple[str, str]) -> None:
    assert told("en", text) == [office]


def test_a_gathering_before_a_comma_is_no_part_of_the_office_behind() -> None:
    text = "Aksakallar Konseyi Olağan Toplantısı, Kültür Bakanı Ali Kaya'nın katılımıyla yapıldı."
    assert told("tr", text) == [("Kültür Bakanı", None)]


@pytest.mark.parametrize("day", ["On May 3", "On May 3,"])
def test_the_number_of_a_day_is_no_part_of_the_office_behind(day: str) -> None:
    text = f"{day} Prime Minister Ali Kaya and Minister of Culture Anna Nagy took part."
    assert told("en", text)[0][0] == "Prime Minister"
