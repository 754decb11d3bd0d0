"""What events can be asked for, as conditions with places for what is asked.

The statements made of them are built once for every shape of question: a digest asks three, and to
build each of them cost more than to find what it asks for.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Select,
    and_,
    bindparam,
    false,
    func,
    not_,
    or_,
    select,
)
from sqlmodel import col

from storage.event_rows import EVENTS
from storage.models import Event, EventOrganization, Participation
from storage.sql import moment

SETS = ("organizations", "people", "countries", "kinds", "towns")
"""The names of what an event can concern, but for words."""

Shape = tuple[tuple[str, ...], tuple[str, ...]]
"""Which of `SETS` a question names, and which it keeps out."""

FROM_SOONEST = frozenset({"starts_from", "on_from"})
"""Conditions with which the events that begin soonest come first."""

_first, _last = col(Event.starts_on), func.coalesce(col(Event.ends_on), col(Event.starts_on))


def _some(name: str) -> BindParameter[Any]:
    return bindparam(name, expanding=True)


_CONDITIONS: dict[str, ColumnElement[bool]] = {
    "ids": col(Event.id).in_(_some("ids")),
    "without": col(Event.id).not_in(_some("without")),
    "found_since": col(Event.found_at) >= moment("found_since"),
    "starts_from": _first >= bindparam("starts_from"),
    "starts_until": _first <= bindparam("starts_until"),
    "on_from": _last >= bindparam("on_from"),
    "on_until": _first <= bindparam("on_until"),
}


def ways(held: Mapping[str, Any]) -> list[ColumnElement[bool]]:
    """Return the ways in which an event may concern something, of which one is enough.

    Args:
        held: By name of `SETS`, what it may concern, or the place for it.
    """
    found: list[ColumnElement[bool]] = []
    if (bodies := held.get("organizations")) is not None:
        body = col(EventOrganization.organization).in_(bodies)
        found.append(col(Event.id).in_(select(col(EventOrganization.event_id)).where(body)))
    if (people := held.get("people")) is not None:
        found.append(_somebody_there(col(Participation.person_id).in_(people)))
    if (countries := held.get("countries")) is not None:
        found.append(col(Event.country_code).in_(countries))
        found.append(_somebody_there(col(Participation.country_code).in_(countries)))
    if (kinds := held.get("kinds")) is not None:
        found.append(col(Event.kind).in_(kinds))
    if (towns := held.get("towns")) is not None:
        found.append(col(Event.city_id).in_(towns))
    return found


def _somebody_there(who: ColumnElement[bool]) -> ColumnElement[bool]:
    there = select(col(Participation.event_id)).where(who, col(Participation.attended).is_(True))
    return col(Event.id).in_(there)


def but_not(concerned: ColumnElement[bool], out: ColumnElement[bool]) -> ColumnElement[bool]:
    """Return `concerned`, without the events of which `out` holds.

    What is not known of an event (its town) is no reason to keep it out.
    """
    return and_(concerned, not_(func.coalesce(out, false())))


@cache
def concerning(shape: Shape) -> ColumnElement[bool]:
    """Return the condition of questions of a shape; each set has its place under its name.

    That of what is kept out begins with "no_".
    """
    named, kept_out = shape
    concerned = or_(false(), *ways({name: _some(name) for name in named}))
    if not kept_out:
        return concerned
    return but_not(concerned, or_(*ways({name: _some(f"no_{name}") for name in kept_out})))


def chosen(conditions: tuple[str, ...], concerned: ColumnElement[bool] | None) -> Select[Any]:
    """Return the statement that finds events, those found last or beginning soonest first.

    Places: the conditions' names, "most" and "passed_over".

    Args:
        conditions: Names of the conditions that they must meet.
        concerned: What they must concern, or None.
    """
    met = [_CONDITIONS[name] for name in conditions]
    statement = EVENTS.where(col(Event.merged_into).is_(None), *met)
    if concerned is not None:
        statement = statement.where(concerned)
    if FROM_SOONEST.isdisjoint(conditions):
        statement = statement.order_by(col(Event.found_at).desc(), col(Event.id).desc())
    else:
        statement = statement.order_by(_first, col(Event.id))
    most, passed = bindparam("most", type_=Integer), bindparam("passed_over", type_=Integer)
    return statement.limit(most).offset(passed)


@cache
def chosen_by_shape(conditions: tuple[str, ...], shape: Shape | None) -> Select[Any]:
    """Return `chosen` for questions of a shape, built once; for no question where it is None."""
    return chosen(conditions, None if shape is None else concerning(shape))
