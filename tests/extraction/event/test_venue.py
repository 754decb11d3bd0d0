"""The house in which an event is held, as it is called."""

import pytest

from tests.extraction.event.reading import event_of


@pytest.mark.parametrize(
    ("language", "text", "venue"),
    [
        ("uz", "TURKSOY konserti Xalqlar do‘stligi saroyida bo‘lib o‘tdi.",
         "Xalqlar do‘stligi saroyi"),
        ("uz", "TURKSOY konserti Milliy kutubxonasida bo‘lib o‘tdi.", "Milliy kutubxonasi"),
        ("uz", "TURKSOY yig‘ilishi Toshkentdagi Anjumanlar saroyida bo‘lib o‘tdi.",
         "Toshkentdagi Anjumanlar saroyi"),
        ("kk", "ТҮРКСОЙ отырысы Алматы университетінде өтті.", "Алматы университеті"),
        ("ky", ("ТҮРКСОЙдун катчысы Ош шаарынын вице-мэри Нурбек Осмонов жана тиешелүү өкүлдөрү"
         " Ош мамлекеттик университетинде жолугушту."), "Ош мамлекеттик университети"),
        ("tr", "TÜRKSOY toplantısı Milli Kütüphanesi'nde yapıldı.", "Milli Kütüphanesi"),
        ("tr", "TÜRKSOY toplantısı Yazarlar Birliği binasında yapıldı.", "Yazarlar Birliği binası"),
        ("az", "TÜRKSOY iclası Milli Kitabxanasında keçirilib.", "Milli Kitabxanası"),
    ],
)  # fmt: skip
def test_a_house_is_told_without_the_event_and_the_people_before_it(
    language: str, text: str, venue: str
) -> None:
    assert event_of("", text, language=language).venue == venue
