"""An article as a text file: how people and the corpus hand one to the reader.

The first line may be `date YYYY-MM-DD` or `date unknown`, the next ones the title and the URL, then
a blank line and the body. Each of them may be missing, and the body may go on in the line of the
date. What is given from outside (a title, a day, an URL) wins over the file.
"""

import re
from datetime import date

from bot.extraction.facts import ArticleText
from config.errors import TcoError
from config.text import nfc

_DATE = re.compile(
    r"\ufeff?\s*date[ \t]+(?P<day>\d{4}-\d{2}-\d{2}|unknown)(?![\w-])[ \t]*", re.IGNORECASE
)
_URL = re.compile(r"https?://\S+")
_LONGEST_TITLE = 300


class UnreadableArticle(TcoError):
    """A file or a line that holds no article.

    Attributes:
        where: The file, or the line of a stream.
        problem: What is wrong, as a clause that goes on from `where`.
    """

    def __init__(self, where: str, problem: str) -> None:
        self.where = where
        self.problem = problem
        super().__init__(f"{where} {problem}.")


def parse(
    text: str,
    *,
    title: str | None = None,
    published: date | None = None,
    url: str | None = None,
    language: str | None = None,
) -> ArticleText:
    """Return the article that `text` holds.

    Args:
        text: The file, with or without its head.
        title: The headline where it is known from elsewhere; then none is looked for in the text.
        published: The day of publication where it is known from elsewhere.
        url: Where the article stands, if known from elsewhere.
        language: ISO 639-1 code that the source claims.
    """
    head = _DATE.match(text)
    rest = text[head.end() :] if head else text
    found_title, found_url, body = _split(rest) if head or not title else ("", None, rest.strip())
    return ArticleText(
        title=nfc(title or found_title),
        text=nfc(body),
        published=published or (_day(head["day"]) if head else None),
        url=url or found_url,
        language=language,
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:  # "unknown", or a day that no calendar has
        return None


def _split(text: str) -> tuple[str, str | None, str]:
    """Part title, URL and body."""
    lines = text.replace("\r\n", "\n").strip().split("\n")
    first, rest = lines[0].strip(), lines[1:]
    second = rest[0].strip() if rest else ""
    if _URL.fullmatch(second):
        return first, second, "\n".join(rest[1:]).strip()
    if _URL.fullmatch(first):
        return "", first, "\n".join(rest).strip()
    if rest and not second and _is_title(first):
        return first, None, "\n".join(rest).strip()
    return "", None, "\n".join(lines).strip()


def _is_title(line: str) -> bool:
    """A headline is short and does not end like a sentence."""
    return 0 < len(line) <= _LONGEST_TITLE and line[-1] not in ".!:;,…"


def decode(content: bytes, name: str) -> str:
    """Return the text of a file.

    Raises:
        UnreadableArticle: It is not UTF-8.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableArticle(name, f"is not UTF-8 (byte {error.start})") from error
