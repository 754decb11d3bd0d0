"""What happened, what will, and who was where, asked in any script and read in pages."""

from datetime import datetime

import pytest

from bot.pipeline import known_people
from storage import events
from storage.models import Participation
from tests.commands.conftest import Talk, both_databases
from tests.commands.library import fill
from tests.storage.things import filed


@pytest.fixture(autouse=True)
def library(talk: Talk, now: datetime) -> list[int]:
    return fill(talk.database, now)


async def test_the_latest_are_paged_by_buttons_on_telegram(talk: Talk) -> None:
    [first] = await talk.ask("latest all 4")
    assert first.plain.startswith("Latest · all organisations\n\n• 6 May, Bishkek · Summit")
    press = first.buttons[-1][-1]
    assert (press.label, press.command) == ("More ›", "latest all 4 #4")
    [second] = await talk.ask(press.command or "")
    assert second.replaces
    assert "United in Heritage" in second.plain
    assert [(button.label, button.command) for button in second.buttons[-1]] == [
        ("‹ Back", "latest all 4 #0")
    ]


@both_databases
async def test_more_goes_on_elsewhere(talk: Talk) -> None:
    first = await talk.hear("latest all 4", platform="matrix")
    assert first.endswith("!more shows more.")
    second = await talk.hear("more", platform="matrix")
    assert "United in Heritage" in second
    assert "!more" not in second
    assert await talk.hear("more", platform="matrix") == "There is nothing more to show."


async def test_the_latest_one_is_its_card(talk: Talk) -> None:
    [card] = await talk.ask("latest ots 1")
    assert card.plain.startswith(
        "SUMMIT\nSummit of the OTS\n\n📅 Mon 6 May 2024\n📍 Bishkek, Kyrgyzstan"
    )


async def test_lists_are_of_what_the_chat_follows_unless_something_is_named(talk: Talk) -> None:
    await talk.ask("subscribe turkpa")
    assert "United in Heritage" not in await talk.hear("latest")
    assert "United in Heritage" in await talk.hear("latest all 9")
    assert "Board meeting" in await talk.hear("latest Kazakhstan")
    assert "Summit of the OTS" in await talk.hear("latest summits")
    assert "Days of opera" in await talk.hear("latest Раев")
    assert "country or kind of event called “nonsense”." in await talk.hear("latest nonsense")


async def test_the_events_of_a_page_stand_by_their_days_the_latest_first(talk: Talk) -> None:
    plain = await talk.hear("latest 6")
    days = ("6 May", "26 Apr", "25 Apr", "24 Apr", "23 Apr", "Day of the yurt")
    assert sorted(days, key=plain.index) == list(days)
    assert "This is not all." in await talk.hear("latest 3")
    assert "This is not all." not in plain


@pytest.mark.parametrize(
    ("slip", "usage"),
    [
        ("week 17", "/week [last | next] [picture] [NAME]"),
        ("week picture Atlantis", "/week [last | next] [picture] [NAME]"),
        ("today Atlantis", "/today [NAME]"),
        ("latest Atlantis", "/latest [NAME] [NUMBER]"),
        ("latest -1", "The number of events is from 1 to 20.\nWrite it like this: /latest"),
        ("latest ots 0", "The number of events is from 1 to 20."),
        ("event 1 everything", "/event NUMBER [who | sources | calendar]"),
        ("met Omuraliev, Putin", "/met NAME, NAME [YEAR] [picture]"),
    ],
)
async def test_after_a_slip_it_is_said_what_the_command_takes(
    talk: Talk, slip: str, usage: str
) -> None:
    assert usage in await talk.hear(slip)


async def test_more_events_than_a_list_holds_are_not_asked_for_in_vain(talk: Talk) -> None:
    most = "The number of events is from 1 to 20."
    assert (await talk.hear("latest 50")).endswith(most)
    assert "Latest" in await talk.hear("latest 50")
    assert most not in await talk.hear("latest 20")


async def test_today_and_the_week_are_the_chats_own(talk: Talk) -> None:
    today = await talk.hear("today")
    assert today.startswith("Today, Thursday 25 April · all organisations")
    assert "Board meeting" in today
    assert "Youth forum" not in today
    await talk.ask("timezone Pacific/Kiritimati")  # UTC+14: still the 25th at 23:00
    assert "Today, Thursday 25 April" in await talk.hear("today")
    week = await talk.hear("week")
    assert week.startswith("Week of 22–28 April 2024")
    assert all(
        title in week
        for title in ("United in Heritage", "Days of opera", "Board meeting", "Youth forum")
    )
    assert await talk.hear("week next ots") == (
        "Week of 29 April – 5 May 2024 · OTS\n\nI know of no event on these days."
    )


async def test_what_is_announced_comes_soonest_first(talk: Talk) -> None:
    plain = await talk.hear("upcoming")
    assert plain.index("Youth forum") < plain.index("Summit of the OTS")
    assert "Board meeting" not in plain


async def test_the_week_is_drawn(talk: Talk) -> None:
    [message] = await talk.ask("week picture")
    assert message.plain == "Week of 22–28 April 2024\n4 events"
    assert message.document is not None
    assert (message.document.name, message.document.media_type) == (
        "week-2024-04-22-1.png",
        "image/png",
    )
    assert message.document.content.startswith(b"\x89PNG\r\n")


@both_databases
@pytest.mark.parametrize("words", ["heritage", "ГЕНЕВА", "geneva report", "Yaman"])
async def test_words_are_searched_in_titles_places_people_and_articles(
    talk: Talk, words: str
) -> None:
    found = await talk.hear(f"search {words}")
    assert "United in Heritage" in found
    assert "Found without" not in found


