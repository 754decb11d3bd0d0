"""How much speaks for it that a town, or a country, is where the reported event is held."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.extraction.event import place_words, town_ties
from bot.extraction.event.dates import When
from bot.extraction.event.mentions import of_talks
from bot.extraction.facts import Standing
from bot.extraction.text.passages import Passage
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Sentence

_PASSAGE = {
    Passage.HEADLINE: 2.4,
    Passage.LEAD: 2.2,
    Passage.REPORT: 1.4,
    Passage.SPEECH: -1.0,
    Passage.OUTLOOK: -2.5,
    Passage.BACKGROUND: -3.0,
}
_STANDING = {
    Standing.REPORTED: 0.0,
    Standing.DISCUSSED: -2.5,
    Standing.COMING: -4.0,
    Standing.RECALLED: -4.0,
}
_A_SENTENCE = -0.1  # for each sentence before it,
_SENTENCES = 10  # as far as this
_IN = 1.5  # a preposition or an ending says "in"
_WITHIN = 0.7  # an ending makes an adjective of "in", or the town is that of the house
_OF_THING = -1.5  # where a thing or somebody is: Shahrisabz's mosque
_HELD = 0.8  # beside a noun for an event or a word of taking place
_TOUCHING = 0.3  # right beside that noun, rather than where its guests came from
_ALONE = -0.6  # beside neither, in a passage that reports
_DAY = 0.8  # beside the event's day
_OTHER_DAY = -1.5  # beside another day
_RECALLED = -1.5  # beside words of founding, of next events
_OFFICE = -5.0  # of an office: ambassador in X
_SEAT = -5.0  # where a body has its seat; a government that is called after its capital
_PART = -4.0  # of another name: X Media Center
_NOWHERE = -1.0  # in a passage that reports, without any word for "in"
_ELSEWHERE_BOUND = -3.0  # where somebody comes from or goes to, and nobody arrives
_LISTED = -2.0  # one of several: conferences in A, B and C
_WAY = -3.0  # where a way begins or ends: from A to B
_NAMESAKE = -6.0  # of a person: the banker Trabzon
_QUOTED = -3.0  # in the name of a work or a theme


@dataclass(frozen=True, slots=True)
class Scene:
    """What the reading of a place looks at.

    Attributes:
        marked: The article.
        offices: The tokens of people's offices and names, whose places are not the event's.
        days: The event's days, or None.
        standing: First token of a town tied to an event -> what that event is to the article.
        spoken_at: First tokens of the towns of events at which somebody speaks.
        namesakes: First tokens of the towns that may be people, named elsewhere in full.
        abroad: Keys of the towns that lie outside the country named in the headline.
    """

    marked: TaggedArticle
    offices: frozenset[int]
    days: When | None
    standing: Mapping[int, Standing]
    spoken_at: frozenset[int]
    namesakes: frozenset[int]
    abroad: frozenset[str]


def weigh(scene: Scene, match: Match) -> float:
    """Return what speaks for the place named at `match`; more is surer, below nought is against."""
    marked = scene.marked
    sentence = marked.sentence_of(match.first)
    passage = marked.passage(sentence)
    if passage is Passage.SPEECH and match.first in scene.spoken_at:
        passage = Passage.REPORT
    weight = _PASSAGE[Passage.BACKGROUND if _of_talks(scene, sentence) else passage]
    weight += min(sentence.number, _SENTENCES) * _A_SENTENCE
    weight += _STANDING[scene.standing.get(match.first, Standing.REPORTED)]
    if place_words.is_located(marked, match):
        weight += _IN
    elif town_ties.is_in_house(marked, sentence, match):
        weight += _WITHIN
    elif place_words.is_attributive(marked, match):
        told = passage is not Passage.REPORT or place_words.names_event(marked, sentence, match)
        weight += _WITHIN if told else _OF_THING
    elif passage is Passage.REPORT:
        weight += _NOWHERE
    if place_words.is_beside_event(marked, sentence, match):
        weight += _HELD
    elif passage is Passage.REPORT and any(e.key.startswith("city:") for e in match.entries):
        weight += _ALONE
    if place_words.touches_event(marked, sentence, match):
        weight += _TOUCHING
    if place_words.is_beside(marked, sentence, match, ("background", "future_days")):
        weight += _RECALLED
    return weight + _of_others(scene, sentence, match) + _dated(scene, sentence)


def _of_talks(scene: Scene, sentence: Sentence) -> bool:
    """Whether a sentence tells of a gathering of which those talk who are reported to meet."""
    marked = scene.marked
    if scene.days is not None and sentence is scene.days.sentence:
        return False
    words = range(sentence.first, sentence.last)
    gathers = any(marked.tags[index] & Tag.KIND for index in words)
    gathers = gathers or (sentence.paragraph == 0 and marked.cued_within(words, "future"))
    return gathers and of_talks(marked, sentence)


def _of_others(scene: Scene, sentence: Sentence, match: Match) -> float:
    """What it weighs that a town is somebody's or something's, and not the event's."""
    marked = scene.marked
    weight = 0.0
    if place_words.is_bound_elsewhere(marked, sentence, match):
        weight += _ELSEWHERE_BOUND
    if town_ties.is_on_way(marked, match):
        weight += _WAY
    if town_ties.is_listed(marked, sentence, match):
        weight += _LISTED
    housed = town_ties.is_in_house(marked, sentence, match)
    named = not housed and place_words.is_in_name(marked, sentence, match)
    if match.first in scene.namesakes or named:
        weight += _NAMESAKE
    if place_words.is_of_office(marked, sentence, match):
        weight += _OFFICE
    if (
        town_ties.is_seat(marked, sentence, match)
        or town_ties.is_paired(marked, match)
        or town_ties.is_speaking(marked, sentence, match)
    ):
        weight += _SEAT
    if not housed and place_words.is_part_of_name(marked, sentence, match):
        weight += _PART
    if not housed and town_ties.is_attribute(marked, sentence, match):
        weight += _PART
    if place_words.is_quoted(marked, sentence, match):
        weight += _QUOTED
    return weight


def _dated(scene: Scene, sentence: Sentence) -> float:
    """What it weighs that a town stands beside the event's day, or beside another."""
    if scene.days is None:
        return 0.0
    if sentence is scene.days.sentence:
        return _DAY
    return _OTHER_DAY if sentence.number in scene.days.others else 0.0
