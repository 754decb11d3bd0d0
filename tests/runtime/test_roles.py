"""What a process of the bot may be told to do."""

import pytest

from bot.runtime.roles import EVERYTHING, Role, parse
from config.errors import ConfigError


def test_roles_are_named_with_commas_between() -> None:
    assert parse("send, listen") == {Role.SEND, Role.LISTEN}
    assert parse("poll,read,send,listen,web") == EVERYTHING


@pytest.mark.parametrize(
    ("text", "word"),
    [("pol", "«pol», which is no role"), ("", "names none"), (" , ", "names none")],
)
def test_a_role_that_there_is_not_is_told_with_those_that_there_are(text: str, word: str) -> None:
    with pytest.raises(ConfigError, match=word) as error:
        parse(text)
    assert "poll, read, send, listen, web" in str(error.value)
