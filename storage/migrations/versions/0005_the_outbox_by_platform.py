"""Deliveries know their platform, so that what is due on one is found at once; chats can be held.

Revision 0005, after 0004.
"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table('chat', schema=None) as batch_op:
        batch_op.add_column(sa.Column('held_until', UTCDateTime(), nullable=True))

    with op.batch_alter_table('delivery', schema=None) as batch_op:
        batch_op.add_column(sa.Column('platform', AutoString(), nullable=True))
        batch_op.drop_index(batch_op.f('ix_delivery_state_next_attempt_at_id'))

    op.execute("UPDATE delivery SET platform = (SELECT chat.platform FROM chat WHERE chat.id = delivery.chat_id)")

    with op.batch_alter_table('delivery', schema=None) as batch_op:
        batch_op.alter_column('platform', existing_type=AutoString(), nullable=False)
        batch_op.create_index(
            batch_op.f('ix_delivery_state_platform_kind_next_attempt_at_id'),
            ['state', 'platform', 'kind', 'next_attempt_at', 'id'],
            unique=False,
        )


def downgrade() -> None:
    with op.batch_alter_table('delivery', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_delivery_state_platform_kind_next_attempt_at_id'))
        batch_op.create_index(batch_op.f('ix_delivery_state_next_attempt_at_id'), ['state', 'next_attempt_at', 'id'], unique=False)
        batch_op.drop_column('platform')

    with op.batch_alter_table('chat', schema=None) as batch_op:
        batch_op.drop_column('held_until')
