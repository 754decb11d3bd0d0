"""The read stage: events are filed and alerts owed in one transaction.

A failing article stands in nobody's way.
"""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session, col, select

from bot.extraction.facts import ArticleText, EventFacts, Kind, Participant, Reading, Tense
from bot.extraction.reader import Reader
from bot.extraction.text.tagger import TaggedArticle
from bot.pipeline.interpret_article import interpret
from bot.pipeline.interpretation import LONGEST, Interpretation
from bot.pipeline.read_articles import TRIES, ArticleReader, ReadReport
from bot.runtime.worker_pool import JobRaised, WorkerDied, WorkerNotStarted
from config.sources import SourceSpec
from storage import articles, chats, outbox, sending, sources
from storage.articles import NewArticle
from storage.database import Database
from storage.enums import Topic
from storage.models import Article, Event, Participation
from tests.defaults import CATALOGUE, KNOWLEDGE

NOW = datetime(2024, 4, 25, 5, 30, tzinfo=UTC)
SOURCE = SourceSpec(
    key="kabar", name="KABAR", url="https://kabar.example/rss", language="en", certainty="A"
)


def reading(organization: str = "ots") -> Reading:
    event = EventFacts(
        "Conference",
        Kind.CONFERENCE,
        NOW.date(),
        NOW.date(),
        Tense.PAST,
        "Geneva",
        "Switzerland",
        None,
        "On 25 April.",
        None,
    )
    person = Participant(
        "Sultan Raev",
        "Secretary General",
        "TURKSOY",
        attended=True,
        moderator=False,
        proof="Sultan Raev spoke.",
    )
    return Reading("en", True, (organization,), event, (person,))


class Double(Reader):
    """A reader that finds in an article what its headline says; remembers what it was given."""

    def __init__(self) -> None:
        super().__init__(CATALOGUE)
        self.published: list[date | None] = []

    def concerns(self, tagged: TaggedArticle) -> bool:
        del tagged
        return True

    def interpret(self, tagged: TaggedArticle, now: datetime) -> Reading:
        assert now >= NOW
        self.published.append(tagged.article.published)
        if tagged.article.title == "broken":
            raise RecursionError("too deep")
        if tagged.article.title == "weather":
            return Reading("en", False, (), None, ())
        return reading()


def reader_of(
    database: Database, double: Double | None = None, *, batch: int = 20
) -> ArticleReader:
    reader = double or Double()

    async def here(article: ArticleText, now: datetime) -> Interpretation:
        try:
            return interpret(article, now, reader, CATALOGUE.places)
        except RecursionError as error:
            raise JobRaised(f"{type(error).__name__}: {error}") from error

    return ArticleReader(database, here, KNOWLEDGE, batch=batch)


@pytest.fixture
def database(sqlite: Database) -> Database:
    with sqlite.transaction() as session:
        sources.sync(session, [SOURCE], NOW)
    return sqlite


def store(database: Database, *titles: str, published: datetime | None = NOW) -> None:
    new = [
        NewArticle(
            f"{title} {number}",
            f"https://kabar.example/{number}",
            title,
            "Body.",
            "en",
            published,
            f"hash {number}",
        )
        for number, title in enumerate(titles)
    ]
    with database.transaction() as session:
        articles.add_new(session, 1, new, NOW)


def states(session: Session) -> list[tuple[str, str]]:
    return [
        (article.title, article.state)
        for article in session.exec(select(Article).order_by(col(Article.id)))
    ]


async def test_an_article_about_a_tco_becomes_an_event_with_its_people(database: Database) -> None:
    store(database, "conference")
    report = await reader_of(database).read_due(NOW)
    assert report == ReadReport(articles=1, events=1, failed=0, alerts=0)
    with database.transaction() as session:
        event = session.exec(select(Event)).one()
        person = session.exec(select(Participation)).one()
    assert (event.title, event.kind, event.starts_on, event.city, event.date_proof) == (
        "Conference",
        "conference",
        NOW.date(),
        "Geneva",
        "On 25 April.",
    )
    assert (person.name, person.role, person.affiliation, person.proof) == (
        "Sultan Raev",
        "Secretary General",
        "TURKSOY",
        "Sultan Raev spoke.",
    )


async def test_an_event_is_owed_to_the_chats_that_follow_it(database: Database) -> None:
    with database.transaction() as session:
        for address, topic in (("1", "ots"), ("2", "turksoy")):
            chat = chats.ensure(session, "console", address, "", NOW)
            assert chat.id is not None
            chats.subscribe(session, chat.id, Topic.ORGANIZATION, topic)
    store(database, "conference")
    report = await reader_of(database).read_due(NOW)
    assert report.alerts == 1
    with database.transaction() as session:
        (due,) = sending.due(session, NOW, platform="console", limit=9)
    assert (due.delivery.kind, due.chat.address) == ("alert", "1")


async def test_an_article_that_the_reader_fails_on_is_marked_and_the_rest_is_read(
    database: Database,
) -> None:
    store(database, "weather", "broken", "conference")
    report = await reader_of(database).read_due(NOW)
    assert report == ReadReport(articles=3, events=1, failed=1, alerts=0)
    with database.transaction() as session:
        assert states(session) == [
            ("weather", "irrelevant"),
            ("broken", "failed"),
            ("conference", "event"),
        ]
        error = session.exec(select(Article.error).where(Article.title == "broken")).one()
    assert error == "RecursionError: too deep"


