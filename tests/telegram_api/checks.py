"""Whether a request is one that Telegram would take.

By aiogram's models of the methods, then by Telegram's limits.

The models come from a library that shares no code with the one under test, so that the two check
each other.
"""

import json
from typing import Any
from urllib.parse import urlsplit

import aiogram.methods
from aiogram.methods import TelegramMethod
from pydantic import ValidationError

from tests.telegram_api.faults import ApiError, Malformed

_NESTED = frozenset(
    {
        *("allowed_updates", "caption_entities", "commands", "entities", "link_preview_options"),
        *("menu_button", "reply_markup", "reply_parameters", "results", "scope"),
    }
)


def parse(method: str, form: dict[str, Any]) -> dict[str, Any]:
    """Return the parameters of a call with nested JSON taken apart, after the models have agreed to
    them.

    Raises:
        Malformed: What Telegram could not parse, or does not know.
    """
    params = {
        name: json.loads(value) if name in _NESTED and isinstance(value, str) else value
        for name, value in form.items()
    }
    model: type[TelegramMethod[Any]] | None = getattr(
        aiogram.methods, method[:1].upper() + method[1:], None
    )
    if model is None:
        raise ApiError(404, "Not Found: method not found")
    if unknown := params.keys() - model.model_fields.keys():
        raise Malformed(f"unknown parameters {sorted(unknown)}")
    try:
        model.model_validate(params)
    except ValidationError as error:
        raise Malformed(f"{error}") from error
    return params


def check_caption(text: str, entities: list[dict[str, Any]]) -> None:
    """Refuse a caption that is too long, and entities that do not lie on whole characters of it."""
    if len(text.encode("utf-16-le")) // 2 > 1024:
        raise Malformed("message caption is too long")
    if text:
        check_text(text, entities)


def check_results(results: list[dict[str, Any]]) -> None:
    """Refuse inline results that Telegram would not take."""
    if len(results) > 50 or len({one["id"] for one in results}) != len(results):
        raise Malformed("RESULT_ID_DUPLICATE or RESULTS_TOO_MUCH")
    for one in results:
        if not one["title"].strip():
            raise Malformed("ARTICLE_TITLE_EMPTY")
        check_text(
            one["input_message_content"]["message_text"],
            one["input_message_content"].get("entities", []),
        )
        check_keyboard(one.get("reply_markup"))


def check_text(text: str, entities: list[dict[str, Any]]) -> None:
    """Refuse a text that is empty or too long, and entities that do not lie on whole characters of
    it."""
    units = len(text.encode("utf-16-le")) // 2
    if not text.strip():
        raise Malformed("message text is empty")
    if units > 4096:
        raise Malformed("message is too long")
    if len(entities) > 100:
        raise Malformed(
            f"{len(entities)} entities, of which Telegram would drop all after the hundredth"
        )
    borders = _borders(text)
    for entity in entities:
        offset, end = entity["offset"], entity["offset"] + entity["length"]
        if entity["length"] < 1 or end > units:
            raise Malformed(f"entity {entity} lies outside of the text")
        if offset not in borders or end not in borders:
            raise Malformed(f"entity {entity} begins or ends in the middle of a UTF-16 symbol")
        if entity["type"] == "text_link":
            check_url(entity["url"])


def check_url(url: str) -> None:
    """Refuse a link that is none."""
    if urlsplit(url).scheme not in {"http", "https", "tg"}:
        raise Malformed(f"BUTTON_URL_INVALID {url}")


def check_keyboard(markup: dict[str, Any] | None) -> None:
    """Refuse an inline keyboard with a button that Telegram would not take."""
    for button in (button for row in (markup or {}).get("inline_keyboard", []) for button in row):
        kinds = button.keys() - {"text", "style", "icon_custom_emoji_id"}
        if len(kinds) != 1 or not button["text"].strip():
            raise Malformed("text buttons are unallowed in the inline keyboard")
        if "callback_data" in kinds and not 1 <= len(button["callback_data"].encode()) <= 64:
            raise Malformed("BUTTON_DATA_INVALID")
        if "copy_text" in kinds and not 1 <= len(button["copy_text"]["text"]) <= 256:
            raise Malformed("BUTTON_COPY_TEXT_INVALID")
        if "url" in kinds:
            check_url(button["url"])


def _borders(text: str) -> set[int]:
    borders, at = {0}, 0
    for character in text:
        at += 2 if ord(character) > 0xFFFF else 1
        borders.add(at)
    return borders
