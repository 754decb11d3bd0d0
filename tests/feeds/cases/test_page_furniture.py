"""Lines around an article (credits, tags, buttons, other headlines) make nobody a guest."""

from datetime import UTC, datetime

import pytest

from bot.extraction.facts import ArticleText
from tests.defaults import READER

LEADS = {
    "en": (
        "Secretary General of the Organization of Turkic States Batyr Sarmanov received Minister"
        " of Forests Lale Toprak in Istanbul on 23 April 2024."
    ),
    "ru": (
        "Генеральный секретарь Организации тюркских государств Батыр Сарманов принял министра"
        " культуры Лейлу Топрак в Стамбуле 23 апреля 2024 года."
    ),
    "tr": (
        "Türk Devletleri Teşkilatı Genel Sekreteri Batır Sarmanov, Kültür Bakanı Lale Toprak'ı 23"
        " Nisan 2024'te İstanbul'da kabul etti."
    ),
    "az": (
        "Türk Dövlətləri Təşkilatının Baş katibi Batır Sarmanov mədəniyyət naziri Lalə Toprağı 23"
        " aprel 2024-cü ildə İstanbulda qəbul edib."
    ),
    "kk": (
        "Түркі мемлекеттері ұйымының Бас хатшысы Батыр Сарманов 2024 жылғы 23 сәуірде Стамбулда"
        " мәдениет министрі Лале Топракты қабылдады."
    ),
    "ky": (
        "Түрк мамлекеттер уюмунун Башкы катчысы Батыр Сарманов 2024-жылдын 23-апрелинде Стамбулда"
        " маданият министри Лале Топракты кабыл алды."
    ),
    "uz": (
        "Turkiy davlatlar tashkiloti Bosh kotibi Botir Sarmanov 2024-yil 23-aprelda Istanbulda"
        " madaniyat vaziri Lola Toprakni qabul qildi."
    ),
}
GUESTS = {"sarmanov", "сарманов", "toprak", "топрак", "toprağ"}

NEIGHBOURS = {
    "en": (
        "Written by Marcus Holloway",
        "Reporting by Leyla Rzayeva; editing by John Carver",
        "Image credit: Office of President Rustam Alizade",
        "Next article: Governor Timur Aksoy opens a bridge in Kars",
        "Follow Marcus Holloway on X",
        "Filed under: Rustam Alizade, forests, Kars",
        "Source: press office of Governor Timur Aksoy",
    ),
    "ru": (
        "Материал подготовила Анна Белова",
        "Автор текста и фото Игорь Семёнов",
        "Предыдущая новость: Губернатор Тимур Аксой открыл мост в Карсе",
        "Теги: Рустам Ализаде, леса",
        "Источник: пресс-служба губернатора Тимура Аксоя",
        "Читайте нас в Телеграме: Игорь Семёнов",
    ),
    "tr": (
        "Haberi hazırlayan: Elif Kaya",
        "Foto muhabiri: Kerem Aydın",
        "Bunlar da ilginizi çekebilir: Vali Orhan Tunç Kars'ta köprü açtı",
        "Etiketler: Orhan Tunç, orman",
        "Kaynak: Vali Orhan Tunç'un basın bürosu",
    ),
    "az": (
        "Mətni hazırladı: Nigar Quliyeva",
        "Fotoqraf: Elnur Məmmədov",
        "Oxşar xəbər: Vali Orxan Tunc Qarsda körpü açıb",
        "Etiketlər: Orxan Tunc, meşə",
        "Redaktor: Nigar Quliyeva",
    ),
    "kk": (
        "Мәтінді дайындаған: Айгүл Сәрсен",
        "Фото: Данияр Бекова",
        "Тағы оқыңыз: Әкім Тимур Ақсой Қарста көпір ашты",
        "Тегтер: Тимур Ақсой, орман",
        "Редактор: Айгүл Сәрсен",
    ),
    "ky": (
        "Даярдаган: Айзада Токтосунова",
        "Сүрөт: Данияр Беков",
        "Дагы окуңуз: Губернатор Тимур Аксой Карста көпүрө ачты",
        "Тегдер: Тимур Аксой, токой",
        "Редактор: Айзада Токтосунова",
    ),
    "uz": (
        "Tayyorladi: Nodira Karimova",
        "Foto: Jahongir Usmonov",
        "Mavzuga oid: Hokim Temur Oqsoy Karsda koʻprik ochdi",
        "Teglar: Temur Oqsoy, oʻrmon",
        "Muharrir: Nodira Karimova",
    ),
}
LINES = [(language, line) for language, lines in NEIGHBOURS.items() for line in lines]


@pytest.mark.parametrize("above", [False, True], ids=["below", "above"])
@pytest.mark.parametrize(("language", "line"), LINES)
def test_page_furniture_makes_nobody_a_guest(language: str, line: str, above: bool) -> None:
    lines = [line, LEADS[language]] if above else [LEADS[language], line]
    article = ArticleText(
        "", "\n".join(lines), datetime(2024, 4, 24, tzinfo=UTC).date(), None, language
    )
    reading = READER.read(article, datetime(2024, 4, 24, 9, tzinfo=UTC))
    there = [guest.name.lower() for guest in reading.participants if guest.attended]
    assert len(there) == 2, there
    assert all(any(guest in name for guest in GUESTS) for name in there), there
