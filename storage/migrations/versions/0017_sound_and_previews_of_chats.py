"""For which messages a chat is rung, and how large it wants the preview of a link.

Revision 0017, after 0016.
"""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("chat", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("sound", sa.String(), server_default="alerts", nullable=False)
        )
        batch_op.add_column(
            sa.Column("preview", sa.String(), server_default="none", nullable=False)
        )


def downgrade() -> None:
    with op.batch_alter_table("chat", schema=None) as batch_op:
        batch_op.drop_column("preview")
        batch_op.drop_column("sound")
