"""An article that names a body's head and no body speaks of that body."""

import pytest

from bot.merging.headed import bodies_of
from tests.defaults import KNOWLEDGE
from tests.merging.reports import person, report
from tests.merging.test_similarity import weight


def test_what_is_named_counts_and_nothing_else() -> None:
    assert bodies_of(report("a", "Sultan Raev"), KNOWLEDGE) == {"ots"}


@pytest.mark.parametrize("name", ["Aktoty Raimkulova", "Ақтоты Райымқұлова", "Aktotı Raimkulova"])
def test_a_head_who_was_read_stands_for_the_body(name: str) -> None:
    assert bodies_of(report("a", name, organizations=()), KNOWLEDGE) == {"turkic-heritage"}


def test_all_words_of_a_heads_name_stand_for_the_body_and_one_does_not() -> None:
    unread = report("a", organizations=(), names=frozenset({"SKN", "NSTF"}))
    assert bodies_of(unread, KNOWLEDGE) == {"turkic-academy"}
    for code in ("NSTF", "SLTN"):
        one = report("a", organizations=(), names=frozenset({code}))
        assert bodies_of(one, KNOWLEDGE) == frozenset()


def test_a_namesake_of_a_head_stands_for_nobody() -> None:
    deputy = person("Şahin Mustafayev", "Deputy Prime Minister", "Azerbaijan")
    assert bodies_of(report("a", people=(deputy,), organizations=()), KNOWLEDGE) == frozenset()


def test_the_head_of_the_others_body_speaks_for_one_event_and_no_body_little_against() -> None:
    told = report("a", organizations=("turksoy",))
    by_head = weight("organisations", told, report("b", "Sultan Raev", organizations=()))
    silent = weight("organisations", told, report("c", organizations=()))
    other = weight("organisations", told, report("d", organizations=("turkpa",)))
    assert by_head > 0 > silent > other
