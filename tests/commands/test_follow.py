"""A chat follows people in any spelling, countries and kinds of event."""

from datetime import datetime, timedelta

import pytest
from sqlmodel import Session

from storage import chats, outbox
from storage.enums import Topic
from tests.commands.conftest import Talk
from tests.commands.library import fill
from tests.storage.things import filed, person


@pytest.fixture
def library(talk: Talk, now: datetime) -> list[int]:
    return fill(talk.database, now)


def alerted(talk: Talk, event: int) -> int:
    def work(session: Session) -> int:
        return outbox.enqueue_alerts(session, event, talk.now)

    with talk.database.transaction() as session:
        return work(session)


@pytest.mark.parametrize("name", ["Sultan Raev", "Султан Раев", "raev", "SULTAN RAEV"])
async def test_a_person_is_followed_under_all_spellings(
    talk: Talk, library: list[int], name: str
) -> None:
    await talk.ask(f"follow {name}")
    assert alerted(talk, library[0]) == 1
    assert alerted(talk, library[1]) == 1
    assert alerted(talk, library[3]) == 0
    assert "This chat follows Sultan Raev." in await talk.hear("subscriptions")


async def test_a_country_in_any_language_is_followed_whatever_the_article_calls_it(
    talk: Talk, library: list[int]
) -> None:
    await talk.ask("follow Киргизия")
    assert alerted(talk, library[1]) == 1  # Кыргызстан
    assert alerted(talk, library[3]) == 1  # Kyrgyzstan
    assert alerted(talk, library[0]) == 0


async def test_a_kind_of_event_is_followed(talk: Talk, library: list[int]) -> None:
    assert "Now following festivals." in await talk.hear("follow festivals")
    assert alerted(talk, library[4]) == 1
    assert alerted(talk, library[0]) == 0


@pytest.mark.usefixtures("library")
async def test_several_things_are_followed_at_once_and_told_together(talk: Talk) -> None:
    said = await talk.hear("follow ots, Kadir Yaman, Hungary, summits")
    assert said.count("Now following") == 4
    assert said.count("Alerts come at once") == 1
    assert "This chat follows OTS, Kadir Yaman, Hungary and summits." in await talk.hear(
        "subscriptions"
    )


async def test_a_head_of_the_catalogue_is_followed_before_any_article_names_him(
    talk: Talk, now: datetime
) -> None:
    await talk.ask("follow Omuraliev")
    with talk.database.transaction() as session:
        event = filed(
            session,
            now,
            "first",
            participations=(person("Кубанычбек Омуралиев"),),
            organizations=(),
        )
    assert alerted(talk, event) == 1


async def test_a_name_that_several_people_share_is_asked_back(talk: Talk, now: datetime) -> None:
    with talk.database.transaction() as session:
        filed(session, now, participations=(person("Hakan Fidan"), person("Hakan Demir")))
    [message] = await talk.ask("follow Hakan")
    assert message.plain.startswith("“Hakan” could be several: Hakan Fidan or Hakan Demir.")
    await talk.ask(message.buttons[0][1].command or "")
    assert "This chat follows Hakan Demir." in await talk.hear("subscriptions")


@pytest.mark.usefixtures("library")
async def test_a_slip_gets_the_nearest(talk: Talk) -> None:
    assert "Did you mean Kadir Yaman?" in await talk.hear("follow Kadir Yamant")
    assert talk.follows() == []


@pytest.mark.usefixtures("library")
async def test_what_is_followed_is_followed_no_longer(talk: Talk) -> None:
    await talk.ask("follow Султан Раев, Kazakhstan")
    assert await talk.hear("unfollow sultan raev") == "No longer following Sultan Raev."
    assert await talk.hear("unfollow summits") == "This chat does not follow “summits”."
    assert "This chat follows Kazakhstan." in await talk.hear("subscriptions")


