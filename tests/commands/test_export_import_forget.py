"""Settings are taken along as text, whole or not at all, and everything about a chat can be
deleted."""

import json

import pytest

from storage import chats
from tests.commands.conftest import Talk
from tests.commands.library import fill


async def exported(talk: Talk) -> str:
    [message] = await talk.ask("export")
    return message.blocks[0].lines[0][0].text


async def test_what_is_exported_can_be_imported_elsewhere(talk: Talk) -> None:
    fill(talk.database, talk.now)
    for said in (
        "subscribe ots, tcci",
        "follow Султан Раев, Kazakhstan, summits",
        "timezone Bishkek",
        "mode digest",
        "days mon, thu",
        "quiet 22-7",
        "remind hour day",
        "review monthly",
        "follow Султан Раев, tcci silent",
        "follow Kazakhstan digest",
        "set sound all",
        "set preview small",
        "set form short",
        "set hashtags on",
        "digest always",
    ):
        await talk.ask(said)
    await talk.ask("digest 7:15")
    text = await exported(talk)
    assert json.loads(text)["follows"]["people"] == ["Sultan Raev"]
    await talk.ask(f"import {text}", chat="2")
    there, here = talk.chat("2"), talk.chat("1")
    for field in (
        "language",
        "timezone",
        "mode",
        "digest_at",
        "digest_days",
        "quiet_from",
        "quiet_until",
        "next_digest_at",
        "remind_day",
        "remind_hour",
        "review_week",
        "review_month",
        "remind_eve",
        "remind_start",
        "remind_evening",
        "sound",
        "preview",
        "form",
        "hashtags",
        "digest_if_quiet",
    ):
        assert getattr(there, field) == getattr(here, field), field
    assert sorted(talk.follows("2")) == sorted(talk.follows("1"))
    assert talk.manners("2") == talk.manners("1")
    assert sorted(talk.manners("1").values()) == ["digest", "silent", "silent", "usual", "usual"]


@pytest.mark.parametrize(
    ("written", "begun", "evening"),
    [
        ({"reminders": []}, True, True),
        ({"reminders": ["day"]}, True, True),
        ({"reminders": ["day", "start"]}, True, False),
        ({"reminders": [], "course": []}, False, False),
        ({"reminders": [], "course": ["evening"]}, False, True),
    ],
)
async def test_settings_of_before_leave_what_they_do_not_know_as_it_is_by_itself(
    talk: Talk, written: dict[str, list[str]], begun: bool, evening: bool
) -> None:
    text = json.loads(await exported(talk))
    del text["course"]
    await talk.ask("remind off")
    await talk.ask(f"import {json.dumps(text | written)}")
    chat = talk.chat()
    assert (chat.remind_start, chat.remind_evening) == (begun, evening)
    assert chat.remind_day == ("day" in written["reminders"])


async def test_importing_replaces_what_was_followed(talk: Talk) -> None:
    await talk.ask("subscribe ots", chat="1")
    text = await exported(talk)
    await talk.ask("subscribe turksoy", chat="2")
    await talk.ask(f"import {text}", chat="2")
    assert talk.follows("2") == ["ots"]


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"version": 2}, "version"),
        ({"language": "tlh"}, "JSON"),
        ({"timezone": "Mars/Olympus"}, "timezone"),
        ({"timezone": "Factory"}, "timezone"),
        ({"timezone": "localtime"}, "timezone"),
        ({"quiet": ["22:00", "22:00"]}, "JSON"),
        ({"mode": "shout"}, "mode"),
        ({"digest": "25:00"}, "digest"),
        ({"days": [7]}, "days.0"),
        ({"days": []}, "days"),
        ({"quiet": ["22:00"]}, "quiet"),
        ({"state": "stopped"}, "state"),
        ({"follows": {"people": ["x"] * 1000}}, "follows.people"),
        ({"follows": {"everything": ["x"]}}, "follows.everything"),
    ],
)
async def test_settings_with_a_mistake_change_nothing(
    talk: Talk, change: dict[str, object], where: str
) -> None:
    await talk.ask("subscribe ots")
    text = json.dumps(json.loads(await exported(talk)) | change)
    before = talk.chat()
    said = await talk.hear(f"import {text}")
    assert said.startswith("I can't read these settings (")
    assert where.split(".", maxsplit=1)[0] in said
    assert (talk.chat(), talk.follows()) == (before, ["ots"])


@pytest.mark.parametrize(
    "text", ["nonsense", "{", "[]", "null", "NaN", "[" * 900, '{"version": 1}', '"' + "x" * 5000]
)
async def test_what_is_no_settings_at_all_is_said(talk: Talk, text: str) -> None:
    assert (await talk.hear(f"import {text}")).startswith("I can't read these settings")


async def test_organisations_that_are_no_more_are_left_out(talk: Talk) -> None:
    text = json.loads(await exported(talk))
    text["follows"]["organizations"] = ["ots", "nato", "'; drop table chat; --"]
    await talk.ask(f"import {json.dumps(text)}")
    assert talk.follows() == ["ots"]


async def test_forgetting_asks_first_and_then_deletes_everything(talk: Talk) -> None:
    await talk.ask("subscribe ots")
    [question] = await talk.ask("forget")
    assert talk.follows() == ["ots"]
    assert (
        await talk.hear(question.buttons[0][0].command or "")
        == "Everything is deleted. If you write to me again, we start afresh."
    )
    with talk.database.transaction() as session:
        assert chats.find(session, "telegram", "1") is None
    assert talk.follows() == []
