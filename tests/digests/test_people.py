"""A person's office is said once, with the organisation by its short name."""

import pytest

from bot.digests.people import office, people
from tests.digests.records import article, geneva, person, record, view


@pytest.mark.parametrize(
    ("role", "affiliation", "said"),
    [
        ("Secretary General", "OTS", "Secretary General, OTS"),
        ("Secretary General", "Organization of Turkic States", "Secretary General, OTS"),
        ("Secretary General", "Organization of Turkic States (OTS)", "Secretary General, OTS"),
        ("Secretary General of the OTS", "Organization of Turkic States", "Secretary General of the OTS"),
        ("Secretary General of the Organization of Turkic States (OTS)", "Organization of Turkic States", "Secretary General of the OTS"),
        ("Secretary General of the Organization of Turkic States", "OTS", "Secretary General of the OTS"),
        ("OTS Secretary General", "OTS", "OTS Secretary General"),
        ("President", "Turkic Culture and Heritage Foundation", "President, Heritage Foundation"),
        ("Secretary of TURKPA Commission on Legal Affairs", "TURKPA", "Secretary of TURKPA Commission on Legal Affairs"),
        ("Minister of Culture", "Kazakhstan", "Minister of Culture, Kazakhstan"),
        (
            "Envoy of the Kyrgyz Republic to the UN",
            "Kyrgyz Republic",
            "Envoy of the Kyrgyz Republic to the UN",
        ),
        ("Secretary General", "Turkic Council", "Secretary General, Turkic Council"),
        ("pianist", None, "pianist"),
        (None, "TURKSOY", "TURKSOY"),
        (None, "Ministry of Culture", "Ministry of Culture"),
        (None, None, ""),
    ],
)
def test_an_office_is_said_once(role: str | None, affiliation: str | None, said: str) -> None:
    assert office(view(), role, affiliation, "en") == said


def test_an_office_stays_in_the_language_of_its_article_and_its_body_is_in_the_chats() -> None:
    assert office(view("en"), "Генеральный секретарь", "Организация тюркских государств", "ru") == "Генеральный секретарь, OTS"
    assert office(view("kk"), "Генеральный секретарь ОТГ", "ОТГ", "ru") == "Генеральный секретарь ОТГ"
    assert office(view("tr"), None, "Тюркская академия", "ru") == "Türk Akademisi"


def test_a_country_that_somebody_is_of_is_in_the_chats_language() -> None:
    assert office(view("uz"), "министр культуры", "Казахстан", "ru") == "министр культуры, Qozogʻiston"
    assert office(view("en"), "Minister of Culture", "Kyrgyz Republic", "en") == "Minister of Culture, Kyrgyz Republic"


def test_a_name_is_as_the_chats_language_writes_it_or_at_least_in_its_script() -> None:
    people_of = {language: people(view(language), geneva()) for language in ("en", "kk", "uz")}
    lines = {language: "".join(span.text for span in block.lines[1]) for language, block in people_of.items() if block}
    assert lines["en"].startswith("   Shahin Mustafayev · ")
    assert lines["kk"].startswith("   Шахин Мұстафаев · ")
    assert lines["uz"].startswith("   Shohin Mustafoyev · ")


def test_a_name_is_read_by_the_language_of_the_article_that_it_is_from() -> None:
    both = (article(language="ru"), article("KABAR", 2, language="ky"))
    shown = people(view("en"), record(people=(person(0, "Акылбек Жапаров", article_id=2), person(1, "Ахмед Жапаров")), articles=both))
    assert shown is not None
    assert [line[1].text for line in shown.lines] == ["Akylbek Japarov", "Akhmed Zhaparov"]
