"""The day of what is reported in every way that news of a language gives it.

`days_told.txt` has them: a line "# language" and then `text|first day|last day`, the last left out
where there is one; " // " parts a headline from the text and " ¶ " a paragraph from the next. All
are read on Wednesday 13 November 2024.
"""

from datetime import date
from pathlib import Path

import pytest

from tests.extraction.event.reading import event_of

WEDNESDAY = date(2024, 11, 13)


def told() -> list[tuple[str, str]]:
    """Return each row with its language."""
    language, found = "", []
    for row in Path(__file__).with_name("days_told.txt").read_text("utf-8").splitlines():
        if row.startswith("# "):
            language = row[2:]
        else:
            found.append((language, row))
    return found


@pytest.mark.parametrize(("language", "row"), told())
def test_a_day_is_read_in_every_way_that_it_is_given(language: str, row: str) -> None:
    text, start, *end = row.replace(" ¶ ", "\n").split("|")
    title, parted, body = text.partition(" // ")
    event = event_of(title if parted else "TURKSOY", body or title, WEDNESDAY, language)
    assert (str(event.start), str(event.end)) == (start, end[0] if end else start)
