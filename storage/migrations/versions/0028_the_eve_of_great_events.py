"""Which events are great, and which chats are told of them on the evening before.

Revision 0028, after 0027.
"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("is_great", sa.Boolean(), server_default=sa.text("false"), nullable=False)
        )
    with op.batch_alter_table("chat", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("remind_eve", sa.Boolean(), server_default=sa.text("true"), nullable=False)
        )


def downgrade() -> None:
    with op.batch_alter_table("chat", schema=None) as batch_op:
        batch_op.drop_column("remind_eve")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_column("is_great")
