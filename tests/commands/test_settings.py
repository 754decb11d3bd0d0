"""All settings stand on one screen whose buttons change it in place."""

import pytest

from tests.commands.conftest import Talk


async def test_the_screen_tells_everything_and_marks_what_is_chosen(talk: Talk) -> None:
    await talk.ask("subscribe ots")
    [message] = await talk.ask("settings")
    assert message.replaces
    assert message.plain == (
        "Settings\n\nFollowing: OTS\nDelivery: alerts and digest\nDigest: 08:30, every "
        "day\nQuiet hours: none\nSound: for alerts\nLink preview: picture\nCards: long\n"
        "Reviews: none\n"
        "Reminders: on the eve of a great event, when a great event has begun and on a great"
        " event's last evening\n"
        "Time zone: UTC\nLanguage: English"
    )
    marked = [
        button.label for row in message.buttons for button in row if button.label.startswith("✓")
    ]
    assert marked == [
        "✓ Both",
        "✓ 08:30",
        "✓ Every day",
        "✓ No quiet hours",
        "✓ 🔔 for alerts",
        "✓ 🖼 picture",
        "✓ 📰 long",
    ]


async def test_each_button_of_the_screen_does_what_it_says(talk: Talk) -> None:
    [message] = await talk.ask("settings")
    for label in ("Alerts", "18:00", "Working days", "Quiet at night"):
        press = next(
            button.command for row in message.buttons for button in row if button.label == label
        )
        [message] = await talk.ask(press or "")
        assert f"✓ {label}" in [button.label for row in message.buttons for button in row], label
        assert message.replaces
    chat = talk.chat()
    assert (chat.mode, str(chat.digest_at), chat.digest_days, str(chat.quiet_from)) == (
        "instant",
        "18:00:00",
        0b11111,
        "22:00:00",
    )


@pytest.mark.parametrize(
    "forged",
    [
        "set",
        "set mode owner",
        "set digest 99",
        "set state stopped",
        "set days 127; drop",
        "set quiet",
    ],
)
async def test_what_no_button_says_changes_nothing(talk: Talk, forged: str) -> None:
    before = (await talk.ask("settings"))[0]
    assert await talk.ask(forged) == [before]


async def test_the_screen_may_be_read_but_not_pressed_by_those_without_rights(talk: Talk) -> None:
    assert "Settings" in await talk.hear("settings", may_change=False, private=False)
    assert (
        await talk.hear("set mode digest", may_change=False, private=False)
        == "Only the admins of this chat can change its settings."
    )


async def test_sound_and_previews_are_chosen_where_a_platform_has_them(talk: Talk) -> None:
    [screen] = await talk.ask("settings")
    assert "Sound: for alerts" in screen.plain
    assert "Link preview: picture" in screen.plain
    [screen] = await talk.ask("set sound none")
    assert "Sound: never" in screen.plain
    [screen] = await talk.ask("set preview large")
    assert "Link preview: large" in screen.plain
    assert (talk.chat().sound, talk.chat().preview) == ("none", "large")
    [screen] = await talk.ask("settings", platform="matrix")
    assert "Sound" in screen.plain
    assert "Link preview" not in screen.plain


async def test_without_buttons_the_screen_says_how_to_change_each(talk: Talk) -> None:
    [screen] = await talk.ask("settings", platform="matrix")
    for way in ("!digest 08:30", "!timezone Baku", "!set sound all"):
        assert f"• {way}" in screen.plain


@pytest.mark.parametrize(
    "screen", ["organizations", "subscriptions", "remind", "timezone", "language", "timezone Baku"]
)
async def test_every_screen_behind_the_settings_changes_in_place_and_leads_back(
    talk: Talk, screen: str
) -> None:
    [message] = await talk.ask(screen)
    assert message.replaces
    assert message.buttons[-1][-1].command == "settings"


async def test_the_form_of_cards_and_their_hashtags_are_set_by_buttons(talk: Talk) -> None:
    [screen] = await talk.ask("set form title")
    assert "Cards: title only" in screen.plain
    [screen] = await talk.ask("set hashtags on")
    assert "Cards: title only, with hashtags" in screen.plain
    assert (talk.chat().form, talk.chat().hashtags) == ("title", True)
    await talk.ask("set hashtags off")
    assert not talk.chat().hashtags


@pytest.mark.parametrize("language", ["en", "ru", "ky", "uz"])
async def test_no_label_is_longer_than_a_phone_shows(talk: Talk, language: str) -> None:
    await talk.hear(f"language {language}")
    [screen] = await talk.ask("settings")
    most = {1: 40, 2: 24, 3: 15, 4: 10}
    for row in screen.buttons:
        assert max(len(button.label) for button in row) <= most[len(row)], row
