"""Telegram, through python-telegram-bot: messages out, what people say in, and what each failure means.

Long polling only, so no address of ours need be reachable. The library's own job queue, rate
limiter and handlers are not used: the outbox keeps the pace, APScheduler keeps the time, and a
command is the same command on every platform.
"""

import os

# python-telegram-bot gives waiting times as numbers and warns at each, unless it is told to give
# timedeltas before it needs one.
os.environ.setdefault("PTB_TIMEDELTA", "true")

from bot.platforms.telegram.messenger import TelegramMessenger

__all__ = ["TelegramMessenger"]
