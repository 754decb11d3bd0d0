"""A link that is pasted goes through the whole bot: fetched, parsed and read by its own processes.

And, on an admin's word, filed and told like any article.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.app import App
from bot.platforms.base import Address, UserRequest
from bot.runtime.scheduler import utc_now
from config.catalogue_loader import load_catalogue
from config.settings import Settings
from storage import diary, diary_query, events
from tests.delivery.deliveries import ScriptedMessenger
from tests.feeds.server import Site, page
from tests.pipeline.test_read_page import PAGE


class Silent(ScriptedMessenger):
    """A messenger that can be closed."""

    async def close(self) -> None:
        pass


def settings(folder: Path, *, private: bool) -> Settings:
    return Settings.model_validate(
        {
            "data_dir": folder,
            "admin_chats": ["telegram:1"],
            "http_allow_private": private,
            "article_days": 0,
            "first_poll_days": 0,
        }
    )


def said(text: str) -> UserRequest:
    return UserRequest(Address("telegram", "1"), "1", text, language="en")


@pytest.mark.slow
async def test_a_page_is_read_by_the_whole_bot_and_filed_on_an_admins_word(
    tmp_path: Path, site: Site
) -> None:
    site.answer("/water", page(PAGE))
    catalogue = replace(load_catalogue(), sources=())
    app = App(settings(tmp_path, private=True), catalogue, messengers=[Silent()])
    async with app.opened():
        card, proofs = await app.commands.answer(said(site.url("/water")))
        assert "Kubanychbek Omuraliev" in card.plain
        assert "opened a conference on water" in proofs.plain
        [press] = [button.command or "" for row in proofs.buttons for button in row]
        await app.commands.answer(said(press))
        await app.article_reader.read_due(utc_now())
        ids, _following = await app.database.run(diary.page_of_ids, diary_query.EVERYTHING)
        [filed] = await app.database.run(events.by_ids, ids)
        assert filed.event.city == "Ankara"
        [card] = await app.commands.answer(said(site.url("/water")))
        assert card.buttons[0][0].command == f"event {filed.event.id} who"


async def test_the_bot_as_it_is_run_goes_to_no_inner_address(tmp_path: Path, site: Site) -> None:
    catalogue = replace(load_catalogue(), sources=())
    app = App(settings(tmp_path, private=False), catalogue, messengers=[Silent()])
    async with app.opened():
        [told] = await app.commands.answer(said(site.url("/water")))
    assert "not on the public Internet" in told.plain
    assert site.requests == []
