"""Which names are really those of the organisations, and which only look or sound like them."""

from datetime import UTC, date, datetime

import pytest

from bot.extraction.facts import ArticleText
from tests.defaults import READER

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def organizations(
    title: str, text: str, url: str | None = None, language: str | None = None
) -> tuple[str, ...]:
    return READER.read(
        ArticleText(title, text, date(2026, 2, 20), url, language), NOW
    ).organizations


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Awards", "The Turkish Academy of Sciences gave its awards in Ankara on Friday."),
        ("Goal of the week", "Mert Türksoy scored twice in Trabzon. Türksoy is nineteen."),
        ("Gol atan Türksoy", "Genç futbolcu Mert Türksoy Trabzon'da iki gol attı."),
        ("", "İtalyan-Türk Ticaret ve Sanayi Odası üyeleri Bursa'yı gezdi."),
        ("", "Alman Türk Ticaret ve Sanayi Odası Berlin'de toplandı."),
        ("", "Japon-Türk İş Konseyi Tokyo'da toplandı."),
        ("", "Bakıda Turan Beynəlxalq Türk Mədəniyyəti Təşkilatının toplantısı keçirilib."),
        ("", "The Turkic Investment Fund Inc. of Delaware bought a warehouse."),
        ("", "«Түрксой» кафеси Ошто жаңы меню сунуштады."),
        ("ОТГ купит автобус", "В Килийской ОТГ купят автобус. В громаде учат и тюркские языки."),
        ("ТМУ", "ТМУнун студенттери түрк дүйнөсүнүн тарыхын окушту."),
        ("OTC trade", "OTC trade in shares of a Turkic carpet maker fell in Astana."),
        (
            "OTS meets in Lund",
            "The Ottoman and Turkish Studies society (OTS) met in Lund. OTS elected a president.",
        ),
    ],
)
def test_what_only_looks_like_an_organisation_is_none(title: str, text: str) -> None:
    assert organizations(title, text) == ()


@pytest.mark.parametrize(
    ("text", "organization"),
    [
        ("Саммит ОТГ открылся в Бишкеке.", "ots"),
        ("Генсек ОТГ прибыл в Ош.", "ots"),
        ("ТМУнун кезектеги саммити Ошто ачылып, жети өлкөнүн меймандары келди.", "ots"),
        ("TDT-nin baş katibi Oşa gəlib.", "ots"),
        ("TDT Genel Sekreteri Oş'a geldi.", "ots"),
        ("ТМҰ Бас хатшысы Ошқа келді.", "ots"),
        ("ТДТ Бош котиби Ўшга келди.", "ots"),
        ("OTS member states hold a summit in Osh.", "ots"),
        ("The Organization of the Turkic States opened an office in Osh.", "ots"),
        (
            "The secretariat of the organization of Turkic states received guests in Istanbul.",
            "ots",
        ),
        ("Түркі әлемі университеттер одағының жиыны Түркістанда өтті.", "turkunib"),
        ("Turkiy universitetlar birligi yigʻilishi Oʻshda boʻlib oʻtdi.", "turkunib"),
        ("Түрк университеттер биримдигинин жыйыны Ошто өттү.", "turkunib"),
    ],
)
def test_an_organisation_is_heard_under_all_the_names_that_are_used(
    text: str, organization: str
) -> None:
    assert organizations("", text) == (organization,)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "Türk Devletleri Teşkilatı turizm forumu 20 Şubat'ta Oş'ta düzenlendi."),
        ("tr", "TDT turizm bakanları 20 Şubat'ta Oş'ta toplandı."),
        ("en", "The Organization of Turkic States bank governors met in Osh on Friday."),
        ("kk", "Түркі мемлекеттері ұйымы банк басшыларының отырысы Ошта өтті."),
    ],
)
def test_what_a_body_deals_in_makes_no_firm_of_it(language: str, text: str) -> None:
    assert organizations("", text, language=language) == ("ots",)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two students won the TURKSOY song contest."),
        ("kk", "Түркі академиясы эпосты үш тілде басып шығарды."),
        ("ky", "Түрк мамлекеттер уюму суу боюнча топ түздү."),
        ("tr", "Uluslararası Türk Akademisi yeni binasına taşındı."),
        ("az", "Beynəlxalq Türk Akademiyası yeni binaya köçüb."),
        ("uz", "Turkiy davlatlar tashkiloti suv boʻyicha guruh tuzdi."),
    ],
)
def test_what_a_body_sets_up_prints_or_awards_is_news(language: str, text: str) -> None:
    article = ArticleText("", text, date(2026, 2, 20), language=language)
    assert READER.read(article, NOW).is_event


