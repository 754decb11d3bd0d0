"""The chat of the tests of commands, for the terminal that people type them into."""

from tests.commands.conftest import talk

__all__ = ["talk"]
