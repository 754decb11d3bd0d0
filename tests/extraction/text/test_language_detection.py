"""The language of a text is told by the text."""

import pytest

from bot.extraction.text.language_detection import LanguageDetector
from config.catalogue_loader import load_catalogue

GRAMMARS = load_catalogue().grammars
READ = LanguageDetector(GRAMMARS)
ALL = LanguageDetector(GRAMMARS, load_catalogue().unread)


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
    assert READ.detect(text) == language


def test_the_claim_of_the_source_decides_only_where_the_text_says_nothing() -> None:
    assert READ.detect("2024", "kk") == "kk"
    assert READ.detect("The ministers met in the capital.", "kk") == "en"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Konsert olub. Bakıda konsert olub, sonra danışıb.", "az"),
        ("Elma ihracatı arttı.", "tr"),
        ("Түрк биримдигинин оюндары жылдырылды. Тизме ошол бойдон.", "ky"),
        ("Узбекистан стал членом академии.", "ru"),
        ("Bas hatshy seısenbi kúni Bakýde múshe elderdiń mınıstrlerimen kezdesti.", "kk-Latn"),
        (
            "Bas hatşy jäne elşı Türkı memleketterı ūiymynyñ şaqyruymen qalağa keldı.",
            "kk-Latn",
        ),
    ],
)
def test_a_short_text_is_told_by_letters_words_and_endings(text: str, language: str) -> None:
    assert READ.detect(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            (
                "Der Generalsekretär traf am Montag in Wien die Ministerin und nahm an einer "
                "Sitzung teil."
            ),
            "de",
        ),
        (
            ("Le secrétaire général a rencontré la ministre à Bakou et ils ont discuté du sommet."),
            "fr",
        ),
        (
            (
                "A főtitkár hétfőn találkozott a miniszterrel, és megnyitotta a kiállítást "
                "Budapesten."
            ),
            "hu",
        ),
        ("El secretario general se reunió con la ministra en Bakú y habló sobre la cumbre.", "es"),
        (
            (
                "Генеральний секретар зустрівся з міністром, і вони говорили про саміт та "
                "їхні плани."
            ),
            "uk",
        ),
        (
            (
                "Генераль секретарь министр белән очрашты һәм саммит турында сөйләште, дип "
                "хәбәр итә."
            ),
            "tt",
        ),
        ("التقى الأمين العام بالوزير في باكو", "ar"),
        ("دبیرکل با وزیر در باکو دیدار کرد و پس از آن گفتگو کردند", "fa"),
        ("突厥国家组织秘书长在巴库会见了部长", "zh"),
    ],
)
def test_a_text_in_a_language_that_is_not_read_is_told_so(text: str, language: str) -> None:
    assert ALL.detect(text) == language


def test_no_text_that_is_read_is_taken_for_an_unread_one() -> None:
    for code, text in (
        ("en", "Secretary General in Washington"),
        ("en", "The board met in Osh"),
        ("ru", "Саммит в Баку"),
        ("tr", "Bakanlar Bakü'de"),
        ("uz", "Vazirlar Toshkentda yigʻildi"),
    ):
        assert ALL.detect(text) == code


def test_a_short_text_believes_its_source_unless_its_letters_contradict_it() -> None:
    assert READ.detect("Konser Astana", "az") == "az"
    assert READ.detect("Konser Astana", "tr") == "tr"
    assert READ.detect("Konsert gələn ay", "tr") == "az"
    assert READ.detect("Концерт", "ky") == "ky"
    assert READ.detect("Концерт", "tr") == "ru"
