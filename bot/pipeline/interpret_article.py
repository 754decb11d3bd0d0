"""Reads an article, and takes from it all by which its event is recognised.

The work is pure; the stage has it done in a worker process, since any stranger's text comes here.
The bot's own process never loads this, nor the reader that stands behind it.
"""

from dataclasses import replace
from datetime import datetime

from bot.extraction.facts import ArticleText, Genre
from bot.extraction.reader import Reader
from bot.extraction.text.tagger import TaggedArticle
from bot.merging import features
from bot.merging.report import Report
from bot.pipeline.interpretation import Interpretation
from config.places import Places

MOST_LINES = 60
"""Lines of a round-up that are read one by one."""


def interpret(
    article: ArticleText, now: datetime, reader: Reader, places: Places
) -> Interpretation:
    """Read an article as of `now`, and take from it all by which its event is recognised."""
    tagged = reader.tag(article)
    if not reader.concerns(tagged):  # most of the world's news
        may_tell = reader.may_tell(tagged)
        joining = _joining(tagged, now, reader, places) if may_tell else None
        return Interpretation(tagged.language.partition("-")[0], None, joining=joining)
    reading = reader.interpret(tagged, now)
    report = features.report(tagged, reading, now.date(), places)
    beside = frozenset(reading.organizations) if reading.genre == Genre.SIDE else frozenset[str]()
    lines = _of_lines(article, now, reader, places) if reading.genre == Genre.ROUNDUP else ()
    open_to_others = report is None and reading.genre in {Genre.NEWS, Genre.COMMENT}
    joining = _joining(tagged, now, reader, places) if open_to_others else None
    return Interpretation(reading.language, report, beside, lines, joining)


def _joining(tagged: TaggedArticle, now: datetime, reader: Reader, places: Places) -> Report | None:
    """Return the report of an article that may tell of an event that others name, or None."""
    reading = reader.suppose(tagged, now)
    report = features.report(tagged, reading, now.date(), places) if reading else None
    if report is None:
        return None
    turkic = bool(report.reading.organizations) or reader.is_of_the_turkic_world(tagged)
    return replace(report, clues=replace(report.clues, turkic=turkic))


def _of_lines(
    article: ArticleText, now: datetime, reader: Reader, places: Places
) -> tuple[Report, ...]:
    """Return the reports of the lines of a round-up, each read as an article of its own."""
    found: list[Report] = []
    for number, line in enumerate(article.text.split("\n")[:MOST_LINES]):
        tagged = reader.tag(replace(article, title="", text=line, url=f"{article.url}#{number}"))
        if line.strip() and reader.concerns(tagged):
            reading = reader.interpret(tagged, now)
            told = features.report(tagged, reading, now.date(), places)
            found += [told] if told is not None else []
    return tuple(found)
