"""What a list of events can be narrowed to, as its page offers it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.web.asked import DiaryQuestion
from bot.web.page import Visit
from storage.diary_places import KnownPlaces

KEPT = ("organization", "country", "town", "kind", "person", "word")
"""Names in a query that narrow a list."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several things to choose.

    Attributes:
        value: What stands in the query.
        label: What the visitor reads.
        chosen: Whether it is chosen.
        href: The page with it chosen; empty where a form offers it.
        number: How many events it has here; None where that is not counted.
    """

    value: str
    label: str
    chosen: bool
    href: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list can be narrowed to.

    Attributes:
        organizations: Each a link; the first stands for all.
        kinds: For a form.
        countries: For a form.
        towns: For a form.
        word: What was typed to be looked for.
        organization: The one that is chosen, to be kept by the form; empty for all.
        person: The number of the one that is chosen, to be kept as well; empty for all.
        chosen: What is asked for, in words; empty for everything.
        everything: The page without any filter.
    """

    organizations: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    countries: tuple[Choice, ...]
    towns: tuple[Choice, ...]
    word: str
    organization: str
    person: str
    chosen: str
    everything: str


def filters(
    visit: Visit,
    question: DiaryQuestion,
    numbers: Mapping[str, int] | None,
    known: KnownPlaces,
) -> Filters:
    """Return what the list of a page can be narrowed to.

    Args:
        visit: The page.
        question: What it is narrowed to now.
        numbers: Events of each organisation in the list; None where they are not counted.
        known: Where events are.
    """
    view, wanted = visit.view, question.wanted
    named = visit.site.places.named(view, known)
    return Filters(
        _organizations(visit, question, numbers),
        _choices(named.kinds, wanted.kind),
        _choices(named.countries, wanted.country),
        _choices(named.towns, wanted.town),
        question.word,
        wanted.organization or "",
        str(wanted.person or ""),
        ", ".join(question.names(view, None)),
        visit.path_only,
    )


def _organizations(
    visit: Visit, question: DiaryQuestion, numbers: Mapping[str, int] | None
) -> tuple[Choice, ...]:
    chosen, _ = question.wanted.organization, visit.view.translator.gettext
    rest = {name: value for name, value in question.given if name in KEPT}
    rest.pop("organization", None)
    found = [Choice("", _("All"), chosen is None, visit.same(**rest))]
    for organization in visit.view.catalogue.organizations:
        number = None if numbers is None else numbers.get(organization.id, 0)
        if number == 0 and organization.id != chosen:
            continue
        name = organization.short_name(visit.language)
        href = visit.same(organization=organization.id, **rest)
        found.append(Choice(organization.id, name, organization.id == chosen, href, number))
    return tuple(found)


def _choices(named: Iterable[tuple[str, str]], chosen: str | None) -> tuple[Choice, ...]:
    return tuple(Choice(value, label, value == chosen) for value, label in named)
