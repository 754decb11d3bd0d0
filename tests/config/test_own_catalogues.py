"""An operator's own files are laid over those of the bot: no line of Python is touched for it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from config.catalogue_loader import HERE, load_catalogue
from config.errors import ConfigError
from tests.config.conftest import ORGANIZATIONS

ROOT = Path(__file__).parents[2]
SOURCE = """\
[[source]]
key = "own-wire"
name = "Our Wire"
url = "https://wire.example/rss"
language = "en"
certainty = "A"
"""
ORGANIZATION = """\
[[organization]]
id = "council-of-weavers"
founded = "2020"
names.en = ["Council of Turkic Weavers"]
short.en = "CTW"

[company]
en = ["weaver"]
"""
TATAR = """\
[tt]
name = "Татарча"
spoken = true
stands_in = ["ru", "en"]
"""
SAID = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgid "Language"
msgstr "Тел"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_source_of_ones_own_comes_behind_those_of_the_bot(own: Path) -> None:
    write(own / "sources.toml", SOURCE)
    keys = [source.key for source in load_catalogue(own=own).sources]
    assert keys == [*(source.key for source in load_catalogue().sources), "own-wire"]


def test_a_source_with_the_key_of_one_of_the_bot_takes_its_place(own: Path) -> None:
    first = load_catalogue().sources[0]
    write(own / "sources.toml", SOURCE.replace("own-wire", first.key))
    merged = load_catalogue(own=own).sources
    assert [source.name for source in merged if source.key == first.key] == ["Our Wire"]
    assert len(merged) == len(load_catalogue().sources)


def test_an_organisation_of_ones_own_is_known_with_its_company(own: Path) -> None:
    write(own / "organizations.toml", ORGANIZATION)
    catalogue = load_catalogue(own=own)
    assert catalogue.organization("council-of-weavers").short_name("ru") == "CTW"
    assert catalogue.organization("ots").id == "ots"
    assert catalogue.company.company["en"] == (*load_catalogue().company.company["en"], "weaver")


def test_a_town_of_ones_own_is_a_place(own: Path) -> None:
    write(
        own / "places" / "more.toml",
        'in_country = "KG"\n[[city]]\nid = "at-bashy"\nnames.en = ["At-Bashy"]\n',
    )
    cities = load_catalogue(own=own).places.cities
    assert cities["at-bashy"].country == "KG"
    assert set(load_catalogue().places.cities) < set(cities)


def test_a_mistake_in_a_file_of_ones_own_is_told_with_its_place(own: Path) -> None:
    write(own / "sources.toml", SOURCE.replace("language", "langauge"))
    with pytest.raises(ConfigError, match=r"sources.toml, source\[own-wire\].langauge"):
        load_catalogue(own=own)


def test_a_small_catalogue_can_be_laid_over_as_well(catalogue: Path, own: Path) -> None:
    write(own / "organizations.toml", ORGANIZATIONS.replace("TURKSOY", "Türksoy"))
    merged = load_catalogue(catalogue, own=own).organizations
    assert [one.short_name("en") for one in merged] == ["OTS", "Türksoy"]


def in_a_process(own: Path, program: str, **settings: str) -> dict[str, object]:
    """What a program says that begins with these settings: languages are a whole process's."""
    outcome = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "TCO_CONFIG_DIR": str(own), **settings},
        check=True,
        capture_output=True,
    )
    said: dict[str, object] = json.loads(outcome.stdout)
    return said


def test_a_language_is_files_and_nothing_else(own: Path) -> None:
    kazakh = (HERE / "languages" / "kk.toml").read_text(encoding="utf-8")
    tatar = (
        kazakh.replace('code = "kk"', 'code = "tt"').replace("іқ", "җ").replace("Kazakh", "Tatar")
    )
    write(own / "languages.toml", TATAR)
    write(own / "languages" / "tt.toml", tatar)
    write(own / "locales" / "tt" / "LC_MESSAGES" / "tcobot.po", SAID)
    write(own / "sources.toml", SOURCE.replace('"en"', '"tt"'))
    said = in_a_process(
        own,
        """
import json
from config.settings import load_settings
settings = load_settings(env_file=None)
from bot.extraction.reader import Reader
from bot.language.translator import Translator, offered
from bot.cli.common import catalogue
known = catalogue()
Reader(known).lexicon("tt")
print(json.dumps({
    "default": settings.default_language,
    "source": known.sources[-1].language,
    "read": "tt" in known.grammars,
    "offered": offered().get("tt"),
    "said": Translator("tt").gettext("Language"),
    "date": Translator("tt").time(__import__("datetime").time(9, 5)),
    "english": Translator("tt").gettext("a text that nobody translated"),
}))
""",
        TCO_DEFAULT_LANGUAGE="tt",
    )
    assert said == {
        "default": "tt",
        "source": "tt",
        "read": True,
        "offered": "Татарча",
        "said": "Тел",
        "date": "09:05",
        "english": "a text that nobody translated",
    }


def test_a_folder_that_is_not_there_is_told(own: Path) -> None:
    outcome = subprocess.run(
        [sys.executable, "-m", "bot.cli", "check-config"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "TCO_CONFIG_DIR": str(own / "absent")},
        check=False,
        capture_output=True,
    )
    assert outcome.returncode == 2
    assert b"TCO_CONFIG_DIR: there is no folder" in outcome.stderr


def test_a_language_that_nobody_knows_is_told(own: Path) -> None:
    write(own / "languages.toml", '[xx-nowhere]\nname = "X"\n')
    with pytest.raises(ConfigError, match="is not a language that CLDR knows"):
        load_catalogue(own=own)
