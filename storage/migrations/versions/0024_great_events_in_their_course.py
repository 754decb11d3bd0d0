"""When great events began, and which chats are told in their course.

Revision 0024, after 0023.
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("begun_at", UTCDateTime(), nullable=True))
    with op.batch_alter_table("chat", schema=None) as batch_op:
        for name in ("remind_start", "remind_evening"):
            batch_op.add_column(
                sa.Column(name, sa.Boolean(), server_default=sa.text("true"), nullable=False)
            )


def downgrade() -> None:
    with op.batch_alter_table("chat", schema=None) as batch_op:
        batch_op.drop_column("remind_evening")
        batch_op.drop_column("remind_start")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_column("begun_at")
