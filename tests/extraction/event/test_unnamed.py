"""Which articles may tell of an organisation's event though they do not name it."""

from datetime import UTC, date, datetime

import pytest

from bot.extraction.facts import ArticleText
from tests.defaults import READER

NOW = datetime(2026, 4, 20, tzinfo=UTC)


def _supposed(title: str, text: str) -> tuple[str, ...] | None:
    tagged = READER.tag(ArticleText(title, text, date(2026, 4, 19)))
    if not READER.concerns(tagged) and not READER.may_tell(tagged):
        return None
    reading = READER.suppose(tagged, NOW)
    return reading.organizations if reading else None


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Customs heads meet in Osh", "The heads of customs held a session in Osh, Kyrgyzstan."),
        ("Главы таможен в Оше", "Главы таможенных служб провели заседание в Оше."),
        ("Gümrük başkanları Oş'ta", "Gümrük idaresi başkanları Oş'ta toplantı yaptı."),
    ],
)
def test_a_gathering_in_a_member_state_may_be_known_to_others(title: str, text: str) -> None:
    assert _supposed(title, text) == ()


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Султан Раев Ошто мэр менен сүйлөштү", "Башкы катчы шаардын тарыхын укту."),
        ("Talks on old scripts", "Shahin Mustafayev spoke in Osh of stones with runes."),
    ],
)
def test_what_a_head_does_in_a_member_state_may_be_known_to_others(title: str, text: str) -> None:
    assert _supposed(title, text) == ()


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Shahin Mustafayev in Lyon", "Shahin Mustafayev spoke in Lyon of stones with runes."),
        ("Customs heads meet in Lyon", "The heads of customs held a session in Lyon, France."),
        ("Osh has a new road", "A road of ten kilometres was mended in Osh, Kyrgyzstan."),
        ("CIS ministers meet in Osh", "The ministers of the CIS held a session in Osh."),
        ("Министры СНГ в Оше", "Министры стран СНГ провели заседание в Оше."),
        ("BDT bakanları Oş'ta", "BDT'nin bakanları Oş'ta toplantı yaptı."),
        ("MDH vazirlari Oʻshda", "MDHning vazirlari Oʻshda uchrashuv oʻtkazdi."),
        ("Opinion: why ministers meet", "Opinion. Ministers met in Osh, Kyrgyzstan; I doubt it."),
    ],
)
def test_no_other_place_union_or_sort_of_text_is(title: str, text: str) -> None:
    assert _supposed(title, text) is None


def test_a_body_may_be_meant_by_what_is_not_believed_alone() -> None:
    assert _supposed("OTS camp opens", "Eighty young people came to the camp of OTS.") == ("ots",)
    turkic = _supposed("A satellite of Turkic states", "It will be launched next year.")
    assert turkic == ("ots",)


def test_a_hall_that_a_body_lent_does_not_make_an_event_its_own() -> None:
    text = "The association of librarians held its assembly in the hall of TURKSOY in Ankara."
    assert "turksoy" not in (_supposed("Librarians meet", text) or ())
