"""In which language a visitor is spoken to: that of the address, the one chosen, or the browser's.

Every page has an address for each language (/kk/event/17). An address without one (/event/17) is
what is passed on from hand to hand: it leads each visitor to their own.
"""

from bot.language.translator import spoken
from config.languages import INTERFACE_LANGUAGES

COOKIE = "language"
_MOST_WISHES = 20


def wished(cookie: str | None, accepted: str, otherwise: str) -> str:
    """Return the language to speak to a visitor whose address names none.

    Args:
        cookie: What the visitor chose before, or None.
        accepted: The header Accept-Language.
        otherwise: The language of a visitor who wishes for none that is spoken here.
    """
    if cookie in INTERFACE_LANGUAGES:
        return cookie
    for tag in _by_preference(accepted):
        primary = tag.partition("-")[0]
        nearest = spoken(tag)
        if nearest != "en" or primary == "en":
            return nearest
    return otherwise


def _by_preference(accepted: str) -> list[str]:
    """Return the language tags of Accept-Language, the most wished for first."""
    wishes: list[tuple[float, int, str]] = []
    for place, part in enumerate(accepted.split(",")[:_MOST_WISHES]):
        tag, _, weight = part.strip().partition(";")
        if tag and tag.replace("-", "").isalnum():
            wishes.append((-_weight(weight), place, tag))
    return [tag for weight, _place, tag in sorted(wishes) if weight < 0]


def _weight(text: str) -> float:
    """Return what "q=0.8" says; 1 where nothing can be made of it."""
    try:
        return float(text.strip().removeprefix("q="))
    except ValueError:
        return 1.0
