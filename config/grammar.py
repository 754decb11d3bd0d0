"""One language's words and endings, from `config/languages/CODE.toml`: all that the reader knows of a language.

The reader has rules but no words; a language is added by a TOML file and a corpus, with no code. Words and phrases are listed in their
dictionary form and matched in every case form, by cutting the endings that `endings` lists from both sides.
"""

import tomllib
from dataclasses import dataclass, field, fields
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, Mapping

from config.errors import ConfigError

DIRECTORY = Path(__file__).parent / "languages"

KINDS = (
    "conference", "meeting", "summit", "festival", "ceremony", "visit", "election", "training", "exhibition", "agreement", "appointment", "statement",
)  # fmt: skip
"""The kinds of event that a language has words for, as in `bot.events.reading.Kind`; what fits none is "other"."""


@dataclass(frozen=True, slots=True, eq=False)
class Detect:
    """How a text shows that it is in this language.

    Attributes:
        letters: Letters that this language has and its neighbours lack.
        words: Frequent function words.
        foreign: Letters that this language never uses but its neighbours do.
    """

    letters: str = ""
    foreign: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """Words around names.

    Attributes:
        honorifics: Dropped before a name: Mr, Sayın, г-н.
        titles: Dropped like an honorific where another role is given, and a role where none is: Ambassador, Professor.
        roles: Heads of a role: president, secretary general.
        modifiers: Stand before the head of a role: deputy, first, former.
        bodies: Heads of a body's or a building's name: ministry, university, centre.
        descriptors: Words that titles and bodies are made of and no name is: culture, foreign, affairs.
        place_roles: Roles that a place name follows at once (аким Актау); only where the head stands first.
        particles: Lower-case parts of a name: uulu, oğlu, bin.
        patronymics: Endings of a patronymic.
        surnames: Endings that only surnames have.
        cases: Endings of case that are cut from a name's last word wherever they stand.
        weak_cases: Endings that are cut only where the bare form is found elsewhere in the text or follows a surname ending.
        plurals: Endings on the last of several names.
        eponym_after: Words after a name that make it the name of something: атындағы, adına.
        eponym_before: Words before a name that make it the name of something: имени, named after.
        absent: Words that say that the person named beside them took no part: predecessor, in memory of.
        moderated: Words for chairing or moderating.
        credits: Words that begin a line of credit: photo, source.
    """

    honorifics: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    descriptors: tuple[str, ...] = ()
    place_roles: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    patronymics: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    weak_cases: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    eponym_after: tuple[str, ...] = ()
    eponym_before: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    moderated: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Dates:
    """Words of dates.

    Attributes:
        months: Twelve lists, January first.
        weekdays: Seven lists, Monday first.
        relative: Word or phrase -> days from the day of publication: "yesterday" -> -1.
        year_words: Stand beside a year: жылы, года, yil.
        from_words: Open a range: from, с.
        to_words: Close a range: to, по, чейин.
        joiners: May stand between the parts of one date: of, the.
        background: Words that make a date one of background: founded, since, born.
        future_days: Words that turn a date into one of a next event: next, upcoming.
    """

    months: tuple[tuple[str, ...], ...] = ((),) * 12
    weekdays: tuple[tuple[str, ...], ...] = ((),) * 7
    relative: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    year_words: tuple[str, ...] = ()
    from_words: tuple[str, ...] = ()
    to_words: tuple[str, ...] = ()
    joiners: tuple[str, ...] = ()
    background: tuple[str, ...] = ()
    future_days: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Events:
    """Words of events.

    Attributes:
        kinds: Kind -> the nouns and verbs that name it.
        held: Verbs of taking place: held, took place, состоялся.
        future: Words that put an event ahead: will, планируется.
        past: Words that put it behind.
        town_words: Stand beside a town's name: city of, шаары.
        in_words: Prepositions before the place where something is held: in, at.
        in_endings: Endings of the case that says where: -da, -де.
    """

    kinds: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    held: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    past: tuple[str, ...] = ()
    town_words: tuple[str, ...] = ()
    in_words: tuple[str, ...] = ()
    in_endings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """All that the reader knows of a language.

    Attributes:
        code: ISO 639-1, with the script where a language has two (uz, uz-Cyrl).
        name: In English.
        head: Where the head of a role stands among its words: "initial" (President of X) or "final" (X Genel Sekreteri).
        small_nouns: Whether offices and bodies are written with small letters within (министр культуры).
        apostrophe: Endings that an apostrophe parts from a word; empty where the apostrophe is a letter or unused.
        endings: Endings of nouns and adjectives, cut for matching only.
        function_words: Words that are never part of a name, however they are written.
        articles: Words that stand before things and never before a name: the, this.
        conjunctions: Words for "and" and "or".
        prepositions: Words that an object must follow: of, for, при.
        verbs: Endings of finite verbs and converbs, which end a role.
        stops: Endings of adverbial cases, which a role never runs across.
        abbreviations: Words whose full stop ends no sentence.
        detect: How a text shows that it is in this language.
        people: Words around names.
        dates: Words of dates.
        events: Words of events.
    """

    code: str
    name: str
    head: Literal["initial", "final"]
    small_nouns: bool = False
    apostrophe: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    function_words: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    detect: Detect = Detect()
    people: People = People()
    dates: Dates = Dates()
    events: Events = Events()


