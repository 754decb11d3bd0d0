"""What the read stage takes from an article: its language, and the report of its event.

There is a report only where the article reports an event.

The work is pure; the stage has it done in a worker process, since any stranger's text comes here.
"""

from dataclasses import dataclass
from datetime import datetime

from pydantic import TypeAdapter

from bot.extraction.facts import ArticleText, Genre
from bot.extraction.reader import Reader
from bot.merging import features
from bot.merging.report import Report
from config.places import Places

LONGEST = 200_000
"""Characters of a body that are read.

A book of a hundred pages has as many, a long article 50,000.
"""


@dataclass(frozen=True, slots=True)
class Interpretation:
    """What an article says, as far as the bot goes on with it.

    Attributes:
        language: ISO 639-1.
        report: All by which its event is recognised, or None where it reports none.
        beside: Ids of the organisations beside whose gathering it tells something: roads closed, a
            cabinet that speaks of it. Empty for any other article.
    """

    language: str
    report: Report | None
    beside: frozenset[str] = frozenset()


def interpret(
    article: ArticleText, now: datetime, reader: Reader, places: Places
) -> Interpretation:
    """Read an article as of `now`, and take from it all by which its event is recognised."""
    tagged = reader.tag(article)
    if not reader.concerns(tagged):  # most of the world's news
        return Interpretation(tagged.language.partition("-")[0], None)
    reading = reader.interpret(tagged, now)
    report = features.report(tagged, reading, now.date(), places)
    beside = frozenset(reading.organizations) if reading.genre == Genre.SIDE else frozenset[str]()
    return Interpretation(reading.language, report, beside)


ARTICLE: TypeAdapter[ArticleText] = TypeAdapter(ArticleText)
INTERPRETATION: TypeAdapter[Interpretation] = TypeAdapter(Interpretation)
