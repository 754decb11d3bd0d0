"""A digest says what happened and what is coming, each event once, and is honest on a quiet day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.messages.digest import ITEMS, DigestContent, digest
from config.languages import INTERFACE_LANGUAGES
from tests.messages.records import FOUND, article, event, geneva, person, record, view

TODAY = date(2024, 4, 25)
OPENING = record(
    event(id=2, title="Turkic Week opens", starts_on=date(2024, 4, 22), city="Geneva"),
    people=(person(0, "Kubanychbek Omuraliev"),),
)
FESTIVAL = record(
    event(id=3, title="Song festival", starts_on=date(2024, 4, 21), city="Anau"), ("turksoy",)
)
SUMMIT = record(
    event(
        id=4,
        title="11th summit of the OTS",
        starts_on=date(2024, 11, 6),
        city="Bishkek",
        tense="future",
    )
)
BOARD = record(
    event(
        id=5, title="Board of governors", starts_on=date(2024, 5, 2), city="Astana", tense="future"
    )
)
FAIR = record(
    event(
        id=6,
        title="Book fair",
        starts_on=date(2024, 4, 24),
        ends_on=date(2024, 4, 26),
        city="Astana",
        tense="future",
    ),
    ("turksoy",),
    people=(person(0, "Sultan Raev"),),
)

CONTENT = DigestContent(
    day=TODAY,
    since=FOUND - timedelta(days=1),
    follows=("turksoy", "ots"),
    events=(geneva(), OPENING, FESTIVAL, SUMMIT),
    begun=(FAIR,),
    upcoming=(BOARD,),
    enabled=41,
    failing=1,
)

FULL = """\
Thursday 25 April · OTS, TURKSOY

TODAY
• 24–26 Apr, Astana · Book fair
  expected: Sultan Raev
  TURKSOY · KABAR

TOOK PLACE
• 21 Apr, Anau · Song festival
  TURKSOY · KABAR
• 22 Apr, Geneva · Turkic Week opens
  there: Kubanychbek Omuraliev
  OTS · KABAR
• 23 Apr, Geneva · United in Heritage, Forward in Action: Turkic Cooperation Organizations
  there: Kubanychbek Omuraliev, Shahin Mustafayev, Aktoty Raimkulova, Sultan Raev, Ömer Kocaman, \
Kadir Yaman, Omar Sultanov
  OTS · TURKSOY · TURKPA · Turkic Academy · Turkic Heritage Foundation · 2 outlets

NEW
• 6 Nov, Bishkek · 11th summit of the OTS
  KABAR

COMING UP
• 2 May, Astana · Board of governors