def test_a_weak_abbreviation_counts_on_the_organisations_own_site() -> None:
    text = "OTS opened a library in Osh on Friday."
    assert organizations("", text) == ()
    assert organizations("", text, "https://www.turkicstates.org/en/news/library") == ("ots",)


def test_a_name_is_spelt_out_within_one_clause() -> None:
    title = "Omuraliev: Turkic states plant trees"
    assert organizations(title, "The OTS secretary general spoke in Osh on Friday.") == ("ots",)


def test_a_weak_abbreviation_counts_beside_a_known_head() -> None:
    assert organizations("", "Кубанычбек Омуралиев рассказал о планах ОТГ.") == ("ots",)


@pytest.mark.parametrize(
    ("text", "familiar", "organizations"),
    [
        ("TDT-nin yeni binasının yubileyi Budapeştdə qeyd edilib.", {"ots"}, ("ots",)),
        ("TDT-nin yeni binasının yubileyi Budapeştdə qeyd edilib.", set(), ()),
        ("TDT-nin yeni binasının yubileyi Budapeştdə qeyd edilib.", {"turksoy"}, ()),
        ("TDT yeni diş klinikası açıb.", {"ots"}, ()),
        ("Türksoy Ece Bakıda sərgi açıb.", {"turksoy"}, ()),
    ],
)
def test_an_abbreviation_counts_more_easily_where_the_outlet_writes_of_the_body(
    text: str, familiar: set[str], organizations: tuple[str, ...]
) -> None:
    article = ArticleText("", text, date(2026, 2, 20), None, "az", frozenset(familiar))
    assert READER.read(article, NOW).organizations == organizations


@pytest.mark.parametrize(
    ("language", "text", "body"),
    [
        ("en", "The Turkic Parliamentary Assembly held a session in Konya.", "turkpa"),
        ("uz", "Konyada Turkiy Parlament Assambleyasi yig‘ilishi bo‘lib o‘tdi.", "turkpa"),
        ("uz", "Конияда Туркий Парламент Ассамблеяси йиғилиши бўлиб ўтди.", "turkpa"),
        ("tr", "Konya'da TÜRK-PA toplantısı yapıldı.", "turkpa"),
        (
            "en",
            "The International Foundation for Turkic Culture and Heritage held a forum in Konya.",
            "turkic-heritage",
        ),
    ],
)
def test_a_body_is_known_by_what_outlets_call_it(language: str, text: str, body: str) -> None:
    assert organizations("", text, language=language) == (body,)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Parliamentary Assembly of Turkic Countries opened its session in Osh."),
        ("tr", "Türk Devletleri Parlamentolar Asamblesi oturumunu Oş'ta açtı."),
        ("az", "Türk dilli ölkələrin Parlament Assambleyası Oşda iclas keçirdi."),
        ("kk", "Төраға түркі тілдес елдер Парламенттік Ассамблеясының бас хатшысын қабылдады."),
        ("ky", "Төрага түрк тилдүү өлкөлөр Парламенттик Ассамблеясынын башкы катчысын кабыл алды."),
        ("uz", "Rais turkiyzabon davlatlar Parlament Assambleyasi bosh kotibini qabul qildi."),
        ("uz", "Раис туркийзабон давлатлар Парламент Ассамблеяси бош котибини қабул қилди."),
        ("ru", "Парламентская ассамблея тюркских стран открыла сессию в Оше."),
    ],
)
def test_the_assembly_is_known_by_the_forms_of_its_name(language: str, text: str) -> None:
    assert organizations("", text, language=language) == ("turkpa",)
