"""The bill of materials lists what the lock does, each with its licence."""

import json
import re
from typing import Any

from tests.deploy.sbom import FILE, ROOT

BILL: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))


def test_it_lists_each_package_of_the_lock_with_its_version() -> None:
    lock = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    locked = re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==([^\s;]+)", lock, re.MULTILINE)
    listed = [(one["name"], one["version"]) for one in BILL["components"]]
    assert listed == locked, "python -m tests.deploy.sbom writes it anew"


def test_each_licence_is_known() -> None:
    named = {one["name"]: one["licenses"][0]["license"]["name"] for one in BILL["components"]}
    assert [name for name, licence in named.items() if licence == "unknown"] == []
