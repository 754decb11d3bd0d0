"""A chat's day with the bot.

What is said in it, by the real commands and layouts over a real database, as one text to read.

The events are reported in English, Russian, Kyrgyz and Turkish, so that each language shows names,
towns and countries from others.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from sqlmodel import Session

from bot.commands import CommandRate, Commands, Options
from bot.feeds.errors import Cause
from bot.messages.composer import Composer
from bot.messages.message import Message
from bot.platforms import registry
from bot.platforms.base import Address, UserRequest
from config.catalogue_loader import load_catalogue
from config.sources import SourceSpec
from storage import articles, chats, sources
from storage.articles import NewArticle
from storage.database import Database
from storage.enums import Lead
from storage.event_writes import NewEvent, NewParticipation
from storage.models import Chat, Event
from tests.messages.records import PEOPLE, TITLE
from tests.storage.things import enqueue_digest
from tests.storage.things import found as keep

NOW = datetime(2024, 4, 25, 8, 30, tzinfo=UTC)
HERE = Address("telegram", "1")
OUTLETS = {"en": "KABAR", "ru": "ТАСС", "ky": "КАБАР", "tr": "Anadolu Ajansı"}


def _person(
    name: str,
    role: str | None = None,
    body: str | None = None,
    *,
    proof: str,
    chaired: bool = False,
) -> NewParticipation:
    return NewParticipation(
        name, role, body, attended=True, moderator=chaired, proof=proof, article_id=0, person_id=0
    )


GENEVA = NewEvent(
    TITLE,
    "conference",
    "en",
    "past",
    date(2024, 4, 23),
    date(2024, 4, 23),
    "Geneva",
    "Switzerland",
    "CH",
    "United Nations Office",
    organizations=("ots", "turkic-academy", "turkic-heritage", "turksoy", "turkpa"),
    participations=tuple(
        _person(*who, proof=f"{who[0]} addressed the conference.", chaired=at == 0)
        for at, who in enumerate(PEOPLE)
    ),
)
BISHKEK = NewEvent(
    "ТҮРКСОЙдун опера күндөрү",
    "festival",
    "ky",
    "past",
    date(2024, 4, 22),
    date(2024, 4, 24),
    "Бишкек",
    "Кыргызстан",
    "KG",
    organizations=("turksoy",),
    participations=(
        _person(
            "Султан Раев",
            "башкы катчы",
            "ТҮРКСОЙ",
            proof="Фестивалды ТҮРКСОЙдун башкы катчысы Султан Раев ачты.",
        ),
        _person(
            "Жылдыз Бакашова",
            "маданият министринин орун басары",
            "Кыргызстан",
            proof="Жылдыз Бакашова куттуктоо сөз сүйлөдү.",
        ),
    ),
)
SHUSHA = NewEvent(
    "Неформальный саммит ОТГ",
    "summit",
    "ru",
    "future",
    date(2024, 7, 6),
    date(2024, 7, 6),
    "Шуша",
    "Азербайджан",
    "AZ",
    organizations=("ots",),
)
ANKARA = NewEvent(
    "Ortak Alfabe Komisyonu toplandı",
    "meeting",
    "tr",
    "past",
    None,
    None,
    "Ankara",
    "Türkiye",
    "TR",
    organizations=("turkic-academy",),
    participations=(
        _person(
            "Mehmet Öztürk",
            "Komisyon Başkanı",
            proof="Toplantıyı Komisyon Başkanı Mehmet Öztürk yönetti.",
            chaired=True,
        ),
    ),
)
UPCOMING = NewEvent(
    "Board of Governors",
    "meeting",
    "en",
    "future",
    date(2024, 5, 2),
    date(2024, 5, 3),
    "Astana",
    "Kazakhstan",
    "KZ",
    organizations=("ots", "turkic-fund"),
)
EXHIBITION = NewEvent(
    "Выставка костюмов тюркских опер",
    "exhibition",
    "ru",
    "past",
    date(2024, 4, 23),
    date(2024, 4, 23),
    "Бишкек",
    "Кыргызстан",
    "KG",
    organizations=("turksoy",),
)
EVENTS = (GENEVA, BISHKEK, ANKARA, UPCOMING, SHUSHA)


def read_outlets(session: Session) -> dict[str, int]:
    """Read the outlets since some days, one of them in vain of late.

    Return their ids by language.
    """
    specs = [
        SourceSpec.model_validate(
            {
                "key": f"outlet-{language}",
                "name": name,
                "url": f"https://{language}.example.org",
                "language": language,
                "certainty": "A",
            }
        )
        for language, name in OUTLETS.items()
    ]
    sources.sync(session, specs, NOW - timedelta(days=9))
    ids = {one.language or "": one.id for one in sources.all_sources(session)}
    later = NOW + timedelta(hours=1)
    sources.failed(
        session,
        ids["ru"],
        NOW - timedelta(days=2),
        cause="timeout",
        detail="no answer",
        next_poll_at=later,
    )
    return ids


def _keep(session: Session, source_id: int, new: NewEvent, found: datetime) -> int:
    item = NewArticle(
        new.title,
        f"https://{new.language}.example.org/1",
        new.title,
        new.title,
        new.language,
        found,
        new.title,
    )
    articles.add_new(session, source_id, [item], found)
    (article,) = articles.claim_unread(session, found, limit=1, lease=timedelta(minutes=1))
    return keep(session, article.id, new, found)


SAID = (
    *(
        "help",
        "help digest",
        "settings",
        "organizations",
        "subscribe all",
        "days",
        "quiet 22:00-07:00",
        "timezone Almaty",
        "language",
    ),
    *(
        "who Raev",
        "follow Sultan Raev, Kazakhstan, summits",
        "follow turksoy digest",
        "subscriptions",
        "manners",
        "follow turksoy usual",
        "latest ots 2",
        "upcoming",
        "week",
        "status",
        "sources",
    ),
    *("review", "review weekly monthly", "review week", "review month"),
    *("remind day hour", "met ots, turksoy 2024", "mute 1", "mute 1 off"),
    *(
        "subscribe turksoi",
        "search zzz",
        "digestt",
        "digest 25:00",
        "days never",
        "event 99",
        "timezone Atlantis",
        "forget",
        "stop",
    ),
)
"""What is typed, in order: questions, settings, and slips."""


class Stage:
    """A chat that speaks one language."""

    def __init__(self, database: Database, language: str) -> None:
        self.database, self.language = database, language
        catalogue = load_catalogue()
        capabilities = registry.capabilities()
        self.composer = Composer(database, catalogue, capabilities)
        self.commands = Commands(
            database,
            catalogue,
            self.composer,
            lambda: NOW,
            Options(pace=CommandRate(burst=1000), explain=lambda cause: Cause(cause).sentence),
            capabilities,
        )

    async def answer(self, text: str) -> str:
        """Return what the bot answers to `text`, with its buttons."""
        answers = await self.commands.answer(
            UserRequest(HERE, "somebody", text, language=self.language)
        )
        return shown(answers)

    def chat(self) -> Chat:
        """Return the chat."""
        with self.database.transaction() as session:
            return chats.ensure(session, HERE.platform, HERE.chat, HERE.thread, NOW)

    async def digest(self, day: date, moment: datetime) -> str:
        """Return the chat's digest of a day, as of a moment."""
        return shown([await self.composer.digest(self.chat(), day, moment)])

    async def course(self, event_id: int, lead: Lead) -> str:
        """Return what is told in the course of an event, as of its eve or its second day."""
        with self.database.transaction() as session:
            first = session.get_one(Event, event_id).starts_on or NOW.date()
        day = first + timedelta(days=-1 if lead is Lead.EVE else 1)
        moment = NOW.replace(year=day.year, month=day.month, day=day.day)
        return shown([await self.composer.course(self.chat(), event_id, lead, None, moment)])


