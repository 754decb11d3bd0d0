"""Who is meant in an article, by an admin's word.

Revision 0025, after 0024.
"""

import sqlalchemy as sa
from alembic import op

from storage.column_types import RowId

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "personruling",
        sa.Column("article_id", RowId, nullable=False),
        sa.Column("person_id", RowId, nullable=False),
        sa.Column("decision_id", RowId, nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
            name=op.f("fk_personruling_article_id_article"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_personruling_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["decision_id"],
            ["decision.id"],
            name=op.f("fk_personruling_decision_id_decision"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article_id", "person_id", name=op.f("pk_personruling")),
    )
    for column in ("person_id", "decision_id"):
        op.create_index(op.f(f"ix_personruling_{column}"), "personruling", [column])


def downgrade() -> None:
    op.drop_table("personruling")
