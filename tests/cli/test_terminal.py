"""What is printed cannot steer the terminal, whoever wrote it."""

import json
from pathlib import Path

import pytest
from rich.table import Table
from rich.text import Text
from typer.testing import CliRunner

from bot.cli import app
from bot.cli.common import complain
from bot.cli.terminal import Terminal

HOSTILE = "\x1b[2Jcleared \x9b31mred\x07 \u202etxet\u2066 \x1b]8;;http://x.example\x1b\\link"
STEERING = set("\x1b\x9b\x07\u202e\u2066")

ARTICLE = f"""date 2024-04-25
OTS summit {HOSTILE}
https://o.example/\x1b[31mred

The Organization of Turkic States held its summit in Geneva on 23 April 2024, KABAR reported.
Secretary General {HOSTILE} Kubanychbek Omuraliev {HOSTILE} attended the summit.
"""


def test_titles_and_tables_are_printed_without_what_steers(
    capsys: pytest.CaptureFixture[str],
) -> None:
    table = Table("title")
    table.add_row(Text(HOSTILE))
    Terminal().print(table)
    Terminal().print(HOSTILE, markup=False)
    complain(HOSTILE)
    printed = capsys.readouterr()
    for text in (printed.out, printed.err):
        assert "cleared" in text
        assert not set(text) & STEERING


def test_colours_go_through(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    Terminal().print(Text("hello", style="bold"))
    assert "\x1b[1mhello" in capsys.readouterr().out


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_an_article_is_shown_without_what_steers(tmp_path: Path, form: list[str]) -> None:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    result = CliRunner().invoke(app, ["read", str(path), *form])
    assert result.exit_code == 0, result.output
    assert "Omuraliev" in result.output
    assert not set(result.output) & STEERING
    if form:
        assert json.loads(result.output)["is_event"]


def test_a_line_of_answers_holds_no_control_character() -> None:
    line = json.dumps({"id": 1, "title": HOSTILE, "text": ARTICLE, "published": "2024-04-25"})
    result = CliRunner().invoke(app, ["read", "--jsonl"], input=line + "\n")
    assert result.exit_code == 0, result.output
    assert not set(result.output) & STEERING
