"""The documentation is one whole site, in which every page is reached and no link is dead."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli.app import SUBCOMMANDS
from config.settings import PREFIX, Settings

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def built(source: Path, target: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-n", "-q", "-b", "html"]
    return subprocess.run(
        [*command, str(source), str(target)], cwd=ROOT, check=False, capture_output=True, text=True
    )


@pytest.mark.slow
def test_the_site_is_built_without_a_warning_and_leads_to_every_page(tmp_path: Path) -> None:
    outcome = built(DOCS, tmp_path / "site")
    assert outcome.returncode == 0, outcome.stderr
    index = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    linked = set(re.findall(r'href="([\w-]+)\.html"', index))
    assert {path.stem for path in DOCS.glob("*.md")} - {"index"} <= linked


@pytest.mark.slow
def test_a_dead_link_fails(tmp_path: Path) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "conf.py").write_text((DOCS / "conf.py").read_text(encoding="utf-8"))
    (folder / "index.md").write_text("# Here\n\n[there](nowhere.md)\n")
    outcome = built(folder, tmp_path / "site")
    assert outcome.returncode != 0
    assert "nowhere.md" in outcome.stderr


def test_each_command_setting_and_metric_that_is_named_is_there() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in DOCS.glob("*.md"))
    settings = {PREFIX + name.upper() for name in Settings.model_fields}
    assert set(re.findall(rf"\b{PREFIX}[A-Z_]+[A-Z]\b", text)) <= settings
    named = set(re.findall(r"`(?:\.venv/bin/)?tco-bot ([a-z][\w-]*)", text))
    assert named <= set(SUBCOMMANDS)


def test_each_file_that_is_named_is_there() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in DOCS.glob("*.md"))
    named = set(re.findall(r"`((?:deploy|config|bot|tests|docs)/[\w./-]+\.\w+)`", text))
    real = {name for name in named if "CODE" not in name and "LANG" not in name}
    assert [name for name in sorted(real) if not (ROOT / name).exists()] == []
