"""What came of events, and when it became known.

Revision 0030, after 0029.
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime


revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None

KNOWN = sa.text("outcome_at IS NOT NULL")


def upgrade() -> None:
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("outcomes", sa.JSON(), server_default="[]", nullable=False)
        )
        batch_op.add_column(sa.Column("outcome_at", UTCDateTime(), nullable=True))
        batch_op.create_index(
            batch_op.f("ix_event_outcome_at"),
            ["outcome_at"],
            unique=False,
            sqlite_where=KNOWN,
            postgresql_where=KNOWN,
        )


def downgrade() -> None:
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_outcome_at"))
        batch_op.drop_column("outcome_at")
        batch_op.drop_column("outcomes")
