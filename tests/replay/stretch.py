"""A stretch of news: what some outlets published, and when.

A folder of JSON lines, one file an outlet or many. A row has `id`, `title`, `text`, `published`,
and either an `outlet` and a `lang` with `published` to the minute (UTC), or none of both: then the
file is one Russian outlet whose posts carry the day only and whose ids fall as time goes on. Those
of a day are spread in their order over its waking hours.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zlib import crc32
from zoneinfo import ZoneInfo

from config.types import JsonObject

ZONE = ZoneInfo("Asia/Tashkent")
"""Of the chats, and of outlets that give the day only."""

WAKES, SLEEPS = time(8), time(22)
"""Between these hours posts come out of which only the day is known."""

_LONGEST_HEADLINE = 150


@dataclass(frozen=True, slots=True)
class Item:
    """One publication.

    Attributes:
        outlet: A key of letters, digits and dashes.
        name: What the outlet is called.
        language: ISO 639-1.
        id: Unique in the stretch.
        published: Aware UTC.
        title: The headline.
        text: The body, paragraphs on lines of their own.
    """

    outlet: str
    name: str
    language: str
    id: str
    published: datetime
    title: str
    text: str


def read(folder: Path, first: date, last: date) -> list[Item]:
    """Return what was published from `first` to `last`, the earliest first."""
    found: list[Item] = []
    for path in sorted(folder.glob("*.jsonl")):
        rows = [json.loads(row) for row in path.read_text("utf-8").splitlines() if row.strip()]
        timed = [row for row in rows if "outlet" in row]
        dated = [row for row in rows if "outlet" not in row]
        found += [*map(_timed, timed), *_dated(path.stem, dated)]
    within = [item for item in found if first <= item.published.astimezone(ZONE).date() <= last]
    return sorted(within, key=lambda item: (item.published, item.id))


def _timed(row: JsonObject) -> Item:
    name = str(row["outlet"])
    return Item(
        f"outlet-{crc32(name.encode()):08x}",
        name,
        str(row["lang"]),
        str(row["id"]),
        datetime.fromisoformat(str(row["published"])).replace(tzinfo=UTC),
        str(row["title"]),
        str(row["text"]),
    )


def _dated(outlet: str, rows: Iterable[JsonObject]) -> Iterator[Item]:
    by_day = defaultdict[date, list[JsonObject]](list)
    for row in rows:
        by_day[date.fromisoformat(str(row["published"])[:10])].append(row)
    awake = timedelta(hours=SLEEPS.hour - WAKES.hour)
    for day, posts in sorted(by_day.items()):
        posts.sort(key=lambda post: -int(str(post["id"]).rpartition("-")[2]))
        for number, post in enumerate(posts):
            at = datetime.combine(day, WAKES, ZONE) + awake * number / len(posts)
            title, text = headline(str(post.get("title") or ""), str(post["text"]))
            published = at.astimezone(UTC).replace(microsecond=0)
            yield Item(outlet, outlet, "ru", str(post["id"]), published, title, text)


def headline(title: str, text: str) -> tuple[str, str]:
    """Return the headline and the body of a post, which may have its headline in the body."""
    text = re.sub(r"[ \t]+", " ", text.replace("\xa0", " ")).strip()
    if title.strip():
        return title.strip(), text
    first, _, rest = text.partition("\n")
    if rest.strip() and 15 <= len(first.strip()) <= 200:
        return first.strip(), rest.strip()
    sentence = re.match(r".{20,180}?[.!?…»\"](?=\s|$)", text, re.DOTALL)
    if sentence:
        cut = sentence.group(0)
    elif len(text) <= _LONGEST_HEADLINE:
        cut = text
    else:
        cut = text[:_LONGEST_HEADLINE].rpartition(" ")[0] + "…"
    return cut.replace("\n", " ").strip(" ."), text
