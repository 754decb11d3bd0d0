"""`make quick` begins with the tests that stand nearest to what was changed."""

import pytest

from tests.nearness import FARTHEST, distances


def test_the_tests_of_a_changed_module_are_as_near_as_it() -> None:
    near = distances(["bot/merging/ordinals.py"])
    assert near["bot.merging.ordinals"] == 0
    assert near["tests.merging.test_ordinals"] == 0


def test_who_imports_it_is_one_step_away_and_so_are_its_tests() -> None:
    near = distances(["storage/sql.py"])
    assert near["storage.articles"] == 1
    assert near["tests.storage.test_articles"] == 1


def test_what_stands_farther_is_left_out() -> None:
    near = distances(["bot/platforms/telegram/render.py"])
    assert max(near.values()) <= FARTHEST
    assert "tests.merging.test_ordinals" not in near


def test_a_changed_test_is_as_near_as_can_be() -> None:
    assert distances(["tests/merging/test_ordinals.py"]) == {"tests.merging.test_ordinals": 0}


@pytest.mark.parametrize("path", ["config/outcomes.toml", "config/languages/tr.toml"])
def test_what_is_no_code_stands_for_the_code_beside_it(path: str) -> None:
    assert distances([path])["tests.config.test_languages"] <= FARTHEST


@pytest.mark.parametrize("path", ["README.md", "docs/start.md", "bot/gone.py"])
def test_nothing_is_near_to_what_is_no_code_of_today(path: str) -> None:
    assert distances([path]) == {}