def shown(messages: Sequence[Message]) -> str:
    """Return messages as text, a row of buttons a line."""
    texts = []
    for message in messages:
        rows = ["  ".join(f"[ {button.label} ]" for button in row) for row in message.buttons]
        texts.append("\n\n".join([message.plain, *(["\n".join(rows)] if rows else [])]))
    return "\n---\n".join(texts)


async def play(database: Database, language: str) -> str:
    """Return all scenes in one language."""
    stage = Stage(database, language)
    scenes = {"/start": await stage.answer("start")}
    with database.transaction() as session:
        outlets = read_outlets(session)
    await stage.answer("subscribe ots, turksoy")
    with database.transaction() as session:
        enqueue_digest(session, stage.chat().id, date(2024, 4, 17), NOW - timedelta(days=8))
    scenes["a quiet digest"] = await stage.digest(date(2024, 4, 24), NOW - timedelta(days=1))
    with database.transaction() as session:
        geneva, bishkek, ankara, ahead, *_ = [
            _keep(session, outlets[new.language], new, NOW - timedelta(hours=9 - at))
            for at, new in enumerate(EVENTS)
        ]
    scenes["a card"] = await stage.answer(f"event {geneva}")
    scenes["a card from another script"] = await stage.answer(f"event {bishkek}")
    scenes["a card without a day"] = await stage.answer(f"event {ankara}")
    scenes["who was there"] = await stage.answer(f"event {bishkek} who")
    scenes["its sources"] = await stage.answer(f"event {bishkek} sources")
    await stage.answer("subscribe turkic-academy")
    scenes["a digest"] = await stage.digest(date(2024, 4, 25), NOW)
    for said in SAID:
        scenes[f"/{said}"] = await stage.answer(said)
    with database.transaction() as session:
        part = _keep(session, outlets["ru"], EXHIBITION, NOW)
        session.get_one(Event, part).parent_id = bishkek
    scenes["the eve of a great event"] = await stage.course(ahead, Lead.EVE)
    scenes["a great event has begun"] = await stage.course(bishkek, Lead.START)
    scenes["the evening of a great event"] = await stage.course(bishkek, Lead.EVENING)
    return "\n\n".join(f"=== {scene}\n\n{text}" for scene, text in scenes.items()) + "\n"
