"""Who is known, under every spelling that was met."""

from datetime import datetime

from storage import people
from storage.database import Database
from storage.people import Spelling
from tests.storage.things import filed, person


def test_somebody_is_found_by_the_keys_that_came_with_the_spellings(database: Database) -> None:
    with database.transaction() as session:
        yaman = people.add(session, "Kadir Yaman", "kdr ymn")
        spellings = [Spelling("Kadir Yaman", "en", frozenset({"k", "y", "k y"}))]
        people.remember_spellings(session, {yaman: spellings})
        ((candidate, shared),) = people.sharing(session, {"k y", "y", "z"}).values()
        assert candidate.id == yaman
        assert candidate.names == (("Kadir Yaman", "en"),)
        assert shared == {"k y", "y"}


def test_a_spelling_met_twice_is_kept_once(database: Database) -> None:
    with database.transaction() as session:
        yaman = people.add(session, "Kadir Yaman", "kdr ymn")
        for _ in range(2):
            people.remember_spellings(
                session, {yaman: [Spelling("Кадыр Яман", "ky", frozenset({"k y"}))]}
            )
        assert people.spellings(session, [yaman]) == ["Кадыр Яман"]


def test_people_come_in_the_order_that_was_asked_for(database: Database) -> None:
    with database.transaction() as session:
        first, second = people.add(session, "A B", "b"), people.add(session, "C D", "c d")
        found = people.by_ids(session, [second, 999, first])
        assert [one.id for one in found] == [second, first]
        assert [known for known, _name in people.latest_names(session, 1)] == [second]


def test_a_key_is_looked_for_by_its_letters_alone(database: Database) -> None:
    with database.transaction() as session:
        yaman = people.add(session, "Kadir Yaman", "kdr ymn")
        spelling = Spelling("Kadir Yaman", "en", frozenset({"kdr", "ymn"}))
        people.remember_spellings(session, {yaman: [spelling]})
        assert [one.id for one, _ in people.found_by_beginnings(session, ["kd", "ym"])] == [yaman]
        assert people.found_by_beginnings(session, ["kd", "%"]) == []


def test_the_office_named_last_comes_with_its_body_in_two_parts(
    database: Database, now: datetime
) -> None:
    with database.transaction() as session:
        filed(session, now, participations=(person("Kadir Yaman", role="Chairman"),))
        ((yaman, _name),) = people.latest_names(session, 1)
        assert people.last_office(session, [yaman]) == ("Chairman", None)
        assert people.last_office(session, []) is None
