"""A chat chooses what it follows: by button or by name, in any language, several at once."""

import pytest

from storage import chats
from storage.enums import Topic
from tests.commands.conftest import Talk


async def test_the_list_shows_every_organisation_with_a_button(talk: Talk) -> None:
    [message] = await talk.ask("organizations")
    labels = [button.label for row in message.buttons for button in row]
    assert labels == [
        "OTS",
        "TURKSOY",
        "TURKPA",
        "Turkic Academy",
        "Turkic Heritage Foundation",
        "Turkic Investment Fund",
        "TCCI",
        "TURKUNIB",
        "Follow all",
        "← Settings",
    ]
    assert "· OTS · Organization of Turkic States" in message.plain


async def test_a_button_toggles_and_the_list_replaces_the_old_one(talk: Talk) -> None:
    [before] = await talk.ask("organizations")
    press = before.buttons[0][1].command
    assert press is not None
    [after] = await talk.ask(press)
    assert after.replaces
    assert after.buttons[0][1].label == "✓ TURKSOY"
    assert "✓ TURKSOY" in after.plain
    assert talk.follows() == ["turksoy"]
    [again] = await talk.ask(press)
    assert again == before
    assert talk.follows() == []


async def test_one_button_follows_all(talk: Talk) -> None:
    [message] = await talk.ask("toggle all")
    assert len(talk.follows()) == 8
    assert "Follow all" not in [button.label for row in message.buttons for button in row]


@pytest.mark.parametrize(
    ("typed", "followed"),
    [
        ("turksoy", ["turksoy"]),
        ("TÜRKSOY", ["turksoy"]),
        ("ots, turksoy", ["ots", "turksoy"]),
        ("ots turkpa", ["ots", "turkpa"]),
        ("Организация тюркских государств", ["ots"]),
        ("Turkic Council; heritage", ["ots", "turkic-heritage"]),
    ],
)
async def test_names_are_understood_as_people_write_them(
    talk: Talk, typed: str, followed: list[str]
) -> None:
    await talk.ask(f"subscribe {typed}")
    assert talk.follows() == followed


async def test_following_says_what_will_come_and_when(talk: Talk) -> None:
    assert await talk.hear("subscribe ots") == (
        "Now following OTS.\nAlerts come at once, the digest at 08:30 (UTC). To "
        "change: /digest, /timezone"
    )
    assert talk.chat().next_digest_at is not None


async def test_following_twice_is_said_and_harmless(talk: Talk) -> None:
    await talk.ask("subscribe ots")
    assert await talk.hear("subscribe ots") == "Already following OTS."
    assert talk.follows() == ["ots"]


async def test_a_slip_is_answered_with_the_nearest_and_the_rest_is_done(talk: Talk) -> None:
    assert (
        "I don't know an organisation called “turkspy”. Did you mean TURKSOY? "
        "/organizations lists all."
    ) in await talk.hear("subscribe turkspy, ots")
    assert talk.follows() == ["ots"]


async def test_a_name_that_several_share_is_asked_back(talk: Talk) -> None:
    assert "Did you mean TURKSOY or Turkic Heritage Foundation?" in await talk.hear(
        "subscribe culture"
    )


async def test_unfollowing_ends_it_and_says_what_is_left(talk: Talk) -> None:
    await talk.ask("subscribe ots, turksoy")
    assert (
        await talk.hear("unsubscribe ots") == "No longer following OTS.\nThis chat follows TURKSOY."
    )
    assert talk.follows() == ["turksoy"]


async def test_unfollowing_all_ends_the_digests(talk: Talk) -> None:
    await talk.ask("subscribe all")
    assert "This chat follows nothing yet" in await talk.hear("unsubscribe all")
    assert talk.chat().next_digest_at is None


async def test_unfollowing_what_is_not_followed_is_said(talk: Talk) -> None:
    assert "This chat does not follow OTS." in await talk.hear("unsubscribe ots")


async def test_the_subscriptions_are_told(talk: Talk) -> None:
    assert (
        await talk.hear("subscriptions")
        == "This chat follows nothing yet. To choose: /organizations"
    )
    await talk.ask("subscribe ots")
    assert (await talk.hear("subscriptions")).startswith("This chat follows OTS.\n")


async def test_chats_do_not_share_what_they_follow(talk: Talk) -> None:
    await talk.ask("subscribe ots", chat="1")
    await talk.ask("subscribe turksoy", chat="2")
    assert (talk.follows("1"), talk.follows("2")) == (["ots"], ["turksoy"])


async def test_an_organisation_that_the_catalogue_has_lost_is_told_and_can_be_left(
    talk: Talk,
) -> None:
    await talk.ask("subscribe ots")
    with talk.database.transaction() as session:
        chats.subscribe(session, talk.chat().id, Topic.ORGANIZATION, "gone")
    plain = await talk.hear("subscriptions")
    assert "This chat follows OTS." in plain
    assert "No longer in my list: gone." in plain
    assert "/unsubscribe gone" in plain
    assert "No longer following gone." in await talk.hear("unsubscribe Gone")
    assert talk.follows() == ["ots"]
    assert "No longer in my list" not in await talk.hear("subscriptions")
