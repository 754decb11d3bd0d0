"""What chats keep out of all that they follow.

Revision 0019, after 0018.
"""

import sqlalchemy as sa
from alembic import op

from storage.column_types import OutsideText, RowId

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "exclusion",
        sa.Column("chat_id", RowId, nullable=False),
        sa.Column("topic", sa.String(), nullable=False),
        sa.Column("subject", OutsideText(), nullable=False),
        sa.ForeignKeyConstraint(["chat_id"], ["chat.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("chat_id", "topic", "subject"),
    )
    op.create_index(
        op.f("ix_exclusion_topic_subject_chat_id"), "exclusion", ["topic", "subject", "chat_id"]
    )


def downgrade() -> None:
    op.drop_table("exclusion")
