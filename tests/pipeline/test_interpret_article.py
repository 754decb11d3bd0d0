"""What the read stage takes from an article."""

from datetime import UTC, date, datetime

from bot.extraction.facts import ArticleText, Reading
from bot.extraction.reader import Reader
from bot.extraction.text.tagger import TaggedArticle
from bot.pipeline.interpret_article import interpret
from tests.defaults import CATALOGUE

NOW = datetime(2026, 4, 20, tzinfo=UTC)


class _Counting(Reader):
    """A reader that counts the articles that it reads for people, days and places."""

    def __init__(self) -> None:
        super().__init__(CATALOGUE)
        self.read_whole = 0

    def interpret(self, tagged: TaggedArticle, now: datetime) -> Reading:
        self.read_whole += 1
        return super().interpret(tagged, now)

    def suppose(self, tagged: TaggedArticle, now: datetime) -> Reading | None:
        supposed = super().suppose(tagged, now)
        self.read_whole += supposed is not None
        return supposed


def test_an_article_of_another_world_costs_no_more_than_finding_that_out() -> None:
    reader = _Counting()
    text = "Ministers Jean Martin and Karl Braun held a session in Lyon on 18 April 2026."

    found = interpret(ArticleText("Ministers meet", text), NOW, reader, CATALOGUE.places)

    assert (found.language, found.report, found.beside) == ("en", None, frozenset())
    assert (found.joining, reader.read_whole) == (None, 0)


def test_an_article_of_a_gathering_that_names_no_organisation_may_join_an_event() -> None:
    text = "Ministers Ali Aliyev and Veli Veliyev held a session in Baku on 18 April 2026."

    found = interpret(ArticleText("Ministers meet", text), NOW, _Counting(), CATALOGUE.places)

    assert found.report is None
    assert found.joining is not None
    assert (found.joining.city_id, found.joining.clues.turkic) == ("baku", False)


def test_what_speaks_of_the_turkic_world_is_known_to() -> None:
    text = "The congress of surgeons of the Turkic world was held in Baku on 18 April 2026."

    found = interpret(ArticleText("Surgeons meet", text), NOW, _Counting(), CATALOGUE.places)

    assert found.report is None
    assert found.joining is not None
    assert found.joining.clues.turkic


def test_an_article_that_reports_an_event_of_one_brings_its_report() -> None:
    reader = _Counting()
    text = "The Organization of Turkic States held a summit in Astana on 18 April 2026."

    found = interpret(ArticleText("OTS summit", text), NOW, reader, CATALOGUE.places)

    assert found.report is not None
    assert found.report.event.start == date(2026, 4, 18)
    assert reader.read_whole == 1


def test_of_a_round_up_the_lines_are_read_that_tell_of_an_organisation() -> None:
    lines = (
        "Van'da baraj kapakları açıldı.",
        "Türk Devletleri Teşkilatı Zirvesi 18 Nisan'da Bişkek'te başladı.",
        "Dolar yeni güne yükselişle girdi.",
        "Kadıköy'de tramvay raydan çıktı.",
        "Milli voleybolcular finalde.",
    )
    day = ArticleText(
        "Dünden kalanlar", "\n\n".join(lines), date(2026, 4, 19), "https://a.example/d"
    )

    found = interpret(day, NOW, Reader(CATALOGUE), CATALOGUE.places)

    assert found.report is None
    assert [told.city_id for told in found.lines] == ["bishkek"]
