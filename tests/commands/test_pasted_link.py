"""A link that is pasted shows the event that its page reports, or says why there is none.

A page that is not known is read at once and shown with its proofs; it is kept on an admin's word.
"""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.commands import Commands
from bot.commands.link_limits import PACE
from bot.commands.options import Options
from bot.commands.pasted_link import is_page
from bot.extraction.facts import ArticleText
from bot.feeds.errors import Cause, FeedError
from bot.feeds.parsing.article_keys import address, digest
from bot.feeds.parsing.findings import Page
from bot.feeds.polling.new_articles import article_of_page
from bot.merging.fusion import summary
from bot.merging.knowledge import MergingKnowledge
from bot.messages.message import Message
from bot.pipeline.event_facts import kept_as, participation_of
from bot.pipeline.read_page import PageRead, PageReader
from bot.platforms import registry
from bot.platforms.base import Address, UserRequest
from config.catalogue_loader import load_catalogue
from storage import articles
from storage.articles import NewArticle
from storage.enums import ArticleState
from tests.commands.conftest import Talk
from tests.commands.library import fill
from tests.pipeline.test_read_page import BODY, in_this_process
from tests.storage.things import source

PAGE = "https://kabar.example/news/summit-in-bishkek"


def store(talk: Talk, state: ArticleState, event: int | None = None) -> None:
    """Keep an article as polling does, and what became of its reading."""
    key = digest("address", address(PAGE))
    item = NewArticle("x", PAGE, "Summit", "Text.", "en", talk.now, "hash", keys=(key,))
    with talk.database.transaction() as session:
        articles.add_new(session, source(session, talk.now), [item], talk.now)
        found = articles.found_at(session, key)
        assert found is not None
        found.state, found.event_id = state, event


@pytest.mark.usefixtures("filled")
async def test_it_shows_the_event_that_the_page_reports(talk: Talk) -> None:
    store(talk, ArticleState.EVENT, event=1)
    [card] = await talk.ask(f"{PAGE}?utm_source=share")
    assert card.buttons[0][0].command == "event 1 who"


async def test_a_page_without_an_event_says_so(talk: Talk) -> None:
    store(talk, ArticleState.IRRELEVANT)
    assert "no event" in await talk.hear(PAGE)


async def test_a_page_that_waits_to_be_read_says_so(talk: Talk) -> None:
    store(talk, ArticleState.UNREAD)
    assert "about to read" in await talk.hear(PAGE)


async def test_a_page_that_was_never_met_says_what_is_read(talk: Talk) -> None:
    assert "/sources" in await talk.hear("https://elsewhere.example/")


@pytest.fixture
def filled(talk: Talk) -> list[int]:
    return fill(talk.database, talk.now)


TITLE = "Conference on water opens in Ankara <b>&amp;"


class Reader(PageReader):
    """Reads a page that was fetched before, by the real reader; counts how often it is asked.

    Attributes:
        asked: The addresses.
        page: What stands on each of them.
        error: Raised instead.
    """

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.page = Page("\n".join(BODY), TITLE)
        self.error: Exception | None = None

    async def read(self, url: str, now: datetime) -> PageRead:
        self.asked.append(url)
        if self.error is not None:
            raise self.error
        article = article_of_page(url, self.page, "elsewhere.example", now)
        text = ArticleText(article.title, article.text, None, url)
        found = await in_this_process(text, now)
        if found.report is None:
            return PageRead(article, "elsewhere.example", None, None)
        report = replace(found.report, key=article.identity)
        whole = summary([report], MergingKnowledge(load_catalogue()))
        people = [participation_of(presence, 0, at) for at, presence in enumerate(whole.people)]
        return PageRead(article, "elsewhere.example", kept_as(whole, tuple(people)), report)


@pytest.fixture
def reader(talk: Talk) -> Reader:
    """The reader of a bot whose admins are in chat 1."""
    reader = Reader()
    options = Options(reader=reader, admins=(Address("telegram", "1"),))
    composer = talk.commands._services.composer
    talk.commands = Commands(
        talk.database,
        load_catalogue(),
        composer,
        lambda: talk.now,
        options,
        registry.capabilities(),
    )
    return reader


NEW = "https://elsewhere.example/water"


def labels(messages: list[Message]) -> list[str]:
    return [button.label for message in messages for row in message.buttons for button in row]


async def test_an_unknown_page_is_read_and_shown_with_every_proof_and_not_kept(
    talk: Talk, reader: Reader
) -> None:
    told = await talk.ask(NEW, chat="2")
    assert reader.asked == [NEW]
    card, proofs = told
    assert "Kubanychbek Omuraliev" in card.plain
    assert "24 April 2024" in card.plain
    assert "opened a conference on water" in proofs.plain
    assert "Read just now from the page; it is not in the diary." in proofs.plain
    assert all(button.command is None for one in told for row in one.buttons for button in row), (
        "its buttons would ask for an event that there is not"
    )
    assert "File it" not in labels(told)
    assert "Nothing yet" in await talk.hear("latest all")


