"""What sort of text an article is: only news about a body is an event of it."""

from datetime import UTC, date, datetime

import pytest

from bot.extraction.facts import ArticleText, Genre, Reading
from tests.defaults import READER

NOW = datetime(2026, 3, 1, tzinfo=UTC)
PUBLISHED = date(2026, 2, 20)


def reading(title: str, text: str, language: str | None = None) -> Reading:
    return READER.read(ArticleText(title, text, PUBLISHED, language=language), NOW)


COMMENTS = [
    (
        "What the atlas of carpets says",
        (
            "Scholars presented on Thursday what they think of the atlas of TURKSOY. An analyst "
            "said that it was thin."
        ),
    ),
    (
        "Viewpoint: more than a photo album",
        "Every summit of the Organization of Turkic States ends with a photo. The album is thick.",
    ),
    (
        "Turkologist doubts a common alphabet",
        (
            "TURKSOY will hardly live to see one alphabet for all, reckons the "
            "turkologist Ivar Lunde. He counts eleven letters in dispute."
        ),
    ),
    (
        "Точка зрения: клуб по интересам",
        (
            "Организация тюркских государств похожа на клуб, в котором каждый пьёт свой "
            "чай. И в этом, на мой взгляд, её сила."
        ),
    ),
    (
        "Türkolog: Ortak sözlük bir kuşak ister",
        (
            "Türk Akademisi'nin sözlüğü ancak gelecek kuşakta biter, türkolog Rıfkı Denk "
            "böyle düşünüyor."
        ),
    ),
    (
        "Rəy: birlik kağız üzərində",
        "Türk Dövlətləri Təşkilatı hələ çox sözdür, az işdir. Məncə, buna tələsmək də lazım deyil.",
    ),
    (
        "Саясаттанушы: ортақ нарық алыс",
        (
            "Түркі мемлекеттері ұйымы елдерінің ортақ нарығы әлі алыс, деп есептейді "
            "саясаттанушы Мұрат Төлеген."
        ),
    ),
    (
        "Көз караш: тил гана бириктирбейт",
        "Түрк мамлекеттер уюмун тил гана бириктирбейт, менимче, темир жол көбүрөөк бириктирет.",
    ),
    (
        "Siyosatshunos: tashkilot kuchayadi",
        "Turkiy davlatlar tashkiloti kuchayib boradi, deb hisoblaydi siyosatshunos Akmal Tojiyev.",
    ),
]
EXPLAINERS = [
    ("What is TURKSOY and who pays for it?", "TURKSOY is an organisation of culture ministries."),
    (
        "Чем занимается Тюркская академия",
        "Тюркская академия - научный центр в Астане. Её сотрудники издают словари.",
    ),
    (
        "TÜRKPA nedir, üyeleri kimler?",
        "TÜRKPA, parlamentoların ortak meclisidir. Merkezi Bakü'dedir.",
    ),
    ("TÜRKSOY hansı ölkələri birləşdirir?", "TÜRKSOY mədəniyyət qurumudur. Qərargahı Ankaradadır."),
    ("ТүркПА деген не, оған кімдер кіреді?", "ТүркПА – парламенттер ассамблеясы. Кеңсесі Бакуде."),
    ("Түрк академиясы эмне кылат?", "Түрк академиясы – илимий уюм. Кеңсеси Астанада."),
    ("TURKSOY qanday tashkilot?", "TURKSOY – madaniyat vazirliklari tashkiloti. Markazi Anqarada."),
]
HISTORIES = [
    (
        "This day in history: November 12",
        (
            "1927 - The tunnel opens to traffic.\n\n2021 - The Turkic Council takes a "
            "new name in Istanbul."
        ),
    ),
    ("Календарь: 21 ноября", "1783 - полёт на шаре.\n\n2008 - в Стамбуле создана ТюркПА."),
    (
        "Bugün tarihte",
        "1924 - Gazete ilk sayısını verdi.\n\n1993 - TÜRKSOY'un anlaşması imzalandı.",
    ),
    ("Тарихта бұл күн", "1930 – алғашқы пойыз келді.\n\n2009 – Түркі кеңесі құрылды."),
]
ABSTRACTS = [
    (
        "Cultural policy of a regional body",
        "This paper compares the charters. Keywords: TURKSOY, culture, policy.",
    ),
    ("Правовой статус ТюркПА", "В статье исследуется правовой статус ТюркПА и её комиссий."),
    ("TÜRKSOY'un kültür politikası", "Bu çalışmada TÜRKSOY'un yayınları sınıflandırılmaktadır."),
    ("TÜRKPA-nın hüquqi statusu", "Məqalədə TÜRKPA-nın nizamnaməsi təhlil olunur."),
    (
        "ТҮРКСОЙ және жұмсақ күш",
        "Мақалада ТҮРКСОЙ-дың қызметі талданады. Түйін сөздер: мәдениет, ықпал.",
    ),
    ("Turkiy akademiya nashrlari", "Maqolada Turkiy akademiya nashrlari tahlil qilinadi."),
]


