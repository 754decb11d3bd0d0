"""What is of the page and not of the article, in every language that is read."""

import pytest

from bot.extraction.facts import ArticleText
from bot.extraction.text.passages import Passage
from tests.defaults import READER
from tests.extraction.text.test_passages import LEADS


def _passages(language: str, *lines: str) -> list[Passage]:
    return list(READER.tag(ArticleText("", "\n".join(lines), language=language)).passages)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Photo: Rustam Alizade"),
        ("en", "Tags: TURKPA, diplomacy"),
        ("en", "Share"),
        ("en", "Read also: Senator Marek Wilczek lands in Sheki"),
        ("ru", "Фото: Рустам Ализаде"),
        ("ru", "Читайте также: Сенатор Марек Вильчек прилетел в Шеки"),
        ("tr", "Editör: Elif Kaya"),
        ("tr", "İlgili haber: Senatör Marek Wilczek Şeki'de"),
        ("az", "Müəllif: Rüstəm Əlizadə"),
        ("az", "Həmçinin oxuyun: Senator Marek Vilçek Şəkidə"),
        ("kk", "Суретті түсірген: Рустам Әлізаде"),
        ("ky", "Сүрөткө тарткан: Рустам Ализаде"),
        ("uz", "Surat muallifi: Rustam Alizoda"),
        ("uz", "Izohlar: 0"),
        ("uz-Cyrl", "Муаллиф: Рустам Ализода"),
        ("uz-Cyrl", "Рустам Ализода, Н.Қодиров, ЎзХ."),
        ("az", "Rüstəm Əlizadə, AZXƏB."),
        ("tr", "Yayıncı: N. Elif Kaya - ANKARA"),
    ],
)
def test_credits_tags_and_other_articles_are_furniture(language: str, line: str) -> None:
    assert _passages(language, LEADS[language], line)[-1] is Passage.FURNITURE


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Guests came from Osh, Baku and the OTS."),
        ("az", "Çıxış edənlər: Rüstəm Əlizadə, Elif Qaya."),
    ],
)
def test_who_came_is_no_furniture(language: str, line: str) -> None:
    assert _passages(language, LEADS[language], line)[-1] is not Passage.FURNITURE


def test_headlines_behind_most_read_are_furniture_until_a_sentence_ends() -> None:
    found = _passages(
        "tr", LEADS["tr"], "En çok okunanlar", "Bakan Şeki'de", "Forum sona erdi, konuklar gitti."
    )
    assert found == [Passage.LEAD, Passage.FURNITURE, Passage.FURNITURE, Passage.REPORT]


def test_a_clock_and_a_menu_above_the_lead_are_furniture() -> None:
    found = _passages("ru", "Пятница, 7 марта 2025 г., 10:15:20", "Главная", LEADS["ru"])
    assert found == [Passage.FURNITURE, Passage.FURNITURE, Passage.LEAD]


def test_a_list_of_those_who_came_is_report() -> None:
    found = _passages("en", LEADS["en"], "Those who came:", "Minister Dana Bek", "Rector Ali Can")
    assert found == [Passage.LEAD, Passage.REPORT, Passage.REPORT, Passage.REPORT]


def test_the_headline_set_once_more_above_the_text_is_furniture() -> None:
    tagged = READER.tag(ArticleText("Forum in Baku", f"Forum in Baku\n{LEADS['en']}"))
    assert list(tagged.passages) == [Passage.HEADLINE, Passage.FURNITURE, Passage.LEAD]


def test_a_teaser_that_leads_on_is_furniture_with_its_heading() -> None:
    found = _passages("az", LEADS["az"], "Həmçinin oxuyun", "Bu gün nazir Şəkidə üç …")
    assert found == [Passage.LEAD, Passage.FURNITURE, Passage.FURNITURE]


def test_a_headline_below_the_last_paragraph_is_another_articles() -> None:
    found = _passages(
        "ky", LEADS["ky"], "Коноктор кечинде шаарды кыдырып чыгышты.", "Шаарга жаңы ысым берилди"
    )
    assert found == [Passage.LEAD, Passage.REPORT, Passage.FURNITURE]


@pytest.mark.parametrize(
    ("language", "heading", "below"),
    [
        ("tr", "TÜRKSOY HAKKINDA", "Kuruluş 1993 yılında Almatı'daki toplantıda doğdu."),
        ("en", "About TURKSOY", "The body came out of a meeting in Almaty in 1993."),
        ("ru", "О ТЮРКСОЙ", "Документ приняли на встрече в Алматы."),
    ],
)
def test_what_stands_below_a_heading_on_a_body_is_background(
    language: str, heading: str, below: str
) -> None:
    found = _passages(language, LEADS[language], heading, below)
    assert found == [Passage.LEAD, Passage.FURNITURE, Passage.BACKGROUND]
