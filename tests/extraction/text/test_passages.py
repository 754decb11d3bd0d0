"""What each sentence of an article is for, in every language that is read."""

import pytest

from bot.extraction.facts import ArticleText
from bot.extraction.text.passages import Passage
from tests.defaults import READER

LEADS = {
    "en": "The forum of the Organization of Turkic States was held in Baku on 3 May 2025.",
    "ru": "3 мая 2025 года в Баку прошел форум Организации тюркских государств.",
    "tr": "Türk Devletleri Teşkilatının forumu 3 Mayıs 2025 tarihinde Bakü'de yapıldı.",
    "az": "Türk Dövlətləri Təşkilatının forumu mayın 3-də Bakıda keçirilib.",
    "kk": "3 мамырда Бакуде Түркі мемлекеттері ұйымының форумы өтті.",
    "ky": "3-майда Бакуда Түрк мамлекеттер уюмунун форуму өттү.",
    "uz": "3-may kuni Bokuda Turkiy davlatlar tashkilotining forumi bo‘lib o‘tdi.",
    "uz-Cyrl": "3 май куни Бокуда Туркий давлатлар ташкилотининг форуми бўлиб ўтди.",
}


def _passages(language: str, *lines: str, title: str = "") -> list[Passage]:
    text = "\n".join(lines)
    return list(READER.tag(ArticleText(title, text, language=language)).passages)


def _behind_the_lead(language: str, sentence: str) -> Passage:
    found = _passages(language, LEADS[language], sentence)
    assert found[0] is Passage.LEAD
    return found[-1]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Earlier it was reported that the guests had toured Sheki."),
        ("en", "The Organization was founded in 2009 by four states."),
        ("ru", "Напомним, предыдущий форум принимала Астана."),
        ("ru", "Как известно, гости побывали в Шеки."),
        ("tr", "Hatırlanacağı üzere konuklar Şeki'yi gezdi."),
        ("tr", "Geçen yılki foruma Astana ev sahipliği yaptı."),
        ("az", "Xatırladaq ki, qonaqlar Şəkini gəzmişdi."),
        ("kk", "Еске салайық, қонақтар Шекиді аралаған."),
        ("kk", "Былтыр форум Астанада болған."),
        ("ky", "Эске салсак, коноктор Шекини кыдырган."),
        ("uz", "Eslatib o‘tamiz, mehmonlar Shakini aylangan."),
        ("uz", "O‘tgan yili forum Ostonada bo‘lgan."),
        ("uz-Cyrl", "Ўтган йили форум Остонада бўлган."),
    ],
)
def test_what_is_recalled_is_background(language: str, sentence: str) -> None:
    assert _behind_the_lead(language, sentence) is Passage.BACKGROUND


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The minister said that the roads to Sheki were open."),
        ("en", "“This is our common house,” the rector went on."),
        ("ru", "Министр отметил, что дороги в Шеки открыты."),
        ("ru", "— Это наш общий дом, — продолжал ректор."),
        ("tr", "Bakan, Şeki yolunun açık olduğunu söyledi."),
        ("az", "Nazir Şəki yolunun açıq olduğunu bildirib."),
        ("kk", "Министр Шеки жолы ашық екенін айтты."),
        ("ky", "Министр Шеки жолу ачык экенин белгиледи."),
        ("uz", "Vazir Shaki yo‘li ochiqligini ta’kidladi."),
        ("uz-Cyrl", "Вазир Шаки йўли очиқлигини таъкидлади."),
    ],
)
def test_what_somebody_said_is_speech(language: str, sentence: str) -> None:
    assert _behind_the_lead(language, sentence) is Passage.SPEECH


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The next meeting will be held in Sheki."),
        ("ru", "Следующий форум состоится в Шеки."),
        ("tr", "Bir sonraki forum Şeki'de düzenlenecek."),
        ("az", "Növbəti forum Şəkidə keçiriləcək."),
        ("kk", "Келесі форум Шекиде өтеді."),
        ("ky", "Кийинки форум Шекиде өтөт."),
        ("uz", "Keyingi forum Shakida bo‘lib o‘tadi."),
        ("uz-Cyrl", "Кейинги форум Шакида бўлиб ўтади."),
    ],
)
def test_what_comes_next_is_outlook(language: str, sentence: str) -> None:
    assert _behind_the_lead(language, sentence) is Passage.OUTLOOK


def test_what_opens_a_text_and_recalls_is_no_lead() -> None:
    found = _passages("ru", f"Как известно, гости побывали в Шеки. {LEADS['ru']}")
    assert found == [Passage.BACKGROUND, Passage.LEAD]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("tr", "Konuklar ilk olarak Şeki'de toplanmıştı."),
        ("kk", "Қонақтар әуелі Шекиде жиналған еді."),
        ("ky", "Коноктор алгач Шекиде чогулган эле."),
        ("uz", "Mehmonlar dastlab Shakida yig‘ilgan edi."),
    ],
)
def test_what_had_been_is_background(language: str, sentence: str) -> None:
    assert _behind_the_lead(language, sentence) is Passage.BACKGROUND


def test_a_slogan_above_the_first_sentence_does_not_lead() -> None:
    found = _passages("ru", "Все о погоде в городе", LEADS["ru"])
    assert found == [Passage.REPORT, Passage.LEAD]


def test_an_announcement_reports_what_is_to_come() -> None:
    found = _passages(
        "en",
        "The forum will be held in Baku on 3 May.",
        "Five ministers will open it.",
        title="Forum to be held in Baku",
    )
    assert found == [Passage.HEADLINE, Passage.LEAD, Passage.REPORT]


def test_nothing_has_no_passages() -> None:
    assert _passages("en", "") == []


REMARKS = {
    "az": "Qeyd edək ki, Omar Kadir Şəkiyə forumda iştirak etmək üçün gəlib.",
    "kk": "Айта кетейік, Омар Кадыр Шекиге форумға қатысу үшін келді.",
    "ky": "Белгилей кетсек, Омар Кадыр Шекиге форумга катышуу үчүн келди.",
    "uz": "Qayd etish joizki, Omar Kodir Shakiga forumda qatnashish uchun keldi.",
}
ARRIVALS = {
    "az": "Omar Kadir Şəkiyə gəlib",
    "kk": "Омар Кадыр Шекиге келді",
    "ky": "Омар Кадыр Шекиге келди",
    "uz": "Omar Kodir Shakiga keldi",
}


@pytest.mark.parametrize("language", list(REMARKS))
def test_a_remark_that_takes_up_the_headline_is_no_background(language: str) -> None:
    lines = (LEADS[language], REMARKS[language])
    assert _passages(language, *lines, title=ARRIVALS[language])[-1] is not Passage.BACKGROUND
    assert _passages(language, *lines, title=LEADS[language])[-1] is Passage.BACKGROUND
