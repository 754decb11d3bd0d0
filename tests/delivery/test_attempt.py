"""What names a delivery for ever, and the word that goes with one whose topic is gone."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.delivery.attempt import came_here_instead, delivery_key, in_manner
from bot.messages.message import Button, Preview, text_message
from bot.platforms.base import Address
from storage.enums import DeliveryKind
from storage.models import Chat

OWED_AT = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
CARD = text_message("a card")
TOPIC, GROUP = Address("telegram", "-1001", "77"), Address("telegram", "-1001")


def chat(language: str = "en") -> Chat:
    return Chat(platform="telegram", address="-1001", language=language, created_at=OWED_AT)


def test_a_delivery_keeps_its_key_however_often_it_is_tried() -> None:
    assert delivery_key(7, OWED_AT) == delivery_key(7, OWED_AT)


@pytest.mark.parametrize(
    ("delivery_id", "owed_at"), [(8, OWED_AT), (7, OWED_AT + timedelta(microseconds=1))]
)
def test_another_delivery_has_another_key_even_under_an_id_used_before(
    delivery_id: int, owed_at: datetime
) -> None:
    assert delivery_key(delivery_id, owed_at) != delivery_key(7, OWED_AT)


def test_what_was_for_a_topic_that_is_gone_says_why_it_comes_to_the_whole_group() -> None:
    explained = came_here_instead(CARD, chat(), TOPIC, GROUP)
    assert explained.blocks[:-1] == CARD.blocks
    assert explained.plain != CARD.plain


def test_the_explanation_is_in_the_chats_language() -> None:
    english, turkish = (
        came_here_instead(CARD, chat(language), TOPIC, GROUP).plain for language in ("en", "tr")
    )
    assert english != turkish


@pytest.mark.parametrize(
    ("meant", "here"),
    [(GROUP, Address("telegram", "-2002")), (TOPIC, Address("telegram", "-2002", "77"))],
)
def test_a_chat_that_moved_whole_gets_its_message_as_it_is(meant: Address, here: Address) -> None:
    assert came_here_instead(CARD, chat(), meant, here) is CARD


@pytest.mark.parametrize(
    ("kind", "rings"),
    [
        (DeliveryKind.ALERT, True),
        (DeliveryKind.CHANGE, True),
        (DeliveryKind.REMINDER, True),
        (DeliveryKind.DIGEST, False),
        (DeliveryKind.WEEK_REVIEW, False),
        (DeliveryKind.MONTH_REVIEW, False),
        (DeliveryKind.CATCHUP, False),
        (DeliveryKind.EDIT, False),
    ],
)
def test_a_chat_is_rung_for_what_is_told_at_once_unless_it_wants_it_otherwise(
    kind: DeliveryKind, *, rings: bool
) -> None:
    assert in_manner(CARD, kind, chat_with()).is_silent is not rings
    assert not in_manner(CARD, kind, chat_with(sound="all")).is_silent
    assert in_manner(CARD, kind, chat_with(sound="none")).is_silent


def test_what_is_owed_silently_rings_in_no_chat() -> None:
    loud = chat_with(sound="all")
    assert in_manner(CARD, DeliveryKind.ALERT, loud, is_silent=True).is_silent


def test_a_card_has_the_preview_that_the_chat_chose_and_a_digest_has_none() -> None:
    large = chat_with(preview="large")
    assert in_manner(CARD, DeliveryKind.ALERT, large).preview is Preview.LARGE
    assert in_manner(CARD, DeliveryKind.DIGEST, large).preview is Preview.NONE
    assert in_manner(CARD, DeliveryKind.ALERT, chat_with()).preview is Preview.NONE


def test_a_lead_picture_is_shown_where_the_outlet_has_one() -> None:
    shown = chat_with(preview="picture")
    led = replace(CARD, picture="https://example.org/lead.jpg")
    assert in_manner(led, DeliveryKind.ALERT, shown).preview is Preview.PICTURE
    assert in_manner(CARD, DeliveryKind.ALERT, shown).preview is Preview.NONE


def test_what_comes_to_a_channel_has_no_buttons_that_talk() -> None:
    page, command = Button("Map", url="https://example.org/"), Button("Who", command="event 1 who")
    told = replace(CARD, buttons=((page, command), (command,)))
    channel = chat_with()
    channel.is_channel = True
    assert in_manner(told, DeliveryKind.ALERT, channel).buttons == ((page,),)
    assert in_manner(told, DeliveryKind.ALERT, chat_with()).buttons == told.buttons


def chat_with(sound: str = "alerts", preview: str = "none") -> Chat:
    return Chat(platform="telegram", address="1", sound=sound, preview=preview, created_at=OWED_AT)
