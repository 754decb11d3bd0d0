"""The bundled articles: text files named by the minute of publication (UTC).

The conference of 23 April 2024 in Geneva did take place. All other events in these articles, and
all people in them, are made up.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.extraction import article_file

HERE = Path(__file__).parent / "articles"


@dataclass(frozen=True, slots=True)
class DemoArticle:
    """One article of the demonstration.

    Attributes:
        slug: Its name in addresses.
        published: Aware UTC.
        title: The headline.
        paragraphs: The body.
        whole: Whether the feed carries the whole text; otherwise it carries the first paragraph,
            and the page has the rest.
    """

    slug: str
    published: datetime
    title: str
    paragraphs: tuple[str, ...]
    whole: bool


def load(directory: Path = HERE) -> list[DemoArticle]:
    """Return the articles in `directory`, oldest first.

    Every second one stands in the feed as a summary alone.
    """
    return [
        _load(path, whole=number % 2 == 0)
        for number, path in enumerate(sorted(directory.glob("*.txt")))
    ]


def _load(path: Path, *, whole: bool) -> DemoArticle:
    day, minute, slug = path.stem.split("-", 2)
    article = article_file.parse(article_file.decode(path.read_bytes(), path.name))
    published = datetime.strptime(f"{day} {minute}", "%Y%m%d %H%M").replace(tzinfo=UTC)
    return DemoArticle(slug, published, article.title, tuple(article.text.split("\n\n")), whole)
