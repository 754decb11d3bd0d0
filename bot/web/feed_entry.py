"""What an entry of a feed holds: an event as a reader shows it, each fact with its proof.

HTML in which all that comes from outside is escaped: only `_within` puts texts into it, in a third
of the time of `Markup.format`.
"""

from collections.abc import Sequence

from markupsafe import Markup, escape

from bot.extraction.facts import Tense
from bot.messages.message import clean_line
from bot.messages.outcomes import told_outcomes
from bot.messages.people import in_order, language_of, name_of, office
from bot.messages.place import link, place
from bot.messages.view import View
from storage.event_rows import ParticipationRow
from storage.events import EventArticle, EventRecord

_PROOF = 400
_BREAK = Markup("<br>")


def entry(view: View, record: EventRecord) -> str:
    """Return an event as HTML: its days, its place, who was there, who reports it."""
    event, _ = record.event, view.translator.gettext
    there = in_order(record.participations)
    heading = _("Present") if event.tense == Tense.PAST else _("Expected")
    people = [_person(view, record, participation) for participation in there]
    reports = [_report(view, article) for article in record.articles]
    parts = (
        _paragraph(_within("strong", _("CANCELLED")), event.cancel_proof)
        if event.cancel_proof is not None
        else Markup(),
        _paragraph(_days(view, record), event.date_proof),
        _paragraph(place(view, event), event.place_proof),
        *_outcomes(view, record),
        _list(heading, people),
        _list(_("Reports"), reports),
    )
    return str(Markup("\n").join(filter(None, parts)))


def _outcomes(view: View, record: EventRecord) -> list[Markup]:
    """Return what came of an event, each with a sentence that says so."""
    told = told_outcomes(view, record)
    said = ((text, outcome.said[0][2] if outcome.said else None) for text, outcome in told)
    return [_paragraph(f"✅ {text}", proof) for text, proof in said]


def _days(view: View, record: EventRecord) -> str:
    event = record.event
    if event.starts_on is None:
        return view.translator.gettext("date not stated")
    return view.translator.dates(event.starts_on, event.ends_on)


def _paragraph(text: str, proof: str | None) -> Markup:
    """Return a fact with the sentence that it was read from; nothing for none."""
    if not text:
        return Markup()
    return _within("p", text, _quoted(proof))


def _quoted(proof: str | None) -> Markup:
    if not proof:
        return Markup()
    return _BREAK + _within("q", clean_line(proof, _PROOF))


def _list(heading: str, items: Sequence[Sequence[str]]) -> Markup:
    """Return a list, each item in its parts."""
    if not items:
        return Markup()
    return _within("p", heading) + _within("ul", *(_within("li", *item) for item in items))


def _person(view: View, record: EventRecord, one: ParticipationRow) -> tuple[str, ...]:
    name = name_of(view, record, one)
    has = office(view, one.role, one.affiliation, language_of(record, one))
    return _within("strong", name), f", {has}" if has else "", _quoted(one.proof)


def _report(view: View, article: EventArticle) -> tuple[str, ...]:
    address, title = link(article.url), clean_line(article.title, 200)
    about = [clean_line(article.source, 60)]
    if article.language:
        about.append(view.translator.language_name(article.language))
    headline = _within("a", title, href=address) if address else title
    return headline, f" ({', '.join(about)})"


def _within(tag: str, *parts: str, **attributes: str) -> Markup:
    """Return parts within a tag; whatever is no markup by type is escaped."""
    named = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    return Markup(f"<{tag}{named}>{''.join(map(escape, parts))}</{tag}>")  # noqa: S704 - as told
