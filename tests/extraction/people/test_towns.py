"""The town of mayors and governors, told beside their name or just before."""

import pytest

from tests.extraction.people.reading import offices


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        ("en", "On Friday the guests came to Shymkent, where they met the mayor, Olga Stern.",
         ("mayor", "Shymkent")),
        ("en", "Guests came to Shymkent. Mayor Olga Stern greeted them.", ("Mayor", "Shymkent")),
        ("ru", "Делегация приехала в Шымкент, где её встретила мэр Olga Stern.",
         ("мэр", "Шымкент")),
        ("tr", "Tören Aksaray'da yapıldı. Belediye Başkanı Olga Stern konuştu.",
         ("Belediye Başkanı", "Aksaray")),
        ("az", "Tədbir Bursada keçirilib. Bələdiyyə başçısı Olga Stern çıxış edib.",
         ("Bələdiyyə başçısı", "Bursa")),
        ("az", "Qonaqları Gəncə şəhərinin icra başçısı Olga Stern qarşıladı.",
         ("icra başçısı", "Gəncə şəhəri")),
        ("az", "Qonaqları Lerik Rayon İcra Hakimiyyətinin başçısı Olga Stern qarşıladı.",
         ("başçı", "Lerik Rayon İcra Hakimiyyəti")),
        ("uz", "Mehmonlarni Xiva shahri hokimi Olga Stern kutib oldi.",
         ("hokim", "Xiva shahri")),
        ("uz", "Меҳмонларни Хива шаҳри ҳокими Olga Stern кутиб олди.",
         ("ҳоким", "Хива шаҳри")),
        ("ky", "Жыйын Ош шаарында өттү. Шаар мэри Olga Stern сүйлөдү.", ("мэр", "Ош шаары")),
    ],
)  # fmt: skip
def test_a_mayor_is_of_the_town_that_is_told(
    language: str, text: str, office: tuple[str, str]
) -> None:
    assert offices(language, text)["Olga Stern"] == office


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        ("en", "Guests saw Bursa and Konya. Mayor Olga Stern slept.", ("Mayor", None)),
        ("en", "Governor of Bursa Kemal Kaya and Mayor Olga Stern spoke.", ("Mayor", None)),
        ("en", "Guests came to Shymkent. Rector Olga Stern greeted them.", ("Rector", None)),
        ("tr", "Tören Aksaray'da yapıldı. Yeşilpınar Belediye Başkanı Olga Stern konuştu.",
         ("Belediye Başkanı", "Yeşilpınar")),
        ("en", "Guests came to Kazakhstan. Mayor Olga Stern greeted them.", ("Mayor", None)),
    ],
)  # fmt: skip
def test_of_two_towns_or_another_a_mayor_is_of_neither(
    language: str, text: str, office: tuple[str, str | None]
) -> None:
    assert offices(language, text)["Olga Stern"] == office


def test_a_bashkan_is_told_in_russian_as_well() -> None:
    text = "Гостей встретил башкан Гагаузии Марк Бауэр."
    assert offices("ru", text) == {"Марк Бауэр": ("башкан", "Гагаузия")}
