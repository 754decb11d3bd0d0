"""Which chats have each week and each month summed up.

Revision 0021, after 0020.
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

PERIODS = ("week", "month")


def upgrade() -> None:
    with op.batch_alter_table("chat", schema=None) as batch_op:
        for period in PERIODS:
            name = f"review_{period}"
            batch_op.add_column(
                sa.Column(name, sa.Boolean(), server_default=sa.text("false"), nullable=False)
            )
            batch_op.create_index(
                batch_op.f(f"ix_chat_{name}_timezone_digest_at"),
                [name, "timezone", "digest_at"],
                unique=False,
            )


def downgrade() -> None:
    with op.batch_alter_table("chat", schema=None) as batch_op:
        for period in PERIODS:
            batch_op.drop_index(batch_op.f(f"ix_chat_review_{period}_timezone_digest_at"))
            batch_op.drop_column(f"review_{period}")
