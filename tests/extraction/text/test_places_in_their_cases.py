"""A place in any case is that place, and no other of the catalogue whose name begins alike."""

from collections import defaultdict

import pytest

from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import tokenize
from config.places import Country, PlaceSpelling
from config.text import fold
from tests.defaults import CATALOGUE, READER

ENDINGS = {
    "tr": ("'da", "'dan", "'ya", "'nın"),
    "az": ("da", "də", "dan", "dən", "nın", "nin"),
    "kk": ("да", "де", "та", "те", "дан", "ден", "ның", "нің"),
    "ky": ("да", "де", "до", "дө", "дан", "ден", "нын", "нин"),
    "uz": ("da", "dan", "ga", "ning"),
    "uz-Cyrl": ("да", "дан", "га", "нинг"),
    "tk": ("da", "de", "dan", "den", "nyň", "niň"),
}
RUSSIAN = (
    ("ия", ("ии", "ию", "ией")),
    ("ай", ("ая", "аю", "аем", "ае")),
    ("ей", ("ея", "ею", "еем", "ее")),
    ("а", ("ы", "е", "у", "ой")),
    ("ь", ("и", "ью")),
    ("д", ("да", "ду", "дом", "де")),
    ("к", ("ка", "ку", "ком", "ке")),
    ("н", ("на", "ну", "ном", "не")),
    ("р", ("ра", "ру", "ром", "ре")),
    ("т", ("та", "ту", "том", "те")),
)


def forms(name: str, language: str) -> list[str]:
    if language != "ru":
        return [f"{name}{ending}" for ending in ENDINGS[language]]
    declined = next((cases for nominative, cases in RUSSIAN if name.endswith(nominative)), ())
    stem = next((len(nominative) for nominative, _ in RUSSIAN if name.endswith(nominative)), 0)
    return [f"{name[:-stem]}{ending}" for ending in declined]


def key(spelling: PlaceSpelling) -> str:
    place = spelling.place
    return f"{place.kind}:{place.code if isinstance(place, Country) else place.id}"


def bare(spelling: PlaceSpelling) -> str:
    """What names share whose bearers only the text can tell apart: Tunis, Бразилиа and Бразилия."""
    return fold(spelling.text).rstrip("ая")


@pytest.mark.parametrize("language", ["ru", *ENDINGS])
def test_no_place_in_a_case_is_taken_for_another(language: str) -> None:
    lexicon = READER.lexicon(language)
    spellings = [s for s in CATALOGUE.places.spellings() if s.language == language]
    one_word = [s for s in spellings if s.text.isalpha()]
    namesakes: dict[str, set[str]] = defaultdict(set)
    for other in CATALOGUE.places.spellings():
        namesakes[bare(other)].add(key(other))
    wrong: list[tuple[str, list[str]]] = []
    for spelling in one_word:
        alike = namesakes[bare(spelling)]
        for form in forms(spelling.text, language):
            tokens = tokenize(form, lexicon.vocabulary)
            found: set[str] = set()
            for match in lexicon.phrases.find(tokens, 0, len(tokens)):
                found |= {entry.key for entry in match.entries if entry.tag == Tag.PLACE}
            if not found <= alike:
                wrong.append((form, sorted(found)))
    assert wrong == []
