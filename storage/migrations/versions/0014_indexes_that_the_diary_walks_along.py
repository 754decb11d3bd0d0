"""Indexes that the diary walks along, page by page, under any filter.

Revision 0014, after 0013.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_WALKS = (
    ("starts_on", "id"),
    ("ends_on", "starts_on", "id"),
    ("kind", "starts_on", "id"),
    ("kind", "id"),
    ("country_code", "starts_on", "id"),
    ("country_code", "id"),
    ("city_id", "starts_on", "id"),
    ("city_id", "id"),
)
_MERGED = sa.text("merged_into IS NOT NULL")


def upgrade() -> None:
    op.drop_index("ix_event_starts_on", "event")
    op.drop_index("ix_event_merged_into", "event")
    op.drop_index("ix_participation_person_id", "participation")
    for columns in _WALKS:
        op.create_index(_name(columns), "event", columns)
    op.create_index(
        "ix_event_merged_into",
        "event",
        ["merged_into"],
        sqlite_where=_MERGED,
        postgresql_where=_MERGED,
    )
    op.create_index(
        "ix_participation_person_id_event_id", "participation", ["person_id", "event_id"]
    )


def downgrade() -> None:
    op.drop_index("ix_participation_person_id_event_id", "participation")
    op.drop_index("ix_event_merged_into", "event")
    for columns in _WALKS:
        op.drop_index(_name(columns), "event")
    op.create_index("ix_participation_person_id", "participation", ["person_id"])
    op.create_index("ix_event_merged_into", "event", ["merged_into"])
    op.create_index("ix_event_starts_on", "event", ["starts_on"])


def _name(columns: tuple[str, ...]) -> str:
    return "_".join(("ix_event", *columns))
