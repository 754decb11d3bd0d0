"""What an entry of a feed holds: an event as a reader shows it, each fact with its proof.

HTML in which all that comes from outside is escaped: only `Markup.format` puts texts into it.
"""

from markupsafe import Markup

from bot.extraction.facts import Tense
from bot.messages.message import clean_line
from bot.messages.outcomes import told_outcomes
from bot.messages.people import in_order, language_of, name_of, office
from bot.messages.place import link, place
from bot.messages.view import View
from storage.events import EventArticle, EventRecord
from storage.models import Participation

_PROOF = 400


def entry(view: View, record: EventRecord) -> str:
    """Return an event as HTML: its days, its place, who was there, who reports it."""
    event, _ = record.event, view.translator.gettext
    there = in_order(record.participations)
    heading = _("Present") if event.tense == Tense.PAST else _("Expected")
    people = [_person(view, record, participation) for participation in there]
    reports = [_report(view, article) for article in record.articles]
    parts = (
        _paragraph(Markup("<strong>{}</strong>").format(_("CANCELLED")), event.cancel_proof)
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
    return Markup("<p>{}{}</p>").format(text, _quoted(proof))


def _quoted(proof: str | None) -> Markup:
    if not proof:
        return Markup()
    return Markup("<br><q>{}</q>").format(clean_line(proof, _PROOF))


def _list(heading: str, items: list[Markup]) -> Markup:
    if not items:
        return Markup()
    listed = Markup().join(Markup("<li>{}</li>").format(item) for item in items)
    return Markup("<p>{}</p><ul>{}</ul>").format(heading, listed)


def _person(view: View, record: EventRecord, one: Participation) -> Markup:
    name = name_of(view, record, one)
    has = office(view, one.role, one.affiliation, language_of(record, one))
    named = Markup("<strong>{}</strong>").format(name)
    return Markup("{}{}{}").format(named, f", {has}" if has else "", _quoted(one.proof))


def _report(view: View, article: EventArticle) -> Markup:
    address, title = link(article.url), clean_line(article.title, 200)
    headline = (
        Markup('<a href="{}">{}</a>').format(address, title)
        if address
        else Markup("{}").format(title)
    )
    about = [clean_line(article.source, 60)]
    if article.language:
        about.append(view.translator.language_name(article.language))
    return Markup("{} ({})").format(headline, ", ".join(about))
