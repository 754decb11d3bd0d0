"""Every sentence of the bot is translated into every language, and the catalogues are in step with
the code."""

import ast
import io
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from bot.commands import Commands
from bot.feeds.errors import Cause
from bot.language.message_catalogs import (
    FOLDERS,
    ROOT,
    catalogue_path,
    extract,
    faults,
    translated_languages,
)
from bot.language.translator import DOMAIN, LOCALES, Translator
from bot.messages.composer import Composer
from config.catalogue_loader import load_catalogue
from config.languages import INTERFACE_LANGUAGES
from storage.database import Database

ADVICE = "run make messages, then translate what it names"


@pytest.fixture(scope="module")
def extracted() -> Catalog:
    """The sentences of the code."""
    return extract()


def test_the_template_has_just_the_sentences_of_the_code(extracted: Catalog) -> None:
    committed = read_po(io.BytesIO((LOCALES / f"{DOMAIN}.pot").read_bytes()))
    assert {message.id for message in committed} == {message.id for message in extracted}, ADVICE


@pytest.mark.parametrize("language", translated_languages())
def test_the_catalogue_of_a_language_is_whole_and_in_step(
    extracted: Catalog, language: str
) -> None:
    committed = read_po(io.BytesIO(catalogue_path(language).read_bytes()), locale=language)
    assert faults(committed, extracted) == [], ADVICE


def test_no_sentence_is_put_together_before_it_is_translated() -> None:
    """A sentence that is built at run time is no sentence that a translator ever sees."""
    assert [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path, call in _calls()
        if isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
    ] == []


def _calls() -> Iterator[tuple[Path, ast.Call]]:
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                name = (
                    getattr(node.func, "id", getattr(node.func, "attr", ""))
                    if isinstance(node, ast.Call)
                    else ""
                )
                if (
                    isinstance(node, ast.Call)
                    and node.args
                    and name in {"gettext", "ngettext", "_", "N_"}
                ):
                    yield path, node


@pytest.mark.parametrize("language", translated_languages())
def test_every_command_and_every_failure_of_a_source_is_described_in_the_language(
    language: str, sqlite_url: str, now: datetime
) -> None:
    database, catalogue = Database(sqlite_url), load_catalogue()
    commands = Commands(database, catalogue, Composer(database, catalogue), lambda: now)
    english = {entry.name: entry.description for entry in commands.menu("en")}
    for entry in commands.menu(language):
        assert entry.description != english[entry.name]
        assert 3 <= len(entry.description) <= 256, "what Telegram takes"
    database.close()
    assert all(Translator(language).gettext(cause.sentence) != cause.sentence for cause in Cause)


def test_the_languages_name_themselves_and_are_all_offered() -> None:
    assert {path.name for path in LOCALES.iterdir() if path.is_dir()} == set(
        INTERFACE_LANGUAGES
    ) - {"en"}
