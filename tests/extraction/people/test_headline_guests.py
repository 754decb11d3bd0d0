"""Whom the headline alone tells as received or met was there, in the office that it tells."""

import pytest

from bot.extraction.facts import ArticleText, Participant
from bot.extraction.people import participants
from tests.defaults import READER

ALONE = [
    ("en", "The minister received Secretary General of TURKSOY Orhan Kesici",
     "The minister spoke of the plans for the coming year.", "Orhan Kesici"),
    ("ru", "Министр принял генерального секретаря ТЮРКСОЙ Орхана Кесиджи",
     "Министр рассказал о планах на будущий год.", "Орхан Кесиджи"),
    ("tr", "Bakan, TÜRKSOY Genel Sekreteri Orhan Kesici'yi kabul etti",
     "Bakan, gelecek yılın planlarını anlattı.", "Orhan Kesici"),
    ("az", "Nazir TÜRKSOY-un baş katibi Orxan Əliyevi qəbul edib",
     "Nazir gələn ilin planlarından danışıb.", "Orxan Əliyev"),
    ("kk", "Министр ТҮРКСОЙ бас хатшысы Орхан Кесижіні қабылдады",
     "Министр келер жылдың жоспары туралы айтты.", "Орхан Кесижі"),
    ("ky", "Министр ТҮРКСОЙдун башкы катчысы Орхан Кесижини кабыл алды",
     "Министр келерки жылдын пландары тууралуу айтты.", "Орхан Кесижи"),
    ("uz", "Vazir TURKSOY bosh kotibi Orxan Kesijini qabul qildi",
     "Vazir kelasi yil rejalari haqida gapirdi.", "Orxan Kesiji"),
]  # fmt: skip


def people(language: str, title: str, text: str) -> dict[str, Participant]:
    article = READER.tag(ArticleText(title, text, language=language))
    return {found.participant.name: found.participant for found in participants.people(article)}


@pytest.mark.parametrize(("language", "title", "text", "name"), ALONE)
def test_who_is_received_in_the_headline_alone_was_there(
    language: str, title: str, text: str, name: str
) -> None:
    person = people(language, title, text)[name]
    assert person.attended
    assert person.role is not None
    assert person.affiliation is not None


def test_a_bare_name_below_has_the_office_of_the_headline() -> None:
    title = "Министр принял генерального секретаря ТЮРКСОЙ Ерлана Сабденова"
    person = people("ru", title, "Министр поздравил Ерлана Сабденова с назначением.")
    assert list(person) == ["Ерлан Сабденов"]
    assert person["Ерлан Сабденов"].role == "генеральный секретарь"
    assert person["Ерлан Сабденов"].attended


@pytest.mark.parametrize(
    "title",
    [
        "Minister Receives Secretary General Of TURKSOY Orhan Kesici",
        "Minister remembers Secretary General of TURKSOY Orhan Kesici",
        "The minister received Orhan Kesici",
    ],
)
def test_a_headline_that_tells_no_encounter_or_office_names_nobody(title: str) -> None:
    assert people("en", title, "The minister spoke of the plans for the coming year.") == {}
