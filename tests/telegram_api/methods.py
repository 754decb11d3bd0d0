"""What each method of the Bot API does to the world."""

from collections.abc import Callable
from typing import Any

from tests.telegram_api.checks import check_caption, check_keyboard, check_results, check_text
from tests.telegram_api.faults import ApiError
from tests.telegram_api.world import FakeChat, Posted, World

Params = dict[str, Any]
Method = Callable[[World, Params], object]


def get_me(world: World, _: Params) -> Params:
    """Who the bot is."""
    return world.me


def send_message(world: World, params: Params) -> Params:
    """Post a message."""
    chat = world.chat(params["chat_id"])
    thread = int(params["message_thread_id"]) if params.get("message_thread_id") else None
    chat.admit(thread)
    entities, markup = params.get("entities", []), params.get("reply_markup")
    check_text(params["text"], entities)
    check_keyboard(markup)
    return world.post(
        chat, world.me, params["text"], thread=thread, entities=entities, markup=markup
    ).json


def send_document(world: World, params: Params) -> Params:
    """Post a file."""
    return _file(world, params, "document")


def send_photo(world: World, params: Params) -> Params:
    """Post a picture."""
    return _file(world, params, "photo")


def send_chat_action(world: World, params: Params) -> bool:
    """Show that the bot is at work."""
    world.chat(params["chat_id"]).admit(None)
    return True


def answer_inline_query(world: World, params: Params) -> bool:
    """Offer results to who typed behind the bot's name."""
    if (query := params["inline_query_id"]) not in world.asked:
        raise ApiError(
            400, "Bad Request: query is too old and response timeout expired or query ID is invalid"
        )
    check_results(params["results"])
    world.asked.discard(query)
    world.offered[query] = params["results"]
    return True


def edit_message_text(world: World, params: Params) -> Params:
    """Change text and keyboard of a message of the bot."""
    message = _own(world, params)
    if message.file:
        raise ApiError(400, "Bad Request: there is no text in the message to edit")
    entities, markup = params.get("entities", []), params.get("reply_markup")
    check_text(params["text"], entities)
    return _edit(message, params["text"], entities, markup)


def edit_message_reply_markup(world: World, params: Params) -> Params:
    """Change the keyboard of a message of the bot."""
    message = _own(world, params)
    return _edit(message, message.text, message.entities, params.get("reply_markup"))


def delete_message(world: World, params: Params) -> bool:
    """Take a message away."""
    chat = world.chat(params["chat_id"])
    if world.posted.pop((chat.id, int(params["message_id"])), None) is None:
        raise ApiError(400, "Bad Request: message to delete not found")
    return True


def answer_callback_query(world: World, params: Params) -> bool:
    """Acknowledge a press."""
    if (press := params["callback_query_id"]) not in world.presses:
        raise ApiError(
            400, "Bad Request: query is too old and response timeout expired or query ID is invalid"
        )
    world.presses.discard(press)
    world.acknowledged.append(press)
    return True


def set_my_commands(world: World, params: Params) -> bool:
    """Set the menu of a language."""
    scope = params.get("scope", {"type": "default"})["type"]
    menus = world.commands if scope == "default" else world.scoped.setdefault(scope, {})
    menus[params.get("language_code", "")] = params["commands"]
    return True


def set_chat_menu_button(world: World, params: Params) -> bool:
    """Set what the menu button of private chats does."""
    button = params["menu_button"]
    if button["type"] == "web_app" and not button["web_app"]["url"].startswith("https://"):
        raise ApiError(
            400, "Bad Request: menu button Web App URL is invalid: Only HTTPS links are allowed"
        )
    world.menu_button = button
    return True


def get_chat_menu_button(world: World, _: Params) -> Params:
    """What the menu button of private chats does."""
    return world.menu_button or {"type": "default"}


def get_my_commands(world: World, params: Params) -> list[dict[str, str]]:
    """The menu of a language."""
    scope = params.get("scope", {"type": "default"})["type"]
    menus = world.commands if scope == "default" else world.scoped.get(scope, {})
    return menus.get(params.get("language_code", ""), [])


def _description(name: str) -> tuple[Method, Method]:
    """Ways to read and to set one of the bot's descriptions."""

    def read(world: World, params: Params) -> Params:
        return {name: world.described.get((name, params.get("language_code", "")), "")}

    def write(world: World, params: Params) -> bool:
        world.described[name, params.get("language_code", "")] = params[name]
        return True

    return read, write


def get_file(world: World, params: Params) -> Params:
    """Say where a file can be fetched."""
    name = params["file_id"]
    size = len(world.files[name][1])
    return {"file_id": name, "file_unique_id": name, "file_path": name, "file_size": size}


