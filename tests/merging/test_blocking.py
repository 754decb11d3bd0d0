"""Reports that could be of one event share a key, and those that could not are never compared."""

from datetime import timedelta
from typing import Any

from bot.merging.blocking import index_keys, lookup_keys
from bot.merging.report import Report
from tests.defaults import KNOWLEDGE
from tests.merging.reports import DAY, report


def meet(one: Report, two: Report) -> bool:
    return bool(index_keys(one, KNOWLEDGE) & lookup_keys(two, KNOWLEDGE))


def test_a_town_on_a_day_is_enough_whatever_the_organisation() -> None:
    assert meet(report("a"), report("b", organizations=("turksoy",)))


def test_a_town_that_the_catalogue_lacks_may_be_any() -> None:
    strange = report("b", city="Ескішеһір", city_id="?SKSKR", cities=frozenset({"?SKSKR"}))
    assert meet(report("a"), strange)
    assert meet(strange, report("a"))


def test_somebody_who_tells_is_a_key_for_a_month_in_any_script() -> None:
    later = DAY + timedelta(days=6)
    elsewhere = {"city_id": "osh", "cities": frozenset({"osh"}), "organizations": ("turksoy",)}
    moved = report(
        "b", "Эльчин Мурадлы", start=later, end=later, days=frozenset({later}), **elsewhere
    )
    assert meet(report("a", "Elchin Muradli"), moved)
    assert not meet(report("a", "Batyr Orazov"), moved)


def test_the_head_of_an_organisation_is_no_key() -> None:
    later = DAY + timedelta(days=6)
    elsewhere = {"city_id": "osh", "cities": frozenset({"osh"}), "organizations": ("turksoy",)}
    other = report(
        "b", "Kubanychbek Omuraliev", start=later, end=later, days=frozenset({later}), **elsewhere
    )
    assert not meet(report("a", "Kubanychbek Omuraliev"), other)


def test_last_years_edition_is_not_looked_at() -> None:
    last_year = DAY - timedelta(days=365)
    old = report(
        "b", start=last_year, end=last_year, days=frozenset({last_year}), published=last_year
    )
    assert not meet(report("a"), old)


def test_copies_meet_by_their_words_whatever_was_read_from_them() -> None:
    far = DAY + timedelta(days=300)
    copy = report(
        "b",
        start=far,
        end=far,
        days=frozenset({far}),
        city_id="osh",
        cities=frozenset({"osh"}),
        sketch=(1, 2, 3),
    )
    assert meet(report("a", sketch=(1, 2, 9)), copy)


def test_many_names_and_days_do_not_flood_the_index() -> None:
    many = report(
        "a",
        *(f"Name{chr(97 + n)} Surname{chr(97 + n)}ov" for n in range(26)),
        days=frozenset(DAY + timedelta(days=n) for n in range(200)),
    )
    assert len(index_keys(many, KNOWLEDGE)) < 200


def test_a_name_in_quotation_marks_is_a_key_for_a_month_in_any_script() -> None:
    elsewhere = {"city_id": "osh", "cities": frozenset({"osh"}), "organizations": ()}
    later = DAY + timedelta(days=4)
    days = {"start": later, "end": later, "days": frozenset({later})}
    one = report("a", quoted=frozenset({"коркут ата"}))
    assert meet(one, report("b", quoted=frozenset({"qo‘rqut ota"}), **elsewhere, **days))
    assert not meet(one, report("c", quoted=frozenset({"манас"}), **elsewhere, **days))
    said = "we shall open a fair of books in that town of ours"
    spoken = report("d", quoted=frozenset({said}), **elsewhere, **days)
    assert not meet(report("e", quoted=frozenset({said})), spoken)


def test_the_head_stands_for_the_body_where_none_is_named() -> None:
    nowhere: dict[str, Any] = {"city_id": None, "cities": frozenset(), "country_code": None}
    silent = report("a", "Sultan Raev", organizations=(), **nowhere)
    assert meet(silent, report("b", organizations=("turksoy",), **nowhere))
    assert not meet(silent, report("c", organizations=("turkpa",), **nowhere))
