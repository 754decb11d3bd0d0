"""Words behind a command's name are understood in every language, and shown in the chat's."""

import re

import pytest

from bot.commands.router import _FAMILIES
from bot.language.argument_words import shown, understood, words_of
from bot.language.translator import Translator
from config.languages import INTERFACE_LANGUAGES


@pytest.mark.parametrize(
    ("language", "said", "meant"),
    [
        ("ru", "digest сейчас", "now"),
        ("tr", "quiet kapalı", "off"),
        ("kk", "week өткен", "last"),
        ("ru", "event 15 кто", "15 who"),
        ("ru", "days будни", "workdays"),
        ("ru", "remind день", "day"),
        ("ru", "forget всё", "everything"),
        ("tr", "days hafta içi", "workdays"),
        ("az", "days həftə sonu", "weekend"),
        ("uz", "mode ikkalasi", "both"),
        ("ru", "digest всегда", "always"),
        ("kk", "digest жаңалық", "news"),
        ("ky", "week кийинки ТМУ сүрөт", "next ТМУ picture"),
        ("en", "digest сейчас", "now"),
        ("kk", "digest now", "now"),
        ("ru", "remind ДЕНЬ, Час", "day, hour"),
    ],
)
def test_a_word_is_understood_in_any_language(language: str, said: str, meant: str) -> None:
    command, _space, arguments = said.partition(" ")
    assert understood(command, arguments, language) == meant


@pytest.mark.parametrize("said", ["feedback now or never", "search кто где", "who Хасан", "x all"])
def test_what_a_command_does_not_know_stays_as_it_was_said(said: str) -> None:
    command, _space, arguments = said.partition(" ")
    assert understood(command, arguments, "ru") == arguments
    assert shown(said, "ru") == said


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_what_is_shown_is_understood(language: str) -> None:
    for command in ("subscribe", "week", "event", "remind", "digest", "mode", "days", "forget"):
        for name in words_of(command):
            _command, _space, word = shown(f"{command} {name}", language).partition(" ")
            assert understood(command, word, language) == name


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_help_shows_the_words_that_are_understood(language: str) -> None:
    translator = Translator(language)
    for command in _FAMILIES:
        names = set(re.findall(r"[a-z]+", command.usage)) & set(words_of(command.name))
        usage = translator.gettext(command.usage)
        meant = understood(command.name, re.sub(r"[\[\]|]", ", ", usage), language)
        assert names <= set(re.findall(r"[a-z]+", meant)), (command.name, usage)
