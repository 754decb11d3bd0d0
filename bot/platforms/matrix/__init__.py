"""Matrix, through matrix-nio: rooms, encrypted or not, as chats.

One device, whose id and keys are kept in the data directory, stands behind everything: homeservers
recognise a repeated transaction id only from the same device, and that is what makes a retried
delivery the same event.
"""

from bot.platforms.base import Capabilities, Menu, Messenger
from bot.platforms.registry import Platform, register
from config.settings import Settings

NAME = "matrix"
CAPABILITIES = Capabilities(
    command_prefix="!",  # clients keep "/" for themselves
    has_buttons=False,
    is_send_idempotent=True,
    shares_store=True,
)


def messenger_of(settings: Settings, _menu: Menu) -> Messenger | None:
    """Return the messenger of the account that the settings hold, or None."""
    if not settings.matrix_homeserver:
        return None
    from bot.platforms.matrix.login import Account
    from bot.platforms.matrix.messenger import MatrixMessenger

    account = Account(
        settings.matrix_homeserver,
        settings.matrix_user or "",
        settings.data_dir / "matrix",
        password=settings.matrix_password,
        token=settings.matrix_token,
        device=settings.matrix_device_id or "",
    )
    return MatrixMessenger(account, settings.matrix_allowed_inviters)


register(Platform(NAME, "TCO_MATRIX_HOMESERVER", CAPABILITIES, messenger_of))
