"""The reader says what a text says.

Nothing invented, the same each time, and never an exception, whatever it is given.
"""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.extraction.facts import ArticleText, Kind, Reading, Tense
from config.text import fold
from tests.defaults import READER

NOW = datetime(2026, 3, 1, tzinfo=UTC)

GENEVA = """GENEVA - Bodies of Turkic cooperation held a conference titled "United in Heritage, \
Forward in Action: Turkic Cooperation \
Organizations" at the United Nations Office in Geneva on 23 April 2024, during the Turkic Week \
there.

The session was moderated by Ambassador Omar Sultanov, Permanent Representative of the Kyrgyz \
Republic to the UN Office. The speakers \
were H.E. Amb. Kubanychbek Omuraliev, Secretary General of the Organization of Turkic States \
(OTS), Prof. Dr. Shahin Mustafayev, \
President of the Turkic Academy, Mr. Sultan Raev, Secretary General of TURKSOY, and Dr. Ömer \
Kocaman, Deputy Secretary General of the OTS.

Amb. Omuraliev spoke of the shared heritage of the Turkic world. The next conference will be held \
in Bishkek on 5 May 2025."""


def geneva() -> Reading:
    return READER.read(ArticleText("", GENEVA, date(2024, 4, 25)), NOW)


def test_a_conference_is_read_with_its_name_day_and_place() -> None:
    event = geneva().event
    assert event is not None
    assert event.title == "United in Heritage, Forward in Action: Turkic Cooperation Organizations"
    assert (event.kind, event.start, event.end, event.tense) == (
        Kind.CONFERENCE,
        date(2024, 4, 23),
        date(2024, 4, 23),
        Tense.PAST,
    )
    assert (event.city, event.country, event.venue) == (
        "Geneva",
        "Switzerland",
        "United Nations Office",
    )


def test_everybody_is_named_once_with_office_and_body() -> None:
    people = [(p.name, p.role, p.affiliation, p.moderator) for p in geneva().participants]
    assert people == [
        ("Omar Sultanov", "Permanent Representative to the UN Office", "Kyrgyz Republic", True),
        (
            "Kubanychbek Omuraliev",
            "Secretary General",
            "Organization of Turkic States (OTS)",
            False,
        ),
        ("Shahin Mustafayev", "President", "Turkic Academy", False),
        ("Sultan Raev", "Secretary General", "TURKSOY", False),
        ("Ömer Kocaman", "Deputy Secretary General", "OTS", False),
    ]


def test_the_organisations_that_take_part_are_told() -> None:
    assert set(geneva().organizations) == {"ots", "turkic-academy", "turksoy"}


def test_an_article_without_any_of_the_organisations_gives_no_event_but_its_people() -> None:
    text = (
        "Mayor Anna Kovacs opened a bridge in Vienna on 3 May 2024, together with "
        "engineer Peter Novak of the City Works Department."
    )
    reading = READER.read(ArticleText("Bridge opened", text, date(2024, 5, 3)), NOW)
    assert (reading.is_event, reading.event, reading.organizations) == (False, None, ())
    assert [p.name for p in reading.participants] == ["Anna Kovacs", "Peter Novak"]


def test_an_abbreviation_that_means_other_things_counts_only_with_company() -> None:
    text = "The OTS closed the bank on Friday, OTS director John Reich said in Washington."
    assert not READER.read(ArticleText("OTS closes a bank", text, date(2024, 5, 3)), NOW).is_event


@pytest.mark.parametrize("published", [None, date(2026, 12, 1)])
def test_a_day_without_a_year_is_not_guessed_when_the_day_of_publication_is_unknown(
    published: date | None,
) -> None:
    text = "The Organization of Turkic States will hold a meeting in Baku on 6 November."
    event = READER.read(ArticleText("OTS to meet in Baku", text, published), NOW).event
    assert event is not None
    assert event.start == (None if published is None else date(2025, 11, 6))


def test_an_empty_article_is_read_as_nothing() -> None:
    assert READER.read(ArticleText("", "", None), NOW).participants == ()


