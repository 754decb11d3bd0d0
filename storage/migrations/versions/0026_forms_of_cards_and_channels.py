"""How much the cards of a chat tell, their hashtags, and which chats are channels.

Revision 0026, after 0025.
"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("chat", schema=None) as batch_op:
        batch_op.add_column(sa.Column("form", sa.String(), server_default="long", nullable=False))
        for name in ("hashtags", "is_channel"):
            batch_op.add_column(
                sa.Column(name, sa.Boolean(), server_default=sa.text("false"), nullable=False)
            )


def downgrade() -> None:
    with op.batch_alter_table("chat", schema=None) as batch_op:
        batch_op.drop_column("is_channel")
        batch_op.drop_column("hashtags")
        batch_op.drop_column("form")