@pytest.mark.parametrize(
    ("title", "text", "genre"),
    [
        *((title, text, Genre.COMMENT) for title, text in COMMENTS),
        *((title, text, Genre.EXPLAINER) for title, text in EXPLAINERS),
        *((title, text, Genre.HISTORY) for title, text in HISTORIES),
        *((title, text, Genre.ABSTRACT) for title, text in ABSTRACTS),
    ],
)
def test_what_is_written_about_a_body_is_no_event_of_it(
    title: str, text: str, genre: Genre
) -> None:
    result = reading(title, text)
    assert (result.is_event, result.event, result.genre) == (False, None, genre)


@pytest.mark.parametrize(("title", "text"), [*COMMENTS[:2], *EXPLAINERS[:1], *ABSTRACTS[1:2]])
def test_what_is_written_about_a_body_can_still_be_found_by_it(title: str, text: str) -> None:
    assert reading(title, text).organizations


def test_an_essay_in_which_nothing_happens_is_a_comment() -> None:
    result = reading(
        "The Organization of Turkic States between dream and ledger",
        "The Organization of Turkic States is younger than its members. It lives on habit.",
    )
    assert (result.is_event, result.genre) == (False, Genre.COMMENT)


def test_an_address_of_opinions_tells_a_comment() -> None:
    text = "TURKSOY held a concert in Osh on Friday."
    for path, genre in (("opinion", Genre.COMMENT), ("news", Genre.NEWS)):
        url = f"https://steppe.example/{path}/concert"
        assert READER.read(ArticleText("", text, PUBLISHED, url), NOW).genre == genre


def test_a_scholar_named_above_the_text_is_the_author_of_a_comment() -> None:
    text = "Dosent Kamran Tailakov\n\nTürk Dövlətləri Təşkilatının sammiti Oşda keçirilib."
    assert reading("Birlik yolu", text).genre == Genre.COMMENT


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Secretary General: we need one railway",
            "The Organization of Turkic States needs one railway, believes its Secretary General.",
        ),
        (
            "TURKSOY turns thirty",
            (
                "TURKSOY celebrated its anniversary on Friday. Historian Asan Tailakov "
                "spoke at the ceremony."
            ),
        ),
        (
            "Генсек ТЮРКСОЙ дал интервью",
            "Генеральный секретарь ТЮРКСОЙ Асан Тайлаков рассказал в интервью о планах на год.",
        ),
        (
            "Историки обсудили надписи",
            (
                "Тюркская академия провела в Астане конференцию. Историк Асан Тайлаков "
                "рассказал о надписях."
            ),
        ),
        (
            "Who will lead TURKPA?",
            "The plenary session of TURKPA elects its Secretary General in Baku on Thursday.",
        ),
        (
            "Türk Akademisi makale yarışmasını duyurdu",
            (
                "Türk Akademisi, Astana'da bir makale yarışması düzenledi. Ödüller 3 "
                "Mart'ta verilecek."
            ),
        ),
        (
            "TURKSOY presents an atlas of carpets",
            "TURKSOY on Thursday presented an atlas in Osh. It is thin, said a scholar of carpets.",
        ),
        (
            "ТЮРКСОЙ представил атлас ковров",
            (
                "ТЮРКСОЙ представил в четверг в библиотеке Оша атлас ковров. Учёные шли к нему "
                "пять лет, считает директор."
            ),
        ),
        (
            "ТҮРКПАнын миссиясы кеңештин төрагасы менен жолугушту",
            # lines that begin with a day are no chronicle
            "2025-жылдын, 13 май\n\n2025-жылдын 13-майында ТҮРКПАнын миссиясы кеңеште болду.",
        ),
    ],
)
def test_what_a_body_does_or_its_head_says_is_news(title: str, text: str) -> None:
    result = reading(title, text)
    assert (result.is_event, result.genre) == (True, Genre.NEWS)


