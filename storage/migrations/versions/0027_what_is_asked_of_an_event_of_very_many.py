"""Indexes that an event of very many reports is asked along.

Revision 0027, after 0026.
"""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

CALLS_OFF = "ix_article_that_calls_off"
ONE_OF_FEW = sa.text("cancel_proof IS NOT NULL")


def upgrade() -> None:
    op.create_index("ix_article_event_id_published_at", "article", ["event_id", "published_at"])
    op.drop_index("ix_article_event_id", table_name="article")
    op.create_index("ix_participation_event_id_position", "participation", ["event_id", "position"])
    op.create_index(
        CALLS_OFF, "article", ["event_id"], sqlite_where=ONE_OF_FEW, postgresql_where=ONE_OF_FEW
    )


def downgrade() -> None:
    op.drop_index(CALLS_OFF, table_name="article")
    op.drop_index("ix_participation_event_id_position", table_name="participation")
    op.create_index("ix_article_event_id", "article", ["event_id"])
    op.drop_index("ix_article_event_id_published_at", table_name="article")
