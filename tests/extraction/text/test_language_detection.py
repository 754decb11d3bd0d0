"""The language of a text is told by the text."""

import pytest

from bot.extraction.text.language_detection import detect
from config.grammar import load_grammars

GRAMMARS = load_grammars()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The secretary general met the ministers of the member states in Baku on Tuesday.", "en"),
        ("Генеральный секретарь встретился с министрами стран-участниц в Баку во вторник.", "ru"),
        ("Genel Sekreter, üye ülkelerin bakanlarıyla salı günü Bakü'de bir araya geldi.", "tr"),
        ("Baş katib çərşənbə axşamı Bakıda üzv ölkələrin nazirləri ilə görüşüb.", "az"),
        ("Бас хатшы сейсенбі күні Бакуде мүше елдердің министрлерімен кездесті.", "kk"),
        ("Башкы катчы шейшемби күнү Бакуда мүчө өлкөлөрдүн министрлери менен жолугушту.", "ky"),
        ("Bosh kotib seshanba kuni Bokuda aʼzo davlatlar vazirlari bilan uchrashdi.", "uz"),
        ("Бош котиб сешанба куни Бокуда аъзо давлатлар вазирлари билан учрашди.", "uz-Cyrl"),
        ("Baş sekretar sişenbe güni Bakuwda agza döwletleriň ministrleri bilen duşuşdy.", "tk"),
    ],
)
def test_one_sentence_is_enough(text: str, language: str) -> None:
    assert detect(text, GRAMMARS) == language


def test_the_claim_of_the_source_decides_only_where_the_text_says_nothing() -> None:
    assert detect("2024", GRAMMARS, "kk") == "kk"
    assert detect("The ministers met in the capital.", GRAMMARS, "kk") == "en"
