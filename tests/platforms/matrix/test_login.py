"""Logging in, and staying the same device."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from nio import AsyncClient
from pydantic import SecretStr
from structlog.testing import capture_logs

from bot.messages.message import text_message
from bot.platforms.base import Address, TryLater
from bot.platforms.matrix.errors import NETWORK_ERRORS, checked
from bot.platforms.matrix.login import Account, log_in, new_client
from bot.platforms.matrix.messenger import MatrixMessenger
from config.errors import ConfigError
from tests.platforms.matrix.conftest import Register


@asynccontextmanager
async def login(account: Account) -> AsyncIterator[AsyncClient]:
    client = new_client(account)
    try:
        await log_in(client, account)
        yield client
    finally:
        await client.close()
        if client.store is not None:
            client.store.database.close()


async def test_a_second_login_is_the_same_device_with_the_same_token(account: Account) -> None:
    async with login(account) as first:
        device, token = first.device_id, first.access_token
    async with login(account) as second:
        assert (second.device_id, second.access_token) == (device, token)


async def test_a_token_that_was_revoked_is_replaced_by_the_password_on_the_same_device(
    account: Account,
) -> None:
    async with login(account) as first:
        device, token = first.device_id, first.access_token
        checked(await first.logout())
    async with login(account) as second:
        assert second.device_id == device
        assert second.access_token != token
        assert second.should_upload_keys


async def test_a_token_alone_is_enough_and_is_kept_by_its_device(
    account: Account, tmp_path: Path
) -> None:
    async with login(account) as first:
        device, token = first.device_id, first.access_token
    by_token = Account(account.homeserver, "", tmp_path / "other", token=SecretStr(token))
    async with login(by_token) as second:
        assert (second.user_id, second.device_id) == (account.user, device)


async def test_a_token_of_another_device_than_said_is_a_readable_error(
    account: Account, tmp_path: Path
) -> None:
    async with login(account) as first:
        token = first.access_token
    with pytest.raises(ConfigError, match="TCO_MATRIX_DEVICE_ID"):
        async with login(
            Account(
                account.homeserver,
                account.user,
                tmp_path / "other",
                token=SecretStr(token),
                device="ELSEWHERE",
            )
        ):
            pass


async def test_a_new_device_gets_the_id_that_was_asked_for(account: Account) -> None:
    async with login(replace(account, device="DESK")) as client:
        assert client.device_id == "DESK"


async def test_the_session_file_is_for_the_bots_own_eyes(account: Account) -> None:
    async with login(account):
        file = account.directory / "session.json"
        assert file.stat().st_mode & 0o777 == 0o600
        assert account.directory.stat().st_mode & 0o777 == 0o700


async def test_the_session_of_another_user_is_not_taken_up(account: Account) -> None:
    async with login(account) as client:
        assert client.user_id == account.user
    with pytest.raises(ConfigError, match="refuses somebody"):
        async with login(replace(account, user="somebody")):
            pass


async def test_a_wrong_password_is_a_readable_error_without_the_password(account: Account) -> None:
    wrong = replace(account, password=SecretStr("not-the-password"))
    with pytest.raises(ConfigError, match="TCO_MATRIX_PASSWORD") as raised:
        await MatrixMessenger(wrong).listen(Register())
    assert "not-the-password" not in str(raised.value)


async def test_a_bad_token_is_a_readable_error_and_not_a_storm_of_requests(
    account: Account,
) -> None:
    bad = replace(account, password=None, token=SecretStr("bad-token"))
    with pytest.raises(ConfigError, match="TCO_MATRIX_TOKEN") as raised:
        await MatrixMessenger(bad).listen(Register())
    assert "bad-token" not in str(raised.value)


async def test_neither_password_nor_token_is_a_readable_error(account: Account) -> None:
    with pytest.raises(ConfigError, match="neither a password nor an access token"):
        await MatrixMessenger(replace(account, password=None)).listen(Register())


async def test_a_broken_session_file_is_named(account: Account) -> None:
    account.directory.mkdir(parents=True)
    (account.directory / "session.json").write_text(json.dumps({"user_id": "@a:b"}))
    with pytest.raises(ConfigError, match=r"session\.json"):
        await MatrixMessenger(account).listen(Register())


async def test_a_homeserver_that_is_away_is_waited_for(tmp_path: Path) -> None:
    nobody = Account("http://127.0.0.1:1", "bot", tmp_path, password=SecretStr("x"))
    messenger = MatrixMessenger(nobody)
    with pytest.raises(NETWORK_ERRORS):
        await messenger.ready()
    with capture_logs() as logs:
        listening = asyncio.create_task(messenger.listen(Register()))
        with pytest.raises(TryLater) as raised:
            await messenger.send(
                Address("matrix", "!room:localhost"), text_message("hello"), key="1"
            )
        async with asyncio.timeout(60):
            while not logs:
                await asyncio.wait({listening}, timeout=0.01)
    assert raised.value.everywhere
    assert not listening.done()
    assert [(line["event"], line["exc_info"]) for line in logs] == [("sync failed", None)]
    listening.cancel()
    await asyncio.gather(listening, return_exceptions=True)
    await messenger.close()
