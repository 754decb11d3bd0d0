"""What somebody said on Telegram, read from an update: pure, no call to Telegram.

In a private chat every text is for the bot. In a group only what begins with a command or with the
bot's name is, and a command that names another bot ("/start@otherbot") is not. Everything else is
noise and gets no answer.
"""

import re
from dataclasses import dataclass

from telegram import CallbackQuery, Chat, Document, MaybeInaccessibleMessage, Message, Update
from telegram.constants import ChatType, MessageEntityType

from bot.platforms.base import Address, UserRequest
from bot.platforms.telegram import NAME

_COMMAND = re.compile(r"/(?P<name>\w+)(?:@(?P<bot>\w+))?(?:\s+(?P<rest>.*))?", re.DOTALL)
_IMPORT = "import"
"""The command that reads a file."""

_MENTION = re.compile(r"@(?P<bot>\w+)[,:]?\s+/?(?P<rest>\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Incoming:
    """What somebody said, and how to answer.

    Attributes:
        update_id: Telegram's number of the update.
        chat: Where it was said.
        thread: The forum topic, or empty.
        sender: Id of the person, 0 where Telegram hides it.
        speaks_as: Id of the chat in whose name it was said (an anonymous admin, a channel), or
            None.
        text: The command line.
        language: The person's interface language (ISO 639-1), or None.
        message_id: Id of the message that said it, or 0 where it was pressed.
        document: A file that goes with the command, to be read behind it, or None.
        pressed: Id of the message whose button was pressed, or None.
        callback: Id of the press, to be acknowledged, or None.
        is_forged: Whether it was pressed on a message that has no such button.
    """

    update_id: int
    chat: Chat
    thread: str
    sender: int
    speaks_as: int | None
    text: str
    language: str | None
    message_id: int = 0
    document: Document | None = None
    pressed: int | None = None
    callback: str | None = None
    is_forged: bool = False

    @property
    def reply_to(self) -> int | None:
        """Which message an answer is to be seen as one to: that of a person among many."""
        private = self.chat.type == ChatType.PRIVATE
        return None if private or self.pressed is not None else self.message_id or None

    @property
    def is_in_channel(self) -> bool:
        """Whether all that is said there is read by people who cannot answer."""
        return bool(self.chat.type == ChatType.CHANNEL)

    def request(self, *, may_change: bool) -> UserRequest:
        """Return the request that the commands answer."""
        return UserRequest(
            address=Address(NAME, str(self.chat.id), self.thread),
            sender=str(self.sender),
            text=self.text,
            title=self.chat.effective_name,
            language=self.language,
            may_change=may_change,
            private=self.chat.type == ChatType.PRIVATE,
        )


def read(update: Update, username: str) -> Incoming | None:
    """Return what `update` says to the bot called `username`, or None."""
    if update.callback_query is not None:
        return _pressed(update.update_id, update.callback_query)
    if update.message is not None:
        return _said(update.update_id, update.message, username)
    return None


def command_line(text: str, username: str, *, private: bool) -> str | None:
    """Return the command line in `text` without prefix and address.

    None when it is not for the bot called `username`.
    """
    text = text.strip()
    if match := _COMMAND.fullmatch(text):
        if (match["bot"] or username).casefold() != username.casefold():
            return None
        return f"{match['name']} {match['rest'] or ''}".strip()
    if (match := _MENTION.fullmatch(text)) and match["bot"].casefold() == username.casefold():
        return match["rest"]
    return text if private and text else None


def _said(update_id: int, message: Message, username: str) -> Incoming | None:
    private = message.chat.type == ChatType.PRIVATE
    text = command_line(_text(message, private=private), username, private=private)
    person, body = message.from_user, message.sender_chat
    if text is None or (person is not None and person.is_bot and body is None):
        return None
    return Incoming(
        update_id=update_id,
        chat=message.chat,
        thread=_thread(message),
        sender=person.id if person else 0,
        speaks_as=body.id if body else None,
        text=text,
        language=_language(person.language_code if person else None),
        message_id=message.message_id,
        document=_document(message, text),
    )


def _text(message: Message, *, private: bool) -> str:
    """Return what a message says in words, or would say if it had any.

    In a private chat a place says in which time zone somebody is, a post that was passed on asks
    what is known of the page that it leads to, and a file of settings wants to be taken over.
    """
    if private and message.location is not None:
        place = message.location
        return f"/timezone {place.latitude:.4f},{place.longitude:.4f}"
    text = message.text or message.caption or ""
    if private and message.forward_origin is not None and (link := _first_link(message)):
        return link
    name = (message.document.file_name if message.document else "") or ""
    if private and not text and name.lower().endswith(".json"):
        return f"/{_IMPORT}"
    return text


def _first_link(message: Message) -> str | None:
    """Return the first page that a message leads to."""
    links = {MessageEntityType.URL, MessageEntityType.TEXT_LINK}
    marked = message.parse_entities([*links]) or message.parse_caption_entities([*links])
    for entity, text in marked.items():
        link = entity.url or text
        return link if "://" in link else f"https://{link}"
    return None


def _document(message: Message, command: str) -> Document | None:
    """Return the file that a command speaks of: beside it, or in the message that it answers."""
    if command.casefold() != _IMPORT:
        return None
    answered = message.reply_to_message
    return message.document or (answered.document if answered is not None else None)


def _pressed(update_id: int, query: CallbackQuery) -> Incoming | None:
    message = query.message
    if message is None or not query.data:
        return None
    return Incoming(
        update_id=update_id,
        chat=message.chat,
        thread=_thread(message) if isinstance(message, Message) else "",
        sender=query.from_user.id,
        speaks_as=None,
        text=query.data.strip(),
        language=_language(query.from_user.language_code),
        pressed=message.message_id,
        callback=query.id,
        is_forged=query.data not in _callbacks(message),
    )


def _callbacks(message: MaybeInaccessibleMessage) -> set[object]:
    """Return what the buttons of a message say.

    A client can be made to send any data as if a button held it; the message comes from Telegram
    itself. One that is gone has no buttons any more.
    """
    markup = message.reply_markup if isinstance(message, Message) else None
    rows = markup.inline_keyboard if markup is not None else ()
    return {button.callback_data for row in rows for button in row}


def _thread(message: Message) -> str:
    # Outside of forums a reply carries a message_thread_id as well: it names no topic.
    return (
        str(message.message_thread_id)
        if message.is_topic_message and message.message_thread_id
        else ""
    )


def _language(code: str | None) -> str | None:
    return code.split("-")[0].lower() if code else None
