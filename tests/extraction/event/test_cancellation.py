"""What calls an event off, in the languages of the field, and what only looks as if it did."""

import pytest

from bot.extraction.event.cancellation import called_off
from bot.extraction.facts import ArticleText
from bot.extraction.text.tagger import TaggedArticle
from tests.defaults import READER

CALLED_OFF = {
    "en": ("The Korkut Ata film festival in Baku has been cancelled, TURKSOY said.", "TURKSOY"),
    "ru": ("Заседание Совета министров ОТГ, назначенное на 8 октября, отменено.", "ОТГ"),
    "tr": ("TÜRKSOY'un Bakü'de düzenleyeceği film festivali iptal edildi.", "TÜRKSOY"),
    "az": ("TÜRKSOY-un Bakıda keçirəcəyi film festivalı ləğv edilib.", "TÜRKSOY"),
    "kk": ("ТҮРКСОЙ ұйымдастыратын фестиваль биыл өткізілмейді.", "ТҮРКСОЙ"),
    "ky": ("ТҮРКСОЙ уюштурган фестиваль быйыл өткөрүлбөйт.", "ТҮРКСОЙ"),
    "uz": ("TURKSOY tashkil etadigan festival bekor qilindi.", "TURKSOY"),
}


def tagged(title: str, text: str, language: str | None = None) -> TaggedArticle:
    return READER.tag(ArticleText(title, text, language=language))


@pytest.mark.parametrize("language", CALLED_OFF)
def test_an_event_is_called_off_by_the_sentence_that_says_so(language: str) -> None:
    sentence, name = CALLED_OFF[language]
    assert called_off(tagged(name, f"{sentence} 2024.", language=language)) == sentence


def test_a_clause_may_stand_between() -> None:
    sentence = (
        "The film festival, which was to be held in Baku, Azerbaijan, on 15–18 October "
        "2024, has been cancelled, TURKSOY announced."
    )
    assert called_off(tagged("Film festival in Baku cancelled", sentence)) == sentence


def test_a_headline_may_say_it_in_a_word() -> None:
    assert (
        called_off(tagged("Film festival cancelled", "TURKSOY will return the tickets."))
        == "Film festival cancelled"
    )


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Ministers meet in Baku", "The ministers of the OTS met in Baku on 8 October."),
        ("Festival goes on", "The festival has not been cancelled, TURKSOY said."),
        (
            "Book presented in Kyzyl",
            "The flight of the author was cancelled, so she spoke by telephone.",
        ),
        (
            "Forum in Baku",
            (
                "The forum of the OTS took place in Baku.\nA year ago the forum was "
                "cancelled for the flood."
            ),
        ),
        (
            "OTS",
            (
                "Visas were cancelled for citizens of the member states who come by "
                "train or on foot, the ministers agreed at their meeting."
            ),
        ),
        ("OTS", "At the meeting in Baku it was announced that customs fees were cancelled."),
        ("TDT", "Toplantıda vizelerin iptal edildiği açıklandı."),
        ("", ""),
    ],
    ids=[
        "nothing of the kind",
        "denied",
        "a flight",
        "background",
        "a gathering too far away",
        "said at a meeting",
        "said at a meeting in Turkish",
        "nothing at all",
    ],
)
def test_what_calls_off_something_else_or_nothing_is_not_believed(title: str, text: str) -> None:
    assert called_off(tagged(title, text)) is None
