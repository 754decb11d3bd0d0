"""The log: one JSON line a stage, and never a secret."""

import io
import json
import logging
from typing import Any

import pytest
import structlog
from hypothesis import given
from hypothesis import strategies as st

from bot.runtime import logs

pytestmark = pytest.mark.usefixtures("log_restored")

TELEGRAM = "7654321098:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw1"
MATRIX = "syt_YWxpY2U_abcdefghijklmnopqrst_1kQ2x3"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def out() -> io.StringIO:
    stream = io.StringIO()
    logs.setup(["correct horse"], stream=stream)
    return stream


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_line_is_one_json_object_with_its_counts(out: io.StringIO) -> None:
    structlog.get_logger("bot.runtime.scheduler").info("poll", due=3, new=2, seconds=0.25)
    (line,) = lines(out)
    assert line.pop("timestamp").endswith("Z")
    assert line == {"event": "poll", "level": "info", "due": 3, "new": 2, "seconds": 0.25}


def test_other_libraries_speak_in_the_same_form(out: io.StringIO) -> None:
    logging.getLogger("somebody.else").warning("%d things", 3)
    (line,) = lines(out)
    assert (line["event"], line["level"]) == ("3 things", "warning")


def test_a_library_that_prints_addresses_of_requests_is_silent_below_warning(
    out: io.StringIO,
) -> None:
    logging.getLogger("httpx").info(
        "HTTP Request: POST https://api.telegram.org/bot%s/getMe", TELEGRAM
    )
    assert not out.getvalue()


def test_a_traceback_is_kept_in_the_line_without_local_variables(out: io.StringIO) -> None:
    def fail() -> int:
        private = "a local variable's value"
        return len(private) // 0

    try:
        fail()
    except ZeroDivisionError:
        structlog.get_logger().exception("read")
    (line,) = lines(out)
    assert "ZeroDivisionError" in line["exception"]
    assert "a local variable's value" not in line["exception"]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        (f"https://api.telegram.org/bot{TELEGRAM}/getMe", TELEGRAM),
        (f"token {MATRIX} refused", MATRIX),
        ("postgresql+psycopg://bot:sesame@db/tco", "sesame"),
        ("GET /sync?access_token=abc123&since=1", "abc123"),
        ("Authorization: Bearer abcdef0123456789", "abcdef0123456789"),
        ("logged in with correct horse", "correct horse"),
    ],
)
@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_what_looks_like_a_secret_is_masked_wherever_it_stands(
    text: str, hidden: str, stream: type[io.StringIO]
) -> None:
    out = stream()
    logs.setup(["correct horse"], stream=out)
    structlog.get_logger().warning("send", detail=text, nested={"deep": [text]})
    logging.getLogger("nio").warning("failed: %s", text)
    try:
        int(text)
    except ValueError:
        structlog.get_logger().exception("send")
    assert out.getvalue().count("***") >= 4
    assert hidden not in out.getvalue()


def test_what_is_no_secret_is_left_alone() -> None:
    line = "read 12:30 kabar https://en.kabar.kg/news/a-b_c?id=3 2024-04-23T10:00:00Z 41 sources"
    assert logs.mask(line, []) == line


@given(st.text(min_size=8, max_size=40).filter(lambda s: not set(s) <= set("*\\ <>")))
def test_a_known_secret_never_shows_not_even_escaped(secret: str) -> None:
    stream = io.StringIO()
    logs.setup([secret], stream=stream)
    structlog.get_logger("bot").info("poll", detail=f"<{secret}>")
    structlog.reset_defaults()
    raw = stream.getvalue()
    assert f"<{json.dumps(secret, ensure_ascii=False)[1:-1]}>" not in raw
    assert f"<{json.dumps(secret)[1:-1]}>" not in raw
    assert "<***>" in raw


def test_an_empty_secret_masks_nothing() -> None:
    stream = io.StringIO()
    logs.setup(["", ""], stream=stream)
    structlog.get_logger().info("poll", due=1)
    assert "***" not in stream.getvalue()


@pytest.mark.parametrize(
    ("form", "stream", "is_json"),
    [("json", Terminal, True), ("console", io.StringIO, False), ("auto", Terminal, False)],
)
def test_the_form_of_the_lines_can_be_set(
    form: str, stream: type[io.StringIO], is_json: bool
) -> None:
    out = stream()
    logs.setup(form=form, stream=out)
    structlog.get_logger().info("poll", due=1)
    assert out.getvalue().startswith("{") is is_json


def test_what_is_below_the_level_is_left_out() -> None:
    out = io.StringIO()
    logs.setup(level="WARNING", stream=out)
    structlog.get_logger().info("poll", due=1)
    structlog.get_logger().warning("send", failed=1)
    assert [line["event"] for line in lines(out)] == ["send"]


def test_that_a_stage_is_still_running_at_its_next_tick_is_no_news() -> None:
    out = io.StringIO()
    logs.setup(stream=out)
    clock = logging.getLogger("apscheduler.scheduler")
    clock.warning("Execution of job skipped: maximum number of running instances reached (1)")
    clock.error("Job raised an exception")
    assert [line["event"] for line in lines(out)] == ["Job raised an exception"]


@pytest.mark.parametrize(
    ("secret", "line", "drawn"),
    [
        ("bot", "tco-bot and robot and bot.", "tco-*** and robot and ***."),
        ("longpassword", "xlongpasswordx", "x***x"),
    ],
)
def test_a_short_secret_masks_no_half_of_a_word(secret: str, line: str, drawn: str) -> None:
    assert logs.mask(line, [secret]) == drawn
