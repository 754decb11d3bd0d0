"""Are the settings for Telegram good: the token, and what @BotFather was told of the bot."""

import asyncio
import json
from datetime import datetime
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.runtime.clock_difference import clock_finding
from bot.runtime.findings import Finding, good, look, wrong
from config.settings import Settings

SECONDS = 10.0
"""How long Telegram may take for one answer."""

_TOKEN = "TCO_TELEGRAM_TOKEN"  # noqa: S105 - the setting's name
_BASE = "TCO_TELEGRAM_BASE_URL"


class _NoAnswer(Exception):
    """Nothing that the Bot API would say came back."""


async def examine(settings: Settings, now: datetime) -> list[Finding]:
    """Ask Telegram about the bot of `settings`, if there is one; nothing is changed by it.

    Plain calls, and not the library's: its errors hold the token.
    """
    if settings.telegram_token is None:
        return []
    base = f"{settings.telegram_base_url}{settings.telegram_token.get_secret_value()}"
    async with ClientSession(timeout=ClientTimeout(total=SECONDS)) as session:
        try:
            status, me, headers = await _asked(session, f"{base}/getMe")
            clock = clock_finding(headers, "Telegram", now)
            if status in {401, 404}:
                fix = "Ask @BotFather for the bot's current token (/token)"
                return [wrong(_TOKEN, "Telegram refuses this token", fix), *clock]
            _, hook, _ = await _asked(session, f"{base}/getWebhookInfo")
        except (ClientError, TimeoutError, OSError) as error:
            fix = "Check the network, a proxy, and TCO_TELEGRAM_BASE_URL"
            said = f"cannot be reached ({type(error).__name__})"
            return [wrong("telegram", said, fix, unreached=True)]
        except _NoAnswer:
            fix = "Write the address up to and with /bot, such as https://api.telegram.org/bot"
            return [wrong(_BASE, "what answers there is no Bot API", fix)]
    ours = settings.telegram_webhook_url
    return [*_webhook(hook, ours), *_account(me), *clock]


async def _asked(session: ClientSession, url: str) -> tuple[int, dict[str, Any], dict[str, str]]:
    async with asyncio.timeout(SECONDS), session.get(url, allow_redirects=False) as response:
        headers = dict(response.headers)
        body = await response.content.read(100_000)
    try:
        answer = json.loads(body)
        if response.status in {401, 404} and answer["ok"] is False:
            return response.status, {}, headers
        return response.status, dict(answer["result"]), headers
    except (ValueError, TypeError, KeyError):
        raise _NoAnswer from None


def _webhook(hook: dict[str, Any], ours: str | None) -> list[Finding]:
    if ours and hook.get("url") == ours:
        return [good("telegram webhook", "Telegram calls where the settings say")]
    if not hook.get("url"):
        return [good("telegram webhook", "none is set")]
    fix = "The start takes it off; stop the other program that set it, or it will set it anew"
    said = "another program has a webhook set for this bot"
    return [look("telegram webhook", said, fix)]


def _account(me: dict[str, Any]) -> list[Finding]:
    found = [good("telegram", f"the token is that of @{me.get('username', '')}")]
    if me.get("can_read_all_group_messages"):
        fix = "Send /setprivacy to @BotFather: the bot needs commands alone"
        found.append(look("telegram privacy", "the bot is sent all that groups say", fix))
    else:
        found.append(good("telegram privacy", "in groups only commands are sent to the bot"))
    if not me.get("supports_inline_queries"):
        fix = "Send /setinline to @BotFather, if cards shall be offered in any chat"
        found.append(look("telegram inline", "inline mode is off", fix))
    if me.get("can_join_groups") is False:
        fix = "Send /setjoingroups to @BotFather, if it shall serve groups"
        found.append(look("telegram groups", "the bot cannot be added to groups", fix))
    return found