_PARTS: dict[str, type[Detect] | type[People] | type[Dates] | type[Events]] = {"detect": Detect, "people": People, "dates": Dates, "events": Events}


@lru_cache(maxsize=4)
def load_grammars(directory: Path = DIRECTORY) -> Mapping[str, Grammar]:
    """Return the grammars by code.

    Raises:
        ConfigError: When a file is not TOML, or a key is unknown or of the wrong shape.
    """
    grammars = [_load(path) for path in sorted(directory.glob("*.toml"))]
    return MappingProxyType({grammar.code: grammar for grammar in grammars})


def _load(path: Path) -> Grammar:
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(path.name, f"not valid TOML ({error})", "Mend the line that it names") from error
    values: dict[str, Any] = {}
    for key, value in table.items():
        values[key] = _part(path, key, value) if key in _PARTS and isinstance(value, dict) else _value(path, key, value)
    return _build(path, "", Grammar, values)


def _part(path: Path, name: str, table: dict[str, Any]) -> Any:
    return _build(path, f"{name}.", _PARTS[name], {key: _value(path, f"{name}.{key}", value) for key, value in table.items()})


def _build(path: Path, prefix: str, kind: Any, values: dict[str, Any]) -> Any:
    known = {item.name for item in fields(kind)}
    for key in values:
        if key not in known:
            raise ConfigError(f"{path.name}, {prefix}{key}", "no such key", f"Known here are {', '.join(sorted(known))}")
    try:
        built = kind(**values)
    except TypeError as error:
        raise ConfigError(path.name, f"incomplete ({error})", "Add the missing keys") from error
    if isinstance(built, Dates) and (len(built.months) != 12 or len(built.weekdays) != 7):
        raise ConfigError(f"{path.name}, dates", "months must be 12 lists and weekdays 7", "January and Monday come first")
    return built


def _value(path: Path, where: str, value: Any) -> Any:
    """Return `value` frozen: lists as tuples, tables as read-only mappings; phrases may be written in one string parted by commas."""
    if isinstance(value, str) and where.split(".")[-1] in {"code", "name", "head", "letters", "foreign"}:
        return value
    if isinstance(value, str):
        return tuple(phrase.strip() for phrase in value.replace("\n", " ").split(",") if phrase.strip())
    if isinstance(value, list):
        return tuple(_value(path, where, item) for item in value)
    if isinstance(value, dict):
        return MappingProxyType({key: _value(path, f"{where}.{key}", item) for key, item in value.items()})
    if isinstance(value, int):
        return value
    raise ConfigError(f"{path.name}, {where}", f"holds {type(value).__name__}", "Write text parted by commas, a list or a table")
