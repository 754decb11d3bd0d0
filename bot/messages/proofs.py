"""Each fact of an event with the sentence that says it and the outlet that wrote it.

Where outlets disagree, all that they say.
"""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from sqlmodel import Session

from bot.language.title_patterns import in_parts
from bot.merging.report import Report, restored
from bot.messages.change_notice import at_place, proof_lines
from bot.messages.message import (
    Block,
    BlockKind,
    Line,
    Message,
    Span,
    Style,
    clean_line,
    line,
    text_block,
)
from bot.messages.outcomes import told_outcomes
from bot.messages.place import link, place
from bot.messages.view import View
from config.text import fold
from storage import events, filed_reports
from storage.events import EventArticle, EventRecord

PROOFS = 2
"""Outlets whose sentence is given for one value; the rest is counted."""


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """What one article says of an event.

    Attributes:
        article: The article.
        report: What it reports.
    """

    article: EventArticle
    report: Report


@dataclass(frozen=True, slots=True)
class StatedValue:
    """A value of a fact.

    Attributes:
        label: As it is read.
        said: Who says it, by which sentence; the sentence may be empty.
    """

    label: str
    said: list[tuple[EventArticle, str]]


def told_of(session: Session, event_id: int) -> tuple[EventRecord, list[ArticleFacts]]:
    """Return an event with what each of its articles says of it.

    Raises:
        NotStored: There is no such event.
    """
    record = events.record(session, event_id)
    return record, told_by(session, record)


def told_by(session: Session, record: EventRecord) -> list[ArticleFacts]:
    """Return what each article of an event says of it; of some nothing is kept any more."""
    articles = {article.id: article for article in record.articles}
    facts = {row.article_id: row.facts for row in filed_reports.of_articles(session, articles)}
    return [
        ArticleFacts(article, restored(facts[number]))
        for number, article in articles.items()
        if number in facts
    ]


def proofs(view: View, record: EventRecord, told: Sequence[ArticleFacts]) -> list[Block]:
    """Return a block for each fact that articles state: the days, then the place.

    The value of the card stands first. Where one sentence says both, it stands once below them.
    """
    _ = view.translator.gettext
    days = [*chain(*stated_days(view, record, told))]
    places = [*chain(*stated_places(view, record, told))]
    if len(days) == len(places) == 1 and _proof_of(days[0]) == _proof_of(places[0]):
        heads = (_head("📅", days[0]), _head("📍", places[0]))
        return [Block(BlockKind.FACTS, (*heads, *_said(view, days[0])))]
    blocks = [
        _block(view, "📅", days, _("Outlets disagree about the day.")),
        _block(view, "📍", places, _("Outlets disagree about the place.")),
    ]
    return [block for block in blocks if block]


Split = tuple[list[StatedValue], list[StatedValue]]
"""The value of the card, where a report states it, and the others, said most often first."""


def stated_days(view: View, record: EventRecord, told: Sequence[ArticleFacts]) -> Split:
    """Return what reports say of the days of an event."""
    event = record.event
    values = _values(
        told, _days, lambda report: report.event.date_proof, lambda report: _span(view, report)
    )
    return _split(values, (event.starts_on, event.ends_on or event.starts_on))


def stated_places(view: View, record: EventRecord, told: Sequence[ArticleFacts]) -> Split:
    """Return what reports say of the place of an event."""
    event = record.event
    values = _values(
        told,
        _place,
        lambda report: report.event.place_proof,
        lambda report: place(view, at_place(event, _where(report))),
    )
    return _split(values, (event.country_code, event.city_id or fold(event.city or "")))


def _split(values: Sequence[tuple[Hashable, StatedValue]], ours: Hashable) -> Split:
    agreed = [value for key, value in values if key == ours]
    return agreed, [value for key, value in values if key != ours]


