"""The picture of who met whom.

People on a circle, a line between any two who were at the same event, as wide as they met often.

Who met often stands near. Colours are those of the organisations that people act for, as the
articles say it. Drawn with Pillow in Roboto.
"""

import io
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from PIL import Image, ImageDraw

from bot.messages.message import BlockKind, Document, Message, Span, Style, clean_line, text_block
from bot.messages.people import without_brackets
from bot.messages.view import View
from bot.messages.week_picture import INK, LINES, PALE, PAPER, colour_of, legend, typeface
from config.text import fold
from storage.models import Participation

SIZE, MARGIN, HEAD, RADIUS, DOT = 1400, 40, 90, 380, 13
MOST = 26
"""People on the circle: those who were at most events."""

_WIDEST = 9


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody on the circle.

    Attributes:
        name: As last written.
        organization: Id of the one that they act for, or None where it is none of the catalogue's.
        events: How many events they were at.
    """

    name: str
    organization: str | None
    events: int


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """Who met whom.

    Attributes:
        nodes: The people, in their order on the circle.
        ties: Pairs of their places, the lower first, and how often they met.
        left_out: How many people did not find room.
    """

    nodes: tuple[Node, ...]
    ties: Mapping[tuple[int, int], int]
    left_out: int


def met_message(view: View, title: str, presences: Sequence[Participation]) -> Message:
    """Return the picture of who met whom, and in words how many people are on it."""
    graph = acquaintance(view, presences)
    count = view.translator.ngettext(
        "{number} person who met others", "{number} people who met one another", len(graph.nodes)
    )
    heading = text_block(Span(title, Style.BOLD), count, kind=BlockKind.HEADING)
    return Message(
        (heading,), document=Document("who-met-whom.png", "image/png", draw(view, title, graph))
    )


def acquaintance(view: View, presences: Sequence[Participation]) -> Acquaintance:
    """Return who met whom by who took part in which event."""
    at: dict[int, set[int]] = {}
    last: dict[int, Participation] = {}
    for presence in presences:
        at.setdefault(presence.person_id, set()).add(presence.event_id)
        last[presence.person_id] = presence
    foremost = sorted(at, key=lambda key: (-len(at[key]), fold(last[key].name)))
    shown = [key for key in foremost if _met_anybody(key, at)][:MOST]
    met = Counter[frozenset[int]]()
    for person, other in combinations(shown, 2):
        if times := len(at[person] & at[other]):
            met[frozenset((person, other))] = times
    order = _in_order(shown, met)
    places = {key: place for place, key in enumerate(order)}
    ties: dict[tuple[int, int], int] = {}
    for pair, times in met.items():
        first, second = sorted(places[key] for key in pair)
        ties[first, second] = times
    nodes = tuple(
        Node(view.person(last[key].name, most=40), _organization(view, last[key]), len(at[key]))
        for key in order
    )
    return Acquaintance(nodes, ties, len(at) - len(nodes))


def _met_anybody(person: int, at: Mapping[int, set[int]]) -> bool:
    return any(at[person] & events for other, events in at.items() if other != person)


def _in_order(keys: Sequence[int], met: Mapping[frozenset[int], int]) -> list[int]:
    """Return `keys` so that each stands beside whom they met most of those not placed yet.

    The foremost begins.
    """
    left, order = list(keys), list[int]()
    while left:
        before = order[-4:]
        best = max(
            left,
            key=lambda key: (
                sum(met.get(frozenset((key, name)), 0) for name in before),
                -left.index(key),
            ),
        )
        left.remove(best)
        order.append(best)
    return order


def _organization(view: View, one: Participation) -> str | None:
    said = [without_brackets(text) for text in (one.affiliation, one.role) if text]
    return next((found for text in said if (found := view.names.find_current(text))), None)


def draw(view: View, title: str, graph: Acquaintance) -> bytes:
    """Return the picture as PNG."""
    image = Image.new("RGB", (SIZE, SIZE), PAPER)
    canvas = ImageDraw.Draw(image)
    canvas.text((MARGIN, 28), clean_line(title, 80), font=typeface("RobotoBold", 34), fill=INK)
    count = len(graph.nodes)
    middle = (SIZE // 2, (SIZE + HEAD) // 2 - 20)
    angles = [2 * math.pi * at / count - math.pi / 2 for at in range(count)]
    points = [
        (middle[0] + RADIUS * math.cos(angle), middle[1] + RADIUS * math.sin(angle))
        for angle in angles
    ]
    most = max(graph.ties.values(), default=1)
    for (first, second), times in sorted(graph.ties.items(), key=lambda tie: tie[1]):
        canvas.line(
            (*points[first], *points[second]),
            fill=_shade(times / most),
            width=1 + round((_WIDEST - 1) * (times - 1) / max(most - 1, 1)),
        )
    for node, point, angle in zip(graph.nodes, points, angles, strict=True):
        colour = colour_of(view, node.organization) if node.organization else PALE
        canvas.ellipse(
            (point[0] - DOT, point[1] - DOT, point[0] + DOT, point[1] + DOT),
            fill=colour,
            outline=PAPER,
            width=3,
        )
        _name(image, f"{node.name} · {node.events}", point, angle)
    if not count:
        canvas.text(
            middle,
            view.translator.gettext("No events"),
            font=typeface("Roboto", 26),
            fill=PALE,
            anchor="mm",
        )
    legend(
        canvas,
        view,
        {node.organization for node in graph.nodes if node.organization},
        (MARGIN, SIZE - 46),
    )
    if graph.left_out:
        more = view.translator.gettext("+ {count} more", count=graph.left_out)
        canvas.text((SIZE - MARGIN, 34), more, font=typeface("Roboto", 20), fill=PALE, anchor="ra")
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _shade(share: float) -> str:
    """Return a colour between that of thin lines and that of ink."""
    mixed = "#"
    for at in (1, 3, 5):
        light, dark = int(LINES[at : at + 2], 16), int(INK[at : at + 2], 16)
        mixed += f"{round(light + (dark - light) * (0.15 + 0.55 * share)):02x}"
    return mixed


def _name(image: Image.Image, text: str, point: tuple[float, float], angle: float) -> None:
    """Write a name that leads outwards from its point.

    On the left half it is turned round, so that nothing stands on its head.
    """
    face = typeface("Roboto", 22)
    box = Image.new("L", (int(face.getlength(text)) + 4, 30), 0)
    ImageDraw.Draw(box).text((2, 2), text, font=face, fill=255)
    left = math.cos(angle) < -1e-9
    turned = box.rotate(
        -math.degrees(angle) + (180 if left else 0), expand=True, resample=Image.Resampling.BICUBIC
    )
    reach = DOT + 10 + box.width / 2
    x, y = point[0] + reach * math.cos(angle), point[1] + reach * math.sin(angle)
    image.paste(INK, (round(x - turned.width / 2), round(y - turned.height / 2)), turned)
