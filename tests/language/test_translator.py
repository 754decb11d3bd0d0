"""The bot speaks the chat's language as far as it can, and English where it cannot."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.language.translator import SUPPORTED, Translator, spoken
from config.errors import ConfigError
from config.languages import INTERFACE_LANGUAGES

RUSSIAN = """\
msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || \
n%100>=20) ? 1 : 2);\\n"

msgid "Nothing new since {day}."
msgstr "Ничего нового с {day}."

msgid "{number} source"
msgid_plural "{number} sources"
msgstr[0] "{number} источник"
msgstr[1] "{number} источника"
msgstr[2] "{number} источников"
"""


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    def write(language: str, text: str) -> Path:
        folder = tmp_path / language / "LC_MESSAGES"
        folder.mkdir(parents=True)
        (folder / "tcobot.po").write_text(text, "utf-8")
        return tmp_path

    return write


def test_a_sentence_is_said_in_the_language(write: Callable[[str, str], Path]) -> None:
    translator = Translator("ru", write("ru", RUSSIAN))
    assert (
        translator.gettext("Nothing new since {day}.", day="вторник") == "Ничего нового с вторник."
    )


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1 источник"), (3, "3 источника"), (11, "11 источников"), (21, "21 источник")],
)
def test_the_plural_is_the_languages_own(
    write: Callable[[str, str], Path], number: int, said: str
) -> None:
    assert (
        Translator("ru", write("ru", RUSSIAN)).ngettext(
            "{number} source", "{number} sources", number
        )
        == said
    )


def test_a_great_number_is_written_as_the_language_writes_it(
    write: Callable[[str, str], Path],
) -> None:
    assert (
        Translator("ru", write("ru", RUSSIAN)).ngettext(
            "{number} source", "{number} sources", 12345
        )
        == "12\u00a0345 источников"
    )
    assert (
        Translator("en").ngettext("{number} source", "{number} sources", 12345) == "12,345 sources"
    )


def test_a_sentence_without_translation_is_said_in_english(
    write: Callable[[str, str], Path],
) -> None:
    translator = Translator("ru", write("ru", RUSSIAN))
    assert translator.gettext("Not yet translated") == "Not yet translated"
    assert translator.ngettext("{number} chat", "{number} chats", 2) == "2 chats"


def test_a_language_without_catalogue_speaks_english(tmp_path: Path) -> None:
    translator = Translator("kk", tmp_path)
    assert translator.gettext("Who") == "Who"
    assert translator.ngettext("{number} source", "{number} sources", 1) == "1 source"


def test_a_value_is_data_and_never_a_pattern() -> None:
    assert (
        Translator("en").gettext("Hello {name}", name="{0.__class__} %s {name}")
        == "Hello {0.__class__} %s {name}"
    )
    assert (
        Translator("en").gettext("braces {stay} without values") == "braces {stay} without values"
    )


def test_a_broken_catalogue_is_told_with_its_file(write: Callable[[str, str], Path]) -> None:
    with pytest.raises(ConfigError) as refused:
        Translator("tr", write("tr", 'msgid "a"\nmsgstr "b\nnonsense'))
    assert str(refused.value).startswith("tr/LC_MESSAGES/tcobot.po: is not a gettext catalogue: ")


@pytest.mark.parametrize(
    ("told", "said_in"),
    [
        ("en", "en"),
        ("tr-TR", "tr"),
        ("ru_RU", "ru"),
        ("uz-Cyrl", "uz"),
        ("kk-Latn", "kk"),
        ("tk", "ru"),
        ("hu", "en"),
        ("de-AT", "en"),
        ("", "en"),
    ],
)
def test_everybody_is_spoken_to_in_a_language_that_they_read(told: str, said_in: str) -> None:
    assert spoken(told) == said_in
    assert Translator(told).language == said_in


def test_a_language_is_named_in_the_language() -> None:
    assert [Translator(language).language_name("ru") for language in SUPPORTED] == [
        *("Russian", "Rusça", "rusca", "орысша", "орусча", "ruscha", "русский"),
    ]
    assert Translator("tr").language_name("uz-Cyrl") == "Özbekçe"
    assert Translator("ru").language_name("ky") == "кыргызский"
    assert Translator("tr").language_name("xx") == "xx"


def test_every_language_names_itself() -> None:
    assert SUPPORTED == INTERFACE_LANGUAGES
    assert SUPPORTED["ky"] == "Кыргызча"
    assert list(SUPPORTED) == ["en", "tr", "az", "kk", "ky", "uz", "ru"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "A, B and C"),
        ("tr", "A, B ve C"),
        ("az", "A, B və C"),
        ("ky", "A, B жана C"),
        ("uz", "A, B va C"),
        ("ru", "A, B и C"),
    ],
)
def test_an_enumeration_ends_as_the_language_ends_it(language: str, said: str) -> None:
    assert Translator(language).list(["A", "B", "C"]) == said
