"""What a chat wants to be kept out of all that it follows."""

import json

import pytest

from storage import following
from tests.commands.conftest import Talk
from tests.commands.library import fill


async def titles(talk: Talk) -> str:
    return await talk.hear("latest")


async def test_a_word_that_is_kept_out_keeps_its_events_out_of_every_list(talk: Talk) -> None:
    fill(talk.database, talk.now)
    await talk.ask("subscribe all")
    assert "Day of the yurt" in await titles(talk)

    said = await talk.hear("exclude yurt")

    assert "Events about “yurt” are kept out from now on." in said
    assert "Day of the yurt" not in await titles(talk)
    assert "United in Heritage" in await titles(talk)


async def test_it_is_let_in_again(talk: Talk) -> None:
    fill(talk.database, talk.now)
    await talk.ask("subscribe all")
    await talk.ask("exclude yurt")
    assert "“yurt” is kept out no longer." in await talk.hear("include yurt")
    assert "Day of the yurt" in await titles(talk)
    assert "“yurt” is not kept out." in await talk.hear("include yurt")


@pytest.mark.parametrize(
    ("name", "label", "title"),
    [
        ("festivals", "festivals", "Days of opera"),
        ("Kyrgyzstan", "Kyrgyzstan", "Summit of the OTS"),
        ("Академия", "Turkic Academy", "Board meeting"),
        ("Kadir Yaman", "Kadir Yaman", "United in Heritage"),
    ],
)
async def test_all_that_can_be_followed_can_be_kept_out(
    talk: Talk, name: str, label: str, title: str
) -> None:
    fill(talk.database, talk.now)
    await talk.ask("subscribe all")
    assert f"Events about {label} are kept out" in await talk.hear(f"exclude {name}")
    assert title not in await titles(talk)
    assert f"Events about {label} are kept out already." in await talk.hear(f"exclude {name}")


async def test_what_is_kept_out_is_told_by_itself_and_with_what_is_followed(talk: Talk) -> None:
    assert "Nothing is kept out" in await talk.hear("exclude")
    await talk.ask("subscribe ots")
    await talk.ask('exclude Hungary, "wrestling cup", summits')
    for question in ("exclude", "include", "subscriptions"):
        assert "Kept out: Hungary, summits, “wrestling cup”." in await talk.hear(question)


async def test_a_word_of_two_letters_keeps_out_too_much(talk: Talk) -> None:
    assert "“of” is too short a word to be kept out." in await talk.hear("exclude of")
    assert "Nothing is kept out" in await talk.hear("exclude")


async def test_what_is_kept_out_goes_along_into_another_chat(talk: Talk) -> None:
    await talk.ask('follow ots, Geneva, "middle corridor"')
    await talk.ask("exclude sport, Hungary")
    said = await talk.hear("export")
    settings = said[said.index("{") : said.rindex("}") + 1]
    assert json.loads(settings)["keeps_out"]["words"] == ["sport"]

    await talk.ask(f"import {settings}", chat="2")

    async def there() -> str:
        (answer,) = await talk.ask("subscriptions", chat="2")
        return answer.plain

    assert "This chat follows OTS, Geneva and “middle corridor”." in await there()
    assert "Kept out: Hungary, “sport”." in await there()
    await talk.ask(f"import {settings.replace('sport', 'music')}", chat="2")
    assert "Kept out: Hungary, “music”." in await there()


async def test_what_is_typed_never_becomes_a_query(talk: Talk) -> None:
    for text in ("' OR 1=1 --", '"; DROP TABLE chat"', "NOT (x*", "words MATCH yurt"):
        await talk.ask(f"exclude {text}")
        await talk.ask(f'follow "{text}"')
    fill(talk.database, talk.now)
    assert "Nothing yet about" in await titles(talk)
    with talk.database.transaction() as session:
        held = following.exclusions(session, 1)
    assert all(one.topic == "word" for one in held)
