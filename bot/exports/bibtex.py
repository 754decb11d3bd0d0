r"""Articles as BibTeX entries (`@online`, as biblatex knows it), the event of each in the note.

What outlets write is data: whatever TeX would take for a command is escaped, and braces always
match.
"""

from config.text import without_controls
from storage.events import EventArticle, EventRecord

_ESCAPED = str.maketrans({
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&",
    "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\n": " ", "\r": " ", "\x00": "",
})  # fmt: skip


def entries(record: EventRecord) -> str:
    """Return one entry for each article that reports an event, an empty line after each."""
    return "".join(f"{_entry(record, article)}\n\n" for article in record.articles)


def _entry(record: EventRecord, article: EventArticle) -> str:
    event = record.event
    days = " to ".join(
        day.isoformat() for day in dict.fromkeys((event.starts_on, event.ends_on)) if day
    )
    note = "; ".join(
        part
        for part in (
            f"event {event.id}: {event.title}",
            days,
            event.city or "",
            event.country or "",
        )
        if part
    )
    published = article.published_at or article.first_seen_at
    fields = {
        "title": _escaped(article.title),
        "organization": _escaped(article.source),
        "date": published.date().isoformat(),
        "url": "".join(c for c in without_controls(article.url) if c not in "{}\\ "),
        "urldate": article.first_seen_at.date().isoformat(),
        "language": _escaped(article.language or ""),
        "keywords": _escaped(", ".join(record.organizations)),
        "note": _escaped(note),
    }
    body = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@online{{tco-{article.id},\n{body}\n}}"


def _escaped(text: str) -> str:
    return without_controls(text).translate(_ESCAPED)
