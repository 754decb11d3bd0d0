"""Which platforms there are, and which of them the settings turn on.

Each folder beside this module is a platform, and registers itself when it is imported. It must be
light: its library is imported only where there is an account for it, since matrix-nio alone takes a
third of a second and forty megabytes.
"""

import pkgutil
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import import_module

import bot.platforms
from bot.platforms.base import Capabilities, Menu, Messenger
from bot.runtime.findings import Finding
from config.errors import ConfigError
from config.settings import Settings


@dataclass(frozen=True, slots=True)
class Platform:
    """A platform that the bot can speak on.

    Attributes:
        name: As it stands in addresses.
        setting: The setting that turns it on.
        capabilities: What it is like, but for what depends on the account.
        messenger_of: Gives the messenger for the account that settings hold, or None where they
            hold none. It is given the menu of commands as well.
        examine: Says at a moment what is good and wrong with the account that settings hold,
            nothing where they hold none; None where there is nothing to be asked.
    """

    name: str
    setting: str
    capabilities: Capabilities
    messenger_of: Callable[[Settings, Menu], Messenger | None]
    examine: Callable[[Settings, datetime], Awaitable[list[Finding]]] | None = None


_PLATFORMS: dict[str, Platform] = {}


def register(platform: Platform) -> None:
    """Add a platform, in the place of any that had its name."""
    _PLATFORMS[platform.name] = platform


def registered() -> list[Platform]:
    """Return the platforms that there are, by name."""
    _import_all()
    return [platform for _, platform in sorted(_PLATFORMS.items())]


def capabilities() -> dict[str, Capabilities]:
    """Return what each platform is like, by its name, but for what depends on an account."""
    return {platform.name: platform.capabilities for platform in registered()}


def messengers_of(settings: Settings, menu: Menu) -> Iterator[Messenger]:
    """Give a messenger for each platform that `settings` hold an account for.

    `menu` lists the commands.
    """
    for platform in registered():
        if (messenger := platform.messenger_of(settings, menu)) is not None:
            yield messenger


def no_account() -> ConfigError:
    """Return the error of settings that hold no account for any platform."""
    first, *others = (platform.setting for platform in registered())
    return ConfigError(
        first,
        f"is missing, and so is {', '.join(others)}",
        "Set at least one in .env (.env.example says how), or talk to the bot in this terminal,"
        " on real news and without any account: tco-bot run --console",
    )


@cache
def _import_all() -> None:
    for found in pkgutil.iter_modules(bot.platforms.__path__, "bot.platforms."):
        if found.ispkg:
            import_module(found.name)
