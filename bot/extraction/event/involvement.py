"""How a body is involved in what a sentence says: whether it acts, or is named in passing only.

A body acts as subject, host, party or object, and through its head and organs. Membership of it,
the framework that it gives, an office that somebody held there once and a hall that it lent do not
make it part of what is reported.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from bot.extraction.event.clauses import OFFICES, Clause
from bot.extraction.facts import Kind
from bot.extraction.text.tags import Match, Tag
from config.text import fold


class Way(StrEnum):
    """How a body stands in a sentence; all but the first three are in passing."""

    OFFICE = "office"
    GATHERING = "gathering"
    PLAIN = "plain"
    MEMBERSHIP = "membership"
    FRAMEWORK = "framework"
    TOPIC = "topic"
    FORMER = "former"
    BIOGRAPHY = "biography"
    VENUE = "venue"
    QUOTATION = "quotation"
    TEASER = "teaser"
    STATISTIC = "statistic"
    BACKGROUND = "background"
    SETTING = "setting"


@dataclass(frozen=True, slots=True)
class Involvement:
    """How a body stands in a sentence, and the words that say so.

    Attributes:
        way: How it stands there.
        reason: The words that say so.
        there: Whether what is told takes place at the body's gathering: "at its forum".
    """

    way: Way
    reason: str = ""
    there: bool = False

    @property
    def acts(self) -> bool:
        """Whether the body takes part in what the sentence says."""
        return self.way in {Way.OFFICE, Way.GATHERING, Way.PLAIN}


@dataclass(frozen=True, slots=True)
class Setting:
    """What the headline and the first sentence speak of, where no body is at home.

    Attributes:
        bilateral: What two states do with each other.
        recap: A report of a past year or term.
        obituary: A death.
        counted: Trade and other figures.
    """

    bilateral: bool = False
    recap: bool = False
    obituary: bool = False
    counted: bool = False


_REACH = 9  # words from a body on to what it is tied to
_LONG = 24  # words from a body in the genitive on to its gathering, a long attribute between
_FAR = 12  # words around a body within which somebody comes to belong to it
_NEAR = 2  # words behind an English name, where an office may follow it
_ADJECTIVES = 3  # words at most between "at" and a gathering
_TEASER = 4  # words at a sentence's beginning that lead on to another article
_LONG_QUOTATION = 6  # tokens from which on a quotation is a speech and not a name
_ENDS = frozenset(";:.!?|")
_FIGURES = frozenset({"counted", "measured"})
_WAYS = {
    "member": Way.MEMBERSHIP,
    "framework": Way.FRAMEWORK,
    "rooms": Way.VENUE,
    "biography": Way.BIOGRAPHY,
}


def involvement(clause: Clause, match: Match, setting: Setting, *, initial: bool) -> Involvement:
    """Return how the body named by `match` stands in `clause`.

    `initial` says that the language puts the head of an office before the body.
    """
    tie = _nearest(clause, match, initial=initial)
    passing = (
        _led_on(clause)
        or _hosted_once(clause, match, tie, initial=initial)
        or _former(clause, match, tie, initial=initial)
        or _belonging(clause, match, setting, tie)
    )
    if passing is not None:
        return passing
    if tie.way == Way.OFFICE:
        return _one_of_many(clause) or tie
    if tie.acts:
        return _spoken_of(clause, match, setting, tie) or tie
    return tie


def _belonging(
    clause: Clause, match: Match, setting: Setting, tie: Involvement
) -> Involvement | None:
    """Judge what the nearest word says by what else the sentence holds.

    None where that changes nothing.

    Countries of a body act together, but where they are counted; who comes to belong to it makes
    news; and a framework that holds no cooperation is one in which something takes place.
    """
    if setting.obituary and "biography" in clause.keys:
        return Involvement(Way.BIOGRAPHY, _text(clause, "biography"))
    acting = Involvement(Way.PLAIN, tie.reason)
    if tie.way == Way.STATISTIC:
        return None if setting.counted or clause.keys >= _FIGURES else acting
    if tie.way == Way.MEMBERSHIP:
        return acting if _accedes(clause, match) else None
    if tie.way == Way.FRAMEWORK:
        return None if setting.recap or clause.keys & {"ties", "topics"} else acting
    return None


def _accedes(clause: Clause, match: Match) -> bool:
    """Whether somebody comes to belong to the body, as the words around it say."""
    around = [*islice(clause.before(match), _FAR), *islice(clause.behind(match), _FAR)]
    return any(cue.key == "accession" for position in around for cue in clause.at(position))


def _spoken_of(
    clause: Clause, match: Match, setting: Setting, tie: Involvement
) -> Involvement | None:
    """Judge a body that no office ties to the sentence: it may be what is talked about only."""
    if "both" in clause.keys:
        return Involvement(Way.MEMBERSHIP, _text(clause, "both"))
    if clause.quoted(match.first) >= _LONG_QUOTATION:
        return Involvement(Way.QUOTATION)
    if clause.sentence.paragraph == 0:
        return None
    own = tie.there or _begins(clause, match) or _is_held(clause, match, tie)
    if "topics" in clause.keys and not own:
        return Involvement(Way.TOPIC, _text(clause, "topics"))
    return Involvement(Way.SETTING) if _strange(setting, tie) else None


def _is_held(clause: Clause, match: Match, tie: Involvement) -> bool:
    """Whether the body's gathering is said to be held before anything is said to be talked about.

    Where verbs stand last: a summit was held, and at it trade was discussed.
    """
    marked = clause.marked
    if tie.way != Way.GATHERING or marked.lexicon.grammar.head != "final":
        return False
    topics = (clause.tokens[cue.first] for cue in clause.cues if cue.key == "topics")
    first = next((at for at in topics if at > match.last), match.last)
    return any(marked.cued(index, "held") for index in range(match.last, first))


def _strange(setting: Setting, tie: Involvement) -> bool:
    """Whether the article speaks of something that a body merely named is no part of."""
    return setting.recap or setting.obituary or (setting.bilateral and tie.way == Way.PLAIN)


def _led_on(clause: Clause) -> Involvement | None:
    """Judge a line that leads on to another article: Read also."""
    if clause.sentence.paragraph < _NEAR:
        return None
    for cue in clause.cues:
        if cue.key == "teasers" and cue.last <= _TEASER:
            return Involvement(Way.TEASER, clause.text(cue))
    return None


def _hosted_once(
    clause: Clause, match: Match, tie: Involvement, *, initial: bool
) -> Involvement | None:
    """Judge a gathering that only tells of a town: Bishkek, which hosted the summit in 2024.

    Where verbs stand last the town stands behind: zirvesini ağırlayan | Bişkek.
    """
    if tie.way != Way.GATHERING:
        return None
    for cue in clause.cues:
        if cue.key != "hosted_once":
            continue
        first, last = clause.tokens[cue.first], clause.tokens[cue.last - 1] + 1
        if initial and first < match.first:
            return Involvement(Way.FORMER, clause.text(cue))
        town = clause.marked.tags[last] & Tag.PLACE if last < clause.sentence.last else 0
        if not initial and match.last <= first <= match.last + _REACH and town:
            return Involvement(Way.FORMER, clause.text(cue))
    return None


def _text(clause: Clause, key: str) -> str:
    return next((clause.text(cue) for cue in clause.cues if cue.key == key), "")


def _begins(clause: Clause, match: Match) -> bool:
    """Whether the sentence begins with the body or its people, who are its subject then."""
    position = clause.position(match.first)
    of_people = Tag.ROLE | Tag.PREPOSITION | Tag.FUNCTION | Tag.ATTACHING
    return position <= 1 or (
        position <= _ADJECTIVES and all(clause.tag(at) & of_people for at in range(position))
    )


def _nearest(clause: Clause, match: Match, *, initial: bool) -> Involvement:
    """Return what the nearest telling word makes of the body."""
    before = _ties(clause, match, islice(clause.before(match), _REACH))
    if not initial:
        tied = _ties(clause, match, islice(clause.behind(match), _REACH))
        return next(tied, None) or _owning(clause, match) or Involvement(Way.PLAIN)
    compound = next(_ties(clause, match, islice(clause.behind(match), _NEAR)), None)
    nearest = next(before, Involvement(Way.PLAIN))
    if nearest.way == Way.BIOGRAPHY and compound is not None and compound.way == Way.OFFICE:
        return nearest  # and won a TURKSOY | prize
    if compound is not None and compound.way != Way.BIOGRAPHY:
        return compound
    return nearest


def _owning(clause: Clause, match: Match) -> Involvement | None:
    """Return the gathering of a body in the genitive that its theme parts from it, or None.

    Teşkilatının | su kaynaklarını korumaya adanan olağanüstü | zirvesi.
    """
    marked = clause.marked
    if not marked.folds[match.last - 1].endswith(marked.lexicon.genitives):
        return None
    for cue in clause.cues:
        last = clause.tokens[cue.last - 1] + 1
        if cue.key != "devoted" or not match.last < last <= match.last + _LONG:
            continue
        near = range(cue.last, min(cue.last + _ADJECTIVES + 1, len(clause.words)))
        held = next((at for at in near if clause.tag(at) & Tag.KIND), None)
        if held is None:
            continue
        between = range(match.last, clause.tokens[held])
        if not any(_parts(clause, index) for index in between):
            return Involvement(Way.GATHERING, clause.words[held], there=True)
    return None


def _parts(clause: Clause, index: int) -> bool:
    """Whether a mark or another body at `index` ends what a genitive before it may own."""
    marked = clause.marked
    return marked.mark(index) in _ENDS or bool(marked.tags[index] & Tag.ORGANIZATION)


def _ties(clause: Clause, match: Match, positions: Iterable[int]) -> Iterator[Involvement]:
    for position in positions:
        found = list(clause.at(position))
        tag = clause.tag(position)
        told = next((cue for cue in found if cue.key in _WAYS), None)
        countries = next((cue for cue in found if cue.key == "countries"), None)
        if countries is not None:
            yield Involvement(Way.STATISTIC, clause.text(countries))
        elif told is not None:
            yield Involvement(_WAYS[told.key], clause.text(told))
        elif {"ties", "outsiders"} & {cue.key for cue in found}:
            continue
        elif _coordinated(clause, position, match):
            continue
        elif tag & Tag.KIND:
            there = _there(clause, position)
            yield Involvement(Way.GATHERING, clause.words[position], there)
        elif tag & OFFICES:
            if tag & Tag.BODY and _joined(clause, position, match):
                continue
            yield _room_of(clause, position) or Involvement(Way.OFFICE, clause.words[position])


def _there(clause: Clause, position: int) -> bool:
    """Whether the gathering at `position` is where something takes place: at the media forum."""
    lexicon = clause.marked.lexicon
    word = clause.words[position]
    if lexicon.grammar.head == "final":
        index = clause.tokens[position]
        match = clause.marked.matches[index]  # the ending stands at the last word of several
        token = clause.marked.tokens[match.last - 1 if match else index]
        return fold(token.word.text).endswith(lexicon.in_endings)  # an ending behind "'" as well
    if lexicon.in_cases and not word.endswith(lexicon.in_cases):
        return False
    reach = range(position - 1, max(-1, position - _ADJECTIVES - 2), -1)
    governing = next((at for at in reach if clause.tag(at) & Tag.PREPOSITION), None)
    return governing is not None and clause.words[governing] in lexicon.in_words


def _coordinated(clause: Clause, position: int, match: Match) -> bool:
    """Whether an "and" parts the word at `position` from the body before which it stands.

    The CIS assembly and TURKPA.
    """
    following = position + 1
    return (
        following < len(clause.words)
        and clause.tokens[following] < match.first
        and bool(clause.tag(following) & Tag.CONJUNCTION)
    )


def _joined(clause: Clause, position: int, match: Match) -> bool:
    """Whether an "and" behind the body leads to another body at `position`: X жана | Y академиясы.

    Where what is told of both stands behind them.
    """
    marked = clause.marked
    beside = match.last < clause.sentence.last and marked.tags[match.last] & Tag.CONJUNCTION
    final = marked.lexicon.grammar.head == "final"
    return final and bool(beside) and clause.tokens[position] > match.last


def _room_of(clause: Clause, position: int) -> Involvement | None:
    """Return the room of an office where one stands beside it: in the garden of the secretariat."""
    for beside in (position - 1, position + 1):
        if 0 <= beside < len(clause.words):
            for cue in clause.at(beside):
                if cue.key == "rooms":
                    return Involvement(Way.VENUE, clause.text(cue))
    return None


def _former(clause: Clause, match: Match, tie: Involvement, *, initial: bool) -> Involvement | None:
    """Judge an office at the body that somebody held once."""
    if tie.way != Way.OFFICE:
        return None
    before = list(islice(clause.before(match), _REACH + _NEAR if initial else 1))
    behind = [] if initial else list(islice(clause.behind(match), 1))
    for position in (*before, *behind):
        for cue in clause.at(position):
            if cue.key == "former":
                return Involvement(Way.FORMER, clause.text(cue))
    return None


def _one_of_many(clause: Clause) -> Involvement | None:
    """Judge a body that condoles as well, far down in the text: it is one of many who do."""
    if clause.sentence.paragraph <= _NEAR or "also" not in clause.keys:
        return None
    kinds: set[str] = set()
    for index in clause.tokens:
        match = clause.marked.matches[index]
        entries = match.entries if match is not None else ()
        kinds |= {entry.key for entry in entries if entry.tag == Tag.KIND}
    if kinds != {Kind.STATEMENT}:
        return None
    return Involvement(Way.BACKGROUND, _text(clause, "also"))
