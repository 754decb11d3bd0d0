"""Who sends and who listens for an account of the bot, when several processes could.

One at a time; the others stand by.
"""

import asyncio
from collections.abc import Callable, Collection, Sequence

import structlog

from bot.platforms.base import Answer, Messenger
from bot.runtime.roles import SPEAKING, Role
from config.errors import ConfigError
from storage.database import Database
from storage.errors import DatabaseError
from storage.locks import LeaderLock, LockState

_log = structlog.get_logger(__name__)

STAND_BY = 2.0
"""Seconds between two looks at whether a lock is free, or still ours."""


def check_roles(roles: Collection[Role], messengers: Sequence[Messenger]) -> None:
    """Refuse roles that would part what cannot be parted.

    Raises:
        ConfigError: They would.
    """
    divided = [
        messenger.platform for messenger in messengers if messenger.capabilities.shares_store
    ]
    if divided and len(SPEAKING & frozenset(roles)) == 1:
        problem = f"parts send from listen, which share the encryption keys of {divided[0]}"
        raise ConfigError(
            "--roles",
            problem,
            "name both of them or neither, or turn that platform off for this process",
        )


def leader_locks_of(
    database: Database, messengers: Sequence[Messenger]
) -> tuple[dict[str, LeaderLock], dict[str, LeaderLock]]:
    """Return the locks of the senders and of the listeners of all accounts, by platform."""
    senders, listeners = dict[str, LeaderLock](), dict[str, LeaderLock]()
    for messenger in messengers:
        account = f"{messenger.platform}/{messenger.capabilities.account}"
        if messenger.capabilities.shares_store:
            take = database.leader_lock(account)
            senders[messenger.platform], listeners[messenger.platform] = (
                LeaderLock(take),
                LeaderLock(take),
            )
        else:
            senders[messenger.platform] = LeaderLock(database.leader_lock(f"send/{account}"))
            listeners[messenger.platform] = LeaderLock(database.leader_lock(f"listen/{account}"))
    return senders, listeners


async def listen_while_leader(
    messenger: Messenger, answer: Answer, lock: LeaderLock, stands_by: Callable[[bool], None]
) -> None:
    """Listen while this process holds the listener's lock, and stand by while another does.

    Ends when listening does.

    Args:
        messenger: Listens.
        answer: What it puts through what people say.
        lock: The listener's.
        stands_by: Told, with each change, whether this process stands by.
    """
    told = False
    while True:
        if not await _is_leader(lock, default=False):
            if not told:
                _log.info("standing by", platform=messenger.platform)
                stands_by(True)  # noqa: FBT003 - the callback's one argument
            told = True
            await asyncio.sleep(STAND_BY)
            continue
        told = False
        stands_by(False)  # noqa: FBT003 - as above
        listening = asyncio.ensure_future(messenger.listen(answer))
        try:
            while await _is_leader(lock, default=True):
                done, _ = await asyncio.wait({listening}, timeout=STAND_BY)
                if done:
                    return listening.result()
            _log.warning("another process listens now", platform=messenger.platform)
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)


async def _is_leader(lock: LeaderLock, *, default: bool) -> bool:
    """Whether this process holds the lock; `default` while the database cannot say."""
    try:
        return await lock.held() is not LockState.BY_ANOTHER
    except DatabaseError as error:
        _log.warning("the database cannot be asked who listens", reason=str(error))
        return default
