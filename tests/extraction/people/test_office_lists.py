"""An office of many whose holders are told at some distance, each from his own land."""

import pytest

from tests.extraction.people.reading import offices, told


@pytest.mark.parametrize(
    ("language", "text", "office", "lands"),
    [
        ("en", ("Painters Mert Arslan and Olga Stern from Turkey, Serik Abenov from Kazakhstan "
         "and Anvar Karimov from Uzbekistan came."), "Painter",
         ("Turkey", "Turkey", "Kazakhstan", "Uzbekistan")),
        ("en", ("Three soloists will sing, including Mert Arslan from Turkey and Serik Abenov "
         "from Kazakhstan."), "soloist", ("Turkey", "Kazakhstan")),
        ("en", "Soloists of the evening: Mert Arslan (Turkey) and Serik Abenov (Kazakhstan).",
         "Soloist", ("Turkey", "Kazakhstan")),
        ("ru", "Солисты вечера: Мерт Арслан (Турция) и Серик Абенов (Казахстан).", "Солист",
         ("Турция", "Казахстан")),
        ("az", ("Solistlər tanınmış sənət adamlarıdır: Mert Arslan (Türkiyə) və Serik Abenov "
         "(Qazaxıstan)."), "Solist", ("Türkiyə", "Qazaxıstan")),
        ("ru", ("На сцену выйдут солисты, включая Динару Омарову и Серика Абенова из "
         "Казахстана и Анвара Каримова из Узбекистана."), "солист",
         ("Казахстан", "Казахстан", "Узбекистан")),
        ("tr", ("Konserde opera sanatçıları Azerbaycan'dan Kamil Nurlu ve Leyla Seferova, "
         "Kazakistan'dan Serik Abenov sahne aldı."), "opera sanatçısı",
         ("Azerbaycan", "Azerbaycan", "Kazakistan")),
        ("tr", "Ressamlar arasında Azerbaycan'dan Kamil Nurlu, Kazakistan'dan Serik Abenov var.",
         "Ressam", ("Azerbaycan", "Kazakistan")),
        ("az", "Rəssamlar arasında Türkiyədən Mert Arslan, Qazaxıstandan Serik Abenov var.",
         "Rəssam", ("Türkiyə", "Qazaxıstan")),
        ("kk", "Концертте әншілер Түркиядан Мерт Арслан, Өзбекстаннан Анвар Каримов ән салды.",
         "әнші", ("Түркия", "Өзбекстан")),
        ("ky", "Концертте ырчылар Түркиядан Мерт Арслан, Казакстандан Серик Абенов ырдады.",
         "ырчы", ("Түркия", "Казакстан")),
        ("uz", "Konsertda xonandalar Turkiyadan Mert Arslan, Qozog‘istondan Serik Abenov kuyladi.",
         "xonanda", ("Turkiya", "Qozogʻiston")),
        ("uz", "Rassomlar orasida qozog‘istonlik Serik Abenov, turkiyalik Mert Arslan bor.",
         "Rassom", ("Qozogʻiston", "Turkiya")),
    ],
)  # fmt: skip
def test_an_office_of_many_is_everybodys_who_is_listed_by_his_land(
    language: str, text: str, office: str, lands: tuple[str, ...]
) -> None:
    assert sorted(told(language, text)) == sorted((office, land) for land in lands)


@pytest.mark.parametrize(
    ("language", "text", "office", "lands"),
    [
        ("en", ("Ten painters came to the town. Among them are Kamil Nurlu from Azerbaijan and "
         "Mert Arslan from Turkey."), "painter", ("Azerbaijan", "Turkey")),
        ("ru", "Приехали десять художников. Среди них Серик Абенов из Казахстана.",
         "художник", ("Казахстан",)),
        ("tr", "Kente ressamlar geldi. Aralarında Kazakistan'dan Serik Abenov var.",
         "ressam", ("Kazakistan",)),
        ("uz", ("Kursda tinglovchilar bor. Ular orasida qozog‘istonlik Serik Abenov, "
         "turkiyalik Mert Arslan bor."), "tinglovchi", ("Qozogʻiston", "Turkiya")),
    ],
)  # fmt: skip
def test_those_among_them_have_the_office_that_the_sentence_before_tells(
    language: str, text: str, office: str, lands: tuple[str, ...]
) -> None:
    assert told(language, text) == [(office, land) for land in lands]


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        ("en", ("Ten painters and five poets came. Among them is Serik Abenov from Kazakhstan."),
         (None, "Kazakhstan")),
        ("tr", "Bakanlar Kazakistan'dan gelen Serik Abenov ile görüştü.", (None, "Kazakistan")),
        ("tr", "Bakanlar arasında Türk Akademisi Başkanı Serik Abenov da vardı.",
         ("Başkan", "Türk Akademisi")),
    ],
)  # fmt: skip
def test_whoever_is_not_one_of_the_many_has_no_office_of_theirs(
    language: str, text: str, office: tuple[str | None, str]
) -> None:
    assert offices(language, text)["Serik Abenov"] == office
