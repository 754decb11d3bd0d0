"""A link that is pasted shows the event that its page reports, or says why there is none."""

import pytest

from bot.feeds.parsing.article_keys import address, digest
from storage import articles
from storage.articles import NewArticle
from storage.enums import ArticleState
from tests.commands.conftest import Talk
from tests.commands.library import fill
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
