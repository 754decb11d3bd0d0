"""Committees and departments are told with the office, the body that they are a part of apart."""

import pytest

from tests.extraction.people.reading import offices


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        ("az", "Görüşdə Milli Məclisin səhiyyə komitəsinin sədri Kamal Arifov çıxış edib.",
         ("səhiyyə komitəsinin sədri", "Milli Məclis")),
        ("az", "Görüşdə komitənin baş məsləhətçisi Kamal Arifov çıxış edib.",
         ("komitənin baş məsləhətçisi", None)),
        ("tr", "Toplantıda TDT Aksakallar Konseyi Başkanı Kemal Aras konuştu.",
         ("Aksakallar Konseyi Başkanı", "TDT")),
        ("kk", "Сенаттың Халықаралық қатынастар комитетінің төрағасы Серік Байұлы сөйледі.",
         ("Халықаралық қатынастар комитетінің төрағасы", "Сенат")),
        ("en", "The head of the finance department of TURKSOY, Olga Stern, spoke.",
         ("head of the finance department", "TURKSOY")),
        ("en", "The chair of the State Committee for Family of Hungary, Olga Stern, spoke.",
         ("chair", "State Committee for Family of Hungary")),
        ("ru", "Выступил руководитель департамента перевозок ОТГ Марк Бауэр.",
         ("руководитель департамента перевозок", "ОТГ")),
    ],
)  # fmt: skip
def test_a_part_is_told_with_the_office_and_its_owner_apart(
    language: str, text: str, office: tuple[str, str | None]
) -> None:
    assert list(offices(language, text).values()) == [office]


def test_a_body_of_its_own_stays_the_affiliation() -> None:
    text = "Görüşdə Mətbuat Şurasının sədri Kamal Arifov çıxış edib."
    assert list(offices("az", text).values()) == [("sədr", "Mətbuat Şurası")]
