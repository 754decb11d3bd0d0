"""A calendar of one's own, reminders, and who met whom."""

from datetime import datetime

import pytest
from ical.calendar_stream import IcsCalendarStream

from bot.commands import Commands, Options
from bot.commands.calendar_remind import leads_of
from bot.messages.composer import Composer
from config.catalogue_loader import load_catalogue
from tests.commands.conftest import Talk
from tests.commands.library import fill


@pytest.fixture(autouse=True)
def library(talk: Talk, now: datetime) -> list[int]:
    return fill(talk.database, now)


@pytest.fixture
def served(talk: Talk) -> Talk:
    """A bot that serves calendars."""
    catalogue = load_catalogue()
    options = Options(calendar_url="https://bot.example")
    talk.commands = Commands(
        talk.database, catalogue, Composer(talk.database, catalogue), lambda: talk.now, options
    )
    return talk


async def test_a_calendar_is_a_file_of_what_the_chat_follows(talk: Talk) -> None:
    await talk.ask("subscribe ots")
    [message] = await talk.ask("calendar")
    assert message.document is not None
    assert (message.document.name, message.document.media_type) == ("calendar.ics", "text/calendar")
    whole = IcsCalendarStream.calendar_from_ics(message.document.content.decode())
    assert [one.summary for one in whole.events] == ["United in Heritage", "Summit of the OTS"]
    assert "https://" not in message.plain


async def test_without_subscriptions_there_is_no_calendar(talk: Talk) -> None:
    [message] = await talk.ask("calendar")
    assert message.document is None
    assert "This chat follows nothing yet" in message.plain


async def test_a_chat_gets_a_secret_address_of_its_calendar_that_stays_until_renewed_or_ended(
    served: Talk,
) -> None:
    await served.ask("subscribe ots")
    first = await served.hear("calendar")
    token = served.chat().calendar_token
    assert token is not None
    assert len(token) == 32
    assert f"https://bot.example/calendar/{token}.ics" in first
    assert await served.hear("calendar") == first
    assert token not in await served.hear("calendar new")
    assert served.chat().calendar_token not in {None, token}
    assert (
        await served.hear("calendar off") == "The address of this chat's calendar no longer works."
    )
    assert served.chat().calendar_token is None


async def test_who_may_not_change_the_chat_gets_the_file_and_no_address(served: Talk) -> None:
    await served.ask("subscribe ots")
    [message] = await served.ask("calendar", may_change=False)
    assert message.document is not None
    assert "https://bot.example" not in message.plain
    assert "Only the admins" in await served.hear("calendar new", may_change=False)


@pytest.mark.parametrize(
    ("said", "kept", "answer"),
    [
        ("day", "day", "Reminders of what this chat follows: a day before."),
        (
            "hour day",
            "day hour",
            "Reminders of what this chat follows: a day before and an hour before.",
        ),
        (
            "start evening eve",
            "eve start evening",
            "on the eve of a great event, when a great event has begun and on a great event's",
        ),
        ("off", "", "Reminders of what this chat follows: none."),
    ],
)
async def test_reminders_are_set_in_words(talk: Talk, said: str, kept: str, answer: str) -> None:
    assert answer in await talk.hear(f"remind {said}")
    assert [lead.value for lead in leads_of(talk.chat())] == kept.split()


async def test_reminders_are_set_by_buttons(talk: Talk) -> None:
    [message] = await talk.ask("remind")
    [message] = await talk.ask(message.buttons[0][0].command or "")
    assert [button.label for button in message.buttons[0]] == ["✓ A day before", "An hour before"]
    assert message.replaces
    [message] = await talk.ask(message.buttons[0][0].command or "")
    great = [button.label for row in message.buttons[1:3] for button in row]
    assert great == ["✓ The eve", "✓ It has begun", "✓ Evening summary"]
    for row, column in ((1, 0), (1, 1), (2, 0)):
        [message] = await talk.ask(message.buttons[row][column].command or "")
    assert leads_of(talk.chat()) == []


async def test_other_words_for_reminders_are_asked_back_about(talk: Talk) -> None:
    before = leads_of(talk.chat())
    assert "I can't read “a week”." in await talk.hear("remind a week")
    assert leads_of(talk.chat()) == before


async def test_who_met_whom_is_found_by_organisations_people_and_years(talk: Talk) -> None:
    assert (await talk.hear("met Omuraliev, Raev 2024")).startswith(
        "Kubanychbek Omuraliev × Sultan Raev · 2024\n1 event\n"
    )
    assert "United in Heritage" in await talk.hear("met Omuraliev, Раев")
    assert "Youth forum" in await talk.hear("met turkpa, Omuraliev")
    both = await talk.hear("met ots, Omuraliev 2023-2024")
    assert "2 events" in both
    assert both.index("Summit of the OTS") < both.index("United in Heritage")


async def test_who_never_met_is_told_so(talk: Talk) -> None:
    assert await talk.hear("met ots turkpa 2024") == "I know of no event with OTS × TURKPA · 2024."
    assert (
        await talk.hear("met Omuraliev, Raev 2019")
        == "I know of no event with Kubanychbek Omuraliev × Sultan Raev · 2019."
    )


async def test_names_that_nobody_has_are_told_and_nothing_is_explained(talk: Talk) -> None:
    assert "country or kind of event called “qwertyuiop”" in await talk.hear("met ots, qwertyuiop")
    assert "met OTS, TURKSOY 2025" in await talk.hear("met")


async def test_who_met_whom_is_drawn(talk: Talk) -> None:
    [message] = await talk.ask("met ots 2024 picture")
    assert message.document is not None
    assert message.document.content.startswith(b"\x89PNG")
    assert message.plain == "OTS · 2024\n3 people who met one another"
    [listed] = await talk.ask("met ots 2024")
    assert listed.buttons[-1][-1].command == "met ots 2024 picture"
