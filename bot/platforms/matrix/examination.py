"""Are the settings for Matrix good: the homeserver, the account, its device and its keys."""

import asyncio
from datetime import datetime

from aiohttp import ClientError, ClientSession, ClientTimeout
from nio import AsyncClient

from bot.platforms.matrix import key_store
from bot.platforms.matrix.errors import NETWORK_ERRORS, HomeserverError, checked
from bot.platforms.matrix.login import Account, kept_session
from bot.runtime.clock_difference import clock_finding
from bot.runtime.findings import Finding, good, look, wrong
from config.errors import ConfigError

SECONDS = 15.0
"""How long the homeserver may take for one answer."""

_SERVER = "TCO_MATRIX_HOMESERVER"
_DEVICE = "tco-bot-doctor"


async def examine(account: Account, now: datetime) -> list[Finding]:
    """Ask the homeserver about `account`; a password that was never used is tried and logged out.

    Nothing else is changed, and no message is sent or read.
    """
    found = await _homeserver(account.homeserver, now)
    if any(finding.fix for finding in found if finding.subject == _SERVER):
        return found
    client = AsyncClient(account.homeserver.rstrip("/"), account.user)
    try:
        async with asyncio.timeout(SECONDS):
            return [*found, *await _account(client, account)]
    except ConfigError as error:
        return [*found, wrong(error.where, error.problem, error.fix)]
    except HomeserverError as error:
        fix = "Ask whoever runs the homeserver"
        return [*found, wrong(_SERVER, f"it refuses the account for now ({error.code})", fix)]
    except NETWORK_ERRORS as error:
        return [*found, _unreached(error)]
    finally:
        await client.close()


async def _homeserver(url: str, now: datetime) -> list[Finding]:
    timeout = ClientTimeout(total=SECONDS)
    try:
        async with (
            ClientSession(timeout=timeout) as session,
            session.get(f"{url.rstrip('/')}/_matrix/client/versions") as response,
        ):
            headers = dict(response.headers)
            answer = await response.json(content_type=None)
        versions = answer["versions"]
    except (ClientError, TimeoutError, OSError) as error:
        return [_unreached(error)]
    except (ValueError, TypeError, KeyError):
        fix = "Write the homeserver's own URL, such as https://matrix.example.org"
        return [wrong(_SERVER, "what answers there is no homeserver", fix)]
    return [
        good(_SERVER, f"answers, up to version {versions[-1]}" if versions else "answers"),
        *clock_finding(headers, "the homeserver", now),
    ]


def _unreached(error: Exception) -> Finding:
    said = f"cannot be reached ({type(error).__name__})"
    return wrong(_SERVER, said, "Check the URL, the network and DNS", unreached=True)


async def _account(client: AsyncClient, account: Account) -> list[Finding]:
    kept = kept_session(account)
    token = account.token.get_secret_value() if account.token else None
    token = token or (kept.access_token if kept else None)
    if token is None:
        return await _password(client, account)
    client.access_token = token
    try:
        who = checked(await client.whoami())
    except HomeserverError as error:
        if not error.logged_out:
            raise
        if account.token is None and account.password is not None:
            return await _password(client, account)
        fix = "Log in anew and set the new token, or set TCO_MATRIX_PASSWORD"
        return [wrong("TCO_MATRIX_TOKEN", "the homeserver does not accept this token", fix)]
    device = who.device_id or account.device
    if account.token is not None and account.device and device != account.device:
        said = f"the access token belongs to the device {device}"
        fix = "Give the device that was logged in when the token was made"
        return [wrong("TCO_MATRIX_DEVICE_ID", said, fix)]
    if account.user.startswith("@") and who.user_id != account.user:
        said = f"the access token belongs to {who.user_id}"
        return [wrong("TCO_MATRIX_USER", said, "Give the user whose token it is, or another token")]
    return [
        good("matrix", f"logged in as {who.user_id}, device {device}"),
        await _keys(account, who.user_id, device),
    ]


async def _keys(account: Account, user_id: str, device: str) -> Finding:
    path = account.directory / f"{user_id}_{device}.db"
    if not await asyncio.to_thread(path.exists):
        fix = "Restore the folder of Matrix keys, if there was one: without it old rooms stay mute"
        return look("matrix keys", "this device has no encryption keys here yet", fix)
    await asyncio.to_thread(key_store.check, account.directory, user_id, device)
    return good("matrix keys", "those of the device can be read")


async def _password(client: AsyncClient, account: Account) -> list[Finding]:
    if account.password is None:
        return []
    client.access_token = ""
    client.device_id = _DEVICE
    try:
        checked(await client.login(account.password.get_secret_value(), device_name=_DEVICE))
    except HomeserverError as error:
        if error.passing:
            raise
        said = f"the homeserver refuses the account ({error.code})"
        return [wrong("TCO_MATRIX_PASSWORD", said, "Give the account's user id and password")]
    await client.logout()
    return [good("matrix", f"the password of {account.user} is taken")]
