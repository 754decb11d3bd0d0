"""Keys of articles as numbers of 64 bits, which cost a third of the room and of the time of text.

Revision 0008, after 0007.
"""

import hashlib
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import AutoString

revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None

_AT_A_TIME = 5_000
_ID = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    old = _renamed()
    new = _create(sa.Column('key', _ID, nullable=False, autoincrement=False))
    connection, after = op.get_bind(), ''
    while page := connection.execute(sa.select(old).where(old.c.key > after).order_by(old.c.key).limit(_AT_A_TIME)).all():
        after = page[-1].key
        rows = {_number(row.key): row.article_id for row in page}
        connection.execute(new.insert(), [{'key': key, 'article_id': article_id} for key, article_id in rows.items()])
    op.drop_table('articlekey_old')


def downgrade() -> None:
    _renamed()
    _create(sa.Column('key', AutoString(), nullable=False))
    op.drop_table('articlekey_old')
    # The text cannot be had back from the numbers; an article's other keys come again with the next poll that holds it.
    op.execute('INSERT INTO articlekey (key, article_id) SELECT identity, id FROM article')


def _renamed() -> sa.TableClause:
    """Put the table aside, without the names that the new one needs."""
    with op.batch_alter_table('articlekey', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_articlekey_article_id'))
    if op.get_bind().dialect.name == 'postgresql':
        op.execute('ALTER TABLE articlekey DROP CONSTRAINT pk_articlekey')
        op.execute('ALTER TABLE articlekey DROP CONSTRAINT fk_articlekey_article_id_article')
    op.rename_table('articlekey', 'articlekey_old')
    return sa.table('articlekey_old', sa.column('key', sa.String), sa.column('article_id', sa.BigInteger))


def _create(key: sa.Column[Any]) -> sa.Table:
    table = op.create_table(
        'articlekey',
        key,
        sa.Column('article_id', _ID, nullable=False),
        sa.ForeignKeyConstraint(['article_id'], ['article.id'], name=op.f('fk_articlekey_article_id_article'), ondelete='CASCADE'),
        sa.PrimaryKeyConstraint('key', name=op.f('pk_articlekey')),
    )
    with op.batch_alter_table('articlekey', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_articlekey_article_id'), ['article_id'], unique=False)
    return table


def _number(key: str) -> int:
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), 'big', signed=True)
