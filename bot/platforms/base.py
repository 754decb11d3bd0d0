"""What every messenger can do, and how a delivery can fail.

Telegram, Matrix and the terminal stand behind the one `Messenger` protocol. A failure says what it
means for the delivery (try again, never again, nobody knows), not what went over the wire.

What people say goes one way on every platform. The adapter makes a `UserRequest` of it and sends
the messages that `Answer` gives back, in order. Three kinds of saying reach it: a command with its
prefix taken off (and, on Telegram, "@thisbot" after it), a pressed button (its `Button.command` is
the text), and, in a private chat, any other text as it stands: a bare "turksoy" is understood. In a
group only commands and what is addressed to the bot are passed on. Whether somebody may change
settings is for the adapter to find out (`UserRequest.may_change`); refusing is for the commands. A
message with `replaces` set answers a pressed button by editing the message that the button stands
on; when the same command was typed, it is sent as any other. Long messages are cut by
`bot.messages.message.split`.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from bot.messages.message import ChatControls, Message
from bot.platforms.rate_limit import SendRateLimiter
from bot.runtime.pulse import Pulse
from config.errors import TcoError


@dataclass(frozen=True, slots=True)
class Address:
    """Where a chat is.

    Attributes:
        platform: The platform's name, such as "telegram".
        chat: The platform's own chat or room id.
        thread: The forum topic, or empty.
    """

    platform: str
    chat: str
    thread: str = ""


@dataclass(frozen=True, slots=True)
class UserRequest:
    """What a person said to the bot.

    Attributes:
        address: The chat in which it was said.
        sender: The platform's own user id.
        text: The command line without its prefix: "subscribe turksoy"; in a private chat, any text.
        title: The chat's name where the platform tells it.
        language: The sender's interface language where the platform tells it (ISO 639-1).
        may_change: Whether this person may change the chat's settings.
        private: Whether the chat is between this person and the bot alone.
        behalf: What stands before each command when `address` is a chat that is set up from another
            one, such as "channel -1001"; the answer goes to that other one, and its buttons and
            examples must begin so. Empty when a chat speaks for itself.
        inline: Whether it was typed behind the bot's name in some chat: the answers are cards to
            choose from, and nothing is remembered.
    """

    address: Address
    sender: str
    text: str
    title: str | None = None
    language: str | None = None
    may_change: bool = True
    private: bool = True
    behalf: str = ""
    inline: bool = False


class DeliveryError(TcoError):
    """A message that did not certainly arrive.

    Attributes:
        address: The chat that it was for.
        reason: What happened, kept in the delivery's row; never holds a secret.
    """

    def __init__(self, address: Address, reason: str) -> None:
        self.address = address
        self.reason = reason
        super().__init__(f"{address.platform} {address.chat}: {reason}")


class TryLater(DeliveryError):
    """It certainly did not arrive and may be sent again after `after` seconds.

    Attributes:
        after: Seconds to wait, as the platform asked; None leaves it to the worker's own back-off.
        everywhere: Whether the platform refuses the whole bot and not this chat alone.
    """

    def __init__(
        self, address: Address, reason: str, after: float | None = None, *, everywhere: bool = False
    ) -> None:
        super().__init__(address, reason)
        self.after = after
        self.everywhere = everywhere

    @property
    def asked(self) -> bool:
        """Whether the platform itself asked for the wait."""
        return self.after is not None


class AnswerLost(DeliveryError):
    """It was handed over, and nobody knows whether it arrived."""


class Refused(DeliveryError):
    """The platform will never take this message; the chat itself is well."""


class ChatGone(DeliveryError):
    """The bot was blocked or kicked, or the account is gone: the chat wants nothing from us."""


class ChatClosed(DeliveryError):
    """The chat takes nothing from the bot for now, whatever the message.

    It has no right to write there, the topic is closed, or the platform does not find the chat: all
    this has been seen to pass, once for all channels of Telegram at the same time.
    """


class ChatMoved(DeliveryError):
    """The chat lives on under another id, or its topic is gone and the group lives on.

    The message did not arrive.

    Attributes:
        to: The new address.
    """

    def __init__(self, address: Address, to: Address) -> None:
        super().__init__(address, f"moved to {to.chat}")
        self.to = to


LINKED_COMMAND = "event"
"""The command that a link into the bot's private chat can say: "start event_12_who".

Any other link says what to follow.
"""

Answer = Callable[[UserRequest], Awaitable[list[Message]]]
"""The one function behind every chat: what a person said -> what the bot answers.

It never raises what a person caused.
"""


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A command as a platform's own menu lists it (Telegram's `setMyCommands`).

    Attributes:
        name: Without prefix: "subscribe"; lower-case ASCII letters.
        description: One short line in the language asked for.
        changes: Whether it changes the chat's settings, so that in a group it is of use to admins
            alone.
    """

    name: str
    description: str
    changes: bool = False


Menu = Callable[[str], list[MenuEntry]]
"""The commands worth a place in a platform's menu, in a language (ISO 639-1)."""


MAX_CONCURRENCY = 8
"""Chats sent to at the same time, where the platform names no number."""


@dataclass(frozen=True, slots=True)
class Capabilities(ChatControls):
    """What a platform is like, for all who need not know which one it is.

    Attributes:
        has_channels: Whether there are channels in which nobody can talk to the bot, so that they
            are set up from a private chat.
        has_sound: Whether a message can come without a sound.
        has_previews: Whether a link can be shown with its page's picture and title.
        is_send_idempotent: Whether a second send with the same key is the same message.
        resends_uncertain: Whether what may or may not have arrived is sent again where it would
            then arrive twice: a decision of whoever runs the bot.
        shares_store: Whether sender and listener share a store of keys, so must be one process.
        account: The bot's account there, which one process at a time sends and listens for.
        rate_limiter: What each message that is owed waits for, or None. The messenger itself waits
            for its turn at each call, so what is started too early only takes a place.
        max_concurrency: How many chats may be sent to at once.
        pulse: Beats whenever the platform answers the one who listens; None where nothing shows
            whether it still does.
        introduce: Learns of the bot what messages hold and only the platform knows, if that is not
            known yet; to be awaited by whoever sends without listening, and raises nothing. None
            where there is no such thing.
    """

    has_channels: bool = False
    has_sound: bool = False
    has_previews: bool = False
    is_send_idempotent: bool = False
    resends_uncertain: bool = False
    shares_store: bool = False
    account: str = ""
    rate_limiter: SendRateLimiter | None = None
    max_concurrency: int = MAX_CONCURRENCY
    pulse: Pulse | None = None
    introduce: Callable[[], Awaitable[None]] | None = None

    @property
    def repeats_lost(self) -> bool:
        """Whether a message whose answer was lost is sent again."""
        return self.is_send_idempotent or self.resends_uncertain


class Messenger(Protocol):
    """One platform.

    Attributes:
        platform: Its name, as it stands in addresses.
        capabilities: What it is like.
    """

    platform: str
    capabilities: Capabilities

    async def send(self, address: Address, message: Message, *, key: str) -> str:
        """Send `message` and return the platform's id of it, or of its first part.

        Args:
            address: The chat.
            message: What to say.
            key: Names this delivery; a platform that can, treats a second send with the same key as
                the same message.

        Raises:
            DeliveryError: One of the subclasses, by what it means for the delivery.
        """
        ...

    async def edit(self, address: Address, remote_id: str, message: Message, *, key: str) -> str:
        """Replace the message `remote_id` by `message` and return its id; raises as `send` does."""
        ...

    async def listen(self, answer: Answer) -> None:
        """Take what people say, put it through `answer` and send the answers, until cancelled."""
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...
