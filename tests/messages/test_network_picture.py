"""Who met whom: people are told apart by who they are, ties are counted by events, and the picture
is drawn whatever the names."""

import io

from PIL import Image

from bot.messages.network_picture import MOST, acquaintance, draw
from storage.models import Participation
from tests.messages.records import person, view


def there(event: int, *names: str) -> list[Participation]:
    return [
        person(at, name, event_id=event, person_id=ord(name[0])) for at, name in enumerate(names)
    ]


def test_ties_count_the_events_at_which_two_met() -> None:
    graph = acquaintance(view(), [*there(1, "A", "B", "C"), *there(2, "A", "B"), *there(3, "D")])
    names = [node.name for node in graph.nodes]
    met = {frozenset((names[one], names[two])): times for (one, two), times in graph.ties.items()}
    assert met == {frozenset("AB"): 2, frozenset("AC"): 1, frozenset("BC"): 1}
    assert {node.name: node.events for node in graph.nodes} == {"A": 2, "B": 2, "C": 1}
    assert graph.left_out == 1


def test_who_met_often_stand_side_by_side() -> None:
    graph = acquaintance(
        view(),
        [
            *there(1, "A", "B", "C", "D"),
            *there(2, "A", "D"),
            *there(3, "B", "C"),
            *there(4, "A", "D"),
        ],
    )
    names = [node.name for node in graph.nodes]
    assert abs(names.index("A") - names.index("D")) == 1


def test_a_person_has_the_colour_of_the_organisation_that_the_articles_name() -> None:
    one = person(
        0, "Sultan Raev", "Secretary General", "Organization of Turkic States (OTS)", event_id=1
    )
    graph = acquaintance(view(), [one, *there(1, "B")])
    assert {node.name: node.organization for node in graph.nodes} == {
        "Sultan Raev": "ots",
        "B": None,
    }


def test_more_people_than_fit_are_counted() -> None:
    graph = acquaintance(view(), there(1, *[chr(ord("A") + at) for at in range(MOST + 4)]))
    assert (len(graph.nodes), graph.left_out) == (MOST, 4)


def test_the_picture_is_drawn_for_nobody_for_two_and_for_long_names() -> None:
    for people in ([], there(1, "A", "B"), there(1, "Ж" * 90, "Ä" * 90, "\u202eX")):
        image = Image.open(
            io.BytesIO(draw(view(), "OTS × TURKSOY · 2025", acquaintance(view(), people)))
        )
        assert image.size == (1400, 1400)