@pytest.mark.parametrize(
    "forged",
    [
        "follow person 999999999",
        "follow person -1",
        "follow person ²",
        "follow person 99999999999999999999",
    ],
)
async def test_a_forged_number_follows_nobody(talk: Talk, forged: str) -> None:
    assert "I know no organisation" in await talk.hear(forged)
    assert talk.follows() == []


async def test_what_is_followed_beyond_organisations_is_in_the_digest(
    talk: Talk, now: datetime
) -> None:
    await talk.ask("follow Kazakhstan")
    with talk.database.transaction() as session:
        filed(
            session,
            now - timedelta(hours=1),
            "Astana forum",
            country_code="KZ",
            organizations=("tcci",),
        )
    plain = await talk.hear("digest now")
    assert plain.startswith("Thursday 25 April · Kazakhstan")
    assert "Kazakhstan · Astana forum" in plain


async def test_a_muted_event_is_neither_alerted_nor_in_the_digest(
    talk: Talk, now: datetime
) -> None:
    await talk.ask("subscribe ots")
    with talk.database.transaction() as session:
        event = filed(session, now - timedelta(hours=1), "Geneva conference")
    assert f"Event {event} is muted" in await talk.hear(f"mute {event}")
    assert alerted(talk, event) == 0
    assert "Geneva conference" not in await talk.hear("digest now")
    await talk.ask(f"mute {event} off")
    assert "Geneva conference" in await talk.hear("digest now")
    assert await talk.hear("mute 999") == "There is no event 999."
    chat_id = talk.chat().id
    with talk.database.transaction() as session:
        assert chats.muted(session, chat_id) == frozenset()


@pytest.mark.parametrize("words", ["средний коридор", "oʻrta yoʻlak", "orta dəhliz"])
async def test_words_are_shown_in_their_own_letters(talk: Talk, words: str) -> None:
    assert f"Now following “{words}”." in await talk.hear(f'follow "{words.capitalize()}"')
    assert f"This chat follows “{words}”." in await talk.hear("subscriptions")
    assert f"No longer following “{words}”." in await talk.hear(f'unfollow "{words.upper()}"')


async def test_words_that_were_kept_folded_are_let_go_of_too(talk: Talk) -> None:
    await talk.hear("follow ots")
    chat = talk.chat()
    with talk.database.transaction() as session:
        chats.subscribe(session, chat.id, Topic.WORD, "среднии коридор")
    assert "No longer following" in await talk.hear('unfollow "средний коридор"')
    assert talk.follows() == ["ots"]


@pytest.mark.parametrize("quoted", ['"middle corridor"', "«Middle Corridor»", "„MIDDLE corridor“"])
async def test_words_in_quotation_marks_of_any_shape_are_followed(talk: Talk, quoted: str) -> None:
    assert "Now following “middle corridor”." in await talk.hear(f"follow {quoted}")
    assert "This chat follows “middle corridor”." in await talk.hear("subscriptions")
    assert "No longer following “middle corridor”." in await talk.hear(f"unfollow {quoted}")


@pytest.mark.parametrize("town", ["Geneva", "Женева", "Cenevre", "Jeneva"])
async def test_a_town_is_followed_by_its_name_in_any_language(talk: Talk, town: str) -> None:
    assert "Now following Geneva." in await talk.hear(f"follow {town}")
    assert "This chat follows Geneva." in await talk.hear("subscriptions")


async def test_what_is_known_as_nothing_can_be_followed_as_a_word(talk: Talk) -> None:
    (answer,) = await talk.ask("follow logistics")
    (button,) = (button for row in answer.buttons for button in row)
    assert (button.label, button.command) == ("Follow the word “logistics”", 'follow "logistics"')
    await talk.ask(button.command or "")
    assert "This chat follows “logistics”." in await talk.hear("subscriptions")


@pytest.mark.parametrize("text", ['""', '"!"', '"of"', '"  "'])
async def test_words_that_say_nothing_are_not_followed(talk: Talk, text: str) -> None:
    await talk.ask(f"follow {text}")
    assert "follows nothing" in await talk.hear("subscriptions")
