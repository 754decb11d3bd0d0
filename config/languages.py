"""Which languages the project knows, how it writes their codes, and which stands in for which.

Codes are BCP 47: a bare code means the script that is usual today (kk is Cyrillic, uz is Latin),
and the other script is named (kk-Latn, uz-Cyrl). Catalogues may hold any of `LANGUAGES`; the bot
itself speaks those of `INTERFACE_LANGUAGES`.
"""

from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from babel import Locale

LANGUAGES = ("en", "tr", "az", "kk", "kk-Latn", "ky", "uz", "uz-Cyrl", "tk", "ru", "hu")
"""Languages in which catalogues hold names."""

INTERFACE_LANGUAGES = {
    "en": "English",
    "tr": "Türkçe",
    "az": "Azərbaycanca",
    "kk": "Қазақша",
    "ky": "Кыргызча",
    "uz": "Oʻzbekcha",
    "ru": "Русский",
}
"""Languages in which the bot speaks, with each one's name for itself."""

_CALLED = {
    "ru": {"ky": "кыргызский"},
    "tr": {"az": "Azerbaycanca"},
    "az": {
        "en": "ingiliscə",
        "tr": "türkcə",
        "az": "azərbaycanca",
        "kk": "qazaxca",
        "ky": "qırğızca",
        "uz": "özbəkcə",
        "ru": "rusca",
        "tk": "türkməncə",
        "hu": "macarca",
    },
    "uz": {
        "tr": "turkcha",
        "az": "ozarbayjoncha",
        "uz": "oʻzbekcha",
        "tk": "turkmancha",
        "hu": "vengercha",
    },
    "kk": {
        "en": "ағылшынша",
        "tr": "түрікше",
        "az": "әзербайжанша",
        "kk": "қазақша",
        "ky": "қырғызша",
        "uz": "өзбекше",
        "ru": "орысша",
        "tk": "түрікменше",
        "hu": "мажарша",
    },
}
"""What a language calls another one where CLDR's name is not what its readers write today."""

_STANDS_IN = {
    "kk-Latn": ("kk", "ru", "en"),
    "uz-Cyrl": ("uz", "ru", "en"),
    "kk": ("ru", "en"),
    "ky": ("ru", "en"),
    "uz": ("uz-Cyrl", "ru", "en"),
    "az": ("tr", "en"),
    "tk": ("ru", "en"),
}

Value = TypeVar("Value")


def fallbacks(language: str) -> tuple[str, ...]:
    """Return `language` and those that may stand in for it, best first, English last."""
    return (language, *_STANDS_IN.get(language, ("en",)))


def choose(table: Mapping[str, Value], language: str) -> Value:
    """Return the entry of `table` for `language`, for the first that may stand in for it, or any.

    Raises:
        LookupError: If `table` is empty.
    """
    for candidate in fallbacks(language):
        if candidate in table:
            return table[candidate]
    for value in table.values():
        return value
    raise LookupError(language)


def language_name(code: str, language: str) -> str:
    """Return what `language`, one of the bot's, calls the language `code` (BCP 47).

    The code where it has no name for it.
    """
    primary = code.partition("-")[0]
    return _CALLED.get(language, {}).get(primary) or str(
        locale(language).languages.get(primary, code)
    )


@cache
def locale(language: str) -> Locale:
    """Return Babel's locale for one of `LANGUAGES`."""
    return Locale.parse(language, sep="-")
