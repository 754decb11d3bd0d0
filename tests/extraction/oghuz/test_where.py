"""Where and when in Turkish and Azerbaijani."""

from datetime import UTC, date, datetime

import pytest

from bot.extraction.facts import ArticleText, EventFacts
from tests.defaults import READER

NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)


def event(title: str, text: str, published: date) -> EventFacts:
    found = READER.read(ArticleText(title, text, published=published), NOW).event
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("title", "text", "city"),
    [
        (
            "TÜRKPA heyeti komisyonda",
            (
                "TÜRKPA heyeti dün Bakü'de Merkez Seçim Komisyonuna geldi. Konuklar "
                "Astana'da bir seminer düzenlenmesini teklif etti."
            ),
            "Bakü",
        ),
        (
            "TÜRKPA nümayəndə heyəti komissiyada",
            (
                "TÜRKPA nümayəndə heyəti dünən Bakıda Mərkəzi Seçki Komissiyasına gəlib. "
                "Astanada seminar keçirilməsi təklif edilib."
            ),
            "Bakı",
        ),
        (
            "TÜRKSOY filmi göstərilib",
            "Cümə günü Zəngilanın Ağalı kəndində TÜRKSOY-un filmi göstərilib və görüş keçirilib.",
            "Ağalı",
        ),
        (
            "TÜRKSOY limanla tanış olub",
            (
                "TÜRKSOY-un nümayəndə heyəti bu gün Bakıda limanda olub. Limanın "
                "işçiləri ilə görüş keçirilib."
            ),
            "Bakı",
        ),
    ],
)
def test_the_town_is_the_one_where_it_happens(title: str, text: str, city: str) -> None:
    assert event(title, text, date(2026, 5, 20)).city == city


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        (
            (
                "Türk Dövlətləri Təşkilatının forumu iyunun 10-da Naxçıvanda başlayacaq "
                "və iyunun 12-dək davam edəcək."
            ),
            date(2026, 6, 10),
            date(2026, 6, 12),
        ),
        (
            "Mayın 14-də və 15-də Türk Dövlətləri Təşkilatının Bakıda iclası keçirilib.",
            date(2026, 5, 14),
            date(2026, 5, 15),
        ),
        (
            (
                "Türk Devletleri Teşkilatının toplantısı dün Bakü'de yapıldı ve Türk "
                "Dünyası için önemli kararlar alındı."
            ),
            date(2026, 5, 19),
            date(2026, 5, 19),
        ),
        (
            "Türk Devletleri Teşkilatının toplantısı 23-25 Nisan tarihlerinde Trabzon'da yapıldı.",
            date(2026, 4, 23),
            date(2026, 4, 25),
        ),
    ],
)
def test_days_are_read_as_the_language_writes_them(text: str, start: date, end: date) -> None:
    found = event("", text, date(2026, 5, 20))
    assert (found.start, found.end or found.start) == (start, end)


def test_the_turkic_world_is_no_yesterday() -> None:
    found = READER.read(
        ArticleText(
            "", "Türk Dünyası'nın TÜRKSOY festivali Bursa'da yapıldı.", published=date(2026, 5, 20)
        ),
        NOW,
    ).event
    assert found is not None
    assert found.start is None