SIDE_NEWS = [
    (
        "Osh closes its bridges to traffic for three days",
        (
            "Motorists in Osh will have to go round the centre from 3 to 5 May. The bridges are "
            "shut because of the summit of the Organization of Turkic States, the police said."
        ),
    ),
    (
        "Аэропорт Оша изменил расписание рейсов",
        (
            "На время саммита Организации тюркских государств аэропорт Оша не будет принимать "
            "рейсы. Пассажиров просят приезжать раньше."
        ),
    ),
    (
        "Otel sahipleri konuştu: Fiyatlar ikiye katlandı",
        "Türk Devletleri Teşkilatı Zirvesi nedeniyle Şuşa'da otel odası kalmadı.",
    ),
    (
        "Şagirdlər üç gün evdən oxuyacaq",
        (
            "Şuşada məktəblər Türk Dövlətləri Təşkilatının sammiti ilə əlaqədar üç gün distant "
            "rejimdə işləyəcək."
        ),
    ),
    (
        "Шымкентте автобустар басқа жолмен жүреді",
        "Түркі мемлекеттері ұйымының жиынына байланысты алты автобус бағыты өзгереді.",
    ),
    (
        "Айдоочуларга эскертүү",
        (
            "Түрк мамлекеттер уюмунун саммити учурунда Ошто үч көчө жабылат. Жүк ташуучу унаалар "
            "шаарга кирбейт."
        ),
    ),
    (
        "Buxoroda uch kun ob-havo ochiq boʻladi",
        "Turkiy davlatlar tashkiloti sammiti kunlarida Buxoroda yogʻin kutilmaydi.",
    ),
    (
        "Kabine toplandı, gündem yoğun",
        (
            "Cumhurbaşkanlığı Kabinesi bugün toplandı. Masada enflasyon ve Türk Devletleri "
            "Teşkilatı Zirvesi'nin hazırlıkları vardı."
        ),
    ),
    (
        "Аэропорт «Ош» до 7 мая",
        (
            "Аэропорт «Ош» до 7 мая приостанавливает прием и выпуск воздушных судов в связи с "
            "проведением в Оше саммита Организации тюркских государств, сообщили на предприятии."
        ),
    ),
    (
        "Lachin airport to close for three days",
        (
            "Lachin airport will not accept aircraft from 3 to 5 May because of the summit of the "
            "Organization of Turkic States, its press service said."
        ),
    ),
    (
        "Hava sahası kısıtlaması",
        (
            "Türk Devletleri Teşkilatı zirvesi dolayısıyla 3-5 Mayıs'ta Bursa hava sahası uçuşlara "
            "kapalı olacak."
        ),
    ),
    (
        "Laçın hava limanı bağlanır",
        (
            "Laçın Beynəlxalq Hava Limanı Türk Dövlətləri Təşkilatının sammiti ilə əlaqədar mayın "
            "3-dən 5-dək təyyarə qəbul etməyəcək."
        ),
    ),
    (
        "Шымкент әуежайы ерекше режимде",
        (
            "Шымкент әуежайы Түркі мемлекеттері ұйымының саммитіне байланысты 3-5 мамырда "
            "шектеумен жұмыс істейді."
        ),
    ),
    (
        "Ош аэропорту үч күн учак кабыл албайт",
        (
            "Ош аэропорту Түрк мамлекеттеринин уюмунун саммитине байланыштуу 3-5-майда учактарды "
            "кабыл албайт."
        ),
    ),
    (
        "Buxoro aeroporti uch kun ishlamaydi",
        (
            "Buxoro aeroporti Turkiy davlatlar tashkiloti sammiti munosabati bilan 3–5-may kunlari "
            "samolyotlarni qabul qilmaydi."
        ),
    ),
]


