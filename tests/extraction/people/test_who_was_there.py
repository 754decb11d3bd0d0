"""Who was there and who is only spoken of, by kinds of sentence, each in seven languages.

`who_was_there.txt` has them: a line "# kind" and then `language|sentence|present|absent`, the names
parted by semicolons. What is told of them is invented.
"""

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from bot.evaluation.extraction import same_name
from bot.extraction.facts import ArticleText
from bot.extraction.people import participants
from tests.defaults import READER

DAY = date(2026, 11, 12)
REPORTS = {
    "en": "The Turkic Culture and Heritage Foundation met in Astana on 12 November 2026.",
    "ru": "Фонд тюркской культуры и наследия провёл 12 ноября 2026 года встречу в Астане.",
    "tr": "Türk Kültür ve Miras Vakfı 12 Kasım 2026'da Astana'da bir toplantı düzenledi.",
    "az": "Türk Mədəniyyəti və İrsi Fondu 2026-cı il noyabrın 12-də Astanada görüş keçirdi.",
    "kk": "Түркі мәдениеті мен мұрасы қоры 2026 жылғы 12 қарашада Астанада жиын өткізді.",
    "ky": "Түрк маданияты жана мурасы фонду 2026-жылдын 12-ноябрында Астанада жыйын өткөрдү.",
    "uz": "Turkiy madaniyat va meros jamg‘armasi 2026-yil 12-noyabrda Ostonada yig‘ilish o‘tkazdi.",
}


class Line(NamedTuple):
    language: str
    sentence: str
    present: list[str]
    absent: list[str]


def lines() -> dict[str, list[Line]]:
    text = Path(__file__).with_name("who_was_there.txt").read_text("utf-8")
    found: dict[str, list[Line]] = {}
    for row in text.splitlines():
        if row.startswith("# "):
            found[row[2:]] = []
        else:
            language, sentence, *names = row.split("|")
            present, absent = (part.split(";") if part else [] for part in names)
            found[next(reversed(found))].append(Line(language, sentence, present, absent))
    return found


def misread(line: Line) -> list[str]:
    """Return the names of `line` that are shown though absent, or the other way round."""
    text = f"{REPORTS[line.language]}\n\n{line.sentence}"
    article = ArticleText("", text, DAY, language=line.language)
    people = [found.participant for found in participants.people(READER.tag(article))]
    there = [person.name for person in people if person.attended]

    def is_there(name: str) -> bool:
        return any(same_name(other, name) for other in there)

    lost = [name for name in line.present if not is_there(name)]
    return [*lost, *filter(is_there, line.absent)]


@pytest.mark.parametrize("told", lines().values(), ids=list(lines()))
def test_who_was_there_is_shown_and_who_is_spoken_of_is_not(told: list[Line]) -> None:
    wrong = {line.sentence: names for line in told if (names := misread(line))}
    assert wrong == {}
