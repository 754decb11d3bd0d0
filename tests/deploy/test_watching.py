"""Alert rules and the dashboard ask for numbers that the bot really tells."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.runtime import metrics
from bot.web import monitor
from storage.monitoring import Standing

DEPLOY = Path(__file__).parents[2] / "deploy"
ALERTS = yaml.safe_load((DEPLOY / "alerts.yaml").read_text(encoding="utf-8"))
DASHBOARD: dict[str, Any] = json.loads((DEPLOY / "grafana.json").read_text(encoding="utf-8"))
_NAME = re.compile(r"\b(?:tco|process)_[a-z_]+\b")
_PARTS = ("", "_total", "_bucket", "_sum", "_count")


def told() -> set[str]:
    """Every name that /metrics can tell."""
    standing = Standing({}, None, 0, 0, {}, {})
    families = [*metrics.REGISTRY.collect(), *monitor._families(standing, 0.0)]
    families += [monitor._info(), monitor._health([])]
    return {family.name + part for family in families for part in _PARTS}


def rules() -> Iterator[dict[str, Any]]:
    for group in ALERTS["groups"]:
        yield from group["rules"]


def questions() -> list[str]:
    panels = [target["expr"] for panel in DASHBOARD["panels"] for target in panel["targets"]]
    return [*panels, *(rule["expr"] for rule in rules())]


def test_every_number_that_is_asked_for_is_told() -> None:
    asked = {name for question in questions() for name in _NAME.findall(question)}
    assert asked - told() == set()


def test_every_number_of_the_bot_is_on_the_dashboard() -> None:
    shown = {name for question in questions() for name in _NAME.findall(question)}
    own = {name for name in told() if name.startswith("tco_")}
    families = {re.sub(r"(_total|_bucket|_sum|_count)$", "", name) for name in own}
    missing = {family for family in families if not any(family + part in shown for part in _PARTS)}
    assert missing == set()


@pytest.mark.parametrize("rule", list(rules()), ids=lambda rule: str(rule["alert"]))
def test_an_alert_says_what_is_wrong_and_where_to_look(rule: dict[str, Any]) -> None:
    assert rule["labels"]["severity"] in {"warning", "critical"}
    assert set(rule["annotations"]) == {"summary", "description"}
    assert rule["expr"].count("(") == rule["expr"].count(")")


def test_panels_do_not_lie_over_each_other() -> None:
    places: set[tuple[int, int]] = set()
    for panel in DASHBOARD["panels"]:
        grid = panel["gridPos"]
        for x in range(grid["x"], grid["x"] + grid["w"]):
            for y in range(grid["y"], grid["y"] + grid["h"]):
                assert (x, y) not in places, panel["title"]
                places.add((x, y))


@pytest.mark.skipif(shutil.which("promtool") is None, reason="needs Prometheus's promtool")
def test_prometheus_takes_the_rules() -> None:
    command = ["promtool", "check", "rules", str(DEPLOY / "alerts.yaml")]
    checked = subprocess.run(command, check=False, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr
