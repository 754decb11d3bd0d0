"""The facts of an event as its page states them: each with the sentences that say it.

A value that other reports contradict stands with all that is said; nothing is left out.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from bot.extraction.facts import Participant
from bot.messages.message import clean_line
from bot.messages.people import language_of, name_of, order
from bot.messages.people import part as part_of
from bot.messages.place import link
from bot.messages.proofs import ArticleFacts, StatedValue
from bot.messages.view import View
from bot.web.marking import marked
from config.text import fold
from storage.event_rows import ParticipationRow
from storage.events import EventArticle, EventRecord

Words = Callable[[EventArticle], Iterable[str]]
"""The words that prove a fact in the language of an article."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of an article.

    Attributes:
        text: With the words marked that say it; empty where the article is known but not quoted.
        language: Of the article (ISO 639-1), or empty.
        called: What the visitor calls that language.
        outlet: Who wrote it.
        href: Where it stands; None where that is no address to be followed.
        when: When it came out.
        iso: The same for machines.
    """

    text: Markup
    language: str
    called: str
    outlet: str
    href: str | None
    when: str
    iso: str


@dataclass(frozen=True, slots=True)
class Stated:
    """A value, and who says so.

    Attributes:
        label: The value, where several stand beside each other.
        quotes: Who says it.
    """

    label: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class PersonStated:
    """Somebody in an event.

    Attributes:
        name: In the visitor's letters.
        written: As the article writes it, where that differs.
        language: Of that.
        href: The person's page.
        part: Role and body, and whether the person chaired or moderated; may be empty.
        quotes: Who says so.
    """

    name: str
    written: str
    language: str
    href: str
    part: str
    quotes: tuple[Quote, ...]


def quote(
    view: View,
    article: EventArticle,
    sentence: str,
    words: Iterable[str],
    beside: Iterable[str] = (),
) -> Quote:
    """Return a sentence of an article with the words marked that say a fact."""
    moment = article.published_at or article.first_seen_at
    return Quote(
        marked(sentence, words, beside),
        article.language or "",
        view.translator.language_name(article.language) if article.language else "",
        clean_line(article.source, 60),
        link(article.url),
        stamp(view, moment),
        moment.strftime("%Y-%m-%dT%H:%MZ"),
    )


def stamp(view: View, moment: datetime) -> str:
    """Return a moment with its year and zone: "25 April 2024, 05:10 UTC"."""
    local = moment.astimezone(view.zone)
    day, time = view.translator.date(local.date(), "long"), view.translator.time(local)
    return f"{day}, {time} {view.zone_name()}"


def stated(view: View, values: Iterable[StatedValue], words: Words) -> list[Stated]:
    """Return what reports say of a fact, each value with its sentences."""
    return [Stated(value.label, tuple(_said(view, value, words))) for value in values]


def _said(view: View, value: StatedValue, words: Words) -> Iterator[Quote]:
    for article, sentence in value.said:
        yield quote(view, article, sentence, words(article))


def people_stated(
    view: View,
    record: EventRecord,
    told: Sequence[ArticleFacts],
    spellings: Mapping[int, Collection[str]],
    href: Callable[[int], str],
) -> tuple[list[PersonStated], list[PersonStated]]:
    """Return who took part or is expected to, and who is only named.

    Args:
        view: The visitor's language.
        record: The event.
        told: What each article says.
        spellings: Of each person, given by id, the names under which they were met.
        href: Gives the page of a person.
    """
    there, named = list[PersonStated](), list[PersonStated]()
    for guest in sorted(record.participations, key=order):
        known = {fold(name) for name in spellings.get(guest.person_id, ())} | {fold(guest.name)}
        quotes = _quotes(view, record, told, guest, known)
        language = language_of(record, guest)
        name, written = name_of(view, record, guest), clean_line(guest.name, 80)
        person = PersonStated(
            name,
            written if written != name else "",
            language,
            href(guest.person_id),
            part_of(view, record, guest),
            tuple(quotes),
        )
        (there if guest.attended or guest.by_message else named).append(person)
    return there, named


def _quotes(
    view: View,
    record: EventRecord,
    told: Sequence[ArticleFacts],
    one: ParticipationRow,
    known: Collection[str],
) -> list[Quote]:
    """Return the sentences that name somebody in the same way, that of the card first."""
    own = [article for article in record.articles if article.id == one.article_id]
    office = (one.role or "", one.affiliation or "")
    found = [quote(view, article, one.proof, (one.name,), office) for article in own]
    for facts in told:
        if facts.article.id == one.article_id:
            continue
        said = (part for part in facts.report.reading.participants if _is(part, one, known))
        part = next(said, None)
        if part is not None:
            office = (part.role or "", part.affiliation or "")
            found.append(quote(view, facts.article, part.proof, (part.name,), office))
    return found


def _is(part: Participant, one: ParticipationRow, known: Collection[str]) -> bool:
    same = (part.attended, part.by_message) == (one.attended, one.by_message)
    return same and fold(part.name) in known
