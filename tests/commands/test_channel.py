"""A channel is made to tell of some organisations in a language by one line."""

import pytest

from bot.platforms.base import Address, UserRequest
from storage.enums import CardForm, Mode
from tests.commands.conftest import Talk

CHANNEL = "-1001"


async def publish(talk: Talk, said: str) -> str:
    """Return what is answered to an admin who says something in the name of a channel."""
    request = UserRequest(
        Address("telegram", CHANNEL), "admin", f"publish {said}", behalf="channel @diary"
    )
    return "\n".join(message.plain for message in await talk.commands.answer(request))


async def test_one_line_sets_organisations_language_and_alerts_alone(talk: Talk) -> None:
    told = await publish(talk, "ots, TURKSOY Turkish")
    assert "OTS and TURKSOY" in told
    assert "Türkçe" in told
    assert "/channel @diary settings" in told
    chat = talk.chat(CHANNEL)
    assert (chat.language, chat.mode, chat.next_digest_at) == ("tr", Mode.INSTANT, None)
    assert chat.form == CardForm.LONG
    assert chat.is_channel
    assert sorted(talk.follows(CHANNEL)) == ["ots", "turksoy"]


async def test_a_second_line_replaces_what_the_first_one_set(talk: Talk) -> None:
    await publish(talk, "ots en")
    await publish(talk, "all русский short")
    chat = talk.chat(CHANNEL)
    assert (chat.language, chat.form, len(talk.follows(CHANNEL))) == ("ru", CardForm.SHORT, 8)
    await publish(talk, "туркпа қазақша только заголовок")
    chat = talk.chat(CHANNEL)
    assert (chat.language, chat.form, talk.follows(CHANNEL)) == ("kk", CardForm.TITLE, ["turkpa"])


@pytest.mark.parametrize(
    "said", ["", "ots", "tr", "Atlantis tr", "ots, Atlantis tr", "ots klingon"]
)
async def test_what_is_not_understood_changes_nothing_and_is_asked_back_about(
    talk: Talk, said: str
) -> None:
    await publish(talk, "ots en")
    told = await publish(talk, said)
    assert (
        "Name organisations, then a language: /channel @diary publish OTS, TURKSOY English" in told
    )
    assert (talk.chat(CHANNEL).language, talk.follows(CHANNEL)) == ("en", ["ots"])


async def test_eight_organisations_in_seven_languages_are_56_channels(talk: Talk) -> None:
    for organization in talk.commands._services.catalogue.organizations:
        for language in ("az", "en", "kk", "ky", "ru", "tr", "uz"):
            address = f"-100{organization.id}{language}"
            request = UserRequest(
                Address("telegram", address),
                address,
                f"publish {organization.id} {language}",
                behalf=f"channel @{organization.id}_{language}",
            )
            await talk.commands.answer(request)
            assert talk.follows(address) == [organization.id]
            assert talk.chat(address).language == language


async def test_a_private_chat_shows_pictures_and_who_reads_along_is_not_shown_any(
    talk: Talk,
) -> None:
    await publish(talk, "ots en")
    await talk.ask("start")
    await talk.ask("start", chat="-5", private=False)
    previews = [talk.chat(address).preview for address in ("1", "-5", CHANNEL)]
    assert previews == ["picture", "none", "none"]
    assert not talk.chat().is_channel
