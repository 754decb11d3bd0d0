"""`tco-bot health`: asks the bot that runs with these settings how it does, for container engines.

It asks `/healthz` over the monitor's port, so it needs nothing but the standard library.
"""

import http.client
import json
from typing import Annotated

import typer
from rich.text import Text

from bot.cli.terminal import Terminal
from config.errors import ConfigError
from config.settings import load_settings

EXIT_ILL = 1
"""Exit code while a part is ill, or nobody answers."""

_ANYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - asked, not listened on
_MOST = 100_000


def health(
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds to wait for the answer.")] = 10.0,
) -> None:
    """Ask a running bot how it does.

    Shows each part; ends in 1 while one is ill or nobody answers.
    """
    settings = load_settings()
    if settings.monitor_port is None:
        raise ConfigError(
            "TCO_MONITOR_PORT", "is not set", "set it for the bot and for this command alike"
        )
    host = _ANYWHERE.get(settings.monitor_host, settings.monitor_host)
    terminal = Terminal(highlight=False)
    try:
        ready, parts = _asked(host, settings.monitor_port, timeout)
    except (OSError, ValueError, TypeError, KeyError, http.client.HTTPException) as error:
        terminal.print(Text(f"nobody answers at {host}:{settings.monitor_port} ({error})"))
        raise typer.Exit(EXIT_ILL) from None
    for name, part in parts.items():
        terminal.print(Text(f"{'well' if part['well'] else 'ill ':4}  {name}: {part['detail']}"))
    if not ready:
        raise typer.Exit(EXIT_ILL)


def _asked(host: str, port: int, timeout: float) -> tuple[bool, dict[str, dict[str, object]]]:
    connection = http.client.HTTPConnection(host, port, timeout=timeout)
    try:
        connection.request("GET", "/healthz")
        answer = json.loads(connection.getresponse().read(_MOST))
    finally:
        connection.close()
    return bool(answer["ready"]), dict(answer["parts"])
