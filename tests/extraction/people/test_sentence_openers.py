"""A word that only opens a sentence is no part of the name behind it."""

import pytest

from tests.extraction.people.reading import names

OPENERS = {
    "en": "Finally, Nevertheless, Traditionally, Together, Recently, Afterwards, Jointly",
    "ru": "Позже, Наконец, Впервые, Совместно, Недавно, Вновь, Традиционно",
    "tr": "Nihayet, Özellikle, Bizzat, Öncelikle, Müteakiben, Akşam",
    "az": "Nəhayət, Şəxsən, Öncə, Axşam, Həmişə",
    "kk": "Әсіресе, Бірлесіп, Таңертең, Әдетте",
    "ky": "Биргелешип, Жыйынтыктап, Адатта, Дайыма",
    "uz": "Nihoyat, Ayniqsa, Shaxsan, Avvalo, Hatto",
}
SENTENCES = {
    "en": "{} Erlan Kasymov spoke at the meeting.",
    "ru": "{} Ерлан Касымов выступил с докладом.",
    "tr": "{} Erlan Kasımov bir konuşma yaptı.",
    "az": "{} Erlan Qasımov çıxış edib.",
    "kk": "{} Ерлан Қасымов баяндама жасады.",
    "ky": "{} Эрлан Касымов баяндама жасады.",
    "uz": "{} Erlan Qosimov ma’ruza qildi.",
}


@pytest.mark.parametrize(
    ("language", "opener"),
    [(language, opener) for language, row in OPENERS.items() for opener in row.split(", ")],
)
def test_a_word_that_opens_a_sentence_is_no_first_name(language: str, opener: str) -> None:
    (name,) = names(language, SENTENCES[language].format(opener))
    assert len(name.split()) == 2
    assert opener not in name
