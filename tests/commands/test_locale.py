"""A chat sets its time zone, its language and the time of its digest, in words of its own."""

from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from bot.commands.locale import find_language
from bot.language.time_parse import parse_time
from bot.language.translator import offered
from tests.commands.conftest import Talk


async def test_a_city_in_any_language_sets_the_zone_and_moves_the_digest(talk: Talk) -> None:
    await talk.ask("subscribe ots")
    assert await talk.hear("timezone Бишкек") == (
        "The time zone is Bishkek: it is 15:00 there now.\n"
        "The digest still comes at 08:30, now in this time zone."
    )
    assert talk.chat().next_digest_at == datetime(2024, 4, 26, 2, 30, tzinfo=UTC)


async def test_an_offset_is_shown_as_people_write_it(talk: Talk) -> None:
    assert "The time zone is UTC+6: it is 15:00 there now." in await talk.hear("timezone +6")
    assert "The digest comes at 08:30 (UTC+6), every day." in await talk.hear("digest")


async def test_an_unknown_place_is_told_with_the_nearest(talk: Talk) -> None:
    [message] = await talk.ask("timezone Bishkec")
    assert (
        "I don't know a time zone or city called “Bishkec”.\nDid you mean Bishkek?" in message.plain
    )
    assert message.buttons[0][0].command == "timezone Asia/Bishkek"
    assert talk.chat().timezone == "UTC"


async def test_without_a_place_the_zones_of_the_field_are_offered(talk: Talk) -> None:
    [message] = await talk.ask("timezone")
    assert "Bishkek 15:00" in [button.label for row in message.buttons for button in row]


@pytest.fixture
def spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let there be a catalogue for Kazakh and Turkish, and for nothing else."""
    for code in ("kk", "tr"):
        folder = tmp_path / code / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "tcobot.po").write_text(
            'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n', "utf-8"
        )
    monkeypatch.setattr("bot.commands.locale.offered", lambda: offered(tmp_path))


@pytest.mark.usefixtures("spoken")
async def test_a_language_is_set_by_code_or_by_name_and_answers_in_it(talk: Talk) -> None:
    [message] = await talk.ask("language казахский")
    assert talk.chat().language == "kk"
    assert "Қазақша" in message.plain
    assert message.replaces


@pytest.mark.usefixtures("spoken")
async def test_a_language_without_a_catalogue_is_not_offered_and_not_taken(talk: Talk) -> None:
    [message] = await talk.ask("language")
    assert [button.label for row in message.buttons for button in row] == [
        "English",
        "Türkçe",
        "Қазақша",
        "← Settings",
    ]
    assert "I don't speak “ky”." in await talk.hear("language ky")


@pytest.mark.usefixtures("spoken")
async def test_an_unknown_language_is_told_with_those_that_are_spoken(talk: Talk) -> None:
    plain = await talk.hear("language klingon")
    assert plain.startswith("I don't speak “klingon”.\nThe language is English.\nEnglish · Türkçe")
    assert talk.chat().language == "en"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("tr", "tr"),
        ("Türkçe", "tr"),
        ("turkish", "tr"),
        ("турецкий", "tr"),
        ("ru", "ru"),
        ("ozbekcha", "uz"),
        ("орысша", "ru"),
        ("ingiliscə", "en"),
        ("", None),
    ],
)
def test_languages_are_known_by_their_names_in_all_languages(typed: str, code: str | None) -> None:
    assert find_language(typed) == code


async def test_the_digests_time_is_set_and_told(talk: Talk) -> None:
    await talk.ask("subscribe ots")
    assert (
        await talk.hear("digest 18.15")
        == "The digest comes at 18:15 (UTC), every day.\nWhere there is nothing to tell it stays "
        "away, a week at most; /digest always: every day.\nThe next one: Thursday 25 April, 18:15."
    )
    assert talk.chat().next_digest_at == datetime(2024, 4, 25, 18, 15, tzinfo=UTC)


async def test_the_digest_is_turned_off_and_on_again(talk: Talk) -> None:
    await talk.ask("subscribe ots")
    assert await talk.hear("digest off") == "No more digests. /digest 08:30 brings them back."
    assert talk.chat().next_digest_at is None
    await talk.ask("digest on")
    assert talk.chat().next_digest_at == datetime(2024, 4, 26, 8, 30, tzinfo=UTC)


async def test_a_time_that_is_none_is_told_and_changes_nothing(talk: Talk) -> None:
    assert "I can't read “25:00” as a time of day." in await talk.hear("digest 25:00")
    assert talk.chat().digest_at == time(8, 30)


async def test_the_digest_is_shown_on_request_without_being_owed(talk: Talk) -> None:
    await talk.ask("subscribe ots")
    assert "No new events of OTS since Wednesday 24 April, 08:30." in await talk.hear("digest now")
    assert talk.chat().last_digest_on is None


async def test_a_digest_of_nothing_is_not_made_up(talk: Talk) -> None:
    assert (
        await talk.hear("digest now") == "This chat follows nothing yet. To choose: /organizations"
    )


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("8", time(8)),
        ("8:30", time(8, 30)),
        ("08.30", time(8, 30)),
        ("0830", time(8, 30)),
        ("830", time(8, 30)),
        ("3", time(3)),
        ("83", None),
        ("8 pm", time(20)),
        ("12:15 am", time(0, 15)),
        ("13 pm", None),
        ("24:00", None),
        ("8:60", None),
        ("noon", None),
    ],
)
def test_times_are_read_as_people_write_them(typed: str, at: time | None) -> None:
    assert parse_time(typed) == at


async def test_a_place_offers_the_nearest_zones_and_sets_none_by_itself(talk: Talk) -> None:
    [message] = await talk.ask("timezone 42.8746,74.5698")
    commands = [button.command for row in message.buttons for button in row]
    assert commands[0] == "timezone Asia/Bishkek"
    assert talk.chat().timezone == "UTC"
