"""A chat says what it gets, on which days, and when it wants to be left in peace."""

from datetime import UTC, datetime, time

import pytest

from bot.language.argument_words import understood
from bot.language.time_parse import (
    EVERY_DAY,
    WEEKLY,
    WORKING_DAYS,
    days_label,
    parse_days,
    parse_hours,
    parse_time,
)
from bot.language.translator import Translator
from storage.enums import Mode
from tests.commands.conftest import Talk


@pytest.mark.parametrize(
    ("typed", "mode"), [("alerts", Mode.INSTANT), ("DIGEST", Mode.DIGEST), ("both", Mode.BOTH)]
)
async def test_the_mode_is_set_by_name(talk: Talk, typed: str, mode: Mode) -> None:
    await talk.ask("subscribe ots")
    [message] = await talk.ask(f"mode {typed}")
    assert talk.chat().mode == mode
    assert message.replaces
    assert (talk.chat().next_digest_at is None) == (mode == Mode.INSTANT)


@pytest.mark.parametrize(
    ("language", "typed"),
    [("tr", "Bildirimler"), ("kk", "хабарландырулар"), ("uz", "BILDIRISHNOMALAR")],
)
async def test_the_mode_is_set_by_its_name_in_the_chats_language(
    talk: Talk, language: str, typed: str
) -> None:
    await talk.ask(f"language {language}")
    await talk.ask(f"mode {typed}")
    assert talk.chat().mode == Mode.INSTANT


@pytest.mark.parametrize(
    ("typed", "language", "days"),
    [("Her gün", "tr", EVERY_DAY), ("жұмыс күндері", "kk", WORKING_DAYS)],
)
def test_sets_of_days_are_read_by_their_names_in_the_chats_language(
    typed: str, language: str, days: int
) -> None:
    assert parse_days(understood("days", typed, language), Translator(language)) == days


async def test_a_mode_that_is_none_changes_nothing(talk: Talk) -> None:
    assert (
        await talk.hear("mode sometimes")
        == "I can't read “sometimes”. Use /mode alerts, /mode digest or /mode both"
    )
    assert talk.chat().mode == Mode.BOTH


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("all", EVERY_DAY),
        ("mon-fri", WORKING_DAYS),
        ("Monday – Friday", WORKING_DAYS),
        ("weekdays", WORKING_DAYS),
        ("weekly", WEEKLY),
        ("sat, sun", 0b1100000),
        ("sat-mon", 0b1100001),
        ("mon thu", 0b0001001),
        ("m", None),
        ("t", None),
        ("someday", None),
        ("mon-tue-wed", None),
        ("", None),
        (",", None),
    ],
)
def test_days_are_read_as_people_write_them(typed: str, days: int | None) -> None:
    assert parse_days(understood("days", typed, "en"), Translator("en")) == days


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("пн-пт", "ru"),
        ("pzt-cum", "tr"),
        ("понедельник-пятница", "ru"),
        ("дүйшөмбү-жума", "ky"),
        ("mon-fri", "kk"),
    ],
)
def test_days_are_read_in_the_chats_language_as_well(typed: str, language: str) -> None:
    assert parse_days(typed, Translator(language)) == WORKING_DAYS


@pytest.mark.parametrize(
    ("days", "label"),
    [
        (EVERY_DAY, "every day"),
        (WORKING_DAYS, "Mon–Fri"),
        (0b0001001, "Mon, Thu"),
        (0b1000000, "Sun"),
    ],
)
def test_days_are_told_briefly(days: int, label: str) -> None:
    assert days_label(Translator("en"), days) == label


async def test_the_days_move_the_next_digest(talk: Talk) -> None:
    await talk.ask("subscribe ots")
    await talk.ask("days sat")
    assert talk.chat().next_digest_at == datetime(2024, 4, 27, 8, 30, tzinfo=UTC)


async def test_a_day_is_put_in_and_taken_out_by_its_button_but_not_the_last(talk: Talk) -> None:
    await talk.ask("days mon")
    [message] = await talk.ask("day tue")
    assert talk.chat().digest_days == 0b11
    assert message.replaces
    await talk.ask("day tue")
    await talk.ask("day mon")
    assert talk.chat().digest_days == 0b1


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("22:00-07:00", (time(22), time(7))),
        ("22 - 7", (time(22), time(7))),
        ("10 pm to 6:30 am", (time(22), time(6, 30))),
        ("22:00–07:00", (time(22), time(7))),
        ("22:00-22:00", None),
        ("22", None),
        ("25-26", None),
        ("1-2-3", None),
    ],
)
def test_hours_are_read_as_people_write_them(typed: str, hours: tuple[time, time] | None) -> None:
    assert parse_hours(typed) == hours


async def test_quiet_hours_begin_in_the_chats_own_zone_and_end(talk: Talk) -> None:
    await talk.ask("timezone Bishkek")
    assert (await talk.hear("quiet 14:00-16:00")).startswith("Quiet hours: 14:00–16:00 (Bishkek).")
    chat = talk.chat()
    assert (chat.hushed, chat.quiet_turn_at) == (True, datetime(2024, 4, 25, 10, 0, tzinfo=UTC))
    await talk.ask("timezone UTC")
    chat = talk.chat()
    assert (chat.hushed, chat.quiet_turn_at) == (False, datetime(2024, 4, 25, 14, 0, tzinfo=UTC))
    await talk.ask("quiet off")
    chat = talk.chat()
    assert (chat.quiet_from, chat.hushed, chat.quiet_turn_at) == (None, False, None)


async def test_hours_that_are_none_change_nothing(talk: Talk) -> None:
    assert "I can't read “whenever” as hours." in await talk.hear("quiet whenever")
    assert talk.chat().quiet_from is None


@pytest.mark.parametrize(
    ("typed", "language", "at"),
    [
        ("в 9 утра", "ru", time(9)),
        ("в 8 вечера", "ru", time(20)),
        ("sabah 9", "tr", time(9)),
        ("saat 21:30", "az", time(21, 30)),
        ("kechqurun 8", "uz", time(20)),
        ("таңғы 7", "kk", time(7)),
        ("эртең мененки 9", "ky", time(9)),
        ("at 9 am", "en", time(9)),
    ],
)
def test_a_time_of_day_is_read_as_each_language_says_it(
    typed: str, language: str, at: time
) -> None:
    assert parse_time(understood("digest", typed, language)) == at


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("с 23 до 7", "ru"),
        ("с 11 вечера до 7 утра", "ru"),
        ("from 11 pm to 7 am", "en"),
        ("23 dan 7 gacha", "uz"),
        ("23-7", "tr"),
    ],
)
def test_hours_are_read_as_each_language_says_them(typed: str, language: str) -> None:
    assert parse_hours(understood("quiet", typed, language)) == (time(23), time(7))


async def test_an_abbreviated_day_ends_a_sentence_with_one_full_stop(talk: Talk) -> None:
    await talk.hear("language az")
    assert ".." not in await talk.hear("days weekend")
    assert ".." not in await talk.hear("digest")
