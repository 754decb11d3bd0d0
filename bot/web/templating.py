"""Draws pages from templates; whatever is put into one is text and never markup."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from string import Formatter

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from bot.messages.message import clean_line
from bot.messages.place import link
from config.types import JsonObject

FOLDER = Path(__file__).parent / "templates"
LINE = 600
"""Characters of anybody's text that are shown in one piece."""

_IN_SCRIPT = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


@cache
def environment() -> Environment:
    """Return what draws the templates: all is escaped, and a missing value is an error.

    One serves the whole process, for each compiles every template anew.
    """
    made = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters |= {
        "line": lambda text, most=LINE: clean_line(str(text or ""), most),
        "link": lambda url: link(str(url or "")),
        "iso": iso,
        "data": structured,
    }
    made.globals["fill"] = fill
    return made


def fill(sentence: str, **parts: object) -> Markup:
    """Return `sentence` with {names} replaced; parts that are markup stay so, the rest is text."""
    made = Markup("")
    for literal, name, _, _ in Formatter().parse(sentence):
        made += escape(literal)
        if name is not None:
            made += escape(parts[name])
    return made


def iso(moment: date | datetime) -> str:
    """Return a day or a moment as `<time datetime>` wants it."""
    if isinstance(moment, datetime):
        return moment.strftime("%Y-%m-%dT%H:%MZ")
    return moment.isoformat()


def structured(values: JsonObject | Mapping[str, object]) -> Markup:
    """Return JSON for a script element that holds data: nothing in it can end the element."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in _IN_SCRIPT.items():  # four times as fast as a translation of all at once
        text = text.replace(sign, escaped)
    return Markup(text)  # noqa: S704 - no sign of markup is left in it
