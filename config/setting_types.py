"""Kinds of value that settings alone are of: chats, Matrix ids, addresses that Telegram calls."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from config.languages import INTERFACE_LANGUAGES
from config.toml import wrong
from config.types import Url

_MATRIX_ID = re.compile(r"@[^:\s]+:[^\s]+")
_WEBHOOK = re.compile(r"https://[^/:?#]+(:(443|80|88|8443))?(/|$)")
_CHAT_NAME = re.compile(r"(?:telegram|matrix|console):\S+")


def _matrix_id(value: str) -> str:
    if not _MATRIX_ID.fullmatch(value):
        raise wrong(
            f"holds «{value}», which is not a Matrix user id",
            "write the full id such as @bot:example.org",
        )
    return value


def _interface_language(value: str) -> str:
    if value not in INTERFACE_LANGUAGES:
        raise wrong(
            f"is «{value}», which the bot does not speak",
            f"write one of {', '.join(INTERFACE_LANGUAGES)}",
        )
    return value


def _chat_name(value: str) -> str:
    if not _CHAT_NAME.fullmatch(value):
        raise wrong(
            f"holds «{value}», which is not a chat or a person",
            "write the platform before the id, such as telegram:123456",
        )
    return value


def _webhook(url: str) -> str:
    if not _WEBHOOK.match(url):
        raise wrong(
            f"is «{url}», which Telegram does not call",
            "write an https address on port 443, 80, 88 or 8443",
        )
    return url


ChatName = Annotated[str, AfterValidator(_chat_name)]
MatrixId = Annotated[str, AfterValidator(_matrix_id)]
Seconds = Annotated[float, Field(gt=0, le=86_400)]
InterfaceLanguage = Annotated[str, AfterValidator(_interface_language)]
WebhookUrl = Annotated[Url, AfterValidator(_webhook)]
