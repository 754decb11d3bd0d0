"""`tco-bot read` and `tco-bot score` as a person or a program calls them."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app

ARTICLES = Path(__file__).parents[2] / "bot/demo/articles"
GENEVA = ARTICLES / "20240425-0500-geneva-conference.txt"
BRIDGE = ARTICLES / "20240424-1640-naryn-bridge.txt"
KEYS = {"id", "language", "is_event", "organizations", "event", "participants"}


def run(*arguments: str, stdin: bytes | str | None = None) -> Result:
    return CliRunner().invoke(app, arguments, input=stdin)


def read_json(*arguments: str, stdin: bytes | str | None = None) -> dict[str, Any]:
    result = run("read", *arguments, "--json", stdin=stdin)
    assert result.exit_code == 0, result.output
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


def read_lines(*records: dict[str, object] | str) -> tuple[Result, list[dict[str, Any]]]:
    lines = "".join(
        (record if isinstance(record, str) else json.dumps(record, ensure_ascii=False)) + "\n"
        for record in records
    )
    result = run("read", "--jsonl", stdin=lines)
    return result, [json.loads(line) for line in result.stdout.splitlines()]


def test_a_file_is_read_to_json() -> None:
    answer = read_json(str(GENEVA))
    assert set(answer) == KEYS | {"outcomes"}
    assert answer["is_event"] is True
    assert (answer["event"]["start"], answer["event"]["city"]) == ("2024-04-23", "Geneva")
    assert {person["name"] for person in answer["participants"]} >= {
        "Kubanychbek Omuraliev",
        "Ömer Kocaman",
    }
    assert [person["name"] for person in answer["participants"] if person["moderator"]] == [
        "Omar Sultanov"
    ]


def test_standard_input_reads_the_same() -> None:
    assert read_json("-", stdin=GENEVA.read_bytes()) == read_json(str(GENEVA))


def test_each_proof_is_a_sentence_of_the_text() -> None:
    text = re.sub(r"\s+", " ", GENEVA.read_text(encoding="utf-8"))
    answer = read_json(str(GENEVA))
    proofs = [person["proof"] for person in answer["participants"]] + [
        answer["event"]["date_proof"],
        answer["event"]["place_proof"],
    ]
    assert proofs
    assert all(re.sub(r"\s+", " ", proof) in text for proof in proofs)


def test_an_article_about_something_else_is_no_event() -> None:
    answer = read_json(str(BRIDGE))
    assert (answer["is_event"], answer["event"], answer["organizations"]) == (False, None, [])


def test_the_day_of_publication_can_be_given_and_wins() -> None:
    text = "TURKSOY opened an exhibition in Ankara yesterday."
    first = read_json("-", "--published", "2024-04-23", stdin=text)
    second = read_json(
        "-",
        "--published",
        "2023-01-02",
        stdin=f"date 2024-04-23\nExhibition\nhttps://news.example/1\n\n{text}",
    )
    assert (first["event"]["start"], second["event"]["start"]) == ("2024-04-22", "2023-01-01")


def test_without_json_a_person_sees_names_dates_and_proofs() -> None:
    result = run("read", str(GENEVA))
    assert result.exit_code == 0
    shown = re.sub(r"\s+", " ", result.stdout)
    for word in (
        "CONFERENCE",
        "2024-04-23",
        "Geneva",
        "ots, ",
        "Omar Sultanov",
        "moderator",
        "took part (7)",
        "Omuraliev, Secretary General",
    ):
        assert word in shown, word


def test_without_json_an_article_about_something_else_is_said_to_be_so() -> None:
    assert "Not about something that" in run("read", str(BRIDGE)).stdout


def test_an_article_in_a_language_that_is_not_read_is_told_so(tmp_path: Path) -> None:
    file = tmp_path / "artikel.txt"
    file.write_text(
        "Der Minister traf am Montag in Wien die Ministerin und nahm an einer Sitzung teil.",
        "utf-8",
    )
    assert "Written in German, which is not read." in run("read", str(file)).stdout


def test_lines_are_answered_in_their_order_with_exactly_the_promised_keys() -> None:
    _, (first, second) = read_lines(
        {
            "id": "a1",
            "title": "T",
            "text": GENEVA.read_text(encoding="utf-8"),
            "published": None,
            "url": None,
        },
        {
            "id": 7,
            "title": "A bridge",
            "text": BRIDGE.read_text(encoding="utf-8"),
            "published": "2024-04-24",
            "url": "https://news.example/2",
        },
    )
    assert set(first) == set(second) == KEYS
    assert (first["id"], first["is_event"], second["id"], second["is_event"]) == (
        "a1",
        True,
        7,
        False,
    )
    assert set(first["event"]) == {
        "title",
        "kind",
        "start",
        "end",
        "tense",
        "city",
        "country",
        "venue",
    }
    assert {key for person in first["participants"] for key in person} == {
        "name",
        "role",
        "affiliation",
        "attended",
        "proof",
    }


def test_a_line_without_an_id_is_answered_with_null() -> None:
    result, (answer,) = read_lines({"title": "", "text": "Rain in Bishkek."})
    assert result.exit_code == 0
    assert answer["id"] is None


def test_empty_lines_and_empty_input_are_no_errors() -> None:
    result, answers = read_lines("", "   ")
    assert (result.exit_code, answers) == (0, [])


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "line 1 is not JSON"),
        ("[1]", "line 1 is not a JSON object"),
        ('{"id": 1, "text": 5}', 'line 1 holds a "text" that is not a string'),
        (
            '{"id": 1, "text": "x", "published": "yesterday"}',
            "line 1 holds a \"published\" that is not a day: 'yesterday'",
        ),
    ],
)
def test_a_broken_line_is_answered_with_its_error_and_the_rest_is_read(
    line: str, problem: str
) -> None:
    result, (bad, good) = read_lines(line, {"id": "b", "text": "Rain in Bishkek."})
    assert bad["error"].startswith(problem)
    assert good["id"] == "b"
    assert result.exit_code == 2
    assert "1 of the lines could not be read" in result.stderr


def test_text_that_is_no_proper_unicode_is_read_all_the_same() -> None:
    result, (answer,) = read_lines(
        '{"id": "\\ud800", "text": "TURKSOY \\ud83d met \\u0000 in Ankara."}'
    )
    assert result.exit_code == 0
    assert answer["id"] == "?"


@pytest.mark.parametrize("option", ["--json", "--jsonl"])
def test_a_missing_file_is_one_readable_sentence(tmp_path: Path, option: str) -> None:
    result = run("read", str(tmp_path / "none.txt"), option)
    assert result.exit_code == 2
    assert "none.txt cannot be opened: No such file or directory." in result.stderr
    assert "Traceback" not in result.output


def test_a_file_that_is_not_utf_8_is_one_readable_sentence(tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes("Ömer".encode("latin-1"))
    result = run("read", str(path))
    assert (result.exit_code, "is not UTF-8 (byte 0)" in result.stderr) == (2, True)


def corpus(folder: Path, **changes: object) -> Path:
    gold = {
        "id": "1",
        "lang": "en",
        "is_tco_event": True,
        "orgs": ["ots"],
        "event": {"kind": "conference", "start": "1999-01-01", "end": None, "city": "Geneva"},
        "participants": [
            {
                "name": "Ömer Kocaman",
                "role": "Deputy Secretary General",
                "affiliation": "OTS",
                "kind": "attended",
            }
        ],
    }
    (folder / "en").mkdir()
    (folder / "en/1.txt").write_bytes(GENEVA.read_bytes())
    (folder / "en/1.json").write_text(json.dumps(gold | changes), encoding="utf-8")
    return folder


def test_a_corpus_is_scored_with_a_row_a_language_and_one_for_all(tmp_path: Path) -> None:
    result = run("score", str(corpus(tmp_path)))
    assert result.exit_code == 0
    first, last = result.stdout.splitlines()
    assert first.startswith("en       people P ")
    assert last.startswith("all      people P ")
    assert "| date 0.000 | city 1.000 |" in last
    assert last.endswith("| relevance 1.000 | n 1")


def test_each_miss_is_shown_on_request(tmp_path: Path) -> None:
    result = run("score", str(corpus(tmp_path)), "--errors")
    assert "1\tdate\tgold 1999-01-01..None got 2024-04-23..2024-04-23" in result.stdout
    assert "1\tfalse person\tKadir Yaman" in result.stdout


def test_a_folder_without_gold_is_one_readable_sentence(tmp_path: Path) -> None:
    result = run("score", str(tmp_path))
    assert (result.exit_code, "holds no NNN.json with gold facts" in result.stderr) == (2, True)


def test_gold_without_its_text_is_one_readable_sentence(tmp_path: Path) -> None:
    (corpus(tmp_path) / "en/1.txt").unlink()
    result = run("score", str(tmp_path))
    assert (result.exit_code, "is missing beside 1.json" in result.stderr) == (2, True)