async def test_what_tells_least_is_left_out_where_nothing_holds_all_and_is_named(
    talk: Talk,
) -> None:
    found = await talk.hear("search geneva festival")
    assert "Found without: “festival”." in found
    assert "United in Heritage" in found


@both_databases
@pytest.mark.parametrize(
    "name", ["Omuraliev", "Ömüraliyev", "Омуралиев", "kubanıçbek", "Kubanychbek Omuraliev"]
)
async def test_somebody_is_found_in_any_spelling_with_place_and_company(
    talk: Talk, name: str
) -> None:
    [message] = await talk.ask(f"who {name}")
    assert message.plain.startswith(
        "Kubanychbek Omuraliev\nLast named as: Secretary General, OTS\nMost often with: "
    )
    assert "• 23 Apr, Geneva · United in Heritage" in message.plain
    assert "• 6 May, Bishkek · Summit of the OTS" in message.plain
    assert message.buttons[-1][0].label == "Follow Kubanychbek Omuraliev"


async def test_namesakes_are_told_apart_by_their_offices(talk: Talk, now: datetime) -> None:
    with talk.database.transaction() as session:
        for number, role in enumerate(
            ("Minister of Culture of Uzbekistan", "Rector of a university in Baku")
        ):
            person_id = known_people.add_person(session, "Aziz Karimov")
            known_people.remember_spellings(session, {person_id: [("Aziz Karimov", "en")]})
            event = filed(session, now, f"talk {number}")
            (article,) = events.record(session, event).articles
            session.add(
                Participation(
                    event_id=event,
                    person_id=person_id,
                    article_id=article.id,
                    position=0,
                    name="Aziz Karimov",
                    role=role,
                    proof="He spoke.",
                )
            )
    [question] = await talk.ask("who Aziz Karimov")
    assert "Aziz Karimov, Minister of Culture of Uzbekistan" in question.plain
    assert "Aziz Karimov, Rector of a university in Baku" in question.plain
    [answer] = await talk.ask(question.buttons[0][0].command or "")
    assert answer.plain.startswith("Aziz Karimov\n")


async def test_a_spelling_that_no_article_has_is_not_called_written(talk: Talk) -> None:
    await talk.ask("follow Kubanychbek Omuraliev")  # his other spellings are the catalogue's
    assert "Also written" not in await talk.hear("who Omuraliev")


@pytest.mark.parametrize("asked", ["Омуралиевтің", "Omuraliyev'in", "Кубанычбека Омуралиева"])
async def test_somebody_is_known_in_any_case_form(talk: Talk, asked: str) -> None:
    assert (await talk.hear(f"who {asked}")).startswith("Kubanychbek Omuraliev")


@both_databases
async def test_both_scripts_of_one_name_are_one_person(talk: Talk) -> None:
    plain = await talk.hear("who Султан Раев")
    assert "United in Heritage" in plain
    assert "Days of opera" in plain
    assert "Also written: " in plain


async def test_a_bare_name_shows_where_somebody_was_in_a_private_chat_alone(talk: Talk) -> None:
    assert (await talk.hear("Омуралиев")).startswith("Kubanychbek Omuraliev\n")
    assert await talk.ask("Омуралиев", private=False) == []


async def test_nobody_is_said_with_the_nearest(talk: Talk) -> None:
    assert (
        await talk.hear("who Kadir Yamant")
        == "I know of nobody called “Kadir Yamant”. Did you mean Kadir Yaman?"
    )


async def test_a_card_has_buttons_for_what_stands_behind_it(talk: Talk, library: list[int]) -> None:
    [card] = await talk.ask(f"event {library[0]}")
    labels = [[button.label for button in row] for row in card.buttons]
    assert labels == [["Who", "Sources"], ["Map", "Calendar"], ["Share", "Mute this"]]
    [people] = await talk.ask(card.buttons[0][0].command or "")
    assert "Kadir Yaman\n“Kadir Yaman took the floor.”" in people.plain
    [articles] = await talk.ask(card.buttons[0][1].command or "")
    assert "• United in Heritage, reported\n  Kabar · English · " in articles.plain
    [calendar] = await talk.ask(card.buttons[1][1].command or "")
    assert calendar.document is not None
    assert b"DTSTART;VALUE=DATE:20240423" in calendar.document.content


async def test_an_event_without_a_day_has_no_calendar_and_says_so(
    talk: Talk, library: list[int]
) -> None:
    [card] = await talk.ask(f"event {library[4]}")
    assert "Calendar" not in [button.label for row in card.buttons for button in row]
    assert "do not say when it is" in await talk.hear(f"event {library[4]} calendar")


@pytest.mark.parametrize(
    "text",
    [
        "event",
        "event x",
        "event ²",
        "event 99999999999999999999",
        "event -1",
        "event 1; drop",
    ],
)
async def test_what_is_no_event_is_said(talk: Talk, text: str) -> None:
    assert await talk.hear(text) == "Give the event's number: /event 12"


async def test_an_event_that_is_not_there_is_said(talk: Talk) -> None:
    assert await talk.hear("event 424242") == "There is no event 424242."


async def test_a_link_to_an_event_shows_it(talk: Talk, library: list[int]) -> None:
    assert "United in Heritage" in await talk.hear(f"start event_{library[0]}")
    who = await talk.hear(f"event {library[0]} who")
    assert await talk.hear(f"start event_{library[0]}_who") == who
    assert "United in Heritage" in await talk.hear(f"event_{library[0]}")


async def test_on_matrix_a_card_names_the_command_for_what_buttons_would_do(
    talk: Talk, library: list[int]
) -> None:
    assert (await talk.hear(f"event {library[0]}", platform="matrix")).endswith(
        f"!event {library[0]} who | sources | calendar"
    )
