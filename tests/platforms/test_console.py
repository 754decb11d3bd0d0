"""The terminal shows what a phone would, and nothing in a message steers it."""

import asyncio
import io
from pathlib import Path

import pytest
from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document as Typed
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from bot.messages.message import (
    Block,
    BlockKind,
    Button,
    Document,
    Message,
    Span,
    Style,
    line,
    text_block,
    text_message,
)
from bot.platforms.base import UserRequest
from bot.platforms.console import HERE, WIDTH, ConsoleMessenger, Prompt
from tests.commands.conftest import Talk


def terminal(*, colour: bool = False, width: int = 120) -> Console:
    return Console(
        file=io.StringIO(),
        force_terminal=colour,
        width=width,
        color_system="standard" if colour else None,
        legacy_windows=False,
    )


def printed(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


CARD = Message(
    (
        text_block("CONFERENCE", Span("United in Heritage", Style.BOLD), kind=BlockKind.HEADING),
        Block(BlockKind.LINKS, (line(Span("KABAR", url="https://example.org/1"), ", 25 Apr"),)),
    )
)


async def test_a_message_is_a_panel_of_a_phones_width() -> None:
    console = terminal()
    await ConsoleMessenger(console, title="TCO").send(HERE, CARD, key="1")
    rows = printed(console).splitlines()
    assert {len(row) for row in rows} == {WIDTH}
    assert [row.strip("│ ") for row in rows[1:-1]] == [
        "CONFERENCE",
        "United in Heritage",
        "",
        "KABAR, 25 Apr",
    ]


async def test_a_long_line_of_a_list_goes_on_under_its_text() -> None:
    console = terminal(width=24)
    await ConsoleMessenger(console).send(
        HERE,
        text_message("• 23 Apr, Geneva · Turkic Week", "   Kubanychbek Omuraliev · KABAR"),
        key="1",
    )
    assert [row.strip("│").rstrip()[1:] for row in printed(console).splitlines()[1:-1]] == [
        "• 23 Apr, Geneva ·",
        "  Turkic Week",
        "   Kubanychbek",
        "   Omuraliev · KABAR",
    ]


async def test_it_fits_a_narrower_terminal() -> None:
    console = terminal(width=30)
    await ConsoleMessenger(console).send(HERE, CARD, key="1")
    assert {len(row) for row in printed(console).splitlines()} == {30}


async def test_in_colour_links_can_be_pressed() -> None:
    console = terminal(colour=True)
    await ConsoleMessenger(console).send(HERE, CARD, key="1")
    assert "https://example.org/1" in printed(console)


async def test_without_colour_there_is_no_escape_code() -> None:
    console = terminal()
    await ConsoleMessenger(console).send(HERE, CARD, key="1")
    assert "\x1b" not in printed(console)


async def test_markup_and_control_characters_in_a_text_are_only_text() -> None:
    console = terminal(colour=True)
    await ConsoleMessenger(console).send(
        HERE, text_message("[bold]x[/bold] \x1b]0;owned\x07 [/nope]"), key="1"
    )
    assert "[bold]x[/bold]" in printed(console)
    assert "\x1b]0;owned" not in printed(console)


async def test_a_hostile_address_does_not_break_the_line() -> None:
    console = terminal(colour=True)
    await ConsoleMessenger(console).send(
        HERE, text_message(Span("x", url="https://e.org/]\x1b[31m not bold")), key="1"
    )
    assert "\x1b[31m" not in printed(console)


async def test_what_is_typed_is_answered_until_goodbye(talk: Talk) -> None:
    console = terminal()
    await ConsoleMessenger(
        console, lines=["/subscribe ots", "", "subscriptions", "exit", "/stop"]
    ).listen(talk.commands.answer)
    shown = printed(console)
    assert "Now following OTS." in shown
    assert "This chat follows OTS." in shown
    assert "I stop sending" not in shown


async def test_buttons_are_pressed_by_their_numbers(talk: Talk) -> None:
    console = terminal()
    await ConsoleMessenger(console, lines=["/organizations", "2"]).listen(talk.commands.answer)
    assert "[2] ✓ TURKSOY" in printed(console)


async def test_a_number_without_a_button_is_said_as_it_is() -> None:
    heard: list[str] = []

    async def answer(request: UserRequest) -> list[Message]:
        heard.append(request.text)
        return [
            Message(
                (text_block("pick"),),
                ((Button("one", command="press"), Button("page", url="https://example.org/")),),
            )
        ]

    await ConsoleMessenger(terminal(), lines=["7", "1", "2"]).listen(answer)
    assert heard == ["7", "press", "2"]


def test_a_file_is_kept_and_its_place_told() -> None:
    message = Message(
        (text_block("A conference"),),
        document=Document("../event-1.ics", "text/calendar", b"BEGIN:VCALENDAR"),
    )
    console = terminal(width=400)
    asyncio.run(ConsoleMessenger(console).send(HERE, message, key="1"))
    (told,) = [line for line in printed(console).splitlines() if line.startswith("⭳")]
    path = Path(told.removeprefix("⭳ ").strip())
    assert path.name == "event-1.ics"
    assert path.read_bytes() == b"BEGIN:VCALENDAR"


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("/latest\r", "/latest"),
        ("/latesr\x7ft\r", "/latest"),  # a letter taken back
        ("\x04", None),  # Ctrl-D
        ("abc\x03", None),  # Ctrl-C
    ],
)
async def test_a_line_can_be_edited_and_left(keys: str, line: str | None) -> None:
    with create_pipe_input() as typed:
        typed.send_text(keys)
        session = PromptSession[str](input=typed, output=DummyOutput())
        assert await Prompt([], session).line() == line


async def test_what_was_typed_before_comes_back() -> None:
    with create_pipe_input() as typed:
        prompt = Prompt([], PromptSession[str](input=typed, output=DummyOutput()))
        typed.send_text("/week\r")
        await prompt.line()
        typed.send_text("\x1b[A\r")  # up
        assert await prompt.line() == "/week"


def test_commands_and_names_are_completed_from_their_beginnings() -> None:
    completer = Prompt(["/week", "/who", "TURKSOY"], PromptSession(output=DummyOutput())).completer
    for typed, wanted in (("/w", {"/week", "/who"}), ("/latest turk", {"TURKSOY"})):
        found = completer.get_completions(Typed(typed), CompleteEvent())
        assert {completion.text for completion in found} == wanted
