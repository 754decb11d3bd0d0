"""An article is filed with the event that it reports: joined, founded or told anew.

All in one transaction.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlmodel import col

from bot.pipeline.file_events import Filing
from storage import events, headships
from storage.database import Database
from storage.enums import DeliveryKind
from storage.models import Delivery, Event, Person, PersonName
from tests.defaults import FILER
from tests.merging.reports import DAY, person
from tests.pipeline.filing import (
    HOUR,
    File,
    arrived,
    article_id,
    deliveries,
    event_of,
    file,
    follower,
    sent,
)

__all__ = ["file"]


def test_two_outlets_in_two_languages_report_one_event_with_one_card(
    database: Database, file: File
) -> None:
    first = file("a", "Elchin Muradli", "Sultan Raev")
    second = file("b", "Эльчин Мурадлы", language="ru", city="Будапешт")
    assert first.new
    assert second == Filing(first.event_id, new=False, alerts=0, edits=0)
    with database.transaction() as session:
        record = events.record(session, first.event_id)
        assert [one.source for one in record.articles] == ["Kabar", "Kabar"]
        assert [one.name for one in record.participations] == ["Elchin Muradli", "Sultan Raev"]
        assert session.scalar(select(func.count()).select_from(Person)) == 2
        spellings = set(session.scalars(select(col(PersonName.name))))
    assert spellings == {"Elchin Muradli", "Эльчин Мурадлы", "Sultan Raev"}


def test_each_participant_keeps_the_article_that_the_proof_stands_in(
    database: Database, file: File
) -> None:
    event_id = file("a", "Elchin Muradli").event_id
    file("b", "Elçin Muradlı", "Batyr Orazov")
    with database.transaction() as session:
        proofs = {
            one.name: one.article_id for one in events.record(session, event_id).participations
        }
        assert proofs == {
            "Elchin Muradli": article_id(session, "a"),
            "Batyr Orazov": article_id(session, "b"),
        }


def test_a_card_that_was_sent_is_owed_an_edit_when_a_second_source_comes(
    database: Database, file: File, now: datetime
) -> None:
    chat = follower(database, now)
    event_id = file("a", "Elchin Muradli").event_id
    sent(database, chat, event_id, now)
    assert file("b", "Elçin Muradlı", at=now + HOUR) == Filing(
        event_id, new=False, alerts=0, edits=1
    )
    with database.transaction() as session:
        assert deliveries(session) == [("alert", event_id, "sent"), ("edit", event_id, "pending")]


def test_one_edit_waits_at_a_time_and_is_owed_again_after_it_was_sent(
    database: Database, file: File, now: datetime
) -> None:
    chat = follower(database, now)
    event_id = file("a", "Elchin Muradli").event_id
    sent(database, chat, event_id, now)
    file("b", "Elçin Muradlı")
    file("c", "Elçin Muradlı", "Batyr Orazov")
    with database.transaction() as session:
        (edit,) = session.scalars(
            select(Delivery).where(col(Delivery.kind) == DeliveryKind.EDIT)
        ).all()
        arrived(session, edit.id, now)
    file("d", "Elçin Muradlı", "Maral Annayeva")
    with database.transaction() as session:
        assert deliveries(session) == [("alert", event_id, "sent"), ("edit", event_id, "pending")]


def test_a_card_that_waits_to_be_sent_needs_no_edit(
    database: Database, file: File, now: datetime
) -> None:
    follower(database, now)
    file("a", "Elchin Muradli")
    assert file("b", "Elçin Muradlı").edits == 0


def test_another_event_of_the_same_day_town_and_organisation_stays_apart(
    database: Database, file: File
) -> None:
    one = file("a", "Kubanychbek Omuraliev", "Gergely Szentmiklósi", "Tamás Erdélyi")
    two = file("b", "Kubanychbek Omuraliev", "Batyr Orazov", "Gülşat Annayeva")
    assert one.event_id != two.event_id
    with database.transaction() as session:
        people = {
            one.name: one.person_id
            for event in (one, two)
            for one in events.record(session, event.event_id).participations
        }
    assert len(set(people.values())) == 5


def test_an_announcement_becomes_the_report_and_its_tense_moves_on(
    database: Database, file: File
) -> None:
    event_id = file(
        "a", "Elchin Muradli", tense="future", published=DAY - timedelta(days=5)
    ).event_id
    assert file("b", "Elchin Muradli", published=DAY + timedelta(days=1)).event_id == event_id
    with database.transaction() as session:
        assert events.record(session, event_id).event.tense == "past"


def test_a_part_of_a_summit_knows_its_parent_whichever_came_first(
    database: Database, file: File
) -> None:
    part = file(
        "a",
        "Rustam Kholmatov",
        "Azamat Beishenov",
        formats=("council",),
        lead_topics=frozenset({"customs"}),
    )
    whole = file(
        "b",
        "Viktor Orbán",
        "Ilham Aliyev",
        kind="summit",
        formats=("summit",),
        lead_topics=frozenset({"water"}),
    )
    with database.transaction() as session:
        assert session.get_one(Event, part.event_id).parent_id == whole.event_id
        assert session.get_one(Event, whole.event_id).parent_id is None


def test_a_council_beside_its_assembly_knows_it(database: Database, file: File) -> None:
    whole = file("a", "Viktor Orbán", formats=("assembly",), lead_topics=frozenset({"water"}))
    part = file(
        "b",
        "Rustam Kholmatov",
        "Azamat Beishenov",
        formats=("council",),
        lead_topics=frozenset({"customs"}),
    )
    with database.transaction() as session:
        assert session.get_one(Event, part.event_id).parent_id == whole.event_id


def test_an_article_that_shows_that_two_events_are_one_merges_them_into_the_older(
    database: Database, file: File, now: datetime
) -> None:
    chat = follower(database, now)
    nowhere: dict[str, Any] = {
        "city": None,
        "city_id": None,
        "cities": frozenset(),
        "country_code": None,
        "country": None,
    }
    older = file("a", "Elchin Muradli", "Batyr Orazov", **nowhere)
    younger = file("b", "Maral Annayeva", "Halil Dağaşan", numbers=frozenset({"121"}))
    assert older.event_id != younger.event_id
    for event_id in (older.event_id, younger.event_id):
        sent(database, chat, event_id, now)
    everybody = ("Elchin Muradli", "Batyr Orazov", "Maral Annayeva", "Halil Dağaşan")
    last = file("c", *everybody, numbers=frozenset({"121"}))
    assert last.event_id == older.event_id
    with database.transaction() as session:
        assert session.get_one(Event, younger.event_id).merged_into == older.event_id
        assert events.record(session, younger.event_id) == events.record(session, older.event_id)
        assert {event_of(session, key) for key in "abc"} == {older.event_id}
        assert [one.event.id for one in events.records(session)] == [older.event_id]
        assert ("edit", older.event_id, "pending") in deliveries(session)


def test_the_order_of_arrival_makes_no_difference(database: Database, file: File) -> None:
    nowhere: dict[str, Any] = {
        "city": None,
        "city_id": None,
        "cities": frozenset(),
        "country_code": None,
        "country": None,
    }
    everybody = ("Elchin Muradli", "Batyr Orazov", "Maral Annayeva", "Halil Dağaşan")
    file("z", *everybody, numbers=frozenset({"121"}))
    file("y", "Maral Annayeva", "Halil Dağaşan", numbers=frozenset({"121"}))
    file("x", "Elchin Muradli", "Batyr Orazov", **nowhere)
    with database.transaction() as session:
        assert len({event_of(session, key) for key in "xyz"}) == 1


def test_namesakes_of_different_callings_are_two_people(database: Database, file: File) -> None:
    minister = person("Mehmet Yılmaz", "Minister of Trade", "Türkiye")
    singer = person("Mehmet Yılmaz", "singer", "Ankara Opera")
    one = file("a", people=(minister,))
    two = file(
        "b",
        people=(singer,),
        kind="festival",
        city_id="ankara",
        cities=frozenset({"ankara"}),
        organizations=("turksoy",),
    )
    with database.transaction() as session:
        ids = {
            events.record(session, event.event_id).participations[0].person_id
            for event in (one, two)
        }
    assert len(ids) == 2


def test_an_alert_for_an_event_that_turned_out_to_be_another_is_not_sent_twice(
    database: Database, file: File, now: datetime
) -> None:
    follower(database, now)
    one = file("a", "Elchin Muradli", "Sultan Raev")
    two = file("b", "Batyr Orazov", "Maral Annayeva", kind="visit")
    with database.transaction() as session:
        FILER.join(session, [one.event_id, two.event_id], now)
        assert deliveries(session) == [
            ("alert", one.event_id, "pending"),
            ("alert", two.event_id, "cancelled"),
        ]


def test_a_card_of_an_event_that_turned_out_to_be_another_goes_on_as_its_card(
    database: Database, file: File, now: datetime
) -> None:
    one = file("a", "Elchin Muradli", "Sultan Raev")
    chat = follower(database, now)
    two = file("b", "Batyr Orazov", "Maral Annayeva", kind="visit")
    sent(database, chat, two.event_id, now)
    with database.transaction() as session:
        FILER.join(session, [one.event_id, two.event_id], now)
        assert deliveries(session) == [
            ("alert", one.event_id, "sent"),
            ("edit", one.event_id, "pending"),
        ]


def test_who_heads_an_organisation_is_kept_with_the_proof(database: Database, file: File) -> None:
    who = person("Ramil Hasan", "Secretary General", "TURKPA")
    file("a", people=(who,), kind="appointment", organizations=("turkpa",))
    with database.transaction() as session:
        ((tenure, holder),) = headships.heads(session)
        assert tenure.article_id == article_id(session, "a")
    assert (tenure.organization, holder.name, tenure.since, tenure.proof) == (
        "turkpa",
        "Ramil Hasan",
        DAY,
        "Ramil Hasan spoke.",
    )


def test_a_name_left_in_its_case_is_somebody_who_is_known_already(
    database: Database, file: File
) -> None:
    file("a", people=(person("Ramil Hasan", "Secretary General", "TURKPA"),))
    file(
        "b",
        language="ru",
        people=(person("Рамилем Гасаном", "генеральный секретарь", "ТюркПА"),),
    )
    with database.transaction() as session:
        assert session.scalars(select(col(Person.name))).all() == ["Ramil Hasan"]