def set_webhook(world: World, params: Params) -> bool:
    """Remember where to call."""
    if not params["url"].startswith("https://"):
        raise ApiError(400, "Bad Request: bad webhook: HTTPS url must be provided for webhook")
    world.webhook = (params["url"], params.get("secret_token", ""))
    return True


def get_chat(world: World, params: Params) -> Params:
    """Describe a chat."""
    chat = world.chat(params["chat_id"])
    full: Params = {
        **chat.json,
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(
            (
                "unlimited_gifts",
                "limited_gifts",
                "unique_gifts",
                "premium_subscription",
                "gifts_from_channels",
            ),
            True,
        ),
    }
    return {**full, "linked_chat_id": chat.linked} if chat.linked else full


def get_chat_member(world: World, params: Params) -> Params:
    """Describe somebody in a chat."""
    chat = world.chat(params["chat_id"])
    person = int(params["user_id"])
    if person not in chat.members:
        raise ApiError(400, "Bad Request: member not found")
    return _member(person, chat.members[person])


def get_chat_administrators(world: World, params: Params) -> list[Params]:
    """List who administers a chat."""
    chat = world.chat(params["chat_id"])
    return [
        _member(person, status)
        for person, status in chat.members.items()
        if status in {"creator", "administrator"}
    ]


def delete_webhook(world: World, _: Params) -> bool:
    """Call nobody any more."""
    world.webhook = None
    return True


def get_webhook_info(world: World, _: Params) -> Params:
    """Tell where is called, and how much waits to be told."""
    url = world.webhook[0] if world.webhook else ""
    return {
        "url": url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }


_get_description, _set_description = _description("description")
_get_short, _set_short = _description("short_description")

METHODS: dict[str, Method] = {
    "getMyCommands": get_my_commands,
    "getChatMenuButton": get_chat_menu_button,
    "getMyDescription": _get_description,
    "setMyDescription": _set_description,
    "getMyShortDescription": _get_short,
    "setMyShortDescription": _set_short,
    "getFile": get_file,
    "setWebhook": set_webhook,
    "getMe": get_me,
    "sendMessage": send_message,
    "sendDocument": send_document,
    "sendPhoto": send_photo,
    "sendChatAction": send_chat_action,
    "answerInlineQuery": answer_inline_query,
    "editMessageText": edit_message_text,
    "editMessageReplyMarkup": edit_message_reply_markup,
    "deleteMessage": delete_message,
    "answerCallbackQuery": answer_callback_query,
    "setMyCommands": set_my_commands,
    "setChatMenuButton": set_chat_menu_button,
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatAdministrators": get_chat_administrators,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}


def _file(world: World, params: Params, kind: str) -> Params:
    chat = world.chat(params["chat_id"])
    thread = int(params["message_thread_id"]) if params.get("message_thread_id") else None
    chat.admit(thread)
    entities, markup = params.get("caption_entities", []), params.get("reply_markup")
    check_caption(params.get("caption", ""), entities)
    check_keyboard(markup)
    name, content = world.files[params[kind]]
    more = {"thread": thread, "entities": entities, "markup": markup, "file": (kind, name, content)}
    return world.post(chat, world.me, params.get("caption", ""), **more).json


def _own(world: World, params: Params) -> Posted:
    chat: FakeChat = world.chat(params["chat_id"])
    chat.admit(None)
    message = world.posted.get((chat.id, int(params["message_id"])))
    if message is None:
        raise ApiError(400, "Bad Request: message to edit not found")
    if message.sender != world.me:
        raise ApiError(400, "Bad Request: message can't be edited")
    return message


def _edit(message: Posted, text: str, entities: list[Params], markup: Params | None) -> Params:
    check_keyboard(markup)
    if (message.text, message.entities, message.markup) == (text, entities, markup):
        raise ApiError(
            400,
            "Bad Request: message is not modified: specified new message content and "
            "reply markup are exactly the same"
            " as a current content and reply markup of the message",
        )
    message.text, message.entities, message.markup = text, entities, markup
    message.edits += 1
    return message.json


RIGHTS = (
    *(
        "can_be_edited",
        "is_anonymous",
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
    ),
    *(
        "can_promote_members",
        "can_send_welcome_messages",
        "can_change_info",
        "can_invite_users",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
    ),
)


def _member(person: int, status: str) -> Params:
    member: Params = {
        "status": status,
        "user": {"id": person, "is_bot": False, "first_name": f"Person {person}"},
    }
    if status == "creator":
        return {**member, "is_anonymous": False}
    return {**member, **dict.fromkeys(RIGHTS, False)} if status == "administrator" else member
