"""What the read stage takes from an article: its language, and the report of its event.

There is a report only where the article reports an event.

The work is pure; the stage has it done in a worker process, since any stranger's text comes here.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from pydantic import TypeAdapter

from bot.extraction.facts import ArticleText, Genre
from bot.extraction.reader import Reader
from bot.extraction.text.tagger import TaggedArticle
from bot.merging import features
from bot.merging.report import Report
from config.places import Places

LONGEST = 200_000
"""Characters of a body that are read.

A book of a hundred pages has as many, a long article 50,000.
"""

MOST_LINES = 60
"""Lines of a round-up that are read one by one."""


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What an article says, as far as the bot goes on with it.

    Attributes:
        language: ISO 639-1.
        report: All by which its event is recognised, or None where it reports none.
        beside: Ids of the organisations beside whose gathering it tells something: roads closed, a
            cabinet that speaks of it. Empty for any other article.
        lines: Of a round-up of unrelated news: what those of its lines report that are of some.
        joining: The report of an article that names no organisation, or none that is believed: it
            goes to an event that is known by others, or to none.
    """

    language: str
    report: Report | None
    beside: frozenset[str] = frozenset()
    lines: tuple[Report, ...] = ()
    joining: Report | None = None


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


ARTICLE: TypeAdapter[ArticleText] = TypeAdapter(ArticleText)
INTERPRETATION: TypeAdapter[Interpretation] = TypeAdapter(Interpretation)