@pytest.mark.parametrize(("title", "text"), SIDE_NEWS)
def test_what_goes_on_beside_a_summit_is_no_event_of_it(title: str, text: str) -> None:
    read = reading(title, text)
    assert (read.is_event, read.genre) == (False, Genre.SIDE)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "OTS ministers of transport speak of flights and roads",
            (
                "Ministers of transport of the Organization of Turkic States met in Osh on Monday, "
                "ahead of the summit. They agreed on flights between the capitals."
            ),
        ),
        (
            "Студенты тюркских стран собрались в Оше",
            (
                "Союз тюркских университетов открыл в Оше форум студентов накануне саммита "
                "Организации тюркских государств."
            ),
        ),
        (
            "Генсек ОТГ открыл новый терминал аэропорта",
            "Генеральный секретарь ОТГ в дни саммита открыл в Оше терминал для пассажиров.",
        ),
        (
            "Dursunov welcomed at the airport of Osh",
            (
                "The President of Turkmenistan, Ata Dursunov, arrived in Osh for the summit of the "
                "Organization of Turkic States. At the airport he was met by the mayor."
            ),
        ),
        (
            "Türk Devletleri Teşkilatı'nın trafik polisleri Bursa'da",
            "Türk Devletleri Teşkilatı ülkelerinin trafik polisleri Bursa'da eğitim gördü.",
        ),
    ],
)
def test_roads_and_flights_of_a_bodys_own_work_are_an_event(title: str, text: str) -> None:
    assert reading(title, text).is_event


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Our Tuesday",
            (
                "A power plant was opened in Narva.\n\nThe Organization of Turkic States ended its "
                "summit in Bishkek.\n\nGold costs more than ever.\n\nHeavy lorries are kept off "
                "the pass.\n\nTriplets were born in Tartu."
            ),
        ),
        (
            "Dünden kalanlar",
            (
                "Van'da baraj kapakları açıldı.\n\nTürk Devletleri Teşkilatı Zirvesi Bişkek'te "
                "başladı.\n\nDolar yeni güne yükselişle girdi.\n\nKadıköy'de tramvay raydan "
                "çıktı.\n\nMilli voleybolcular finalde."
            ),
        ),
    ],
)
def test_lines_that_have_nothing_in_common_are_a_round_up(title: str, text: str) -> None:
    read = reading(title, text)
    assert (read.is_event, read.genre) == (False, Genre.ROUNDUP)


def test_one_event_told_line_by_line_is_none() -> None:
    assert reading(
        "TURKSOY opens its camp",
        "TURKSOY has opened its camp in Osh.\n\nForty guests came from nine lands.\n\nMinister "
        "Asan Tailakov greeted them.\n\nWork goes on until Sunday.\n\nPictures will be hung.",
    ).is_event


def test_a_headline_of_nothing_but_names_is_a_theme_and_no_news() -> None:
    read = reading(
        "Kazakistan ve Türk Devletleri Teşkilatı",
        "Sovyetler Birliği dağılınca yeni bir sayfa açıldı. Türk Konseyi 2009'da kurulmuştu.",
    )
    assert (read.is_event, read.genre) == (False, Genre.COMMENT)
