"""Chats that take nothing for a while, and when a paused one is tried again.

Revision 0012, after 0011.
"""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.column_types import OutsideText

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_chat = sa.table("chat", sa.column("state", sa.String()), sa.column("try_again_at", UTCDateTime()))


def upgrade() -> None:
    with op.batch_alter_table("chat", schema=None) as batch_op:
        batch_op.add_column(sa.Column("refusals", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("refused_since", UTCDateTime(), nullable=True))
        batch_op.add_column(sa.Column("refusal", OutsideText(), nullable=True))
        batch_op.add_column(sa.Column("refusal_told_at", UTCDateTime(), nullable=True))
        batch_op.add_column(sa.Column("try_again_at", UTCDateTime(), nullable=True))

    # One refusal of any sort had paused these for good.
    week_on = datetime.now(UTC) + timedelta(days=7)
    op.execute(_chat.update().where(_chat.c.state == "paused").values(try_again_at=week_on))
    for column in ("refused_since", "try_again_at"):
        there = sa.text(f"{column} IS NOT NULL")
        op.create_index(
            op.f(f"ix_chat_{column}"), "chat", [column], sqlite_where=there, postgresql_where=there
        )


def downgrade() -> None:
    op.drop_index(op.f("ix_chat_try_again_at"), table_name="chat")
    op.drop_index(op.f("ix_chat_refused_since"), table_name="chat")
    with op.batch_alter_table("chat", schema=None) as batch_op:
        batch_op.drop_column("try_again_at")
        batch_op.drop_column("refusal_told_at")
        batch_op.drop_column("refusal")
        batch_op.drop_column("refused_since")
        batch_op.drop_column("refusals")
