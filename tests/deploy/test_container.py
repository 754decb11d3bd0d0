"""The image, the compose files and the unit fit the bot: paths, settings, roles, rights.

No engine is needed: what the files say is held against what there is, and the one step of the
image that is this project's own, the wheel, is taken for real.
"""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.cli.app import SUBCOMMANDS
from bot.runtime import roles
from config.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE = {
    name: yaml.safe_load((ROOT / "deploy" / name).read_text(encoding="utf-8"))
    for name in ("compose.yaml", "compose.postgres.yaml")
}
MOST_EXPOSED = 2.5


def instructions() -> list[tuple[str, str]]:
    """The instructions of the Dockerfile with their arguments, lines joined."""
    lines = [line for line in DOCKERFILE.splitlines() if not line.lstrip().startswith("#")]
    whole = "\n".join(lines).replace("\\\n", " ")
    found = [line.split(None, 1) for line in whole.splitlines() if line.strip()]
    return [(word, " ".join(rest.split())) for word, rest in found]


def services() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, compose in COMPOSE.items():
        for service, about in compose["services"].items():
            yield f"{name}/{service}", about


def own() -> list[tuple[str, dict[str, Any]]]:
    """The services that are the bot itself."""
    return [(name, about) for name, about in services() if about["image"] == "tco-bot"]


def settings_in(environment: dict[str, str]) -> set[str]:
    return {name for name in environment if name.startswith(PREFIX)}


KNOWN = {PREFIX + name.upper() for name in Settings.model_fields}


def test_the_image_takes_only_files_that_are_there_and_let_in() -> None:
    copied = [rest.split()[:-1] for word, rest in instructions() if word == "COPY"]
    sources: set[str] = set()
    for paths in copied:
        sources.update(path for path in paths if not path.startswith(("--", "/")))
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert "*" in ignored
    let_in = {line[1:] for line in ignored if line.startswith("!")}
    assert {path.split("/")[0] for path in sources} == let_in
    assert [path for path in sources if not (ROOT / path).exists()] == []


def test_the_image_is_locked_small_and_not_roots() -> None:
    told = instructions()
    assert [word for word, _ in told].count("FROM") == 3
    installs = [rest for _, rest in told if "pip install" in rest]
    locked = [rest for rest in installs if "--require-hashes" in rest or "--no-index" in rest]
    assert installs
    assert locked == installs
    last = [rest for word, rest in told if word == "USER"][-1]
    assert int(last.split(":")[0]) > 0


def test_the_image_asks_itself_by_commands_and_settings_that_there_are() -> None:
    asked = re.findall(r'\["tco-bot", "(\w+)"\]', DOCKERFILE)
    assert asked
    assert set(asked) <= set(SUBCOMMANDS)
    named = set(re.findall(rf"\b{PREFIX}[A-Z_]+(?==)", DOCKERFILE))
    assert named <= KNOWN
    assert f"{PREFIX}MONITOR_PORT" in named


@pytest.mark.parametrize(("name", "about"), own(), ids=[name for name, _ in own()])
def test_a_service_of_the_bot_is_shut_in_and_set_up_rightly(
    name: str, about: dict[str, Any]
) -> None:
    assert about["read_only"], name
    assert about["cap_drop"] == ["ALL"]
    assert about["security_opt"] == ["no-new-privileges:true"]
    assert about["tmpfs"][0].startswith("/tmp:")  # noqa: S108 - in the container
    assert settings_in(about["environment"]) <= KNOWN
    assert "data:/data" in about["volumes"]
    words = about.get("command", ["run"])
    assert words[0] in SUBCOMMANDS
    if "--roles" in words:
        assert roles.parse(words[words.index("--roles") + 1])


def test_the_processes_together_do_everything_and_each_thing_once() -> None:
    told = [about["command"][-1] for name, about in own() if name.startswith("compose.postgres")]
    done = [role for text in told for role in roles.parse(text)]
    assert sorted(done) == sorted(roles.EVERYTHING)


def test_what_is_asked_of_env_is_no_setting_of_the_bot_that_does_not_exist() -> None:
    text = (ROOT / "deploy" / "compose.postgres.yaml").read_text(encoding="utf-8")
    asked = set(re.findall(r"\$\{(\w+)", text))
    assert asked == {"DB_PASSWORD", "PUBLIC_DOMAIN"}
    assert not any(name.startswith(PREFIX) for name in asked)


def test_the_proxy_leads_to_the_process_that_serves_and_shows_no_metrics() -> None:
    text = (ROOT / "deploy" / "Caddyfile").read_text(encoding="utf-8")
    (service, port) = re.findall(r"reverse_proxy (\w+):(\d+)", text)[0]
    about = COMPOSE["compose.postgres.yaml"]["services"][service]
    assert roles.Role.WEB in roles.parse(about["command"][-1])
    assert about["environment"]["TCO_WEB_PORT"] == port
    assert "9464" not in re.sub(r"#.*", "", text)


@pytest.mark.slow
def test_the_wheel_that_the_image_installs_has_all_that_the_bot_needs(tmp_path: Path) -> None:
    for name in ("bot", "config", "storage"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    build = "from hatchling.build import build_wheel; print(build_wheel('.'))"
    made = _python(build, tmp_path, os.environ | {}).stdout.split()[-1]
    with zipfile.ZipFile(tmp_path / made) as wheel:
        wheel.extractall(tmp_path / "installed")
    packed = {path.relative_to(tmp_path / "installed") for path in _files(tmp_path / "installed")}
    missing = {path.relative_to(tmp_path) for path in _files(tmp_path / "bot")} - packed
    assert missing == set()
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path / "installed")}
    shown = _python(
        "from bot.cli import app; app(['check-config'])", tmp_path / "installed", environment
    )
    assert "all well" in shown.stdout


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")


def _python(
    program: str, folder: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="needs systemd-analyze")
def test_the_unit_leaves_little_of_the_machine_open() -> None:
    unit = ROOT / "deploy" / "tco-bot.service"
    told = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", str(unit)],  # noqa: S607 - as above
        check=False,
        capture_output=True,
        text=True,
    )
    exposure = re.search(r"Overall exposure level for tco-bot.service: ([\d.]+)", told.stdout)
    if exposure is None:
        pytest.skip(f"systemd-analyze cannot look at a file here: {told.stderr.strip()[:200]}")
    assert float(exposure[1]) <= MOST_EXPOSED


def test_the_unit_keeps_its_data_where_the_bot_looks_for_it() -> None:
    unit = (ROOT / "deploy" / "tco-bot.service").read_text(encoding="utf-8")
    folder = re.search(r"^StateDirectory=(.+)$", unit, re.MULTILINE)
    data = re.search(r"^Environment=TCO_DATA_DIR=(.+)$", unit, re.MULTILINE)
    assert folder is not None
    assert data is not None
    assert data[1] == f"/var/lib/{folder[1]}"
