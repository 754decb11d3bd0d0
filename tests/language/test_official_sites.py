"""A site of a state is told by its host's name, and nothing else is one."""

import pytest

from bot.language.official_sites import is_of_a_state


@pytest.mark.parametrize(
    "host", ["president.example", "www.mfa.gov.example", "Parliament.Example", "kenesh.example"]
)
def test_a_host_that_names_an_organ_of_a_state_is_official(host: str) -> None:
    assert is_of_a_state(host)


@pytest.mark.parametrize(
    "name", ["", "president", "Mfa", "presidents.example", "news-gov.example", "The gov. mirror"]
)
def test_what_only_looks_like_one_is_an_outlet_like_any_other(name: str) -> None:
    assert not is_of_a_state(name)
