"""Who is listed by his country alone has the office that the sentence behind tells of them all."""

import pytest

from tests.extraction.people.reading import offices

LISTED = (
    "Those who take part are Serik Abenov and Dana Abenova from Kazakhstan, Azamat Usenov from"
    " Kyrgyzstan and Mert Arslan from Türkiye. "
)


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        ("en", f"{LISTED}The painters will work there for ten days.", ("painter", "Türkiye")),
        ("en", f"{LISTED}On their canvases, the painters will show it.", ("painter", "Türkiye")),
        ("tr", ("Sahneyi Kazakistan'dan Serik Abenov ve Dana Abenova ile Türkiye'den Mert Arslan"
          " paylaştı. Opera sanatçıları aryalar söyledi."),
         ("Opera sanatçısı", "Türkiye")),
        ("az", ("Konsertdə Qazaxıstandan Serik Abenov, Qırğızıstandan Azamat Usenov və Türkiyədən"
          " Mert Arslan çıxış ediblər. Müğənnilər klassik əsərlər ifa ediblər."),
         ("Müğənni", "Türkiyə")),
    ],
)  # fmt: skip
def test_those_of_a_list_have_the_office_that_takes_them_up(
    language: str, text: str, office: tuple[str, str]
) -> None:
    assert offices(language, text)["Mert Arslan"] == office


@pytest.mark.parametrize(
    "behind",
    [
        "Painters from other countries will follow.",
        "The painters met the singers.",
        "The experts will work there for ten days.",
        "\n\nThe painters will work there for ten days.",
        "The painters were greeted by Ali Kaya.",
    ],
)
def test_an_office_that_may_be_of_others_is_not_theirs(behind: str) -> None:
    assert offices("en", f"{LISTED}{behind}")["Mert Arslan"] == (None, "Türkiye")


def test_whoever_has_an_office_of_his_own_keeps_it() -> None:
    text = LISTED.replace("Serik Abenov", "Minister Serik Abenov")
    found = offices("en", f"{text}The painters will work there for ten days.")
    assert found["Serik Abenov"][0] == "Minister"
    assert found["Azamat Usenov"] == ("painter", "Kyrgyzstan")
