"""Who sends a gathering a message takes part by it, and is not there."""

import pytest

from bot.extraction.people.reasons import Reason
from tests.extraction.people.test_presence import reasons

OPENINGS = {
    "en": "The congress opened in Bonn.",
    "ru": "В Бонне открылся конгресс.",
    "tr": "Bonn'da kongre başladı.",
    "az": "Bonnda konqres keçirilib.",
    "kk": "Бонн қаласында конгресс өтті.",
    "ky": "Бонн шаарында конгресс өттү.",
    "uz": "Bonn shahrida kongress boʻlib oʻtdi.",
}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "President Mark Bauer sent greetings to the participants.", "Mark Bauer"),
        ("en", "The envoy read out a message from President Mark Bauer.", "Mark Bauer"),
        ("ru", "Участникам форума направил приветствие президент Марк Бауэр.", "Марк Бауэр"),
        ("ru", "Посол огласил обращение президента Марка Бауэра к гостям.", "Марк Бауэр"),
        ("tr", "Cumhurbaşkanı Kemal Aydoğan kongreye tebrik mesajı gönderdi.", "Kemal Aydoğan"),
        ("en", "It fell to the envoy to read out the greetings of Mark Bauer.", "Mark Bauer"),
        ("tr", "Bakan Kemal Aydoğan gönderdiği mesajda konuklara başarı diledi.", "Kemal Aydoğan"),
        ("tr", "Törende Bakan Kemal Aydoğan'ın mesajı okundu.", "Kemal Aydoğan"),
        ("az", "Prezident Kamal Əliyev tədbir iştirakçılarına müraciət göndərib.", "Kamal Əliyev"),
        ("az", "Nazir Kamal Əliyevin təbriki iştirakçılara oxunub.", "Kamal Əliyev"),
        ("kk", "Президент Серік Байұлы қатысушыларға құттықтау жолдады.", "Серік Байұлы"),
        ("kk", "Президент Серік Байұлының құттықтауын елші оқып берді.", "Серік Байұлы"),
        ("ky", "Президент Эркин Асанов катышуучуларга куттуктоо жолдоду.", "Эркин Асанов"),
        ("ky", "Президент Эркин Асановдун кайрылуусун элчи окуп берди.", "Эркин Асанов"),
        ("uz", "Prezident Karim Boboyev ishtirokchilarga tabrik yo‘lladi.", "Karim Boboyev"),
        ("uz", "Prezident Karim Boboyevning tabrigi o‘qib eshittirildi.", "Karim Boboyev"),
    ],
)
def test_greetings_sent_or_read_out_are_a_part_in_the_gathering(
    language: str, text: str, name: str
) -> None:
    assert reasons(language, f"{OPENINGS[language]}\n{text}")[name] is Reason.SENT


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The guests sent a joint message to President Mark Bauer.", "Mark Bauer"),
        ("en", "President Mark Bauer sent the guests a wreath of flowers.", "Mark Bauer"),
        ("en", "By phone President Mark Bauer conveyed nothing to the guests.", "Mark Bauer"),
        ("ru", "Участники направили приветствие президенту Марку Бауэру.", "Марк Бауэр"),
        ("tr", "Konuklara şair Kemal Aydoğan'ın eski bir mektubu okundu.", "Kemal Aydoğan"),
        ("az", "Tərəflər Kamal Əliyevin tədbirə göndərdiyi təbrikdən danışıb.", "Kamal Əliyev"),
        ("kk", "Қатысушылар президент Серік Байұлына құттықтау жолдады.", "Серік Байұлы"),
        ("uz", "Ishtirokchilar prezident Karim Boboyevga tabrik yo‘lladi.", "Karim Boboyev"),
    ],
)
def test_who_is_only_written_to_or_sent_something_else_has_no_part(
    language: str, text: str, name: str
) -> None:
    assert reasons(language, text)[name] is not Reason.SENT
