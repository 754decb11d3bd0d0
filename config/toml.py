"""Turns what people wrote in TOML and in the environment into checked values, or one error.

The checking itself is pydantic's. This module adds a base class that refuses unknown keys and names
the nearest known one, reads TOML so that a slip of syntax names its file and line, and puts
pydantic's findings into one `ConfigError` with what would be right.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError
from rapidfuzz import process

from config.errors import ConfigError

Model = TypeVar("Model", bound=BaseModel)

FOLDER = Path(__file__).parent
"""Where the files that people edit stand."""

_SYNTAX = re.compile(
    r"^(?P<what>.*?) "
    r"\(at (?:line (?P<line>\d+), column (?P<column>\d+)|(?P<end>end of document))\)$",
    re.DOTALL,
)

_WANTED = {
    "string_type": "a string in quotes",
    "tuple_type": "a list in square brackets",
    "list_type": "a list in square brackets",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "dict_type": "a table",
    "model_type": "a table",
    "url_parsing": "a full URL such as https://example.org/",
    "url_scheme": "an http or https URL",
}


def wrong(problem: str, fix: str, key: str | None = None) -> PydanticCustomError:
    """Return the error that a validator raises: what is wrong, what would be right, where."""
    return PydanticCustomError("tco", "{problem}", {"problem": problem, "fix": fix, "key": key})


def suggest(word: str, known: Iterable[str]) -> str:
    """Return a clause that offers known words for `word`: the nearest, else all, or a few."""
    known = list(known)
    nearest = process.extractOne(word, known, score_cutoff=60)
    if nearest:
        return f"did you mean {nearest[0]}?"
    return f"known are {', '.join(known[:20])}{', …' if len(known) > 20 else ''}"


class Checked(BaseModel):
    """A table of a catalogue: frozen, and without unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False)

    @model_validator(mode="before")
    @classmethod
    def _no_unknown_keys(cls, data: object) -> object:
        if isinstance(data, Mapping):
            for key in data:
                if key not in cls.model_fields:
                    raise wrong("is not a known key", suggest(str(key), cls.model_fields), str(key))
        return data


def read_toml(path: Path, name: str | None = None) -> dict[str, Any]:
    """Return what the TOML file at `path` holds.

    Args:
        path: The file.
        name: What an error calls it; its own name unless given.

    Raises:
        ConfigError: If the file is missing, unreadable, not UTF-8 or not TOML; names the line where
            the syntax breaks.
    """
    name = name or path.name
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise ConfigError(
            name, f"there is no such file in {path.parent}", "restore it, or name another directory"
        ) from None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise ConfigError(
            f"{name}, line {line}", "is not UTF-8 text", "save the file as UTF-8"
        ) from None
    except OSError as error:
        raise ConfigError(
            name, f"cannot be read ({error.strerror})", "check the file and its permissions"
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(name, str(error)) from None


def _syntax_error(where: str, message: str) -> ConfigError:
    match = _SYNTAX.match(message)
    what = match["what"] if match else message
    if match:
        where += (
            ", end of file" if match["end"] else f", line {match['line']}, column {match['column']}"
        )
    return ConfigError(
        where,
        f"is not TOML: {what[:1].lower()}{what[1:]}",
        "correct the syntax there or just before",
    )


def check(model: type[Model], data: object, source: str) -> Model:
    """Return `data` as a `model`.

    Args:
        model: What it must be.
        data: What was read.
        source: The file that it was read from, for the error.

    Raises:
        ConfigError: For the first thing that is wrong; names the key as `table[id].key`.
    """
    try:
        return model.model_validate(data)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        problem, fix = explain(detail)
        key = (detail.get("ctx") or {}).get("key")
        path = (*detail["loc"], key) if key else detail["loc"]
        raise ConfigError(
            f"{source}, {name_key(data, path)}" if path else source, problem, fix
        ) from None


def explain(detail: ErrorDetails, *, secret: bool = False) -> tuple[str, str]:
    """Return the problem and the fix for one of pydantic's findings.

    The value itself is left out when it is `secret`.
    """
    context = detail.get("ctx") or {}
    if detail["type"] == "tco":
        return str(context["problem"]), str(context["fix"])
    if detail["type"] == "missing":
        return "is missing", "add it"
    if secret:
        return (
            "holds something that cannot be used",
            f"write {_WANTED.get(detail['type'], 'another value')}",
        )
    value = _shown(detail["input"])
    if detail["type"] == "literal_error":
        return f"is {value}, which is not known", f"write one of {context['expected']}"
    if wanted := _WANTED.get(detail["type"]):
        return f"is {value}", f"write {wanted}"
    message = detail["msg"].removeprefix("Input ").removeprefix("Value error, ")
    return f"is {value}", f"it {message}" if message.startswith("should") else message


def name_key(data: object, path: Iterable[object]) -> str:
    """Return `path` into `data` as people write it.

    An item of a list goes by its id or key where it has one, else by its number from 1.
    """
    name = ""
    for step in path:
        inner = _inside(data, step)
        if isinstance(step, int):
            label = next(
                (
                    inner[key]
                    for key in ("id", "key")
                    if isinstance(inner, Mapping) and isinstance(inner.get(key), str)
                ),
                step + 1,
            )
            name += f"[{label}]"
        elif step != "[key]":
            name += f".{step}" if name else str(step)
        data = inner
    return name


def _inside(data: object, step: object) -> object:
    if isinstance(data, Mapping):
        return data.get(step)
    if isinstance(data, list | tuple) and isinstance(step, int) and step < len(data):
        return data[step]
    return None


def _shown(value: object) -> str:
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"«{value if len(value) <= 60 else value[:59] + '…'}»"
    return str(value)
