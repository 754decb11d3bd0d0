"""Who is known by a name, and who is found by it."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.pipeline.known_people import find_by_sound, find_nearest, find_or_add
from storage.database import Database
from storage.models import Person


def test_spellings_that_fold_alike_are_one_person_under_the_name_first_met(
    database: Database,
) -> None:
    with database.transaction() as session:
        ids = find_or_add(session, ["Ömer Kocaman", "OMER KOCAMAN", "Kadir Yaman"])
        assert ids["Ömer Kocaman"] == ids["OMER KOCAMAN"] != ids["Kadir Yaman"]
        assert session.get_one(Person, ids["OMER KOCAMAN"]).name == "Ömer Kocaman"


def test_a_known_person_is_found_again(database: Database) -> None:
    with database.transaction() as session:
        before = find_or_add(session, ["Ömer Kocaman"])
    with database.transaction() as session:
        assert find_or_add(session, ["Omer Kocaman"]) == {"Omer Kocaman": before["Ömer Kocaman"]}


def test_a_name_of_nothing_is_nobody(database: Database) -> None:
    with database.transaction() as session:
        assert find_or_add(session, ["", " ", "'"]) == {}


def test_one_person_is_found_again_in_another_script(database: Database) -> None:
    with database.transaction() as session:
        ids = find_or_add(
            session,
            [
                "Kubanychbek Omuraliev",
                "Ömüraliyev Kubanıçbek",
                "Кубаничбек Омуралиев",
                "Almazbek Omuraliev",
            ],
        )
        assert len(set(ids.values())) == 2
        assert ids["Кубаничбек Омуралиев"] == ids["Kubanychbek Omuraliev"]


@given(names=st.lists(st.text(max_size=12), max_size=12))
@example(names=["A\x00B0"])
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_who_was_found_is_found_again_by_the_same_name(
    database: Database, names: list[str]
) -> None:
    with database.transaction() as session:
        ids = find_or_add(session, names)
        assert find_or_add(session, list(ids)) == ids


def test_a_name_of_absurd_length_is_stored_like_any_other(database: Database) -> None:
    with database.transaction() as session:
        assert len(find_or_add(session, ["Ә" * 9000, "Kadir Yaman"])) == 2


def test_a_name_in_any_spelling_or_script_finds_its_people_the_likest_first(
    database: Database,
) -> None:
    with database.transaction() as session:
        find_or_add(
            session,
            ["Kubanychbek Omuraliev", "Кубанычбек Омуралиев", "Omar Sultanov", "Sultan Raev"],
        )
        for typed in ("Ömüraliyev", "омуралиев", "Kubanıçbek", "omural"):
            assert [one.name for one in find_by_sound(session, typed)] == [
                "Kubanychbek Omuraliev"
            ], typed
        assert [one.name for one in find_by_sound(session, "Султан Раев")] == ["Sultan Raev"]
        assert find_by_sound(session, "%") == []


def test_a_slip_gets_the_nearest_names(database: Database) -> None:
    with database.transaction() as session:
        find_or_add(session, ["Kubanychbek Omuraliev", "Sultan Raev"])
        assert [one.name for one in find_nearest(session, "Omurlaiev")] == ["Kubanychbek Omuraliev"]
        assert find_nearest(session, "zzzzzz") == []
