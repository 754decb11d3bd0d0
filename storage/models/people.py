"""Who is known, under which names, and who heads what."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from storage.column_types import OutsideText, RowId
from storage.models.base import Table


class Person(Table, table=True):
    """Somebody under all their spellings."""

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    name: str = Field(sa_type=OutsideText)
    key: str = Field(index=True, sa_type=OutsideText, description="folded name; namesakes share it")
    sound: str = Field(
        default="",
        sa_type=OutsideText,
        sa_column_kwargs={"server_default": ""},
        description="what all spellings of the name share",
    )


class PersonName(Table, table=True):
    """A spelling under which somebody was met."""

    person_id: int = Field(
        foreign_key="person.id", primary_key=True, sa_type=RowId, ondelete="CASCADE"
    )
    name: str = Field(primary_key=True, sa_type=OutsideText)
    language: str | None = Field(default=None, description="of the article that first wrote it so")


class PersonKey(Table, table=True):
    """A key under which somebody is found by the sound of two words of the name, or of one."""

    key: str = Field(primary_key=True)
    person_id: int = Field(
        foreign_key="person.id", primary_key=True, sa_type=RowId, ondelete="CASCADE", index=True
    )


class Tenure(Table, table=True):
    """Who heads which organisation, as articles attest it."""

    __table_args__ = (UniqueConstraint("organization", "person_id"),)

    id: int = Field(default=None, primary_key=True, sa_type=RowId)
    organization: str = Field(description="id in organizations.toml")
    person_id: int = Field(foreign_key="person.id", sa_type=RowId, ondelete="CASCADE", index=True)
    role: str = Field(sa_type=OutsideText, description="as first attested")
    since: date | None = Field(
        default=None, description="day of taking office, where an article reports it"
    )
    first_seen_on: date = Field(
        description="day of the first article that names the person in this office"
    )
    last_seen_on: date
    article_id: int = Field(
        foreign_key="article.id",
        sa_type=RowId,
        ondelete="CASCADE",
        index=True,
        description="of the proof",
    )
    proof: str = Field(sa_type=OutsideText)


class PersonRuling(Table, table=True):
    """Whom an admin says to be meant where an article names somebody of this person's name."""

    article_id: int = Field(
        foreign_key="article.id", primary_key=True, sa_type=RowId, ondelete="CASCADE"
    )
    person_id: int = Field(
        foreign_key="person.id", primary_key=True, sa_type=RowId, ondelete="CASCADE", index=True
    )
    decision_id: int = Field(
        foreign_key="decision.id", sa_type=RowId, ondelete="CASCADE", index=True
    )
