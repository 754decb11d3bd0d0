"""Who is given which office: the new one is the news, what somebody was before is dropped."""

from datetime import UTC, datetime

import pytest

from bot.extraction.facts import ArticleText
from bot.extraction.people import participants
from bot.extraction.people.reasons import Reason
from tests.defaults import READER

NOW = datetime(2026, 6, 1, tzinfo=UTC)


def found(language: str, text: str) -> dict[str, participants.Found]:
    article = ArticleText("", text, language=language)
    return {p.participant.name: p for p in participants.people(READER.tag(article))}


@pytest.mark.parametrize(
    ("language", "text", "name", "role", "body"),
    [
        ("en", "The diplomat Olga Stern was elected Secretary General of TURKSOY in May.",
         "Olga Stern", "Secretary General", "TURKSOY"),
        ("en", "The council appointed Olga Stern as the Secretary General of TURKSOY.",
         "Olga Stern", "Secretary General", "TURKSOY"),
        ("en", "As Secretary General of TURKSOY, the leaders appointed the envoy Olga Stern.",
         "Olga Stern", "Secretary General", "TURKSOY"),
        ("ru", "Главой совета переизбрана Ольга Штерн.", "Ольга Штерн", "Глава", "совет"),
        ("ru", "Генеральным секретарём лидеры назначили Ольгу Штерн.",
         "Ольга Штерн", "Генеральный секретарь", None),
        ("ru", "Историк Ольга Штерн назначена вице-президентом Тюркской академии.",
         "Ольга Штерн", "вице-президент", "Тюркская академия"),
        ("ru", "Генеральным секретарем ТюркПА избран Марк Бауэр.",
         "Марк Бауэр", "Генеральный секретарь", "ТюркПА"),
        ("tr", "Diplomat Kemal Aras TÜRKSOY Genel Sekreteri seçildi.",
         "Kemal Aras", "Genel Sekreter", "TÜRKSOY"),
        ("az", "Filoloq Kamal Arifli Türk Akademiyasının prezidenti təyin edilib.",
         "Kamal Arifli", "prezident", "Türk Akademiyası"),
        ("kk", "Дипломат Серік Әлиев ТҮРКСОЙ ұйымының бас хатшысы болып тағайындалды.",
         "Серік Әлиев", "бас хатшы", "ТҮРКСОЙ ұйымы"),
        ("ky", "Дипломат Серик Алиев ТҮРКСОЙдун башкы катчысы болуп дайындалды.",
         "Серик Алиев", "башкы катчы", "ТҮРКСОЙ"),
        ("ky", "Эл акыны Серик Алиев ТҮРКСОЙдун башкы катчысы болуп бекиди.",
         "Серик Алиев", "башкы катчы", "ТҮРКСОЙ"),
        ("az", "Yazıçı Kamal Arifli Türk Akademiyasının prezidenti vəzifəsinə təsdiqlənib.",
         "Kamal Arifli", "prezident", "Türk Akademiyası"),
        ("uz", "Diplomat Sardor Aliyev TURKSOY bosh kotibi etib saylandi.",
         "Sardor Aliyev", "bosh kotib", "TURKSOY"),
    ],
)  # fmt: skip
def test_the_new_office_is_the_one_that_is_told(
    language: str, text: str, name: str, role: str, body: str
) -> None:
    person = found(language, text)[name]
    assert (person.participant.role, person.participant.affiliation) == (role, body)
    assert person.reason is Reason.APPOINTED


def test_a_minister_who_is_elected_chairman_stays_minister() -> None:
    person = found("en", "Minister of Trade of Hungary Olga Stern was elected chair of the board.")
    assert person["Olga Stern"].participant.role == "chair; Minister of Trade of Hungary"


def test_whoever_is_thanked_behind_an_appointment_keeps_the_office() -> None:
    text = "The council appointed Olga Stern and thanked the former Secretary General of TURKSOY."
    assert found("en", text)["Olga Stern"].participant.role is None


def test_a_noun_of_appointing_gives_nobody_an_office() -> None:
    people = found("ru", "Приказ о назначении директора подписал министр Марк Бауэр.")
    assert [p.participant.role for p in people.values()] == ["министр"]


def test_an_office_that_opens_a_sentence_is_that_of_whoever_it_is_told_of() -> None:
    told = found("en", "As president, Omar Sultanov appointed Olga Stern.")
    assert told["Olga Stern"].participant.role is None


def test_whom_a_summit_appoints_by_an_office_told_first_was_not_there() -> None:
    text = (
        "The summit of TURKSOY was held in Khiva. It was attended by President Omar Sultanov.\n\n"
        "As the new Secretary General, the leaders appointed the Ambassador Olga Stern."
    )
    read = READER.read(ArticleText("TURKSOY summit held in Khiva", text, language="en"), NOW)
    assert {one.name: one.attended for one in read.participants} == {
        "Omar Sultanov": True,
        "Olga Stern": False,
    }
