"""What outlets write stays data in every format: no formula, no command of TeX, no broken row."""

import csv
import io
import json

import pytest

from bot.exports.writers import Format, written
from config.text import without_controls
from storage.event_outcomes import NewOutcome, unsaved
from tests.messages.records import FOUND, article, event, geneva, person, record, view

HOSTILE = '=HYPERLINK("http://x.example")\r\n}\\input{/etc/passwd} %$#_&~^ "; DROP TABLE'


def export(form: Format, *records: object) -> str:
    # The tests' own records.
    return "".join(written(records, form, view()))  # type: ignore[arg-type]


def test_a_spreadsheet_runs_no_formula_and_no_row_is_broken() -> None:
    one = record(event(title=HOSTILE), people=(person(0, "+1", "-2", "@x"),))
    (row,) = csv.DictReader(io.StringIO(export(Format.CSV, one), newline=""))
    assert (row["title"], row["person"], row["role"], row["affiliation"]) == (
        f"'{HOSTILE}".replace("\r\n", "  "),
        "'+1",
        "'-2",
        "'@x",
    )


def test_json_gives_back_what_was_written() -> None:
    (one,) = json.loads(export(Format.JSON, record(event(title=HOSTILE))))
    assert one["title"] == HOSTILE


def test_json_says_what_came_of_an_event_with_the_sentence_and_its_report() -> None:
    came = NewOutcome("elected", "office", ("Ayla Demir",), ((1, "en", "She was elected."),))
    what = event(outcomes=unsaved((came,), FOUND))
    (told,) = json.loads(export(Format.JSON, record(what)))
    elected = {"act": "elected", "thing": "office"}
    proof = {"language": "en", "sentence": "She was elected.", "source": "https://example.org/1"}
    assert told["outcomes"] == [
        {**elected, "names": ["Ayla Demir"], "called": {}, "proofs": [proof]}
    ]


STEERING = "\x1b[2J\x9b31m\u202eevil\u2066\x07\x00"


@pytest.mark.parametrize("form", [Format.CSV, Format.JSON, Format.JSONL, Format.BIBTEX])
def test_no_format_can_steer_a_terminal_or_turn_the_direction_of_writing(form: Format) -> None:
    text = export(form, record(event(title=STEERING), people=(person(0, STEERING, "x", "y"),)))
    assert "evil" in text
    assert without_controls(text.replace("\r\n", "\n").replace("\n", "")) == text.replace(
        "\r\n", "\n"
    ).replace("\n", "")


def test_tex_sees_no_command_and_all_braces_match() -> None:
    text = export(
        Format.BIBTEX,
        record(event(title=HOSTILE), articles=(article(HOSTILE, url="https://x.example/{a}\\b"),)),
    )
    assert "\\input" not in text.replace("\\textbackslash{}input", "")
    bare = text.replace("\\{", "").replace("\\}", "")
    assert bare.count("{") == bare.count("}")
    assert "url = {https://x.example/ab}" in text


def test_each_article_of_an_event_is_cited_with_its_event() -> None:
    text = export(Format.BIBTEX, geneva())
    assert text.count("@online{") == 2
    assert (
        text.count(
            "note = {event 1: United in Heritage, Forward in Action: Turkic "
            "Cooperation Organizations; 2024-04-23; Geneva;"
        )
        == 2
    )


@pytest.mark.parametrize("form", [Format.JSON, Format.CSV])
def test_nothing_is_an_export_too(form: Format) -> None:
    text = export(form)
    assert json.loads(text) == [] if form is Format.JSON else text.startswith("event,title,")
