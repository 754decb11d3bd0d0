"""Towns that stand in one row before one word for towns."""

import pytest

from tests.extraction.event.reading import event_of


@pytest.mark.parametrize(
    ("language", "text", "city"),
    [
        ("az", "TÜRKSOY Bişkek, Oş və Gəncə şəhərlərində tədbirlər keçirib.", "Bişkek"),
        ("az", "TÜRKSOY missiyası Bişkek, Oş və Özgən şəhərlərində seçkiləri izləyib.", "Bişkek"),
        ("kk", "ТҮРКСОЙ Астана, Алматы және Шымкент қалаларында іс-шаралар өткізді.", "Астана"),
        ("ky", "ТҮРКСОЙ Бишкек, Ош жана Нарын шаарларында иш-чараларды өткөрдү.", "Бишкек"),
        ("uz", "TURKSOY Toshkent va Buxoro shaharlarida tadbirlar o‘tkazdi.", "Toshkent"),
        ("tr", "TÜRKSOY heyeti Konya, Bursa ve Ankara şehirlerinde toplantı düzenledi.", "Konya"),
        ("az", "TÜRKSOY-un iclası Gəncə şəhərində keçirilib.", "Gəncə"),
    ],
)
def test_the_first_town_of_a_row_is_the_events(language: str, text: str, city: str) -> None:
    assert event_of("", text, language=language).city == city
