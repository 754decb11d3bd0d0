"""Which platforms the settings turn on."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.platforms.console import NAME as CONSOLE
from bot.platforms.registry import messengers_of, registered
from config.settings import load_settings

TELEGRAM = {"telegram_token": "123456:abcdefghijklmnopqrstuvwxyz0123456789"}
MATRIX = {
    "matrix_homeserver": "http://127.0.0.1:1",
    "matrix_user": "@bot:localhost",
    "matrix_password": "sesame",
}


@pytest.mark.parametrize(
    ("given", "platforms"),
    [
        ({}, []),
        (TELEGRAM, ["telegram"]),
        (MATRIX, ["matrix"]),
        (TELEGRAM | MATRIX, ["matrix", "telegram"]),
    ],
)
async def test_there_is_a_messenger_for_each_account(
    tmp_path: Path, given: dict[str, str], platforms: list[str]
) -> None:
    settings = load_settings(env_file=None, data_dir=tmp_path, **given)
    messengers = list(messengers_of(settings, lambda _: []))
    assert [messenger.platform for messenger in messengers] == platforms
    for messenger in messengers:
        await messenger.close()


def test_the_libraries_of_platforms_without_an_account_are_not_loaded() -> None:
    probe = (
        "import sys, bot.app; sys.exit(any(name in sys.modules for name in ('nio', 'telegram')))"
    )
    root = Path(__file__).parents[2]
    assert (
        subprocess.run(
            [sys.executable, "-c", probe], cwd=root, env=dict(os.environ), check=False
        ).returncode
        == 0
    )


def test_nobody_else_knows_a_platform_by_its_name() -> None:
    names = {platform.name for platform in registered()} | {CONSOLE}
    root = Path(__file__).parents[2]
    knowing = [
        f"{path.relative_to(root)}:{node.lineno}"
        for path in sorted(root.glob("bot/**/*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in names
    ]
    allowed = ("bot/platforms/", "bot/runtime/logs.py:")  # there it is the name of a library
    assert [place for place in knowing if not place.startswith(allowed)] == []
