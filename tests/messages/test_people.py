"""A person's office is said once, with the organisation by its short name."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.messages.message import Message, Style
from bot.messages.people import office
from bot.messages.people_block import people
from storage.events import EventRecord
from storage.models import SETTLED_FROM
from tests.messages.records import article, event, geneva, person, record, view


@pytest.mark.parametrize(
    ("role", "affiliation", "said"),
    [
        ("Secretary General", "OTS", "Secretary General, OTS"),
        ("Secretary General", "Organization of Turkic States", "Secretary General, OTS"),
        ("Secretary General", "Organization of Turkic States (OTS)", "Secretary General, OTS"),
        (
            "Secretary General of the OTS",
            "Organization of Turkic States",
            "Secretary General, OTS",
        ),
        (
            "Secretary General of the Organization of Turkic States (OTS)",
            "Organization of Turkic States",
            "Secretary General, OTS",
        ),
        (
            "Secretary General of the Organization of Turkic States",
            "OTS",
            "Secretary General, OTS",
        ),
        ("OTS Secretary General", "OTS", "Secretary General, OTS"),
        (
            "President",
            "Turkic Culture and Heritage Foundation",
            "President, Turkic Heritage Foundation",
        ),
        (
            "Secretary of TURKPA Commission on Legal Affairs",
            "TURKPA",
            "Secretary of TURKPA Commission on Legal Affairs",
        ),
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


def test_a_russian_office_governs_no_body_in_the_nominative() -> None:
    assert (
        office(view("kk"), "начальник", "отдел переводов Мажилиса Казахстана", "ru")
        == "начальник, отдел переводов Мажилиса Казахстана"
    )
    assert office(view("ru"), "декан", "Высшей школы", "ru") == "декан Высшей школы"


def test_a_common_office_is_said_in_the_chats_language() -> None:
    assert (
        office(view("en"), "Генеральный секретарь", "Организация тюркских государств", "ru")
        == "Secretary General, OTS"
    )
    assert (
        office(
            view("kk"), "Secretary General of the OTS", "Organization of Turkic States (OTS)", "en"
        )
        == "бас хатшы, ТМҰ"
    )
    assert (
        office(view("ru"), "TÜRKSOY Genel Sekreteri", "TÜRKSOY", "tr")
        == "генеральный секретарь, ТЮРКСОЙ"
    )
    assert office(view("tr"), "President", "Kazakhstan", "en") == "Cumhurbaşkanı, Kazakistan"
    assert office(view("tr"), "President", "Turkic Academy", "en") == "Başkan, Türk Akademisi"
    assert (
        office(view("uz"), "министр культуры", "Казахстан", "ru") == "madaniyat vaziri, Qozogʻiston"
    )
    assert (
        office(view("ky"), "rektör", "Ahmet Yesevi Üniversitesi", "tr")
        == "rektör, Ahmet Yesevi Üniversitesi"
    )  # half of it would be in another language


def test_any_other_office_stays_as_its_article_says_it_and_its_body_is_in_the_chats_language() -> (
    None
):
    assert office(
        view("en"), "советник генерального секретаря", "Организация тюркских государств", "ru"
    ) == ("советник генерального секретаря, OTS")
    assert office(view("kk"), "советник генсека ОТГ", "ОТГ", "ru") == "советник генсека ОТГ"
    assert office(view("tr"), None, "Тюркская академия", "ru") == "Türk Akademisi"
    assert (
        office(view("uz"), "хранитель музея", "Казахстан", "ru") == "хранитель музея, Qozogʻiston"
    )


def test_a_body_of_a_state_is_put_together_of_its_parts_the_inmost_first() -> None:
    named = "ҚР Мәдениет және спорт министрлігі Мәдениет комитеті"
    assert office(view("en"), "төраға", named, "kk") == (
        "Chairman, Committee on Culture, Ministry of Culture and Sports, Kazakhstan"
    )
    assert office(view("uz"), "төраға", named, "kk") == (
        "Qozogʻiston Madaniyat va sport vazirligi Madaniyat qoʻmitasi raisi"
    )
    unknown = office(view("en"), "төраға", "Көкжиек серіктестігі", "kk")
    assert unknown == "төраға, Көкжиек серіктестігі"


def test_what_stays_in_the_articles_language_is_muted() -> None:
    block = people(
        view("en"),
        record(
            people=(
                person(0, "Ayla Demir", "kanun ustası"),
                person(1, "Ali Kaya", "Rektör"),
                person(2, "Can Ak", "Rektör", "üniversitesi"),  # half a name
            ),
            articles=(article(language="tr"),),
        ),
    )
    assert block is not None
    assert [(row[-1].text, row[-1].style is Style.MUTED) for row in block.lines] == [
        ("kanun ustası", True),
        ("Rector", False),
        ("Rector", False),
    ]


def test_beside_a_body_that_is_not_known_the_office_alone_is_said_in_the_chats_language() -> None:
    there = person(0, "Ayla Demir", "rektor", "Göyçay Universiteti")
    block = people(view("en"), record(people=(there,), articles=(article(language="az"),)))
    assert block is not None
    name, _, role, body = block.lines[0][-4:]
    assert (name.text, role.text, body.text) == ("Ayla Demir", "Rector", ", Göyçay Universiteti")
    assert body.style is Style.MUTED


@pytest.mark.parametrize(
    ("body", "told"),
    [("Kelbaho", "Келбахо"), ("studio of weavers in Kelbaho", "studio of weavers in Kelbaho")],
)
def test_a_body_that_is_not_known_is_in_the_chats_letters_where_it_is_a_name_and_no_words(
    body: str, told: str
) -> None:
    there = person(0, "Ayla Demir", "director", body)
    block = people(view("ru"), record(people=(there,), articles=(article(language="en"),)))
    assert block is not None
    assert block.lines[0][-1].text == f", {told}"


def test_in_the_language_of_its_article_an_office_is_left_as_it_is() -> None:
    assert (
        office(view("en"), "Minister of Culture", "Kyrgyz Republic", "en")
        == "Minister of Culture, Kyrgyz Republic"
    )
    assert office(view("ru"), "генсек", "ОТГ", "ru") == "генсек, ОТГ"


def test_the_office_of_a_state_stands_in_one_form_in_all_lines() -> None:
    assert office(view("ru"), "Президент", "Казахстан", "ru") == "президент, Казахстан"
    assert office(view("ru"), "Президент", "Клуб", "ru") == "Президент, Клуб"


def test_that_an_office_is_new_makes_no_other_one_of_it() -> None:
    assert office(view("uz"), "new Secretary General", "OTS", "en") == "bosh kotib, TDT"
    assert office(view("en"), "новый министр культуры", "Казахстан", "ru") == (
        "Minister of Culture, Kazakhstan"
    )


def test_a_name_is_as_the_chats_language_writes_it_or_at_least_in_its_script() -> None:
    people_of = {language: people(view(language), geneva()) for language in ("en", "kk", "uz")}
    lines = {
        language: "".join(span.text for span in block.lines[1])
        for language, block in people_of.items()
        if block
    }
    assert lines["en"].startswith("   Shahin Mustafayev · ")
    assert lines["kk"].startswith("   Шахин Мұстафаев · ")
    assert lines["uz"].startswith("   Shohin Mustafoyev · ")


def test_a_name_is_read_by_the_language_of_the_article_that_it_is_from() -> None:
    both = (article(language="ru"), article("KABAR", 2, language="ky"))
    shown = people(
        view("en"),
        record(
            people=(person(0, "Акылбек Жапаров", article_id=2), person(1, "Ахмед Жапаров")),
            articles=both,
        ),
    )
    assert shown is not None
    assert [line[1].text for line in shown.lines] == ["Akylbek Japarov", "Akhmed Zhaparov"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Chairman, Halk Maslahaty, Turkmenistan"),
        ("tr", "Türkmenistan Halk Maslahatı Başkanı"),
        ("uz", "Turkmaniston Xalq Maslahati raisi"),
        ("kk", "Түрікменстан Халық Маслахаты төрағасы"),
        ("ru", "председатель Халк Маслахаты, Туркменистан"),
    ],
)
def test_a_house_of_a_state_goes_by_the_name_that_readers_know(language: str, said: str) -> None:
    body = "Халк Маслахаты Милли Генгеша Туркменистана"
    assert office(view(language), "Председатель", body, "ru") == said


def test_a_russian_office_governs_a_house_in_its_case_also_in_another_articles_words() -> None:
    house = "Oliy Majlis Senati"
    assert (
        office(view("ru"), "raisi", house, "uz") == "председатель Сената Олий Мажлиса, Узбекистан"
    )


def test_a_committee_of_a_house_is_no_house() -> None:
    body = "Комитет Олий Мажлиса по экологии"
    assert office(view("uz"), "председатель", body, "ru") == f"председатель, {body}"


def _summit(tense: str, expected: tuple[str, ...] = (), **fields: object) -> EventRecord:
    day = date(2025, 6, 1)
    what = event(
        kind="summit", tense=tense, starts_on=day, gathering={"expected": expected}, **fields
    )
    there = (person(0, "Omar Sultanov", "Prime Minister"), person(1, "Ayla Demir"))
    return record(what, people=there)


def test_before_an_event_a_card_says_that_people_are_expected() -> None:
    block = people(view(), _summit("future"))
    assert block is not None
    assert Message((block,)).plain == (
        "👥 expected:\n   Omar Sultanov · Prime Minister\n   Ayla Demir"
    )


@pytest.mark.parametrize("language", ["ru", "tr", "az", "kk", "ky", "uz"])
def test_that_people_are_expected_is_said_in_every_language(language: str) -> None:
    block = people(view(language), _summit("future"))
    assert block is not None
    first, *_ = Message((block,)).plain.splitlines()
    assert first.endswith(":")
    assert "expected" not in first


def test_who_sent_a_message_stands_below_those_who_were_there() -> None:
    wrote = person(2, "Omar Sultanov", attended=False, by_message=True)
    named = person(3, "Erlan Kasymov", attended=False)
    both = people(view(), record(event(), people=(person(1, "Ayla Demir"), wrote, named)))
    alone = people(view(), record(event(), people=(wrote, named)))
    assert both is not None
    assert alone is not None
    assert Message((both,)).plain == "👥 Ayla Demir\n✉️ sent a message: Omar Sultanov"
    assert Message((alone,)).plain == "✉️ sent a message: Omar Sultanov"


@pytest.mark.parametrize("language", ["ru", "tr", "az", "kk", "ky", "uz"])
def test_that_somebody_sent_a_message_is_said_in_every_language(language: str) -> None:
    wrote = person(2, "Omar Sultanov", attended=False, by_message=True)
    block = people(view(language), record(event(), people=(wrote,)))
    assert block is not None
    assert "message" not in Message((block,)).plain


def test_whom_only_announcements_name_is_not_among_those_who_were_there() -> None:
    noon = datetime(2025, 6, 1, 6, tzinfo=UTC)
    on = people(view(), _summit("past", ("Omar Sultanov",), changed_at=noon))
    over = people(view(), _summit("past", ("Omar Sultanov",), changed_at=noon + timedelta(days=1)))
    assert on is not None
    assert over is not None
    assert Message((on,)).plain == "👥 Ayla Demir\nexpected: Omar Sultanov"
    assert Message((over,)).plain == "👥 Ayla Demir\nhad been expected: Omar Sultanov"


def test_that_a_report_is_settled_moves_nobody_behind_the_others() -> None:
    there = (
        person(SETTLED_FROM, "Omar Sultanov", "President"),
        person(1, "Ayla Demir", "Minister"),
        person(SETTLED_FROM + 2, "Olga Stern"),
    )
    block = people(view(), record(people=there))
    assert block is not None
    assert Message((block,)).plain == (
        "👥 Omar Sultanov · President\n   Ayla Demir · Minister\n   Olga Stern"
    )