async def test_what_a_page_says_is_text_whatever_it_holds(talk: Talk, reader: Reader) -> None:
    hostile = BODY[0].replace(
        "conference", "<script>alert(1)</script> {0.__class__} \x1b[31mconference"
    )
    reader.page = Page("\n".join((hostile, *BODY[1:])), TITLE)
    card, proofs = await talk.ask(NEW)
    assert TITLE in card.plain
    assert "<script>alert(1)</script> {0.__class__}" in proofs.plain
    assert "\x1b" not in card.plain + proofs.plain


async def test_an_admin_may_have_it_filed_as_if_a_feed_had_brought_it(
    talk: Talk, reader: Reader
) -> None:
    told = await talk.ask(NEW)
    [press] = [b for one in told for row in one.buttons for b in row if b.label == "File it"]
    assert len((press.command or "").encode()) <= 64
    assert "filed in a moment" in (await talk.ask(press.command or ""))[0].plain
    with talk.database.transaction() as session:
        (waiting,) = articles.claim_unread(session, talk.now, limit=9, lease=timedelta(minutes=1))
    assert (waiting.url, waiting.title) == (NEW, reader.page.title)
    assert "about to read" in await talk.hear(NEW)
    assert reader.asked == [NEW]


async def test_where_there_are_no_buttons_the_admin_is_told_the_command(
    talk: Talk, reader: Reader
) -> None:
    options = replace(talk.commands._options, admins=(Address("matrix", "1"),))
    services = talk.commands._services
    talk.commands = Commands(
        talk.database,
        services.catalogue,
        services.composer,
        lambda: talk.now,
        options,
        registry.capabilities(),
    )
    _card, proofs = await talk.ask(NEW, platform="matrix")
    assert reader.asked == [NEW]
    command = proofs.plain.rpartition("To add it: !")[2]
    assert "filed in a moment" in (await talk.ask(command, platform="matrix"))[0].plain


@pytest.mark.usefixtures("reader")
async def test_nobody_else_files_anything(talk: Talk) -> None:
    told = await talk.ask(NEW)
    [press] = [b for one in told for row in one.buttons for b in row if b.label == "File it"]
    for answer in (
        await talk.ask(press.command or "", chat="2"),
        await talk.ask(press.command or "", may_change=False, private=False),
        await talk.ask("filepage 0000000000000000"),
    ):
        assert "filed in a moment" not in answer[0].plain
    with talk.database.transaction() as session:
        assert not articles.claim_unread(session, talk.now, limit=9, lease=timedelta(minutes=1))


async def test_a_page_that_reports_no_event_or_cannot_be_had_says_so(
    talk: Talk, reader: Reader
) -> None:
    reader.page = Page("A long text about bees and their keepers. " * 20, "Bees")
    assert "reports no event" in await talk.hear(NEW)
    reader.error = FeedError(NEW, Cause.REFUSED_ADDRESS, "127.0.0.1")
    told = await talk.hear(NEW)
    assert told == (
        "I can't read that page: the address is not on the public Internet, so the bot does not go"
        " there."
    )


async def test_a_page_that_calls_itself_by_a_known_address_shows_what_is_known(
    talk: Talk, reader: Reader, filled: list[int]
) -> None:
    store(talk, ArticleState.EVENT, event=filled[0])
    reader.page = replace(reader.page, canonical=PAGE)
    [card] = await talk.ask(NEW)
    assert card.buttons[0][0].command == f"event {filled[0]} who"


async def test_a_chat_has_so_many_pages_read_and_no_more_and_others_wait_for_nobody(
    talk: Talk, reader: Reader
) -> None:
    answers = [await talk.ask(f"{NEW}/{number}") for number in range(PACE.burst + 2)]
    assert len(reader.asked) == PACE.burst
    assert "no more links" in answers[-2][0].plain
    assert answers[-1] == []
    await talk.ask(f"{NEW}/other", chat="2")
    assert len(reader.asked) == PACE.burst + 1
    talk.now += timedelta(seconds=PACE.seconds)
    await talk.ask(f"{NEW}/later")
    assert len(reader.asked) == PACE.burst + 2


async def test_nothing_is_fetched_for_a_channel(talk: Talk, reader: Reader) -> None:
    request = UserRequest(Address("telegram", "-1001"), "somebody", NEW, behalf="channel -1001")
    [message] = await talk.commands.answer(request)
    assert "none of those that I have read" in message.plain
    assert reader.asked == []


@pytest.mark.parametrize(
    "url", ["http://a:99999/", "http://[::1", "http://[::]]>1ttp://1ttp://[::1"]
)
def test_an_address_that_leads_nowhere_is_no_page(url: str) -> None:
    assert not is_page(url)
