"""A catalogue in a folder of its own, small enough to break on purpose.

And an environment without settings.
"""

import os
from pathlib import Path

import pytest

ORGANIZATIONS = """\
[[organization]]
id = "ots"
seat = "istanbul"
founded = 2009-10-03
names.en = ["Organization of Turkic States"]
abbreviations.ru = ["ССТГ"]
weak.en = ["OTS"]
short.en = "OTS"

[[organization]]
id = "turksoy"
founded = "1993"
names.en = ["International Organization of Turkic Culture"]
short.en = "TURKSOY"
"""

SOURCES = """\
[[source]]
key = "azertac-en"
name = "AZERTAC"
url = "https://azertag.az/en/rss"
language = "en"
timezone = "Asia/Baku"
certainty = "A"
"""

PLACES = """\
in_country = "TR"

[[city]]
id = "istanbul"
names.en = ["Istanbul"]
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    """Return a folder that holds a whole, small catalogue."""
    (tmp_path / "organizations.toml").write_text(ORGANIZATIONS, "utf-8")
    (tmp_path / "sources.toml").write_text(SOURCES, "utf-8")
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / "turkiye.toml").write_text(PLACES, "utf-8")
    return tmp_path


@pytest.fixture
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """Run in an empty folder with no TCO_ variable set."""
    for name in [name for name in os.environ if name.startswith("TCO_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return monkeypatch
