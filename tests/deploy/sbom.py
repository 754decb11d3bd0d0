"""`python -m tests.deploy.sbom` writes deploy/sbom.cdx.json: what the bot is made of.

Every library of the lock with its version and licence, in the form of CycloneDX; the hashes stand
in the lock. It is made of the lock and of what is installed by it, the same wherever it is made.
"""

import json
import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
FILE = ROOT / "deploy" / "sbom.cdx.json"
_BLOCK = re.compile(r"\n(?=[A-Za-z0-9])")
_PACKAGE = re.compile(r"(?P<name>[A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(?P<version>[^\s;]+)")
_UNTOLD = {
    "colorama": "BSD-3-Clause",
    "matrix-nio": "ISC",
    "peewee": "MIT",
    "vodozemac": "Apache-2.0",
}
"""Read in the sources of packages that do not tell it in a word, or are for another system."""

_LONGEST = 60
"""Characters of what is a licence's name and not its text."""


def bill() -> dict[str, Any]:
    """The bill of materials of requirements.txt."""
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    found = map(_PACKAGE.match, _BLOCK.split(lock.strip()))
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "tco-bot"}},
        "components": [component(named) for named in found if named is not None],
    }


def component(named: re.Match[str]) -> dict[str, Any]:
    name, version = named["name"], named["version"]
    return {
        "type": "library",
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name}@{version}",
        "licenses": [{"license": {"name": licence(name)}}],
    }


def licence(name: str) -> str:
    """What a package says its licence is; of one for another system nothing is known here."""
    if name in _UNTOLD:
        return _UNTOLD[name]
    try:
        about = metadata(name)
    except PackageNotFoundError:
        return "unknown"
    fields = ("License-Expression", "License")
    told = next((about[field] for field in fields if field in about), "")
    classifiers = [line for line in about.get_all("Classifier") or [] if "License ::" in line]
    if (not told or len(told) > _LONGEST) and classifiers:
        told = classifiers[-1].rpartition(" :: ")[2]
    return " ".join(told.split())[:_LONGEST] or "unknown"


def written() -> str:
    return json.dumps(bill(), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
