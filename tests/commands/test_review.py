"""/review sums a week or a month up at once, and says and sets which ones come by themselves."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.commands.conftest import Talk
from tests.storage.things import filed, person


@pytest.fixture
def busy(talk: Talk) -> Talk:
    """A chat that follows the OTS, and a few weeks of events."""
    talk.now = datetime(2024, 4, 25, 12, tzinfo=UTC)
    with talk.database.transaction() as session:
        for number, day in enumerate((2, 16, 17, 22, 24)):
            filed(
                session,
                datetime(2024, 4, day, 9, tzinfo=UTC),
                f"Gathering {number}",
                starts_on=date(2024, 4, day),
                city="Baku",
                participations=(person("Sultan Raev"),),
            )
        filed(
            session,
            talk.now - timedelta(days=9),
            "Forum of women",
            starts_on=date(2024, 4, 23),
            tense="future",
        )
        filed(
            session,
            talk.now - timedelta(days=9),
            "Music days",
            starts_on=date(2024, 5, 2),
            tense="future",
        )
        filed(
            session,
            talk.now - timedelta(hours=1),
            "Dance days",
            starts_on=date(2024, 4, 23),
            organizations=("turksoy",),
        )
    return talk


async def test_a_week_so_far_counts_what_took_place_of_what_the_chat_follows(busy: Talk) -> None:
    await busy.ask("subscribe ots")
    told = await busy.hear("review week")
    assert told == (
        "Week in review · 22–28 April 2024\nOTS\n\n2 events · 1 town · 1 person\n\n"
        "MOST ACTIVE\n• OTS (2)\n• Sultan Raev (2)\n\nWHERE\n• Baku (2)\n\n"
        "WHAT STOOD OUT\n• 22 Apr, Baku · Gathering 3\n  OTS\n• 24 Apr, Baku · Gathering 4\n  OTS"
        "\n\nCOMING UP\n• 2 May · Music days\n\n1 announced event of which I read no report"
    )
    assert "Dance days" not in told


async def test_last_is_the_one_before_and_a_name_stands_for_what_is_followed(busy: Talk) -> None:
    assert "2 events" in await busy.hear("review last week")
    assert "Month in review · March 2024" in await busy.hear("review month last")
    told = await busy.hear("review week TURKSOY")
    assert "TURKSOY" in told.splitlines()[1]
    assert "Dance days" in told


async def test_who_follows_nothing_reads_of_all(busy: Talk) -> None:
    assert (await busy.hear("review week")).splitlines()[1] == "all organisations"


async def test_a_month_comes_with_a_picture(busy: Talk) -> None:
    [message] = await busy.ask("review month")
    assert message.plain.startswith("Month in review · April 2024\n")
    assert message.document is not None
    assert message.document.is_picture


async def test_the_picture_may_be_asked_for_too(busy: Talk) -> None:
    (plain,) = await busy.ask("review month")
    assert await busy.ask("review month picture") == [plain]
    await busy.ask("language tr")
    assert (await busy.ask("review ay görsel"))[0].document is not None


async def test_an_unknown_name_is_asked_back_about(busy: Talk) -> None:
    assert "I know no organisation" in await busy.hear("review month Atlantis")


async def test_subscribing_sets_just_what_is_named_and_the_settings_show_it(talk: Talk) -> None:
    assert "Reviews that come by themselves: none." in await talk.hear("review")
    assert "by themselves: each week and each month." in await talk.hear("review weekly monthly")
    assert (talk.chat().review_week, talk.chat().review_month) == (True, True)
    assert "Reviews: each week and each month" in await talk.hear("settings")
    await talk.ask("review monthly")
    assert (talk.chat().review_week, talk.chat().review_month) == (False, True)
    await talk.ask("review off")
    assert (talk.chat().review_week, talk.chat().review_month) == (False, False)


async def test_its_buttons_put_each_in_or_take_it_out_in_place(talk: Talk) -> None:
    [screen] = await talk.ask("review")
    labels = {button.label: button.command for row in screen.buttons for button in row}
    [screen] = await talk.ask(labels["Weekly review"] or "")
    labels = {button.label: button.command for row in screen.buttons for button in row}
    assert screen.replaces
    [screen] = await talk.ask(labels["Monthly review"] or "")
    labels = {button.label: button.command for row in screen.buttons for button in row}
    assert labels["✓ Weekly review"] == "review monthly"
    assert labels["✓ Monthly review"] == "review weekly"


async def test_the_words_are_understood_in_the_chats_language(busy: Talk) -> None:
    await busy.ask("language ru")
    assert "Итоги недели" in await busy.hear("review неделя")
    assert "Итоги месяца" in await busy.hear("review прошлый месяц")
    await busy.ask("review ежемесячно")
    assert busy.chat().review_month


async def test_a_member_may_look_but_not_set(busy: Talk) -> None:
    told = await busy.hear("review week last", may_change=False, private=False)
    assert told.startswith("Week in review")
    refused = await busy.hear("review weekly", may_change=False, private=False)
    assert refused == "Only the admins of this chat can change its settings."
