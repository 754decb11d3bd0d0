"""`tco-bot export` writes events in formats that others read, every row with its sources, and says
what it cannot find."""

import csv
import io
import json
import re
from datetime import datetime
from pathlib import Path

import pytest
from ical.calendar_stream import IcsCalendarStream
from typer.testing import CliRunner

from bot.cli import app
from storage.database import Database
from tests.commands.library import EVENTS, fill


@pytest.fixture(autouse=True)
def _filled(
    sqlite: Database, sqlite_url: str, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TCO_DATABASE_URL", sqlite_url)
    fill(sqlite, now)


def exported(*options: str) -> str:
    result = CliRunner().invoke(app, ["export", *options])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_a_table_has_a_row_for_each_person_with_proof_and_sources() -> None:
    rows = list(csv.DictReader(io.StringIO(exported())))
    assert len(rows) == sum(max(1, len(people)) for *_event, people in EVENTS)
    assert all("https://example.org/" in row["sources"] for row in rows)
    (raev,) = [row for row in rows if row["person"] == "Sultan Raev"]
    assert (raev["title"], raev["starts_on"], raev["city"], raev["organizations"]) == (
        "United in Heritage",
        "2024-04-23",
        "Geneva",
        "ots",
    )
    assert (raev["role"], raev["affiliation"], raev["attended"]) == (
        "Secretary General",
        "TURKSOY",
        "yes",
    )
    assert (raev["proof"], raev["proof_source"]) == (
        "Sultan Raev took the floor.",
        "https://example.org/0",
    )


def test_json_and_json_lines_hold_the_same_events_with_their_sources() -> None:
    whole = json.loads(exported("--format", "json"))
    lines = [json.loads(line) for line in exported("-f", "jsonl").splitlines()]
    assert whole == lines
    assert len(whole) == len(EVENTS)
    for event in whole:
        assert event["sources"][0]["outlet"] == "Kabar"
        assert all(person["proof"] and person["proof_source"] for person in event["participants"])


def test_bibtex_has_an_entry_for_each_article() -> None:
    text = exported("-f", "bibtex")
    assert len(re.findall(r"^@online\{tco-\d+,$", text, re.MULTILINE)) == len(EVENTS)
    assert "  title = {United in Heritage, reported}," in text
    assert text.count("{") == text.count("}")


def test_a_calendar_holds_what_has_a_day() -> None:
    whole = IcsCalendarStream.calendar_from_ics(exported("-f", "ics"))
    assert len(whole.events) == sum(1 for _title, _kind, day, *_rest in EVENTS if day)


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        (("--organization", "ots"), {"United in Heritage", "Summit of the OTS"}),
        (("--organization", "ОТГ", "--person", "Раев"), {"United in Heritage"}),
        (("--person", "Omuraliev", "--person", "Ramil Hasan"), {"Youth forum"}),
        (("--since", "2024-05-01"), {"Summit of the OTS"}),
        (("--until", "2024-04-23"), {"United in Heritage"}),
        (("--organization", "tcci"), set()),
    ],
)
def test_what_is_exported_can_be_narrowed_down(options: tuple[str, ...], titles: set[str]) -> None:
    assert {event["title"] for event in json.loads(exported("-f", "json", *options))} == titles


def test_a_picture_is_a_file(tmp_path: Path) -> None:
    exported("-f", "png", "-o", str(tmp_path / "met.png"))
    assert (tmp_path / "met.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--format", "xls"), "--format is «xls»: write one of csv, json, jsonl, bibtex, ics, png"),
        (("--since", "yesterday"), "--since is «yesterday»: write a day as YYYY-MM-DD"),
        (("--organization", "turkspy"), "there is no organisation «turkspy»: did you mean turksoy"),
        (("--person", "Qwertyuiop"), "there is nobody called «Qwertyuiop» in any event"),
        (("--output", "/no/such/folder/x.csv"), "/no/such/folder/x.csv cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(options: tuple[str, ...], sentence: str) -> None:
    result = CliRunner().invoke(app, ["export", *options])
    assert result.exit_code == 2
    assert sentence in " ".join(result.stderr.split())
