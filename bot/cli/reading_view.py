"""A reading for a person at a terminal: the facts first, each with the sentence that says it."""

from itertools import groupby

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.extraction.facts import ArticleText, EventFacts, Genre, Outcome, Participant, Reading
from config.languages import LANGUAGES, language_name


def show_reading(console: Console, article: ArticleText, reading: Reading) -> None:
    """Print `reading` of `article`."""
    console.print(Group(*_lines(article, reading)))


def _lines(article: ArticleText, reading: Reading) -> list[RenderableType]:
    published = (
        f", published {article.published.isoformat()}"
        if article.published
        else ", day of publication unknown"
    )
    head: list[RenderableType] = [Text(f"language {reading.language}{published}", style="dim")]
    if article.url:
        # An address that no browser would take as it is leads nowhere: it could steer the terminal.
        is_link = article.url.isprintable() and " " not in article.url
        head.append(Text(article.url, style=f"dim link {article.url}" if is_link else "dim"))
    if not reading.event:
        return [*head, Text(_why_no_event(reading), style="yellow")]
    return [
        *head,
        Text(),
        *_event(reading.event, reading.organizations),
        Text(),
        *_outcomes(reading.outcomes),
        *_people(reading.participants),
    ]


def _why_no_event(reading: Reading) -> str:
    if reading.language not in {code.partition("-")[0] for code in LANGUAGES}:
        return f"Written in {language_name(reading.language, 'en')}, which is not read."
    if reading.genre != Genre.NEWS:
        return (
            f"Not news but of the genre {reading.genre}: "
            "no Turkic Cooperation Organization is told to do something."
        )
    return "Not about something that a Turkic Cooperation Organization does or takes part in."


def _event(event: EventFacts, organizations: tuple[str, ...]) -> list[RenderableType]:
    place = ", ".join(part for part in (event.venue, event.city, event.country) if part)
    table = Table.grid(padding=(0, 2))
    table.add_column(style="cyan")
    table.add_column()
    table.add_row("when", Text(f"{_days(event)} ({event.tense})"))
    table.add_row("", _proof(event.date_proof))
    table.add_row("where", Text(place or "not stated"))
    table.add_row("", _proof(event.place_proof))
    table.add_row("organisations", Text(", ".join(organizations)))
    return [
        Text(str(event.kind).upper(), style="bold cyan"),
        Text(event.title, style="bold"),
        Text(),
        table,
    ]


def _outcomes(outcomes: tuple[Outcome, ...]) -> list[RenderableType]:
    shown: list[RenderableType] = []
    for outcome in outcomes:
        told = ", ".join(filter(None, (*outcome.names, outcome.called)))
        names = f": {told}" if told else ""
        shown.append(Text(f"{outcome.thing} {outcome.act}{names}".replace("_", " "), style="cyan"))
        shown.append(Padding(_proof(outcome.proof), (0, 0, 0, 4)))
    return [*shown, Text()] if shown else []


def _days(event: EventFacts) -> str:
    if not event.start:
        return "not stated"
    if event.end is None or event.end == event.start:
        return event.start.isoformat()
    return f"{event.start.isoformat()} to {event.end.isoformat()}"


def _people(participants: tuple[Participant, ...]) -> list[RenderableType]:
    if not participants:
        return [Text("Nobody is named.", style="dim")]
    shown: list[RenderableType] = []
    for attended, heading in ((True, "took part"), (False, "mentioned")):
        people = [person for person in participants if person.attended is attended]
        if people:
            shown.append(Text(f"{heading} ({len(people)})", style="cyan"))
        for proof, those in groupby(people, key=lambda person: person.proof):
            shown += [_person(person) for person in those]
            shown.append(Padding(_proof(proof), (0, 0, 0, 4)))
    return shown


def _person(person: Participant) -> RenderableType:
    part = ", ".join(
        item
        for item in (person.role, person.affiliation, "moderator" if person.moderator else None)
        if item
    )
    return Padding(Text.assemble((person.name, "bold"), f" · {part}" if part else ""), (0, 0, 0, 2))


def _proof(sentence: str | None) -> Text:
    return Text(f"“{sentence}”" if sentence else "", style="dim italic")
