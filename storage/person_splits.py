"""Two people who were taken for one, parted by an admin's word, and put together again.

The word stands for the articles of the events that were told apart: whoever bears the name there
is the one whom the admin named, however often these events are summed up anew.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import cast, delete, select, update
from sqlmodel import Session, String, col

from storage import people
from storage.enums import Topic
from storage.errors import NotStored
from storage.event_changes import touch
from storage.models import (
    Article,
    Chat,
    Decision,
    Event,
    Exclusion,
    Participation,
    Person,
    PersonKey,
    PersonName,
    PersonRuling,
    Subscription,
    Tenure,
)
from storage.people import Spelling

KIND = "person split"
"""Of the decisions that this module keeps."""


@dataclass(frozen=True, slots=True)
class Part:
    """An event in which somebody took part or was named.

    Attributes:
        event_id: The event.
        title: Of the event.
        name: As it is written there.
        language: Of the article that the name is from (ISO 639-1), or None.
        office: The role, or None.
    """

    event_id: int
    title: str
    name: str
    language: str | None
    office: str | None


def parts(session: Session, person_id: int) -> list[Part]:
    """Return where somebody took part or was named, the latest event first.

    Raises:
        NotStored: There is no such person.
    """
    if people.get(session, person_id) is None:
        raise NotStored("person", person_id)
    statement = (
        select(Participation, col(Event.title), col(Article.language))
        .join(Event, col(Event.id) == col(Participation.event_id))
        .join(Article, col(Article.id) == col(Participation.article_id))
        .where(col(Participation.person_id) == person_id)
        .order_by(col(Participation.event_id).desc())
    )
    return [
        Part(part.event_id, title, part.name, language, part.role)
        for part, title, language in session.execute(statement)
    ]


def followers(session: Session, person_id: int) -> list[str]:
    """Return the chats that follow somebody, as "platform address"."""
    statement = (
        select(col(Chat.platform), col(Chat.address))
        .join(Subscription, col(Subscription.chat_id) == col(Chat.id))
        .where(col(Subscription.topic) == Topic.PERSON, col(Subscription.subject) == str(person_id))
        .order_by(col(Chat.id))
    )
    return [f"{platform} {address}" for platform, address in session.execute(statement)]


def split(
    session: Session,
    person_id: int,
    event_ids: Collection[int],
    made: int,
    spellings: Mapping[int, Collection[Spelling]],
    now: datetime,
) -> Decision:
    """Part somebody from the person who was meant in some of the events.

    Args:
        session: The transaction.
        person_id: Who was taken for both.
        event_ids: Those in which the other was meant.
        made: The other, who was added for this.
        spellings: Of both, by person: those under which each was met in the own events.
        now: The present, aware UTC.
    """
    mine = {spelling.name for spelling in spellings[person_id]}
    lost = [s for s in spellings[made] if s.name not in mine] if mine else []
    keys_left = frozenset[str]().union(*(s.keys for s in spellings[person_id]))
    keys_lost = frozenset[str]().union(*(s.keys for s in lost)) - keys_left
    was = {
        "person": person_id,
        "made": made,
        "names": [[spelling.name, spelling.language] for spelling in lost],
        "keys": sorted(keys_lost),
    }
    decision = Decision(kind=KIND, made_at=now, was=was)
    session.add(decision)
    session.flush()
    _rule(session, decision, person_id, made, event_ids)
    _move(session, person_id, made, event_ids, now)
    gone = [spelling.name for spelling in lost]
    of_person = col(PersonName.person_id) == person_id
    session.exec(delete(PersonName).where(of_person, col(PersonName.name).in_(gone)))
    of_person = col(PersonKey.person_id) == person_id
    session.exec(delete(PersonKey).where(of_person, col(PersonKey.key).in_(keys_lost)))
    people.remember_spellings(session, {made: spellings[made]})
    return decision


def _rule(
    session: Session, decision: Decision, person_id: int, made: int, event_ids: Collection[int]
) -> None:
    """Keep of every article of theirs which of the two is meant there."""
    held = select(col(Participation.event_id)).where(col(Participation.person_id) == person_id)
    told = select(col(Article.id), col(Article.event_id)).where(col(Article.event_id).in_(held))
    for article_id, event_id in session.execute(told).all():
        session.exec(
            delete(PersonRuling).where(
                col(PersonRuling.article_id) == article_id,
                col(PersonRuling.person_id) == person_id,
            )
        )
        meant = made if event_id in event_ids else person_id
        session.add(PersonRuling(article_id=article_id, person_id=meant, decision_id=decision.id))
    session.flush()


def _move(
    session: Session, person_id: int, made: int, event_ids: Collection[int], now: datetime
) -> None:
    """Let the other have the parts in these events, and the offices that their articles prove."""
    session.exec(
        update(Participation)
        .where(
            col(Participation.person_id) == person_id, col(Participation.event_id).in_(event_ids)
        )
        .values(person_id=made)
    )
    articles = select(col(Article.id)).where(col(Article.event_id).in_(event_ids))
    session.exec(
        update(Tenure)
        .where(col(Tenure.person_id) == person_id, col(Tenure.article_id).in_(articles))
        .values(person_id=made)
    )
    session.expire_all()
    for event_id in event_ids:
        touch(session, event_id, now)


def ruled(session: Session, article_ids: Collection[int]) -> set[int]:
    """Return the people whom admins say to be meant in any of these articles."""
    statement = select(col(PersonRuling.person_id)).where(
        col(PersonRuling.article_id).in_(article_ids)
    )
    return set(session.scalars(statement))


def undo(session: Session, decision: Decision, now: datetime) -> None:
    """Make one person again of two whom a decision parted; who follows either follows that one."""
    was, decision.undone_at = decision.was, now
    person_id, made = was["person"], was["made"]
    session.exec(delete(PersonRuling).where(col(PersonRuling.decision_id) == decision.id))
    events = select(col(Participation.event_id)).where(col(Participation.person_id) == made)
    event_ids = list(session.scalars(events))
    _give_back(session, Participation, "event_id", made, person_id)
    _give_back(session, Tenure, "organization", made, person_id)
    _follow(session, Subscription, made, person_id)
    _follow(session, Exclusion, made, person_id)
    names = select(PersonName).where(col(PersonName.person_id) == made)
    spellings = [(row.name, row.language) for row in session.scalars(names)]
    keys = select(col(PersonKey.key)).where(col(PersonKey.person_id) == made)
    found = frozenset({*session.scalars(keys), *was["keys"]})
    met = [Spelling(name, language, found) for name, language in (*spellings, *was["names"])]
    people.remember_spellings(session, {person_id: met})
    session.exec(delete(Person).where(col(Person.id) == made))
    session.expire_all()
    for event_id in event_ids:
        touch(session, event_id, now)


def _give_back(
    session: Session,
    table: type[Participation] | type[Tenure],
    once: str,
    made: int,
    person_id: int,
) -> None:
    """Let one have the other's rows, but where each has one with the same value in `once`."""
    field, owner = getattr(table, once), col(table.person_id)
    taken = list(session.scalars(select(field).where(owner == person_id)))
    session.exec(delete(table).where(owner == made, field.in_(taken)))
    session.exec(update(table).where(owner == made).values(person_id=person_id))


def _follow(
    session: Session, table: type[Subscription] | type[Exclusion], made: int, person_id: int
) -> None:
    """Let whoever follows the one, or wants no word of them, do so of the other."""
    of_people, subject = col(table.topic) == Topic.PERSON, col(table.subject)
    chats = select(col(table.chat_id)).where(of_people, subject == str(person_id))
    taken: Sequence[int] = session.scalars(chats).all()
    session.exec(
        delete(table).where(of_people, subject == str(made), col(table.chat_id).in_(taken))
    )
    session.exec(
        update(table)
        .where(of_people, subject == cast(str(made), String))
        .values(subject=str(person_id))
    )