def _values(
    told: Iterable[ArticleFacts],
    key: Callable[[Report], Hashable | None],
    proof: Callable[[Report], str | None],
    label: Callable[[Report], str],
) -> list[tuple[Hashable, StatedValue]]:
    """Return what is said of a fact, the value said most often first."""
    values: dict[Hashable, StatedValue] = {}
    for facts in told:
        what = key(facts.report)
        if what is not None:
            value = values.setdefault(what, StatedValue(label(facts.report), []))
            value.said.append((facts.article, proof(facts.report) or ""))
    return sorted(values.items(), key=lambda pair: -len(pair[1].said))


def _span(view: View, report: Report) -> str:
    days = _days(report)
    return view.translator.dates(*days) if days is not None else ""


def _days(report: Report) -> tuple[date, date] | None:
    start, end = report.event.start, report.event.end
    return (start, end or start) if start is not None else None


def _place(report: Report) -> tuple[str | None, str] | None:
    town = report.city_id or fold(report.event.city or "")
    return (report.country_code, town) if town or report.country_code else None


def _block(view: View, sign: str, values: Sequence[StatedValue], disagree: str) -> Block | None:
    if not values:
        return None
    lines: list[Line] = []
    for value in values:
        lines += [_head(sign, value), *_said(view, value)]
    if len(values) > 1:
        lines.append(line(Span(disagree, Style.MUTED)))
    return Block(BlockKind.FACTS, tuple(lines))


def _head(sign: str, value: StatedValue) -> Line:
    return line(f"{sign} ", Span(value.label, Style.BOLD))


def _proof_of(value: StatedValue) -> list[tuple[str, str]]:
    """Return who says a value by which sentence: values with the same are told by it once."""
    return [(article.source, sentence) for article, sentence in value.said]


def _said(view: View, value: StatedValue) -> list[Line]:
    """Return who says a value and by which sentence: some outlets, each once, and a count."""
    first: dict[str, tuple[EventArticle, str]] = {}
    for article, sentence in value.said:
        first.setdefault(clean_line(article.source, 60), (article, sentence))
    lines: list[Line] = []
    for name, (article, sentence) in [*first.items()][:PROOFS]:
        quoted = view.translator.quoted(clean_line(sentence, 400))
        proof = [Span(quoted, Style.ITALIC), Span(" · ")] if sentence else []
        lines.append(line("  ", *proof, Span(name, url=link(article.url))))
    if (more := len(first) - PROOFS) > 0:
        counted = view.translator.ngettext(
            "+ {number} more source", "+ {number} more sources", more
        )
        lines.append(line("  ", counted))
    return lines


def with_proofs(
    view: View, record: EventRecord, told: Sequence[ArticleFacts], sources: Message
) -> Message:
    """Return the view of an event's sources with its facts and their proofs above the articles."""
    heading, *rest = sources.blocks
    off = record.event.cancel_proof
    blocks = [*proofs(view, record, told), *_came_of_it(view, record)]
    if off is not None:
        label = line("✖ ", Span(view.translator.gettext("CANCELLED"), Style.BOLD))
        blocks.insert(
            0,
            text_block(
                label,
                *(line("  ", *proof) for proof in proof_lines(view, off)),
                kind=BlockKind.FACTS,
            ),
        )
    return Message((heading, *blocks, *rest), sources.buttons, sources.replaces, sources.document)


def _came_of_it(view: View, record: EventRecord) -> list[Block]:
    """Return a block for each thing that came of an event, with who says so by which sentence."""
    articles = {article.id: article for article in record.articles}
    blocks: list[Block] = []
    for text, outcome in told_outcomes(view, record):
        said = [
            (articles[article], proof)
            for article, _language, proof in outcome.said
            if article in articles
        ]
        value = StatedValue(in_parts(text), said)
        blocks.append(Block(BlockKind.FACTS, (_head("✅", value), *_said(view, value))))
    return blocks


@dataclass(frozen=True, slots=True)
class _Where:
    city: str | None
    country: str | None
    country_code: str | None
    venue: str | None


def _where(report: Report) -> _Where:
    event = report.event
    return _Where(event.city, event.country, report.country_code, event.venue)
