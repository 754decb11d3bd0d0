"""Events without a day are found by when they were found, for the week in which they stand.

Revision 0016, after 0015.
"""

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_event_starts_on_found_at", "event", ["starts_on", "found_at"])


def downgrade() -> None:
    op.drop_index("ix_event_starts_on_found_at", "event")
