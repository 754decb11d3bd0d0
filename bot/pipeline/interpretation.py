"""What the read stage takes from an article: its language, and the report of its event.

There is a report only where the article reports an event.
"""

from dataclasses import dataclass

from bot.extraction.facts import ArticleText
from bot.merging.report import Report
from bot.runtime.wire import Wire

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
        lines: Of a round-up of unrelated news: what those of its lines report that are of some.
        joining: The report of an article that names no organisation, or none that is believed: it
            goes to an event that is known by others, or to none.
    """

    language: str
    report: Report | None
    beside: frozenset[str] = frozenset()
    lines: tuple[Report, ...] = ()
    joining: Report | None = None


ARTICLE = Wire(ArticleText)
INTERPRETATION = Wire(Interpretation)
