"""A diary to be looked at: an ordinary week, a moved event, one called off, and hostile data.

Names, titles, offices, towns, proofs and addresses of the hostile ones are made of markup, of
signs that turn the direction of writing, of the tokens of `tests.hostile` and of words that no line
can hold.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import Select, func, select, update
from sqlmodel import Session, col

from storage import articles, event_outcomes, filed_reports
from storage.column_types import stored
from storage.event_changes import ChangedFacts
from storage.event_outcomes import NewOutcome
from storage.models import Article, Event, EventChange, Source
from tests.hostile import LETTERS, MARKS, NAMES
from tests.merging.reports import report
from tests.storage.things import article, event, filed, found, person, source

MARKUP = '</title></script><script>alert(1)</script><img src=x onerror="alert(1)">{{7*7}}{% x %}'
TURNED = "\u202eolleh\u202c \u2066x \u200b\u0000\x1b[2J"
ENDLESS = "Uzunsözlükuruluşunungenelsekreteryardımcılığındançıkanlarındandır" * 2
TOKENS = " ".join((*MARKS, *LETTERS, *NAMES))
SCRIPTED = "javascript:alert(document.domain)"

HOSTILE = (MARKUP, TURNED, ENDLESS, TOKENS)

CONFERENCE, FESTIVAL, TRAINING, OFF, UNDATED = 1, 2, 3, 4, 5
"""Ids of the ordinary events."""

PROOF = (
    "It was attended by Kubanychbek Omuraliev, Secretary General of the OTS, Sultan Raev, "
    "Secretary General of TURKSOY, and Ömer Kocaman."
)

ADOPTED = "At its end the participants adopted a joint declaration."


def fill(session: Session, now: datetime) -> None:
    """Store all of it."""
    conference(session, now)
    festival(session, now)
    filed(
        session,
        now,
        "Training of young restorers",
        kind="training",
        organizations=("turkic-heritage",),
        starts_on=date(2024, 4, 22),
        ends_on=date(2024, 4, 26),
        city="Khiva",
        city_id="khiva",
        country="Uzbekistan",
        country_code="UZ",
        participations=(person("Nigar Əhmədzadə"), person("Bobur Yoʻldoshxoʻjayev")),
    )
    called_off(session, now)
    filed(session, now, "Түркі академиясы сөздік таныстырды", language="kk", organizations=())


def fill_hostile(session: Session, now: datetime) -> None:
    """Store events all of whose texts are hostile."""
    for number, text in enumerate(HOSTILE):
        hostile(session, now, number, text)


def conference(session: Session, now: datetime) -> None:
    """Store a conference that two outlets report, with the reports."""
    people = (
        person("Kubanychbek Omuraliev", role="Secretary General"),
        person("Sultan Raev", role="Secretary General"),
        person("Ömer Kocaman"),
        person("Chinghiz Aitmatov", attended=False),
    )
    event_id = filed(
        session,
        now,
        "United in Heritage, Forward in Action",
        organizations=("ots", "turksoy", "turkic-academy"),
        starts_on=date(2024, 4, 23),
        ends_on=date(2024, 4, 23),
        city="Geneva",
        city_id="geneva",
        country="Switzerland",
        country_code="CH",
        venue="United Nations Office",
        date_proof="The conference was held on 23 April 2024.",
        place_proof="It took place at the United Nations Office in Geneva.",
        participations=tuple(replace(one, proof=PROOF) for one in people),
    )
    said = report(
        start=date(2024, 4, 23),
        end=date(2024, 4, 23),
        date_proof="The conference was held on 23 April 2024.",
        city="Geneva",
        city_id="geneva",
        country="Switzerland",
        country_code="CH",
        place_proof="It took place at the United Nations Office in Geneva.",
    )
    article_id = session.scalar(_article_of(event_id)) or 0
    filed_reports.file(session, article_id, said.stored(), ())
    came = NewOutcome("adopted", "declaration", (), ((article_id, "en", ADOPTED),))
    row = session.get_one(Event, event_id)
    event_outcomes.tell(session, row, (came,), [article_id], now)


def _article_of(event_id: int) -> Select[int]:
    return select(col(Article.id)).where(col(Article.event_id) == event_id)


def festival(session: Session, now: datetime) -> None:
    """Store a festival ahead that was moved by a week."""
    event_id = filed(
        session,
        now - timedelta(days=1),
        "Festival of Young Storytellers",
        kind="festival",
        tense="future",
        organizations=("turksoy",),
        starts_on=date(2024, 5, 23),
        ends_on=date(2024, 5, 25),
        city="Osh",
        city_id="osh",
        country="Kyrgyzstan",
        country_code="KG",
        participations=(person("Aylin Sarıkaya", role="Deputy Secretary General"),),
    )
    was = facts("Festival of Young Storytellers", date(2024, 5, 16), date(2024, 5, 18))
    became = facts("Festival of Young Storytellers", date(2024, 5, 23), date(2024, 5, 25))
    changed(session, event_id, now, was, became)


def called_off(session: Session, now: datetime) -> None:
    """Store a workshop of this week that was called off."""
    event_id = filed(
        session,
        now - timedelta(days=1),
        "Weaving workshop for schools",
        kind="training",
        tense="future",
        organizations=("turksoy",),
        starts_on=date(2024, 4, 27),
        city="Konya",
        city_id="konya",
        country="Türkiye",
        country_code="TR",
    )
    session.execute(
        update(Article)
        .where(col(Article.event_id) == event_id)
        .values(cancel_proof="The workshop is called off.")
    )
    session.get_one(Event, event_id).cancel_proof = "The workshop is called off."
    was = facts("Weaving workshop for schools", date(2024, 4, 27), None)
    changed(session, event_id, now, was, replace(was, cancelled=True))


def facts(title: str, first: date, last: date | None) -> ChangedFacts:
    """What, when and where of an event at one moment."""
    return ChangedFacts(title, "festival", first, last, "Osh", "Kyrgyzstan", "KG", None, False)


def changed(
    session: Session, event_id: int, now: datetime, was: ChangedFacts, became: ChangedFacts
) -> None:
    """Store a change that mattered."""
    session.add(
        EventChange(
            event_id=event_id,
            revision=1,
            changed_at=now - timedelta(hours=2),
            was=dict(was.stored()),
            became=dict(became.stored()),
        )
    )


def hostile(session: Session, now: datetime, number: int, text: str) -> None:
    """Store an event all of whose texts are hostile, from an outlet that is."""
    key = f"hostile-{number}"
    new = replace(
        article(key, title=text, text=text, published_at=now - timedelta(hours=1)),
        url=SCRIPTED,
        content_hash=key,
    )
    articles.add_new(session, source(session, now, key), [new], now)
    session.execute(update(Source).where(col(Source.key) == key).values(name=stored(text[:200])))
    article_id = session.scalar(select(func.max(col(Article.id)))) or 0
    people = tuple(
        replace(person(f"{text[:90]} {name}"), role=text[:300], affiliation=text[:200], proof=text)
        for name in ("Ali Veli", "Veli Ali", "Əli Aliyev")
    )
    tale = event(
        text[:500],
        organizations=("ots", "gone"),
        starts_on=date(2024, 4, 24),
        ends_on=date(2024, 4, 24),
        city=text[:80],
        city_id=f"?{stored(text[:40])}",
        country=text[:80],
        venue=text,
        date_proof=text,
        outcomes=(NewOutcome("declared", "capital", (text[:80],), ((article_id, "en", text),)),),
        place_proof=text,
        participations=people,
    )
    event_id = found(session, article_id, tale, now)
    was = facts(stored(text[:500]), date(2024, 4, 25), None)
    became = facts(stored(text[:500]), date(2024, 4, 24), None)
    changed(session, event_id, now, was, became)
