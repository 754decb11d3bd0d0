"""Things written to be sent: what a person tells the admins, what they or the bot tell others."""

from collections.abc import Collection
from datetime import datetime

from sqlmodel import Session

from storage import enqueuing
from storage.delivery_subjects import note_subject
from storage.enums import DeliveryKind
from storage.errors import NotStored
from storage.models import Note


def enqueue(
    session: Session,
    kind: str,
    text: str,
    chat_ids: Collection[int],
    now: datetime,
    *,
    author: str = "",
) -> int:
    """Keep a text and owe it to some chats; returns the id of the note.

    Args:
        session: The transaction.
        kind: What stands above the text: "feedback", "broadcast", "sources".
        text: As written; it is data for ever, never markup.
        chat_ids: Who is to get it.
        now: The present.
        author: Who wrote it, as its readers may know it.
    """
    note = Note(kind=kind, text=text, author=author, created_at=now)
    session.add(note)
    session.flush()
    enqueuing.enqueue(session, DeliveryKind.NOTE, note_subject(note.id), chat_ids, now)
    return note.id


def get(session: Session, note_id: int) -> Note:
    """Return a note.

    Raises:
        NotStored: There is no such note.
    """
    note = session.get(Note, note_id)
    if note is None:
        raise NotStored("note", note_id)
    return note
