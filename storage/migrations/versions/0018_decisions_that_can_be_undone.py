"""What admins decided about events, with what was before, so that it can be undone.

Revision 0018, after 0017.
"""

import sqlalchemy as sa
from alembic import op

from storage.column_types import RowId

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "decision",
        sa.Column("id", RowId, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("was", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
    )


def downgrade() -> None:
    op.drop_table("decision")
