"""Offices whole and with their body, by kinds of sentence, in all languages.

`whole_offices.txt` has them: a line "# kind" and then `language|sentence|name|office|body`, the
last two empty where there is none. What is told of the people is invented.
"""

from pathlib import Path

import pytest

from tests.extraction.people.reading import offices


def kinds() -> dict[str, list[str]]:
    text = Path(__file__).with_name("whole_offices.txt").read_text("utf-8")
    found: dict[str, list[str]] = {}
    for row in text.splitlines():
        if row.startswith("# "):
            found[row[2:]] = []
        else:
            found[next(reversed(found))].append(row)
    return found


def misread(row: str) -> str | None:
    """Return what is told of somebody instead of what `row` asks for, None where that is told."""
    language, sentence, name, role, body = row.split("|")
    told = offices(language, sentence).get(name, ("nobody", None))
    wanted = role or None, body or None
    return None if told == wanted else f"{name}: {told} for {wanted} in {sentence}"


@pytest.mark.parametrize("kind", list(kinds()))
def test_an_office_is_told_whole(kind: str) -> None:
    assert list(filter(None, map(misread, kinds()[kind]))) == []
