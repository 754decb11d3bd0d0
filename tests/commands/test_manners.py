"""Each thing that a chat follows may come in its own manner: at once, in the digest, silently."""

import pytest

from storage.enums import Mode
from tests.commands.conftest import Talk
from tests.storage.things import filed, person


@pytest.mark.parametrize(
    ("said", "manner", "told"),
    [
        ("digest", "digest", "in the digest"),
        ("silently", "silent", "silently"),
        ("at once", "instant", "at once"),
    ],
)
async def test_the_last_word_says_how_what_is_named_comes(
    talk: Talk, said: str, manner: str, told: str
) -> None:
    answer = await talk.hear(f"follow Kazakhstan, summits {said}")
    assert answer == (
        f"Now following Kazakhstan.\nKazakhstan: {told}.\nNow following summits.\nsummits: {told}."
    )
    assert talk.manners() == {"KZ": manner, "summit": manner}


async def test_organisations_take_the_word_behind_subscribe_too(talk: Talk) -> None:
    await talk.ask("subscribe ots, turksoy")
    answer = await talk.hear("subscribe ots turkpa digest")
    assert answer.endswith("OTS and TURKPA: in the digest.")
    assert talk.manners() == {"ots": "digest", "turksoy": "usual", "turkpa": "digest"}
    await talk.ask("follow OTS usual")
    assert talk.manners()["ots"] == "usual"


async def test_the_words_are_those_of_the_chats_language(talk: Talk) -> None:
    await talk.ask("language ru")
    assert "без звука" in await talk.hear("follow Казахстан без звука")
    assert talk.manners() == {"KZ": "silent"}


async def test_a_word_alone_and_a_word_in_quotation_marks_are_names(talk: Talk) -> None:
    await talk.ask('follow "silent film", "digest"')
    assert talk.manners() == {"silent film": "usual", "digest": "usual"}
    assert "called “silent”" in await talk.hear("follow silent")


async def test_what_could_be_several_people_keeps_the_word_in_its_buttons(talk: Talk) -> None:
    with talk.database.transaction() as session:
        people = (person("Sultan Raev"), person("Murat Raev"))
        filed(session, talk.now, participations=people)
    [message] = await talk.ask("follow Raev silent")
    commands = [button.command or "" for row in message.buttons for button in row]
    assert all(command.endswith(" silent") for command in commands)
    await talk.ask(commands[0])
    assert list(talk.manners().values()) == ["silent"]


async def test_subscriptions_and_settings_tell_what_comes_in_a_manner_of_its_own(
    talk: Talk,
) -> None:
    await talk.ask("subscribe ots, turksoy")
    await talk.ask("follow turksoy digest")
    told = "OTS and TURKSOY (in the digest)"
    assert f"This chat follows {told}." in await talk.hear("subscriptions")
    assert "Following: OTS, TURKSOY (in the digest)" in await talk.hear("settings")


async def test_a_screen_moves_each_on_by_its_button(talk: Talk) -> None:
    await talk.ask("subscribe ots, turksoy")
    [screen] = await talk.ask("subscriptions")
    assert "manners" in [button.command for row in screen.buttons for button in row]
    seen = []
    [screen] = await talk.ask("manners")
    for _press in range(4):
        press = next(
            button for row in screen.buttons for button in row if button.label.startswith("TURKSOY")
        )
        seen.append(press.label)
        [screen] = await talk.ask(press.command or "")
        assert screen.replaces
    assert seen == [
        "TURKSOY: as usual",
        "TURKSOY: at once",
        "TURKSOY: in the digest",
        "TURKSOY: silently",
    ]
    assert talk.manners() == {"ots": "usual", "turksoy": "usual"}


async def test_what_no_button_says_changes_nothing(talk: Talk) -> None:
    await talk.ask("subscribe ots")
    for forged in ("manners 99999", "manners -1", "manners ots", "manners 1; drop"):
        await talk.ask(forged)
    assert talk.manners() == {"ots": "usual"}


async def test_a_long_list_is_turned_page_by_page(talk: Talk) -> None:
    await talk.ask("subscribe all")
    await talk.ask("follow Kazakhstan, Türkiye, Hungary, summits, festivals")
    [first] = await talk.ask("manners")
    assert len([row for row in first.buttons if ":" in row[0].label]) == 10
    more = next(b.command for row in first.buttons for b in row if b.label == "More ›")
    [second] = await talk.ask(more or "")
    assert len([row for row in second.buttons if ":" in row[0].label]) == 3


async def test_a_chat_of_alerts_gets_a_digest_for_what_comes_in_it(talk: Talk) -> None:
    await talk.ask("subscribe ots, turksoy")
    await talk.ask("mode alerts")
    assert talk.chat().next_digest_at is None
    await talk.ask("follow turksoy digest")
    assert talk.chat().mode == Mode.INSTANT
    assert talk.chat().next_digest_at is not None
    assert "the digest at 08:30" in await talk.hear("subscriptions")
    await talk.ask("follow turksoy usual")
    assert talk.chat().next_digest_at is None


async def test_a_member_may_not_change_it(talk: Talk) -> None:
    await talk.ask("subscribe ots")
    for said in ("manners 1", "follow ots silent"):
        answer = await talk.hear(said, may_change=False, private=False)
        assert answer == "Only the admins of this chat can change its settings."
    assert talk.manners() == {"ots": "usual"}
