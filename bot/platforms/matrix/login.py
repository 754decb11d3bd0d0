"""The bot's account on a homeserver: logging in once, and staying the same device ever after.

The session (user id, device id and access token) is kept in `session.json` in the data directory,
beside the encryption keys that matrix-nio keeps there, both readable by the bot's own user alone.
Losing that directory makes a new device: old encrypted messages become unreadable and a retry that
spans the loss could arrive twice.
"""

import asyncio
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

import structlog
from nio import AsyncClient, AsyncClientConfig
from pydantic import SecretStr

from bot.platforms.matrix import key_store
from bot.platforms.matrix.errors import HomeserverError, checked
from config.errors import ConfigError
from config.settings import Settings

REQUEST_SECONDS = 30.0
"""How long a request may take before it counts as lost."""

_DEVICE_NAME = "tco-bot"
_log = structlog.get_logger("matrix")


@dataclass(frozen=True, slots=True)
class Account:
    """Who the bot is on Matrix.

    Attributes:
        homeserver: Base URL of the homeserver, such as "https://matrix.example.org".
        user: Full user id or its local part; may be empty when a token is given.
        directory: Where the session and the encryption keys are kept.
        password: The password, or None.
        token: An access token, or None. With both, the token is used.
        device: The device that the token belongs to, or the id that a new device is to have; empty
            leaves it to the homeserver.
    """

    homeserver: str
    user: str
    directory: Path
    password: SecretStr | None = None
    token: SecretStr | None = None
    device: str = ""


def account_of(settings: Settings, homeserver: str) -> Account:
    """Return the account on `homeserver` that the settings hold."""
    return Account(
        homeserver,
        settings.matrix_user or "",
        settings.data_dir / "matrix",
        password=settings.matrix_password,
        token=settings.matrix_token,
        device=settings.matrix_device_id or "",
    )


@dataclass(frozen=True, slots=True)
class Session:
    """A device that is logged in."""

    homeserver: str
    user_id: str
    device_id: str
    access_token: str


def new_client(account: Account) -> AsyncClient:
    """Return a client that has not logged in yet.

    It retries nothing by itself, for the outbox does.
    """
    account.directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    config = AsyncClientConfig(
        max_limit_exceeded=0,
        max_timeouts=0,
        request_timeout=REQUEST_SECONDS,
        encryption_enabled=True,
    )
    return AsyncClient(
        account.homeserver.rstrip("/"),
        account.user,
        store_path=str(account.directory),
        config=config,
    )


async def log_in(client: AsyncClient, account: Account) -> None:
    """Log `client` in as the device of the kept session, or as a new one that is then kept.

    Raises:
        ConfigError: The password or the token is not accepted, or neither is given; or the kept
            encryption keys are damaged.
        KeyStoreFailed: The kept encryption keys cannot be read for now.
        HomeserverError: The homeserver refuses for another reason, which may pass.
    """
    kept = kept_session(account)
    if kept is not None:
        await asyncio.to_thread(key_store.check, account.directory, kept.user_id, kept.device_id)
    token = kept.access_token if kept is not None else None
    if account.token is not None:
        token = account.token.get_secret_value()
    if token is not None and await _restored(client, account, token):
        return
    if account.password is None:
        raise ConfigError(
            "TCO_MATRIX_PASSWORD",
            "there is neither a password nor an access token",
            "Set one of the two",
        )
    client.access_token = ""
    client.device_id = kept.device_id if kept else account.device
    try:
        checked(await client.login(account.password.get_secret_value(), device_name=_DEVICE_NAME))
    except HomeserverError as error:
        if error.passing:
            raise
        raise ConfigError(
            "TCO_MATRIX_PASSWORD",
            f"{account.homeserver} refuses {account.user} ({error.code})",
            "Give the account's password",
        ) from error
    if client.olm is not None:
        client.olm.account.shared = (
            False  # a logout took the device's keys off the homeserver: upload them again
        )
    _keep(
        account, Session(account.homeserver, client.user_id, client.device_id, client.access_token)
    )
    _log.info("logged in", user=client.user_id, device=client.device_id)


async def _restored(client: AsyncClient, account: Account, token: str) -> bool:
    """Take up the session of `token`.

    False when it is no longer good and the password can make a new one.
    """
    client.access_token = token
    try:
        who = checked(await client.whoami())
    except HomeserverError as error:
        if not error.logged_out:
            raise
        if account.password is None or account.token is not None:
            raise bad_token(account) from error
        return False
    device = who.device_id or account.device
    if not device or (account.device and account.token and device != account.device):
        owner = f"the device {device}" if device else "no device that is known"
        raise ConfigError(
            "TCO_MATRIX_DEVICE_ID",
            f"the access token belongs to {owner}",
            "Give the device that was logged in when the token was made",
        )
    client.restore_login(who.user_id, device, token)
    _keep(account, Session(account.homeserver, who.user_id, device, token))
    return True


def bad_token(account: Account) -> ConfigError:
    """Return the error of an access token that `account`'s homeserver no longer accepts."""
    return ConfigError(
        "TCO_MATRIX_TOKEN",
        f"{account.homeserver} does not accept this access token",
        "Log in anew and set the new token, or set TCO_MATRIX_PASSWORD",
    )


def _path(account: Account) -> Path:
    return account.directory / "session.json"


def kept_session(account: Account) -> Session | None:
    """Return the kept session, if it is of this homeserver and user.

    Raises:
        ConfigError: The file holds none.
    """
    path = _path(account)
    if not path.exists():
        return None
    try:
        session = Session(**json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError) as error:
        raise ConfigError(
            str(path),
            "this is not a session that the bot has kept",
            "Delete the file to log in as a new device",
        ) from error
    same_user = account.user in {"", session.user_id, session.user_id[1:].partition(":")[0]}
    return session if same_user and session.homeserver == account.homeserver else None


def _keep(account: Account, session: Session) -> None:
    """Write the session so that it is never half written and never readable by others."""
    path, draft = _path(account), _path(account).with_suffix(".new")
    with os.fdopen(
        os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
    ) as file:
        json.dump(asdict(session), file)
    draft.replace(path)
