"""Seeing to it that everybody in an encrypted room can read what the bot says.

matrix-nio shares a room's key while sending, but takes the key for shared even when the homeserver
refused to pass it on, and after a network failure in the middle it lets every later send to that
room wait for ever. So the key is shared here, before sending, and the outcome is checked. Devices
are trusted on first sight: a bot has nobody to compare emoji with.
"""

from nio import Api, AsyncClient, ErrorResponse, KeysUploadResponse, MatrixRoom

from bot.platforms.matrix.errors import HomeserverError, checked

_UPLOADS = 40
"""Times that one-time keys, some fifty at a time, are made anew.

The homeserver may have others under their numbers.
"""

_TAKEN = "already exists"


async def share_key(client: AsyncClient, room: MatrixRoom) -> None:
    """Make sure that every device in `room` has the key of what the bot sends next.

    Does nothing in a room that is not encrypted.

    Calls for one room must not overlap.

    Raises:
        HomeserverError: Some device that can be reached was not.
    """
    if not room.encrypted:
        return
    if not room.members_synced:
        checked(await client.joined_members(room.room_id))
    if client.should_query_keys:
        checked(await client.keys_query())
    if not client.olm.should_share_group_session(room.room_id):
        return
    try:
        await client.share_group_session(room.room_id, ignore_unverified_devices=True)
    finally:
        client.sharing_session.pop(room.room_id, None)
    if unreached := _unreached(client, room):
        client.invalidate_outbound_session(room.room_id)
        raise HomeserverError(
            "", 0, f"the room's key did not reach {len(unreached)} of its devices", None
        )


def _unreached(client: AsyncClient, room: MatrixRoom) -> set[tuple[str, str]]:
    """The devices that should have the key and do not.

    One without a one-time key left can never get it and does not count.
    """
    session = client.olm.outbound_group_sessions[room.room_id]
    devices = {
        (user, device.id)
        for user in room.users
        for device in client.device_store.active_user_devices(user)
    }
    unreachable = {
        (user, device)
        for user, missing in client.get_missing_sessions(room.room_id).items()
        for device in missing
    }
    reached: set[tuple[str, str]] = session.users_shared_with | session.users_ignored
    return devices - reached - unreachable


async def keep_up(client: AsyncClient) -> None:
    """Do what a sync may have left to do for encryption: pass on, upload, query and claim keys.

    Raises:
        HomeserverError: The homeserver refused one of them; the next sync tries again.
    """
    for response in await client.send_to_device_messages():
        checked(response)
    if client.should_upload_keys:
        await _upload_keys(client)
    if client.should_query_keys:
        checked(await client.keys_query())
    if client.should_claim_keys:
        checked(await client.keys_claim(client.get_users_for_key_claiming()))


async def _upload_keys(client: AsyncClient) -> None:
    """Upload the device's keys.

    What goes out is kept first, so that a bot that is killed before the answer uploads the same
    ones again.

    A homeserver that has others under the same numbers has them from a time that the store does not
    know, because a backup was put back. What somebody says with one of those cannot be read; but
    the bot passes over their numbers and speaks on.

    Raises:
        HomeserverError: The homeserver refused.
    """
    for tries_left in reversed(range(_UPLOADS)):
        content = client.olm.share_keys()
        client.olm.save_account()
        response = await client._send(  # noqa: SLF001 - its own way keeps too late
            KeysUploadResponse, *Api.keys_upload(client.access_token, content)
        )
        if not (tries_left and isinstance(response, ErrorResponse) and _TAKEN in response.message):
            checked(response)
            return
        client.olm.mark_keys_as_published()
        client.olm.save_account()
