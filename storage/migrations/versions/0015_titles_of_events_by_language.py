"""What an event is called in each language, and what sort of gathering it is.

Revision 0015, after 0014.
"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("titles", sa.JSON(), server_default="{}", nullable=False))
        batch_op.add_column(sa.Column("gathering", sa.JSON(), server_default="{}", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_column("gathering")
        batch_op.drop_column("titles")