_PIECES = st.sampled_from(
    """Organization of Turkic States|TÜRKSOY
|ТҮРКСОЙ|Secretary General|президент|Бас хатшысы|Genel Sekreteri|Baş katibi
|Kubanychbek Omuraliev
|Садыр Жапаров|Mr.|H.E.|Prof. Dr.|and|ve|и|және|,|;|(|)|«|»|"|“|23 April 2024|23-апрелде|2024 \
жылғы 23 сәуірде|8-11 oktyabr|yesterday|A.
|-|–|’|'nın|.|\t|\n|\n\n|in Baku""".replace("\n|", "|").split("|")
)
_TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(_PIECES, max_size=60).map(" ".join),
    st.lists(_PIECES, max_size=40).map("".join),
    st.lists(_PIECES, max_size=60).map(lambda pieces: " ".join(pieces).upper()),
    st.lists(_PIECES, max_size=60).map(lambda pieces: " ".join(pieces).lower()),
)


@given(_TEXTS, _TEXTS, st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31))))
def test_reading_never_fails_and_never_differs_and_takes_every_name_and_proof_from_the_text(
    title: str, text: str, published: date | None
) -> None:
    article = ArticleText(title, text, published)
    first = READER.read(article, NOW)
    assert READER.read(article, NOW) == first
    whole = fold(f"{title} {text}")
    for person in first.participants:
        assert fold(person.proof) in whole
        for word in person.name.replace("-", " ").split():
            stem = fold(word)[: max(3, len(word) - 3)]
            assert (
                stem in whole or word in text or word in title
            )  # look-alike letters fold by the word that they are glued to
    if first.event is not None:
        assert all(
            proof is None or fold(proof) in whole
            for proof in (first.event.date_proof, first.event.place_proof)
        )


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "Secretary General " * 20_000,
        "Kubanychbek Omuraliev and " * 20_000,
        "23 April " * 50_000,
        "“" * 100_000,
        "(" * 100_000,
        "TURKSOY, " * 50_000,
        "a" * 1_000_000,
        "Мырза " * 80_000,
    ],
    ids=[
        "offices",
        "names",
        "days",
        "quotes",
        "brackets",
        "organisations",
        "one word",
        "honorifics",
    ],
)
def test_a_megabyte_of_one_thing_is_read_all_the_same(text: str) -> None:
    reading = READER.read(ArticleText("TURKSOY", text, date(2024, 4, 25)), NOW)
    assert len(reading.participants) <= 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The head of TURKSOY intends to hold talks with the mayor in Osh."),
        ("ru", "Генсек ТЮРКСОЙ намерен провести в Оше переговоры с мэром."),
        ("tr", "TÜRKSOY Genel Sekreteri Oş'ta belediye başkanıyla görüşmeyi planlıyor."),
        ("az", "TÜRKSOY-un baş katibi Oşda merlə danışıqlar aparmaq niyyətindədir."),
        ("kk", "ТҮРКСОЙ бас хатшысы Ошта әкіммен келіссөз өткізу ниетінде."),
        ("ky", "ТҮРКСОЙдун баш катчысы Ошто мэр менен сүйлөшүү өткөрүүнү пландап жатат."),
        ("uz", "TURKSOY bosh kotibi Oʻshda hokim bilan muzokara oʻtkazish niyatida."),
    ],
)
def test_what_somebody_means_to_do_lies_ahead(language: str, text: str) -> None:
    event = READER.read(ArticleText("", text, language=language), NOW).event
    assert event is not None
    assert event.tense is Tense.FUTURE


@pytest.mark.parametrize(
    ("language", "marked", "said"),
    [
        ("az", "yubileyi Bakıda qeyd olunub", "Professor Elnur Quliyev onun tarixindən danışıb."),
        ("ru", "юбилей отметили в Баку", "Профессор Эльнур Гулиев считает её нужной."),
        ("tr", "yıl dönümü Bakü’de kutlandı", "Profesör Elnur Guliyev tarihini anlattı."),
        ("kk", "мерейтойы Бакуде аталып өтті", "Профессор Елнұр Гулиев тарихын айтты."),
        ("uz", "yubileyi Bokuda nishonlandi", "Professor Elnur Guliyev tarixini so‘zladi."),
    ],
)
def test_an_anniversary_at_which_a_scholar_spoke_was_held(
    language: str, marked: str, said: str
) -> None:
    bodies = {
        "az": "Beynəlxalq Türk Akademiyasının",
        "ru": "Международной тюркской академии",
        "tr": "Uluslararası Türk Akademisi’nin",
        "kk": "Халықаралық Түркі академиясының",
        "uz": "Xalqaro turkiy akademiyaning",
    }
    told = f"{bodies[language]} {marked}"
    assert READER.read(ArticleText(told, f"{told}. {said}", NOW.date()), NOW).is_event
