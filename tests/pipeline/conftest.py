"""The chat and the events of the tests of messages, for the stages that owe them."""

from tests.messages.conftest import chat, file

__all__ = ["chat", "file"]
