"""What the bot says, in the chat's language: sentences by gettext, dates, times and lists by Babel.

The sentences in the code are English and are the gettext ids. A language's catalogue is
`locales/LANG/LC_MESSAGES/tcobot.po`; it is compiled in memory when first needed, so no binary is
committed and there is no build step. A sentence that a catalogue lacks is said in English: half a
message in a third language would be worse. A language that the bot does not speak is replaced first
by one that its readers read (uz-Cyrl by uz, tk by ru; see `config.languages.fallbacks`), in the end
by English.
"""

import datetime as dt
import gettext as gnu
import io
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal

from bot.language.date_format import (
    DateStyle,
    date_locale,
    format_day,
    format_days,
    format_month,
    format_short_days,
    weekday_names,
)
from config.errors import ConfigError
from config.languages import INTERFACE_LANGUAGES, OWN_LOCALES, fallbacks, language_name
from config.toml import FOLDER

DOMAIN = "tcobot"
LOCALES = FOLDER / "locales"

_LAST_BUT = {"kk": "және", "ky": "жана"}
"""The word before the last of an enumeration, where CLDR has one for two things alone."""

SUPPORTED = INTERFACE_LANGUAGES
"""Languages in which the bot speaks, with each one's name for itself."""


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark `message` for translation where it is only translated later."""
    return message


class Translator:
    """Speaks one language.

    Attributes:
        language: The language that is really spoken, one of `SUPPORTED`.
    """

    def __init__(self, language: str, directory: Path = LOCALES) -> None:
        """Speak `language`, or the nearest language that the bot speaks.

        With the catalogues in `directory`.
        """
        self.language = spoken(language)
        self._messages = _load(self.language, directory)
        self._locale = date_locale(self.language)

    def gettext(self, message: str, /, **values: object) -> str:
        """Return the translation of `message` with `{name}` replaced by `values`.

        A value is data and never a pattern itself.
        """
        return (
            _fill(self._messages.gettext(message), values) if message else ""
        )  # to gettext, "" is the catalogue's header

    def pgettext(self, context: str, message: str, /) -> str:
        """Return the translation of `message` that `context` wants.

        For words that mean two things which English calls alike: a council meets, and so do two
        people.
        """
        return self._messages.pgettext(context, message)

    def ngettext(self, singular: str, plural: str, number: int, /, **values: object) -> str:
        """Return the translation of the form that `number` wants.

        `{number}` stands for it, other `{name}` for `values`.
        """
        written = _number(number, self._locale)
        return _fill(
            self._messages.ngettext(singular, plural, number), {"number": written, **values}
        )

    def date(self, day: dt.date, style: DateStyle = "full") -> str:
        """Return `day` as this language writes it.

        "Tue 23 April 2024" unless `style` says otherwise.
        """
        return format_day(day, style, self.language)

    def short_dates(self, start: dt.date, end: dt.date) -> str:
        """Return the days from `start` to `end` without the year: "8–11 Oct", "29 Sept – 2 Oct"."""
        return format_short_days(start, end, self.language)

    def dates(self, start: dt.date, end: dt.date | None = None) -> str:
        """Return the days from `start` to `end`.

        "8–11 October 2023", "29 September – 2 October 2023"; one day as `date` does.
        """
        return format_days(start, end, self.language)

    def month(self, day: dt.date) -> str:
        """Return the month of `day` with its year, as a heading: "April 2024"."""
        return format_month(day, self.language)

    def weekdays(self, width: Literal["wide", "abbreviated"] = "abbreviated") -> list[str]:
        """Return the names of the days of the week, Monday first."""
        return weekday_names(self.language, width)

    def time(self, moment: dt.time | dt.datetime) -> str:
        """Return `moment`, already in the chat's zone, as hours and minutes of 24 hours."""
        return moment.strftime("%H:%M")

    def quoted(self, words: str) -> str:
        """Return `words` in this language's quotation marks."""
        return self.gettext("“{words}”", words=words)

    def language_name(self, code: str) -> str:
        """Return what a language (ISO 639-1) is called; its code where nobody has a name for it."""
        return language_name(code, self.language)

    def list(self, items: Sequence[str]) -> str:
        """Return `items` as an enumeration: "A, B and C"."""
        if len(items) > 1 and (last := _LAST_BUT.get(self.language)):
            return f"{', '.join(items[:-1])} {last} {items[-1]}"
        return format_list(items, locale=self._locale)


def offered(directory: Path = LOCALES) -> dict[str, str]:
    """Return the languages that a chat can choose, with each one's name for itself.

    English, and those that have a catalogue.
    """
    return {
        code: own
        for code, own in SUPPORTED.items()
        if code == "en" or _catalogue_of(code, directory).exists()
    }


def spoken(language: str) -> str:
    """Return the language in which a reader of `language` (BCP 47) is spoken to."""
    tag = language.replace("_", "-")
    primary = tag.split("-")[0].lower()
    return next(
        candidate
        for candidate in (tag, primary, *fallbacks(tag), *fallbacks(primary))
        if candidate in SUPPORTED
    )


def _catalogue_of(language: str, directory: Path) -> Path:
    """Return the catalogue of a language: of whoever runs the bot, or that in `directory`."""
    behind = Path(language, "LC_MESSAGES", f"{DOMAIN}.po")
    own = (folder / behind for folder in OWN_LOCALES)
    return next((path for path in own if path.exists()), directory / behind)


@lru_cache(maxsize=32)
def _load(language: str, directory: Path) -> gnu.NullTranslations:
    path = _catalogue_of(language, directory)
    if not path.exists():
        return gnu.NullTranslations()
    try:
        with path.open("rb") as file:
            catalogue = read_po(file, locale=language, domain=DOMAIN, abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, UnknownLocaleError, ValueError) as error:
        raise ConfigError(
            f"{language}/LC_MESSAGES/{DOMAIN}.po",
            f"is not a gettext catalogue: {error}",
            "correct the line",
        ) from None
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return gnu.GNUTranslations(compiled)


@lru_cache(maxsize=2_048)
def _number(number: int, locale: Locale) -> str:
    return format_decimal(number, locale=locale)


def _fill(message: str, values: dict[str, object]) -> str:
    return message.format_map(values) if values else message
