"""Who heads which organisation, as an event's reports say it."""

import pytest

from bot.merging.fusion import summary
from bot.merging.headships import Headship, find_headships, headed
from bot.merging.report import Report
from tests.defaults import KNOWLEDGE
from tests.merging.reports import DAY, person, report


def heads(*reports: Report) -> tuple[Headship, ...]:
    return find_headships(summary(reports, KNOWLEDGE), KNOWLEDGE)


@pytest.mark.parametrize(
    ("role", "affiliation", "organization"),
    [
        ("Secretary General", "Organization of Turkic States", "ots"),
        ("Genel Sekreter", "TDT", "ots"),
        ("генеральный секретарь", "ТЮРКСОЙ", "turksoy"),
        ("Bas katib", None, None),
        ("President", "Turkic Academy", "turkic-academy"),
        ("Deputy Secretary General", "Organization of Turkic States", None),
        ("заместитель генерального секретаря", "ОТГ", None),
        ("former Secretary General", "TURKPA", None),
        ("President", "Kazakhstan", None),
        ("minister", "Organization of Turkic States", None),
        (None, None, None),
    ],
)
def test_the_head_is_told_from_deputies_and_from_heads_of_other_things(
    role: str | None, affiliation: str | None, organization: str | None
) -> None:
    assert headed(person("Ramil Hasan", role, affiliation), KNOWLEDGE) == organization


def test_an_election_gives_the_day_of_taking_office() -> None:
    who = person("Ramil Hasan", "Secretary General", "TURKPA")
    (one,) = heads(report("a", people=(who,), kind="appointment", organizations=("turkpa",)))
    assert (one.organization, one.since, one.report) == ("turkpa", DAY, "a")


def test_any_other_event_only_attests_the_office() -> None:
    who = person("Ramil Hasan", "Secretary General", "TURKPA")
    (one,) = heads(report("a", people=(who,), organizations=("turkpa",)))
    assert one.since is None


def test_of_two_heads_at_an_election_none_is_taken_for_the_new_one() -> None:
    both = (
        person("Ramil Hasan", "Secretary General", "TURKPA"),
        person("Mehmet Süreyya Er", "Secretary General", "TURKPA"),
    )
    found = heads(report("a", people=both, kind="election", organizations=("turkpa",)))
    assert [one.since for one in found] == [None, None]