41 sources read, 1 failing"""


def test_a_full_day_reads_like_this() -> None:
    assert digest(view(), CONTENT).plain == FULL


def test_a_quiet_day_is_said_honestly() -> None:
    quiet = replace(CONTENT, events=(), begun=(), upcoming=(), failing=0)
    assert digest(view(), quiet).plain == (
        "Thursday 25 April · OTS, TURKSOY\n\nNo new events of OTS and TURKSOY since "
        "Wednesday 24 April, 08:30.\n\n41 sources read"
    )


def test_a_quiet_digest_names_the_known_events_that_were_reported_again() -> None:
    quiet = replace(CONTENT, events=(), begun=(), upcoming=(), again=((FESTIVAL, 2), (OPENING, 1)))
    plain = digest(view(), quiet).plain
    assert "No new events of OTS and TURKSOY since" in plain
    assert (
        "REPORTED AGAIN\n• 21 Apr, Anau · Song festival (2 articles)\n"
        "• 22 Apr, Geneva · Turkic Week opens (1 article)" in plain
    )
    assert quiet.is_quiet


def test_what_was_reported_again_and_is_ahead_stands_once_in_a_quiet_digest() -> None:
    ahead = CONTENT.upcoming[0]
    quiet = replace(CONTENT, events=(), begun=(), again=((ahead, 4), (OPENING, 1)))
    plain = digest(view(), quiet).plain
    assert "COMING UP\n• 2 May, Astana · Board of governors (4 articles)" in plain
    assert "REPORTED AGAIN\n• 22 Apr, Geneva · Turkic Week opens (1 article)" in plain
    assert plain.count("Board of governors") == 1
    alone = digest(view(), replace(quiet, again=((ahead, 4),))).plain
    assert "REPORTED AGAIN" not in alone


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_a_quiet_digest_says_in_one_sentence_since_when_there_is_nothing(language: str) -> None:
    quiet = replace(CONTENT, events=(), begun=(), upcoming=())
    said = digest(view(language), quiet).plain.split("\n\n")[1]
    assert view(language).moment(CONTENT.since) in said
    assert ". " not in said


def test_a_quiet_day_still_says_what_is_coming() -> None:
    assert (
        "COMING UP\n• 2 May, Astana · Board of governors"
        in digest(view(), replace(CONTENT, events=(), begun=())).plain
    )


def test_an_event_of_two_followed_organisations_stands_once() -> None:
    assert digest(view(), CONTENT).plain.count("United in Heritage") == 1


def test_what_came_as_a_card_takes_one_line_where_it_is_only_new() -> None:
    plain = digest(view(), replace(CONTENT, alerted=frozenset({1, 4}))).plain
    assert "NEW\n• 6 Nov, Bishkek · 11th summit of the OTS\n\n" in plain
    assert "there: Kubanychbek Omuraliev, Shahin Mustafayev" in plain


def test_whom_only_announcements_name_had_been_expected_and_is_not_there() -> None:
    both = record(OPENING.event, people=(person(0, "Omar Sultanov"), person(1, "Ayla Demir")))
    content = replace(CONTENT, events=(both,), announced={both.event.id: frozenset({1})})
    assert digest(view(), content).plain.count(
        "  there: Omar Sultanov\n  had been expected: Ayla Demir"
    )


def test_the_parts_of_an_event_hang_under_it() -> None:
    parts = [
        record(event(id=at, title=f"Part {at}", parent_id=2, starts_on=date(2024, 4, 22)))
        for at in range(20, 25)
    ]
    plain = digest(view(), replace(CONTENT, events=(OPENING, *parts))).plain
    assert "  also there: Part 20; Part 21; Part 22; + 2 more events\n" in plain
    assert plain.count("Part 20") == 1


def test_a_part_that_stands_at_another_moment_is_told_there() -> None:
    council = event(id=20, title="Council", parent_id=2, starts_on=date(2024, 4, 24))
    today = event(id=2, title="Summit", starts_on=date(2024, 4, 25))
    plain = digest(view(), replace(CONTENT, events=(record(today), record(council)))).plain
    now, over = plain.partition("TOOK PLACE")[::2]
    assert "Summit" in now
    assert "Council" not in now
    assert "• 24 Apr · Council" in over


def test_another_years_event_shows_its_year() -> None:
    old = replace(CONTENT, events=(record(event(starts_on=date(2023, 12, 30))),), upcoming=())
    assert "• 30 December 2023 · Board meeting" in digest(view(), old).plain


def test_without_a_day_it_is_said_when_it_was_reported() -> None:
    bare = replace(CONTENT, events=(record(event(), articles=(article("TURKSOY"),)),), upcoming=())
    assert "NEW\n• reported 25 Apr · Board meeting\n  TURKSOY" in digest(view(), bare).plain


def test_a_flood_of_events_is_counted() -> None:
    flood = tuple(
        record(event(id=at, title=f"Event {at}", starts_on=date(2024, 4, 1)))
        for at in range(1, ITEMS + 6)
    )
    plain = digest(view(), replace(CONTENT, events=flood, begun=(), upcoming=())).plain
    assert plain.count("• ") == ITEMS
    assert "\n+ 5 more events\n" in plain


def test_the_heading_names_a_few_of_many_and_counts_the_rest() -> None:
    many = replace(CONTENT, follows=("tcci", "turkpa", "turksoy", "ots", "turkunib"))
    assert digest(view(), many).plain.startswith("Thursday 25 April · OTS, TURKSOY, TURKPA + 2\n")
