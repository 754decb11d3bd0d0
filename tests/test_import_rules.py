"""The import rules cover every module, and each of them is seen to hold.

Broken in a copy, it is told.
"""

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent.parent
ROOTS = ("bot", "storage", "config")
RULES = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]

ORDER = "data flows one way: each room knows only those below it"
COMPLETE = "every room of bot has its place in that order"
STORAGE = "storage imports config only"
PURE = (
    "what reads, merges and scores is pure: "
    "no storage, no network, no catalogue but the one handed in"
)
PLATFORMS_PURE = "platforms remember nothing"
PLATFORMS_APART = "platforms do not know each other"
FEEDS = "inside feeds, a fetch knows nothing of what is parsed, nor that of who polls"

BREACHES = [
    (ORDER, "bot/messages/card.py", "bot.commands.router"),
    (ORDER, "bot/extraction/facts.py", "bot.merging.features"),
    (ORDER, "bot/exports/rows.py", "bot.web.server"),
    (ORDER, "bot/feeds/errors.py", "bot.app"),
    (ORDER, "config/text.py", "storage.sql"),
    (STORAGE, "storage/sql.py", "bot.language.date_format"),
    (PURE, "bot/extraction/event/kind.py", "aiohttp"),
    (PURE, "bot/merging/blocking.py", "sqlalchemy"),
    (PURE, "bot/language/romanize.py", "config.catalogue_loader"),
    (PURE, "bot/evaluation/clustering.py", "storage.engine"),
    (PURE, "config/text.py", "config.catalogue_loader"),  # which all that is pure imports
    (PLATFORMS_PURE, "bot/platforms/telegram/render.py", "storage.outbox"),
    (PLATFORMS_APART, "bot/platforms/matrix/render.py", "bot.platforms.telegram.render"),
    (FEEDS, "bot/feeds/http/headers.py", "bot.feeds.parsing.dates"),
    (FEEDS, "bot/feeds/parsing/feed.py", "bot.feeds.websub.protocol"),
    (FEEDS, "bot/feeds/websub/protocol.py", "bot.feeds.polling.poller"),
]
"""A rule, a file of the copy, and what that file is made to import."""


def modules() -> Iterator[str]:
    for root in ROOTS:
        for path in (HERE / root).rglob("*.py"):
            parts = path.relative_to(HERE).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def rooms() -> list[str]:
    (order,) = (rule for rule in RULES["contracts"] if rule["name"] == ORDER)
    return [room.strip() for layer in order["layers"] for room in layer.split("|")]


def test_every_module_stands_in_one_room_of_the_order() -> None:
    for module in modules():
        if module == "bot":
            continue  # the folder of the rooms
        own = [room for room in rooms() if module == room or module.startswith(f"{room}.")]
        assert len(own) == 1, f"{module} stands in no room, or in several: {own}"


def test_the_exhaustive_rule_names_the_same_rooms_in_the_same_order() -> None:
    (complete,) = (rule for rule in RULES["contracts"] if rule["name"] == COMPLETE)
    inner = [f"bot.{room.strip()}" for layer in complete["layers"] for room in layer.split("|")]
    assert complete["exhaustive"] is True
    assert inner == [room for room in rooms() if room.startswith("bot.")]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the linter says of a copy of the tree in which every rule is broken."""
    copy = tmp_path_factory.mktemp("copy")
    for root in ROOTS:
        shutil.copytree(HERE / root, copy / root, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(HERE / "pyproject.toml", copy)
    for _, path, imported in BREACHES:
        with (copy / path).open("a", encoding="utf-8") as file:
            file.write(f"\nimport {imported}\n")
    (copy / "bot/attic.py").write_text('"""A module that lies loose."""\n', encoding="utf-8")
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-logo", "--no-cache"],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": str(copy), "COLUMNS": "500"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


def section(told: str, rule: str) -> str:
    """Return what stands under the heading of a broken rule."""
    _, _, after = told.partition(f"\n{rule}\n{'-' * len(rule)}\n")
    assert after, f"«{rule}» was not told as broken"
    return after.split("\n\n\n\n")[0]


@pytest.mark.parametrize(("rule", "path", "imported"), BREACHES)
def test_an_import_that_breaks_a_rule_is_told(
    told: str, rule: str, path: str, imported: str
) -> None:
    importer = path.removesuffix(".py").replace("/", ".")
    assert f"{importer} -> {imported}" in section(told, rule)


def test_a_module_that_lies_loose_is_told(told: str) -> None:
    assert "attic" in section(told, COMPLETE)


def test_each_rule_is_broken_once() -> None:
    broken = {rule for rule, _, _ in BREACHES} | {COMPLETE}
    assert broken == {rule["name"] for rule in RULES["contracts"]}
