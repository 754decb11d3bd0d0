"""Who heads which organisation since when, as articles attest it.

A head whom no article names any more is followed by the next.
"""

from collections.abc import Sequence

from sqlalchemy import case, func, select
from sqlmodel import Session, col

from storage.column_types import stored
from storage.models import Person, Tenure
from storage.sql import insert, run


def record(session: Session, tenure: Tenure) -> None:
    """Keep that an article names somebody at the head of an organisation on `tenure.first_seen_on`.

    The proof kept is that of the earliest article, unless a later one tells the day of taking
    office, which none had told.
    """
    values = tenure.model_dump(exclude={"id"}) | {
        "proof": stored(tenure.proof),
        "role": stored(tenure.role),
    }
    new = insert(session, Tenure).values(**values)
    earlier = new.excluded.first_seen_on < col(Tenure.first_seen_on)
    tells = new.excluded.since.is_not(None) & col(Tenure.since).is_(None)
    later = new.excluded.last_seen_on > col(Tenure.last_seen_on)
    better = tells | (earlier & col(Tenure.since).is_(None))
    anew = {
        "first_seen_on": case(
            (earlier, new.excluded.first_seen_on), else_=col(Tenure.first_seen_on)
        ),
        "last_seen_on": case((later, new.excluded.last_seen_on), else_=col(Tenure.last_seen_on)),
        "since": func.coalesce(col(Tenure.since), new.excluded.since),
        "article_id": case((better, new.excluded.article_id), else_=col(Tenure.article_id)),
        "proof": case((better, new.excluded.proof), else_=col(Tenure.proof)),
        "role": case((better, new.excluded.role), else_=col(Tenure.role)),
    }
    run(session, new.on_conflict_do_update(index_elements=["organization", "person_id"], set_=anew))


def heads(session: Session, organization: str | None = None) -> Sequence[tuple[Tenure, Person]]:
    """Return who heads and headed an organisation, or all, by organisation, the latest first."""
    began = func.coalesce(col(Tenure.since), col(Tenure.first_seen_on))
    chosen = select(Tenure, Person).join(Person, col(Person.id) == col(Tenure.person_id))
    if organization is not None:
        chosen = chosen.where(col(Tenure.organization) == organization)
    rows = session.execute(
        chosen.order_by(col(Tenure.organization), began.desc(), col(Tenure.id).desc())
    )
    return [(tenure, person) for tenure, person in rows]
