"""When an event last changed is found at once, for pages that hold until one does.

Revision 0022, after 0021.
"""

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_event_changed_at", "event", ["changed_at"])


def downgrade() -> None:
    op.drop_index("ix_event_changed_at", "event")
