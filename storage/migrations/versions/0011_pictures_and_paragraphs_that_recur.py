"""The lead picture of an article, and what its outlet repeats under many.

Revision 0011, after 0010.
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

from storage.column_types import OutsideText

revision = "0011"
down_revision = "0010"
_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.add_column(sa.Column("picture_url", OutsideText(), nullable=True))
        batch_op.add_column(sa.Column("picture_width", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("picture_height", sa.Integer(), nullable=True))
    op.create_table(
        "sourceparagraph",
        sa.Column("source_id", _ID, nullable=False),
        sa.Column("sketch", sa.BigInteger(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("article_id", _ID, nullable=False),
        sa.Column("since", UTCDateTime(), nullable=False),
        sa.Column("seen_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"],
            ["source.id"],
            name=op.f("fk_sourceparagraph_source_id_source"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("source_id", "sketch", name=op.f("pk_sourceparagraph")),
    )
    op.create_index(op.f("ix_sourceparagraph_seen_at"), "sourceparagraph", ["seen_at"])


def downgrade() -> None:
    op.drop_table("sourceparagraph")
    with op.batch_alter_table("article", schema=None) as batch_op:
        batch_op.drop_column("picture_height")
        batch_op.drop_column("picture_width")
        batch_op.drop_column("picture_url")
