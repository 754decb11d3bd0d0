"""Events in seven languages, to be searched for in others."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlmodel import Session

from storage import articles
from storage.articles import NewArticle
from storage.database import Database
from storage.event_writes import NewEvent
from tests.commands.library import who
from tests.filled import filled
from tests.storage.things import found as keep
from tests.storage.things import source

Told = tuple[str, str, str, str, tuple[str, str] | None, str, tuple[str, ...]]
"""Language, title, text, kind, town (id, country), organisation, people (name, or with office)."""

EVENTS: dict[str, Told] = {
    "health-en": (
        "en", "Health ministers of Turkic states meet in Astana",
        "The ministers spoke of hospitals and of the training of doctors.",
        "meeting", ("astana", "KZ"), "ots", ("Kubanychbek Omuraliev",),
    ),
    "heritage-ru": (
        "ru", "В Женеве обсудили общее наследие тюркских народов",
        "Участники говорили о музеях и рукописях.",
        "conference", ("geneva", "CH"), "turkic-heritage", ("Актоты Раимкулова",),
    ),
    "opera-tr": (
        "tr", "TÜRKSOY Bişkek’te opera günleri düzenledi",
        "Sanatçılar üç gün boyunca sahneye çıktı.",
        "festival", ("bishkek", "KG"), "turksoy", ("Sultan Raev",),
    ),
    "youth-az": (
        "az", "Bakıda türkdilli ölkələrin gənclər forumu keçirilib",
        "Forumda gənc deputatlar çıxış edib.",
        "conference", ("baku", "AZ"), "turkpa", ("Ramil Həsən",),
    ),
    "scripts-kk": (
        "kk", "Алматыда ежелгі жазбалар жинағы таныстырылды",
        "Кітапты археологтар мен тіл мамандары дайындады.",
        "ceremony", ("almaty", "KZ"), "turkic-academy", ("Шаһин Мұстафаев",),
    ),
    "carpets-ky": (
        "ky", "Ошто көчмөндөрдүн килем көргөзмөсү ачылды",
        "Килемдерди кол өнөрчүлөр согушкан.",
        "exhibition", ("osh", "KG"), "turkic-heritage", (),
    ),
    "chambers-uz": (
        "uz", "Samarqandda savdo-sanoat palatalari forumi boʻlib oʻtdi",
        "Tadbirkorlar eksport va savdo haqida gaplashdi.",
        "conference", ("samarkand", "UZ"), "tcci", (),
    ),
    "rail-en": (
        "en", "Fund signs agreement on a railway corridor in Istanbul",
        "The loan pays for tracks and wagons.",
        "agreement", ("istanbul", "TR"), "turkic-fund", ("Ramil Babayev",),
    ),
    "envoy-ru": (
        "ru", "Генеральный секретарь ОТГ принял посла в Стамбуле",
        "Стороны обсудили предстоящие встречи.",
        "meeting", ("istanbul", "TR"), "ots", ("Кубанычбек Омуралиев",),
    ),
    "received-tr": (
        "tr", "Cumhurbaşkanı, Genel Sekreteri Ankara’da kabul etti",
        "Görüşme Külliye’de yapıldı.",
        "meeting", ("ankara", "TR"), "ots", ("Recep Tayyip Erdoğan", "Kubanıçbek Ömüraliyev"),
    ),
    "summit-az": (
        "az", "Şuşada qeyri-rəsmi zirvə görüşü keçirilib",
        "Dövlət başçıları bəyannamə imzalayıb.",
        "summit", ("shusha", "AZ"), "ots", ("İlham Əliyev",),
    ),
    "terms-kk": (
        "kk", "Ташкентте терминология конференциясы өтті",
        "Ғалымдар ортақ сөздік жайлы сөйледі.",
        "conference", ("tashkent", "UZ"), "turkic-academy", (),
    ),
    "observers-ky": (
        "ky", "Бишкекке шайлоого байкоочулар келди",
        "Байкоочулар участокторду кыдырышты.",
        "election", ("bishkek", "KG"), "turkpa", (),
    ),
    "course-uz": (
        "uz", "Xivada meʼmoriy obidalarni taʼmirlash kursi ochildi",
        "Yosh meʼmorlar paxsa devorni oʻrgandi.",
        "training", ("khiva", "UZ"), "turkic-heritage", (),
    ),
    "rectors-en": (
        "en", "Rectors of Turkic universities gather in Baku",
        "They agreed on scholarships for students.",
        "meeting", ("baku", "AZ"), "turkunib", (),
    ),
    "quake-ru": (
        "ru", "Тюркские государства выразили соболезнования из-за землетрясения",
        "В заявлении сказано о помощи пострадавшим.",
        "statement", None, "ots", (),
    ),
    "films-tr": (
        "tr", "Budapeşte’de Türk dünyası film festivali başladı",
        "Sinema salonlarında yirmi film gösteriliyor.",
        "festival", ("budapest", "HU"), "turksoy", (),
    ),
    "medicine-az": (
        "az", "Daşkənddə dərman istehsalı üzrə memorandum imzalanıb",
        "Sənədi səhiyyə nümayəndələri imzalayıb.",
        "agreement", ("tashkent", "UZ"), "ots", (),
    ),
    "games-kk": (
        "kk", "Түркістанда балалар спорт ойындары басталды",
        "Ойындарға сегіз елден оқушылар келді.",
        "other", ("turkistan", "KZ"), "ots", (),
    ),
    "water-ky": (
        "ky", "Чолпон-Атада суу ресурстары боюнча жыйын өттү",
        "Министрлер климаттын өзгөрүшүн талкуулашты.",
        "meeting", ("cholpon-ata", "KG"), "ots", (),
    ),
    "digital-uz": (
        "uz", "Ostonada raqamli texnologiyalar konferensiyasi",
        "Mutaxassislar sunʼiy intellekt haqida soʻzladi.",
        "conference", ("astana", "KZ"), "ots", (),
    ),
    "women-en": (
        "en", "Women entrepreneurs of the Turkic world trained in Konya",
        "The course lasted a week.",
        "training", ("konya", "TR"), "tcci", (),
    ),
    "appointed-ru": (
        "ru", "Назначен новый заместитель генерального секретаря ТЮРКСОЙ",
        "О назначении сообщили в Анкаре.",
        "appointment", ("ankara", "TR"), "turksoy", ("Султан Раев",),
    ),
    "energy-tr": (
        "tr", "Enerji bakanları Aşkabat’ta toplandı",
        "Toplantıda doğal gaz boru hatları konuşuldu.",
        "meeting", ("ashgabat", "TM"), "ots", (),
    ),
    "digs-az": (
        "az", "Naxçıvanda arxeoloji tapıntıların sərgisi açılıb",
        "Sərgidə qazıntılardan çıxan qablar göstərilir.",
        "exhibition", ("nakhchivan", "AZ"), "turkic-academy", (),
    ),
}  # fmt: skip


def fill(database: Database, now: datetime, events: Mapping[str, Told] = EVENTS) -> dict[str, int]:
    """File events and return the id of each."""

    def file_all(session: Session) -> dict[str, int]:
        return {
            key: _file(session, key, told, now - timedelta(hours=number))
            for number, (key, told) in enumerate(events.items())
        }

    return filled(database, ("search library", tuple(events.items()), now), file_all)


def _file(session: Session, key: str, told: Told, found: datetime) -> int:
    language, title, text, kind, town, organization, people = told
    item = NewArticle(key, f"https://example.org/{key}", title, text, language, found, title)
    articles.add_new(session, source(session, found), [item], found)
    (article,) = articles.claim_unread(session, found, limit=1, lease=timedelta(minutes=1))
    city, country = town or (None, None)
    event = NewEvent(
        title,
        kind,
        language,
        "past",
        date(2024, 4, 23),
        date(2024, 4, 23),
        None,
        None,
        country,
        city_id=city,
        organizations=(organization,),
        participations=tuple(replace(who(*name.split(", ")), proof=title) for name in people),
    )
    return keep(session, article.id, event, found)
