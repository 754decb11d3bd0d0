"""What articles say that found no event and may go to one.

Revision 0031, after 0030.
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString


revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "joiningreport",
        sa.Column("article_id", ROW_ID, nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
            name=op.f("fk_joiningreport_article_id_article"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_joiningreport")),
    )
    op.create_table(
        "joiningkey",
        sa.Column("key", AutoString(), nullable=False),
        sa.Column("article_id", ROW_ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["joiningreport.article_id"],
            name=op.f("fk_joiningkey_article_id_joiningreport"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("key", "article_id", name=op.f("pk_joiningkey")),
    )
    with op.batch_alter_table("joiningkey", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_joiningkey_article_id"), ["article_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("joiningkey", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_joiningkey_article_id"))
    op.drop_table("joiningkey")
    op.drop_table("joiningreport")