async def test_what_was_read_is_not_read_again(database: Database) -> None:
    store(database, "weather", "broken", "conference")
    reader = reader_of(database)
    await reader.read_due(NOW)
    assert await reader.read_due(NOW) == ReadReport()


async def test_more_than_a_batch_is_read_in_one_run(database: Database) -> None:
    store(database, *["weather"] * 7)
    report = await reader_of(database, batch=3).read_due(NOW)
    assert report.articles == 7


async def test_when_owing_fails_the_event_is_not_filed_either(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> int:
        raise RuntimeError("no room")

    store(database, "conference", "weather")
    monkeypatch.setattr(outbox, "enqueue_alerts", fail)
    await reader_of(database).read_due(NOW)
    with database.transaction() as session:
        assert session.exec(select(Event)).all() == []
        assert states(session) == [("conference", "unread"), ("weather", "irrelevant")]


async def test_an_article_that_cannot_be_filed_is_tried_again_and_then_given_up_with_its_reason(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> int:
        raise RuntimeError("no room")

    store(database, "conference")
    monkeypatch.setattr(outbox, "enqueue_alerts", fail)
    reader = reader_of(database)
    found = [await reader.read_due(NOW + n * timedelta(hours=1)) for n in range(TRIES + 1)]
    assert [(report.articles, report.failed) for report in found] == [
        (1, 0),
        (1, 0),
        (1, 1),
        (0, 0),
    ]
    with database.transaction() as session:
        article = session.exec(select(Article)).one()
    assert (article.state, article.error) == ("failed", "RuntimeError: no room")


async def test_an_article_that_kills_its_reader_each_time_is_given_up_and_the_rest_is_read(
    database: Database,
) -> None:
    async def dying(article: ArticleText, now: datetime) -> Interpretation:
        if article.title == "broken":
            raise WorkerDied("the worker broke down over it")
        return interpret(article, now, Double(), CATALOGUE.places)

    store(database, "broken", "conference")
    reader = ArticleReader(database, dying, KNOWLEDGE)
    for n in range(TRIES):
        await reader.read_due(NOW + n * timedelta(hours=1))
        with database.transaction() as session:
            assert states(session)[1] == ("conference", "event")
    with database.transaction() as session:
        article = session.exec(select(Article).where(Article.title == "broken")).one()
    assert (article.state, article.error) == ("failed", "the worker broke down over it")


async def test_articles_wait_however_long_no_process_can_be_started_to_read_them(
    database: Database,
) -> None:
    async def nobody(_article: ArticleText, _now: datetime) -> Interpretation:
        raise WorkerNotStarted("no worker process could be started")

    store(database, "conference")
    for n in range(TRIES + 2):
        with pytest.raises(WorkerNotStarted):
            await ArticleReader(database, nobody, KNOWLEDGE).read_due(NOW + n * timedelta(hours=1))
    report = await reader_of(database).read_due(NOW + timedelta(days=1))
    assert (report.articles, report.events, report.failed) == (1, 1, 0)


async def test_an_article_over_which_the_whole_bot_died_each_time_is_not_taken_up_again(
    database: Database,
) -> None:
    store(database, "conference", "weather")
    with database.transaction() as session:
        for _ in range(TRIES):
            articles.take_up(session, 1)
    report = await reader_of(database).read_due(NOW)
    with database.transaction() as session:
        assert states(session) == [("conference", "failed"), ("weather", "irrelevant")]
        assert "3 times" in str(session.get_one(Article, 1).error)
    assert report == ReadReport(articles=2, failed=1)


async def test_a_text_out_of_all_proportion_is_read_as_far_as_its_limit(database: Database) -> None:
    lengths = list[int]()

    async def measured(article: ArticleText, now: datetime) -> Interpretation:
        lengths.append(len(article.text))
        return interpret(ArticleText("weather", ""), now, Double(), CATALOGUE.places)

    store(database, "weather")
    with database.transaction() as session:
        session.get_one(Article, 1).text = "a" * (LONGEST + 1)
    await ArticleReader(database, measured, KNOWLEDGE).read_due(NOW)
    assert lengths == [LONGEST]


@pytest.mark.parametrize("published", [datetime(2024, 4, 24, 22, tzinfo=UTC), None])
async def test_the_reader_is_told_the_day_of_publication_and_never_that_of_first_sight(
    database: Database, published: datetime | None
) -> None:
    double = Double()
    store(database, "weather", published=published)
    await reader_of(database, double).read_due(NOW)
    assert double.published == [published.date() if published else None]


async def test_the_day_of_publication_is_that_of_the_outlet_s_own_zone(database: Database) -> None:
    with database.transaction() as session:
        sources.sync(session, [SOURCE.model_copy(update={"timezone": "Asia/Bishkek"})], NOW)
    double = Double()
    store(database, "weather", published=datetime(2024, 4, 24, 18, tzinfo=UTC))
    await reader_of(database, double).read_due(NOW)
    assert double.published == [date(2024, 4, 25)]
