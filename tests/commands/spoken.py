"""What people say to the bot in one language, line by line: every command with the words of that
language behind it, names in all the ways that it has for them, slips, and buttons pressed.

The words are those of the catalogues, so that a new word of a command is spoken here by itself.
"""

from collections.abc import Iterator

from bot.language import argument_words
from bot.language.translator import Translator
from bot.messages.view import kind_labels, kinds
from config.catalogue import Catalogue

SMALL_TALK = {
    "en": ("hello", "what is new", "when is the summit", "thank you!", "Atlantis", "Jhon Smithson"),
    "tr": ("merhaba", "yeni ne var", "zirve ne zaman", "teşekkürler!", "Atlantis", "Ayşe Yılmazer"),
    "az": ("salam", "nə yenilik var", "sammit nə vaxtdır", "sağ olun!", "Atlantida", "Əli Vəliyev"),
    "uz": ("salom", "nima yangilik", "sammit qachon", "rahmat!", "Atlantida", "Gʻani Toʻlaganov"),
    "ru": ("привет", "что нового", "когда саммит", "спасибо!", "Атлантида", "Иван Незнамов"),
    "kk": ("сәлем", "не жаңалық", "саммит қашан", "рақмет!", "Атлантида", "Нұрлан Белгісізов"),
    "ky": ("салам", "эмне жаңылык", "саммит качан", "рахмат!", "Атлантида", "Белгисиз Асанов"),
}
"""What is said without a command: greetings, questions, and names that nothing has."""

TOWNS = ("geneva", "bishkek", "baku", "tashkent", "istanbul", "samarkand", "osh", "budapest")
COUNTRIES = ("KZ", "KG", "TR", "HU", "CH")
PEOPLE = ("Kubanychbek Omuraliev", "Sultan Raev", "Aktoty Raimkulova")

_WORDLESS = """latest; today; week; upcoming; search; who; event; mute; subscribe; unsubscribe;
follow; unfollow; exclude; include; met; remind; digest; mode; days; quiet; timezone; language;
channel; import; feedback"""
_FIRST = "start; help; version; organizations; subscriptions"
_LAST = "settings; status; sources; export; calendar; more; forget; stop; start"
_SET_UP = """set mode both; set digest 08:30; set days workdays; set quiet night; set sound all;
set preview small; set preview picture; set form short; set hashtags on; toggle ots; day mon;
manners; manners 1; publish"""
_ADMIN = """admin; admin status; admin sources list; admin sources enable kabar; admin zz;
admin sources disable wire; admin sources remove kabar; admin sources check zz;
admin sources add nonsense; admin broadcast; admin broadcast 12"""
_NUMBERED = """latest -1; latest 1; latest 3; latest 0; week 17; event 1; event_2; event 999;
event 1 zz; mute 1; event 1; mute 999; digest 9:15; digest 25; quiet 22-7; quiet 30-40;
timezone UTC+6; timezone 1.5, 2.5; met 2024; import {}; https://example.org/health-en;
https://example.org/none; 42; ?"""


def lines(language: str, catalogue: Catalogue) -> Iterator[str]:
    """Yield what is said in `language`, in an order that lets each command show what it does."""
    speaker = Translator(language)
    yield from (*_each(_FIRST), *_each(_WORDLESS))
    yield from _names(language, speaker, catalogue)
    for command in (
        "digest",
        "week",
        "mode",
        "quiet",
        "remind",
        "calendar",
        "latest",
        "met",
        "review",
    ):
        yield from _with_words(command, language)
    for part in argument_words.words_of("event"):
        yield from (f"event {number} {_word(part, language)}" for number in (1, 10))
    body = catalogue.organizations[2].short_name(language)
    for way in argument_words.words_of("manner"):
        yield f"follow {body} {_word(way, language)}"
    yield f"publish {body} {speaker.language_name(language)} {_word('short', language)}"
    yield from (f"mute 2 {_word('off', language)}", f"days {speaker.weekdays()[1]}")
    yield from (f"days {_word(name, language)}" for name in argument_words.words_of("days"))
    yield from _each(_NUMBERED)
    yield from SMALL_TALK[language]
    yield from (f"latest {said}" for said in SMALL_TALK[language][4:])
    yield from _slips(language)
    for code in ("en", "tr", "az", "uz", "ru", "kk", "ky"):
        yield f"language {speaker.language_name(code)}"
        yield f"language {language}"
    yield from (*_each(_ADMIN), *_each(_SET_UP), *_each(_LAST))
    yield f"forget {_word('everything', language)}"


def _names(language: str, speaker: Translator, catalogue: Catalogue) -> Iterator[str]:
    """Yield names behind commands, and alone."""
    places = catalogue.places
    bodies = [body.short_name(language) for body in catalogue.organizations]
    towns = [places.city(town).name(language) for town in TOWNS]
    countries = [places.country(code).name(language) for code in COUNTRIES]
    sorts = [*kinds(speaker).values()]
    one_of = [label.casefold() for label in kind_labels(speaker).values()]
    for body in bodies:
        yield from (body, f"subscribe {body}", f"latest {body}")
    yield from (catalogue.organizations[0].name(language), f"unsubscribe {bodies[1]}")
    for town in towns:
        yield from (f"search {town}", f"follow {town}", f"timezone {town}", f"today {town}")
    for country in countries:
        yield from (f"upcoming {country}", f"follow {country}", f"search {country}", country)
    for sort, label in zip(sorts, [*one_of, sorts[-1]], strict=True):
        yield from (f"follow {sort}", f"search {label}", f"unfollow {sort}", f"exclude {label}")
    for person in PEOPLE:
        yield from (f"who {person}", f"follow {person}", f"met {person}, {bodies[0]}", "1")
    yield from (f"week {bodies[0]}", f"met {bodies[0]}, {towns[0]}", f"met {countries[0]} 2024")
    yield from ("subscriptions", "latest", "more", "exclude", f"include {one_of[0]}")


def _with_words(command: str, language: str) -> Iterator[str]:
    """Yield a command with each of its words, as it is shown and in the last other way to say it.

    The words are those of the language alone: English ones always work, and are tested elsewhere.
    """
    for name in argument_words.words_of(command):
        said = argument_words.ways_to_say(name, language)
        yield from (f"{command} {way}" for way in dict.fromkeys((said[0], said[-1])))
    yield f"{command} {SMALL_TALK[language][5]}"


def _slips(language: str) -> Iterator[str]:
    """Yield arguments that nothing understands, one for each command that takes some."""
    wrong = SMALL_TALK[language][4]
    for command in ("today", "upcoming", "subscribe", "unsubscribe", "follow", "unfollow"):
        yield f"{command} {wrong}"
    for command in ("exclude", "include", "who", "search", "event", "mute", "days", "timezone"):
        yield f"{command} {wrong}"
    yield from (f"language {wrong}", f"help {wrong}", f"feedback {wrong}", f"channel @{wrong}")


def _each(lines: str) -> list[str]:
    return [line.strip() for line in lines.split(";")]


def _word(name: str, language: str) -> str:
    return argument_words.ways_to_say(name, language)[0]
