"""The log: one structured line for each stage, on standard error.

In a terminal the lines are for eyes, elsewhere each is one JSON object. Lines of other libraries
take the same way. Nothing secret can stand in a line: what looks like a token, and every secret
that the settings hold, is masked after a line has been drawn, so that it does not matter which
field, message or traceback it came in. Tracebacks never show local variables.
"""

import json
import logging
import re
import sys
from collections.abc import Iterable
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

MASK = "***"

TELLING = 8
"""Characters from which on a secret is masked within a word as well: no word holds it by chance."""

_TOKENS = re.compile(
    r"""
      (?<!\d)\d{6,12}:[A-Za-z0-9_-]{30,}      # a bot token of Telegram, also inside an URL
    | \b(?:syt|syr|syl|mct|mat|mua)_\w{8,}    # tokens of Matrix homeservers
    | (?<=://)[^/\s@:"']+:[^/\s@"']+(?=@)                # name and password in an URL
    | (?<=access_token=)[^&\s"']+
    | (?i:(?<=bearer\ ))[\w.~+/=-]{8,}
    """,
    re.VERBOSE,
)
_NOISY = (
    "httpx",
    "httpcore",
    "aiohttp",
    "nio",
    "telegram",
    "trafilatura",
    "htmldate",
    "alembic",
    "peewee",
    "asyncio",
)
_NOISIER = ("apscheduler",)
"""Warns once a second, all through an outage, that a running stage is not run beside itself."""


def mask(text: str, secrets: Iterable[str] = ()) -> str:
    """Return `text` with all that looks like a token, and each of `secrets`, as three stars.

    A short secret that is a part of a word is left: as a password, "bot" would mask the bot's name.
    """
    forms = {form for secret in secrets for form in _forms(secret)}
    for form in sorted(forms, key=len, reverse=True):
        if len(form) < TELLING:
            text = re.sub(rf"(?<!\w){re.escape(form)}(?!\w)", MASK, text)
        else:
            text = text.replace(form, MASK)
    return _TOKENS.sub(MASK, text)


def _forms(secret: str) -> set[str]:
    """How a secret may stand in a drawn line: as it is, or escaped by JSON or by Python's repr."""
    quoted = (json.dumps(secret), json.dumps(secret, ensure_ascii=False), repr(secret))
    return {secret, *(form[1:-1] for form in quoted)} - {""}


def setup(
    secrets: Iterable[str] = (),
    *,
    form: str = "auto",
    level: str = "INFO",
    stream: TextIO | None = None,
) -> None:
    """Send the log of this project and of all libraries to `stream`.

    Args:
        secrets: Strings that must never be seen: passwords, tokens. Empty ones are passed over.
        form: "console" for coloured lines, "json" for machines, "auto" by whether `stream` is a
            terminal.
        level: Name of the least grave level of this project's own lines. Other libraries speak from
            WARNING on.
        stream: Where lines go; standard error by default.
    """
    out = stream or sys.stderr
    before = _before()
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=before,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            _Masked(_renderer(out, form), secrets),
        ],
    )
    handler = logging.StreamHandler(out)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    least = logging.getLevelNamesMapping()[level]
    root.setLevel(least)
    for name in _NOISY:
        logging.getLogger(name).setLevel(max(least, logging.WARNING))
    for name in _NOISIER:
        logging.getLogger(name).setLevel(max(least, logging.ERROR))
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *before,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def _before() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.PositionalArgumentsFormatter(),
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


def _renderer(out: TextIO, form: str) -> Processor:
    if form == "console" or (form == "auto" and out.isatty()):
        return structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    render_json = structlog.processors.JSONRenderer(ensure_ascii=False, default=str)

    def render(logger: WrappedLogger, name: str, event: EventDict) -> str | bytes:
        return render_json(logger, name, structlog.processors.format_exc_info(logger, name, event))

    return render


class _Masked:
    """The last processor: draws the line by another one and masks what came out."""

    def __init__(self, renderer: Processor, secrets: Iterable[str]) -> None:
        self._renderer = renderer
        self._secrets = tuple(secrets)

    def __call__(self, logger: WrappedLogger, name: str, event: EventDict) -> str:
        drawn: Any = self._renderer(logger, name, event)
        return mask(str(drawn), self._secrets)
