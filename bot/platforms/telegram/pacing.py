"""How fast Telegram lets a bot speak (its FAQ for bots, "My bot is hitting limits").

About 30 messages a second in all, one a second in a chat, and 20 a minute in a group or channel; a
bot that pays for broadcasts may send 1,000 a second in all. What is over is answered by 429, and a
bot that goes on gets longer and longer waits.
"""

from bot.platforms.rate_limit import Limit, Pace

_A_SECOND = Limit(1, 1.0)
_GROUP = (_A_SECOND, Limit(20, 60.0))
_PRIVATE = (_A_SECOND,)


def pace_of(per_second: int) -> Pace:
    """Return the pace of a bot that may send so many messages a second in all."""
    return Pace(
        Limit(per_second, 1.0), lambda address: _GROUP if address.chat.startswith("-") else _PRIVATE
    )


def abreast_of(per_second: int) -> int:
    """Return how many calls may be under way at once: enough to keep the pace while each takes a quarter of a second."""
    return min(64, max(1, per_second // 4 + 1))
