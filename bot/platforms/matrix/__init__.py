"""Matrix, through matrix-nio: rooms, encrypted or not, as chats.

One device, whose id and keys are kept in the data directory, stands behind everything: homeservers
recognise a repeated transaction id only from the same device, and that is what makes a retried
delivery the same event.
"""

from datetime import datetime

from bot.platforms.base import Capabilities, Menu, Messenger
from bot.platforms.registry import Platform, register
from bot.runtime.findings import Finding
from config.settings import Settings

NAME = "matrix"
CAPABILITIES = Capabilities(
    command_prefix="!",  # clients keep "/" for themselves
    has_buttons=False,
    has_signs=True,
    has_sound=True,
    is_send_idempotent=True,
    shares_store=True,
)


def messenger_of(settings: Settings, _menu: Menu) -> Messenger | None:
    """Return the messenger of the account that the settings hold, or None."""
    if not settings.matrix_homeserver:
        return None
    from bot.platforms.matrix.login import account_of
    from bot.platforms.matrix.messenger import MatrixMessenger

    account = account_of(settings, settings.matrix_homeserver)
    return MatrixMessenger(account, settings.matrix_allowed_inviters)


async def examine(settings: Settings, now: datetime) -> list[Finding]:
    """Return what the homeserver says of the account that the settings hold.

    Nothing without one.
    """
    if not settings.matrix_homeserver:
        return []
    from bot.platforms.matrix import examination
    from bot.platforms.matrix.login import account_of

    return await examination.examine(account_of(settings, settings.matrix_homeserver), now)


register(Platform(NAME, "TCO_MATRIX_HOMESERVER", CAPABILITIES, messenger_of, examine))
