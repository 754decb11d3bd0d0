"""The documents agree with the code: dependencies, settings, commands, licence."""

import re
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.commands import Commands
from bot.messages.composer import Composer
from bot.runtime.scheduler import utc_now
from config.catalogue_loader import load_catalogue
from config.settings import PREFIX, Settings
from storage.database import Database

HERE = Path(__file__).parent.parent
README = (HERE / "README.md").read_text(encoding="utf-8")


def name_of(requirement: str) -> str:
    return re.split(r"[\[=<>~! ]", requirement, maxsplit=1)[0]


def declared() -> set[str]:
    project = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    requirements = [
        *project["dependencies"],
        *(one for group in project["optional-dependencies"].values() for one in group),
    ]
    homeserver = (
        (HERE / "tests/homeserver/requirements.in").read_text(encoding="utf-8").splitlines()
    )
    return {
        name_of(line) for line in (*requirements, *homeserver) if line and not line.startswith("#")
    }


def test_each_direct_dependency_has_its_sentence_and_no_other_has() -> None:
    rows = re.findall(
        r"^\| `([\w.-]+)` \| (.+) \|$",
        (HERE / "docs/dependencies.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    assert {name for name, _ in rows} == declared()
    assert len(rows) == len(declared())
    assert all(sentence.endswith(".") for _, sentence in rows)


@pytest.mark.parametrize(
    "lock", ["requirements.txt", "requirements-dev.txt", "tests/homeserver/requirements.txt"]
)
def test_a_lock_has_a_hash_for_each_package_and_names_no_index(lock: str) -> None:
    text = (HERE / lock).read_text(encoding="utf-8")
    assert "://" not in text
    packages = re.findall(r"^[\w.-]+(?:\[[\w,-]+\])?==", text, re.MULTILINE)
    assert packages
    for block in re.split(r"\n(?=[\w.-]+(?:\[[\w,-]+\])?==)", text.strip()):
        assert "--hash=sha256:" in block, block.splitlines()[0]


def test_the_readme_begins_with_the_two_commands() -> None:
    first = re.findall(r"^(make \w+)", README, re.MULTILINE)[:2]
    assert first == ["make demo", "make test"]


def test_the_readme_lists_each_setting_with_its_default() -> None:
    rows = dict(re.findall(r"^\| `(TCO_\w+)` \| (.*?) \|", README, re.MULTILINE))
    assert set(rows) == {PREFIX + name.upper() for name in Settings.model_fields}
    for name, field in Settings.model_fields.items():
        if isinstance(field.default, int | float | str) and not isinstance(field.default, bool):
            assert rows[PREFIX + name.upper()] == f"`{field.default}`", name


def test_the_readme_links_only_to_files_that_are_there() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (HERE / target).exists(), target


def test_the_licence_is_the_one_that_the_package_declares() -> None:
    text = (HERE / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "Version 2.0" in text
    assert text.strip().endswith("limitations under the License.")


def test_the_readme_lists_each_command_as_the_bot_itself_does(sqlite: Database) -> None:
    catalogue = load_catalogue()
    commands = Commands(sqlite, catalogue, Composer(sqlite, catalogue), utc_now)
    section = README.split("## In the chat")[1].split("\n## ")[0]
    rows = re.findall(r"^\| `/(\w+)[^`]*` \| (.+?) \|$", section, re.MULTILINE)
    assert rows == [(entry.name, entry.description) for entry in commands.menu("en")]


def test_the_readme_lists_each_subcommand_of_the_command_line() -> None:
    section = README.split("## On the command line")[1].split("\n## ")[0]
    listed = set(re.findall(r"^\| `tco-bot ([\w-]+)`", section, re.MULTILINE))
    shown = CliRunner().invoke(app, ["--help"]).stdout
    assert listed == set(
        re.findall(r"^  ([a-z][\w-]+)\s", shown.split("Commands:")[1], re.MULTILINE)
    )
