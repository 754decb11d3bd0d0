"""What stands inside the complement of an office, and what parts it from the next."""

import pytest

from tests.extraction.people.reading import offices, told


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Выступили председатель городского совета и главный советник Марк Бауэр.",
         "Марк Бауэр", "главный советник"),
        ("Выступил первый вице-премьер и министр экономики Марк Бауэр.",
         "Марк Бауэр", "первый вице-премьер и министр экономики"),
    ],
)  # fmt: skip
def test_an_office_without_a_name_before_an_and_is_somebody_elses(
    text: str, name: str, role: str
) -> None:
    assert offices("ru", text)[name][0] == role


def test_a_town_that_no_list_knows_stays_with_its_mayor() -> None:
    assert offices("en", "The Mayor of Karlstein Olga Stern spoke.") == {
        "Olga Stern": ("Mayor", "Karlstein")
    }


def test_the_last_field_of_a_list_may_stand_behind_a_comma_and_an_and() -> None:
    text = "Deputy Minister of Culture, Sport, and Youth Policy of Hungary Anna Nagy spoke."
    assert told("en", text) == [("Deputy Minister of Culture, Sport, and Youth Policy", "Hungary")]


def test_a_board_is_a_body_and_its_members_no_office() -> None:
    text = "Chairman of the IKTU Board of Trustees, Mr. Mark Bauer, spoke."
    assert told("en", text) == [("Chairman", "IKTU Board of Trustees")]
