"""An office as a card shows it: the role, and the body or country in the nominative."""

import pytest

from tests.extraction.people.reading import told


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Выступил директор Национального музея Монголии Марк Бауэр.",
         ("директор", "Национальный музей Монголии")),
        ("Выступила ректор Высшей школы Бурсы Ольга Штерн.",
         ("ректор", "Высшая школа Бурсы")),
        ("Выступил профессор Анкарского университета Марк Бауэр.",
         ("профессор", "Анкарский университет")),
        ("Выступила юрист Милли Меджлиса Азербайджана Ольга Штерн.",
         ("юрист", "Милли Меджлис Азербайджана")),
        ("Выступил министр науки и высшего образования Казахстана Марк Бауэр.",
         ("министр науки и высшего образования", "Казахстан")),
        ("Выступил президент Республики Казахстан Марк Бауэр.",
         ("президент", "Республика Казахстан")),
    ],
)  # fmt: skip
def test_a_body_behind_its_office_is_told_in_the_nominative(
    text: str, office: tuple[str, str]
) -> None:
    assert told("ru", text) == [office]


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        ("az", "Görüşdə TÜRKSOY-un sərgilər üzrə direktoru Nərmin Qasımova çıxış edib.",
         "sərgilər üzrə direktor"),
        ("ky", "Жыйында ТҮРКСОЙдун көргөзмөлөр боюнча координатору Айгүл Асанова сүйлөдү.",
         "көргөзмөлөр боюнча координатор"),
        ("az", "Görüşdə Mədəniyyət naziri Nərmin Qasımova çıxış edib.", "Mədəniyyət naziri"),
    ],
)  # fmt: skip
def test_an_ending_that_ties_an_office_to_its_body_goes_where_the_body_is_parted_from_it(
    language: str, text: str, office: str
) -> None:
    assert [role for role, _ in told(language, text)] == [office]


def test_a_letter_mark_does_not_cost_a_country_its_last_letter() -> None:
    text = "Yig‘ilishda Oʻzbekistonning Turkiyadagi elchisi Sardor Aliyev qatnashdi."
    assert told("uz", text) == [("Turkiyadagi elchi", "Oʻzbekiston")]


def test_a_plural_office_is_told_of_each_in_the_singular() -> None:
    text = "The deputies Olga Stern (Hungary) and Mark Bauer (Hungary) spoke."
    assert told("en", text) == [("deputy", "Hungary")] * 2


def test_an_office_shared_by_a_list_reaches_over_titles() -> None:
    text = "Rektör Yardımcıları Prof. Dr. Kemal Aras ve Prof. Dr. Orhan Tekin konuştu."
    assert {role for role, _ in told("tr", text)} == {"Rektör Yardımcısı"}


def test_what_only_explains_a_country_is_no_part_of_it() -> None:
    text = "Выступил Премьер-министр Венгрии (страны-наблюдателя) Мартон Баконьи."
    assert told("ru", text) == [("Премьер-министр", "Венгрия")]


def test_the_advisor_to_a_president_is_no_president() -> None:
    assert told("en", "The Chief Advisor to the President Mark Bauer spoke.") == [
        ("Chief Advisor to the President", None)
    ]


def test_people_behind_a_name_do_not_give_it_their_office() -> None:
    text = "Törene Bakü Büyükelçisi Kemal Aras, rektörler ve öğrenciler katıldı."
    assert told("tr", text) == [("Bakü Büyükelçisi", None)]


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        (
            "az",
            "Azərbaycan Rəssamlıq Akademiyasının professoru Kamal Arifov çıxış edib.",
            ("professor", "Azərbaycan Rəssamlıq Akademiyası"),
        ),
        (
            "uz",
            "Unda Oliy Majlis Qonunchilik palatasi Spikeri Karim Boboyev qatnashdi.",
            ("Spiker", "Oliy Majlis Qonunchilik palatasi"),
        ),
        (
            "en",
            "The director for projects at the Turkic Investment Fund, Olga Stern, spoke.",
            ("director for projects", "Turkic Investment Fund"),
        ),
        (
            "kk",
            "Отырысқа Сенат төрағасы қатысып, Ұлттық экономика министрі Серік Байұлы сөйледі.",
            ("Ұлттық экономика министрі", None),
        ),
        (
            "ky",
            "Жыйынга Эге университетинин профессору Мелике Бай кызы катышты.",
            ("профессор", "Эге университети"),
        ),
    ],
)
def test_a_body_is_told_whole(language: str, text: str, office: tuple[str, str | None]) -> None:
    assert told(language, text) == [office]


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "Local farmer Olga Stern spoke.", "farmer"),
        ("ru", "Потом пела молодая певица Olga Stern.", "певица"),
        ("tr", "Sonra genç şair Olga Stern okudu.", "şair"),
        ("az", "Sonra yerli həkim Olga Stern danışıb.", "həkim"),
        ("kk", "Содан кейін жергілікті шаруа Olga Stern сөйледі.", "шаруа"),
        ("ky", "Андан соң жаш волонтёр Olga Stern сүйлөдү.", "волонтёр"),
        ("uz", "Keyin faol talaba Olga Stern so‘zladi.", "talaba"),
        ("en", "The then minister Olga Stern spoke.", "then minister"),
        ("en", "The former minister Olga Stern spoke.", "former minister"),
    ],
)  # fmt: skip
def test_that_somebody_is_young_or_local_is_no_part_of_the_office(
    language: str, text: str, role: str
) -> None:
    assert told(language, text) == [(role, None)]


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        ("az", "Xalq yazıçısı, TÜRKSOY-un baş katibi Olga Stern çıxış edib.",
         ("baş katib", "TÜRKSOY")),
        ("kk", "Жазушы, ТҮРКСОЙ бас хатшысы Olga Stern сөйледі.",
         ("Жазушы, бас хатшы", "ТҮРКСОЙ")),
        ("az", "TÜRKSOY-un baş katibi, Birliyin sədri Olga Stern çıxış edib.",
         ("baş katib, Birliyin sədri", "TÜRKSOY")),
        ("uz", "Bu haqda Prezident matbuot kotibi Olga Stern xabar berdi.",
         ("Prezident matbuot kotibi", None)),
        ("uz", "Keyin Prezident Olga Stern so‘zladi.", ("Prezident", None)),
    ],
)  # fmt: skip
def test_the_body_of_the_second_office_is_not_lost_and_an_aide_is_whose_he_is(
    language: str, text: str, office: tuple[str, str | None]
) -> None:
    assert told(language, text) == [office]


@pytest.mark.parametrize(
    ("language", "text", "office"),
    [
        ("en", "A Dutch investor Olga Stern came.", ("investor", "Netherlands")),
        ("ru", "Приехала голландский инвестор Olga Stern.", ("инвестор", "Нидерланды")),
        ("kk", "Сөз алған нидерландтық ғалым Olga Stern болды.", ("ғалым", "Нидерланд")),
    ],
)  # fmt: skip
def test_an_adjective_of_a_nation_is_where_somebody_is_from(
    language: str, text: str, office: tuple[str, str]
) -> None:
    assert told(language, text) == [office]
