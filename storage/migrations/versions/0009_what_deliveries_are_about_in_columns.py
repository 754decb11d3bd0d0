"""What deliveries are about, and when chats are reminded, in columns instead of text.

Revision 0009, after 0008.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_AT_A_TIME = 5_000
_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_WITHIN = "within the catch-up "
_CHANGE = re.compile(r"event:[0-9]+ (?P<revision>[0-9]{1,9})")
_REMINDER = re.compile(r"event:[0-9]+ (?P<lead>day|hour) (?P<day>[0-9-]{10})")
_NOTE = re.compile(r"note:(?P<note_id>[0-9]{1,15})")

_delivery = sa.table(
    "delivery",
    sa.column("id", _ID),
    sa.column("chat_id", _ID),
    sa.column("kind", sa.String()),
    sa.column("subject", sa.String()),
    sa.column("state", sa.String()),
    sa.column("reason", sa.String()),
    sa.column("revision", sa.Integer()),
    sa.column("day", sa.Date()),
    sa.column("lead", sa.String()),
    sa.column("note_id", _ID),
    sa.column("told_in_id", _ID),
)
_chat = sa.table(
    "chat",
    sa.column("reminders", sa.String()),
    sa.column("remind_day", sa.Boolean()),
    sa.column("remind_hour", sa.Boolean()),
)


def upgrade() -> None:
    with op.batch_alter_table("chat", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("remind_day", sa.Boolean(), server_default=sa.text("false"), nullable=False)
        )
        batch_op.add_column(
            sa.Column("remind_hour", sa.Boolean(), server_default=sa.text("false"), nullable=False)
        )

    words = " " + _chat.c.reminders + " "
    op.execute(
        _chat.update().values(remind_day=words.like("% day %"), remind_hour=words.like("% hour %"))
    )
    with op.batch_alter_table("chat", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_chat_reminders_timezone_digest_at"))
        batch_op.drop_column("reminders")
        batch_op.create_index(
            batch_op.f("ix_chat_remind_day_timezone_digest_at"),
            ["remind_day", "timezone", "digest_at"],
            unique=False,
        )
        batch_op.create_index(
            batch_op.f("ix_chat_remind_hour_timezone_digest_at"),
            ["remind_hour", "timezone", "digest_at"],
            unique=False,
        )

    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.add_column(sa.Column("revision", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("day", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("lead", AutoString(), nullable=True))
        batch_op.add_column(sa.Column("note_id", _ID, nullable=True))
        batch_op.add_column(sa.Column("told_in_id", _ID, nullable=True))
        batch_op.create_foreign_key(
            batch_op.f("fk_delivery_note_id_note"), "note", ["note_id"], ["id"]
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_delivery_told_in_id_delivery"),
            "delivery",
            ["told_in_id"],
            ["id"],
            ondelete="SET NULL",
        )

    _fill()
    op.create_index(
        op.f("ix_delivery_told_in_id"),
        "delivery",
        ["told_in_id"],
        sqlite_where=sa.text("told_in_id IS NOT NULL"),
        postgresql_where=sa.text("told_in_id IS NOT NULL"),
    )


def downgrade() -> None:
    op.drop_index(op.f("ix_delivery_told_in_id"), table_name="delivery")
    catch_up = _delivery.alias("catch_up")
    told_in = sa.select(_WITHIN + catch_up.c.subject).where(catch_up.c.id == _delivery.c.told_in_id)
    told = _delivery.update().where(_delivery.c.told_in_id.is_not(None))
    op.execute(told.values(reason=told_in.scalar_subquery()))
    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_delivery_told_in_id_delivery"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_delivery_note_id_note"), type_="foreignkey")
        batch_op.drop_column("told_in_id")
        batch_op.drop_column("note_id")
        batch_op.drop_column("lead")
        batch_op.drop_column("day")
        batch_op.drop_column("revision")

    with op.batch_alter_table("chat", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reminders", AutoString(), server_default="", nullable=False))

    day = sa.case((_chat.c.remind_day.is_(True), "day"), else_="")
    hour = sa.case((_chat.c.remind_hour.is_(True), "hour"), else_="")
    op.execute(_chat.update().values(reminders=sa.func.trim(day + " " + hour)))
    with op.batch_alter_table("chat", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_chat_remind_hour_timezone_digest_at"))
        batch_op.drop_index(batch_op.f("ix_chat_remind_day_timezone_digest_at"))
        batch_op.drop_column("remind_hour")
        batch_op.drop_column("remind_day")
        batch_op.create_index(
            batch_op.f("ix_chat_reminders_timezone_digest_at"),
            ["reminders", "timezone", "digest_at"],
            unique=False,
        )


def _fill() -> None:
    """Give living rows in the new columns what their text says."""
    connection = op.get_bind()
    notes = set[int](connection.scalars(sa.select(sa.column("id")).select_from(sa.table("note"))))
    for page in _pages("subject", _delivery.c.kind.in_(["digest", "change", "reminder", "note"])):
        rows = [_said(row.kind, row.subject) | {"number": row.id} for row in page]
        for row in rows:
            if row["note_id"] not in notes:
                row["note_id"] = None
        connection.execute(_filled("revision", "day", "lead", "note_id"), rows)
    for page in _pages(
        "reason", _delivery.c.reason.startswith(_WITHIN) & (_delivery.c.state == "told")
    ):
        rows = []
        for row in page:
            here = (_delivery.c.chat_id == row.chat_id, _delivery.c.kind == "catchup")
            subject = row.reason.removeprefix(_WITHIN)
            catch_up = connection.scalar(
                sa.select(_delivery.c.id).where(*here, _delivery.c.subject == subject)
            )
            # Where the catch-up is forgotten already, the words stay.
            rows.append(
                {
                    "number": row.id,
                    "told_in_id": catch_up,
                    "reason": None if catch_up else row.reason,
                }
            )
        connection.execute(_filled("told_in_id", "reason"), rows)


def _pages(column: str, wanted: sa.ColumnElement[bool]) -> Iterator[list[Any]]:
    after = 0
    columns = (_delivery.c.id, _delivery.c.chat_id, _delivery.c.kind, _delivery.c[column])
    chosen = sa.select(*columns).where(wanted).order_by(_delivery.c.id).limit(_AT_A_TIME)
    while page := op.get_bind().execute(chosen.where(_delivery.c.id > after)).all():
        after = page[-1].id
        yield list(page)


def _filled(*columns: str) -> sa.Update:
    values = {name: sa.bindparam(name, type_=_delivery.c[name].type) for name in columns}
    return _delivery.update().where(_delivery.c.id == sa.bindparam("number")).values(values)


def _said(kind: str, subject: str) -> dict[str, Any]:
    """Return what a subject says; nothing for one in no form that was ever written."""
    said: dict[str, Any] = {"revision": None, "day": None, "lead": None, "note_id": None}
    if kind == "digest":
        said["day"] = _day(subject)
    elif kind == "change" and (match := _CHANGE.fullmatch(subject)):
        said["revision"] = int(match["revision"])
    elif kind == "reminder" and (match := _REMINDER.fullmatch(subject)):
        said |= {"lead": match["lead"], "day": _day(match["day"])}
    elif kind == "note" and (match := _NOTE.fullmatch(subject)):
        said["note_id"] = int(match["note_id"])
    return said


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
