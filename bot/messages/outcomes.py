"""What came of an event, as one chat reads it: "declaration signed", "X elected"."""

from collections.abc import Sequence
from datetime import datetime
from itertools import product

from bot.extraction.facts import AHEAD, GIVING, IN_BODY, PAPERS, Act, Kind
from bot.language.outcome_names import Given, Name, outcome_text
from bot.language.title_patterns import in_parts
from bot.merging.people import same_name
from bot.messages.message import Block, BlockKind, Line, Span, Style, clean_line, line
from bot.messages.people import known_office, language_of, name_of, office
from bot.messages.view import View
from config.text import fold
from storage.event_outcomes import KnownOutcome, outcomes_of
from storage.event_rows import ParticipationRow
from storage.events import EventRecord

SHOWN = 6
"""Outcomes of one event that are told; what matters most stands first."""

_NAMES = 3
"""People of one outcome who are named; how many more follows."""

_SOUGHT = 3
"""Letters from which a word of a name is looked for in a sentence, whatever its ending there."""

_LONGEST_NAME = 80
"""Characters of what a paper or a body is called."""

_MARKS = '«»“”„"'

BEFORE = "; "
"""What stands between the office that somebody is given and the one held before."""

SENTENCE = 240
"""Characters of a sentence that tells an outcome, on a card."""

_SIGN = "✅"
_BY_KIND = {Kind.APPOINTMENT: {Act.ELECTED, Act.APPOINTED}, Kind.ELECTION: {Act.ELECTED}}
"""What an event of a kind says by being one."""


def outcome_texts(view: View, record: EventRecord, since: datetime | None = None) -> list[str]:
    """Return what came of an event in the chat's language, what matters most first.

    Without what was only announced of it.

    Args:
        view: The chat.
        record: The event.
        since: From when on it must have become known, aware UTC; None for all.
    """
    told = told_outcomes(view, record)
    came = ((text, outcome) for text, outcome in told if outcome.act not in AHEAD)
    texts = (text for text, outcome in came if since is None or _is_news(record, outcome, since))
    return [*dict.fromkeys(texts)]


def came_since(record: EventRecord, since: datetime) -> bool:
    """Whether it became known since a moment what came of an event, beyond announcements."""
    known = outcomes_of(record.event)
    return any(each.act not in AHEAD and _is_news(record, each, since) for each in known)


def _is_news(record: EventRecord, outcome: KnownOutcome, since: datetime) -> bool:
    """Whether an outcome became known since a moment, and no part of the event told it before."""
    choosing = _BY_KIND[Kind.APPOINTMENT]
    if outcome.found_at < since or outcome.act not in choosing:
        return outcome.found_at >= since
    parts = (outcomes_of(part.event) for part in record.parts)
    earlier = (each for known in parts for each in known if each.found_at < since)
    chosen = (name for each in earlier if each.act in choosing for name in each.names)
    return not any(same_name(name, other) for name, other in product(chosen, outcome.names))


def announced_line(view: View, record: EventRecord) -> Line | None:
    """Return what was announced of an event and is told as done by nobody; None for nothing."""
    told = told_outcomes(view, record)
    texts = dict.fromkeys(text for text, outcome in told if outcome.act in AHEAD)
    if not texts:
        return None
    sentence = view.translator.gettext("announced: {outcomes}")
    return line(sentence.format(outcomes="; ".join(texts)))


def told_outcomes(view: View, record: EventRecord) -> list[tuple[str, KnownOutcome]]:
    """Return what came of an event as the chat reads it, with who says so."""
    known = outcomes_of(record.event)
    texts = ((_text(view, record, outcome), outcome) for outcome in known)
    return [(text, outcome) for text, outcome in texts if text is not None]


def outcome_block(view: View, record: EventRecord) -> Block | None:
    """Return what came of an event as a card tells it; None for nothing.

    With the sentence of an outlet that wrote one in the chat's language, and until the event is
    over with what was only announced.
    """
    texts = outcome_texts(view, record)
    ahead = None if view.was_over(record.event) else announced_line(view, record)
    own = _BY_KIND.get(Kind(record.event.kind), set()) | AHEAD
    told = [outcome for outcome in outcomes_of(record.event) if outcome.act not in own]
    below = [ahead] if ahead else []
    if not texts or not told:
        return Block(BlockKind.FACTS, tuple(below)) if below else None
    listed = line(f"{_SIGN} {in_parts(*texts[:SHOWN])}")
    return Block(BlockKind.FACTS, (listed, *_sentence(view, told), *below))


def outcome_line(view: View, record: EventRecord, since: datetime | None = None) -> list[Line]:
    """Return what came of an event as a line of a list; nothing for nothing."""
    texts = outcome_texts(view, record, since)
    if not texts:
        return []
    sentence = view.translator.gettext("outcome: {outcomes}")
    return [line("  ", sentence.format(outcomes="; ".join(texts[:SHOWN])))]


def office_given(view: View, record: EventRecord, one: ParticipationRow) -> str:
    """Return the office that an event gives somebody, without the event's own body, or nothing."""
    for outcome in outcomes_of(record.event):
        proofs = {proof for _article, _language, proof in outcome.said}
        given = outcome.act in _BY_KIND[Kind.APPOINTMENT] and one.proof in proofs
        if given and any(same_name(name, one.name) for name in outcome.names):
            told = known_office(view, record, one)
            return told.removesuffix(f", {view.organization(record.organizations[0])}")
    return ""


def _sentence(view: View, told: Sequence[KnownOutcome]) -> list[Line]:
    """Return the first sentence in the chat's language that tells an outcome, quoted.

    One that says "he" of whom it is about tells nobody anything by itself.
    """
    for outcome in told:
        for _article, language, proof in outcome.said:
            if language == view.translator.language and _says_whom(outcome, proof):
                quoted = view.translator.quoted(clean_line(proof, SENTENCE))
                return [line(Span(quoted, Style.ITALIC))]
    return []


def _says_whom(outcome: KnownOutcome, sentence: str) -> bool:
    """Whether a sentence names one of those whom an outcome is about, if it is about any."""
    if outcome.act in PAPERS or not outcome.names:
        return True
    told = fold(sentence)
    words = (word for name in outcome.names for word in fold(name).split())
    return any(word in told for word in words if len(word) >= _SOUGHT)


def _text(view: View, record: EventRecord, outcome: KnownOutcome) -> str | None:
    wanted = view.translator.language
    given = () if outcome.act in PAPERS else outcome.names  # a paper's is in what it is called
    named = [_name(view, record, outcome, name) for name in given[:_NAMES]]
    called = _called(view, outcome)
    return outcome_text(wanted, outcome.act, outcome.thing, _given(view, named, len(given)), called)


def _given(view: View, named: Sequence[tuple[str, str]], count: int) -> Given:
    """Return whom an outcome is about: one by name and office, several each with his behind him."""
    if count == 1:
        [(name, has)] = named
        return Given(name, office=has)
    names = [f"{name} ({has})" if has else name for name, has in named]
    if count > len(names):
        return Given(", ".join([*names, f"+{count - len(names)}"]), are_many=True)
    return Given(view.translator.list(names), are_many=count > 1)


def _called(view: View, outcome: KnownOutcome) -> Name:
    """Return what a thing is called: after a town, or by the name that the reader's outlets give.

    Where none of these names it, it goes by the name that another wrote.
    """
    wanted = view.translator.language
    if outcome.act in PAPERS and outcome.names:
        city = view.catalogue.places.find_city(outcome.names[0])
        if city is not None:
            town, towns = city.name(wanted), view.catalogue.town_adjectives.get(wanted, {})
            adjective = next((stem for stem, name in towns.items() if name == town), "")
            return Name(town=town, adjective=adjective)
    if not outcome.called:
        return Name()
    known = (view.names.find_current(name.strip(_MARKS)) for name in outcome.called.values())
    if (body := next(filter(None, known), None)) is not None:
        return Name(own=view.organization(body), is_written=True)
    written = outcome.called.get(wanted)
    own = clean_line(written or next(iter(outcome.called.values())), _LONGEST_NAME)
    bare = own.strip(_MARKS)
    quoted, is_written = view.translator.quoted(bare), written is not None and bare == own
    return Name(own=own if is_written else quoted, quoted=quoted, is_written=is_written)


def _name(view: View, record: EventRecord, outcome: KnownOutcome, name: str) -> tuple[str, str]:
    """Return the name of a town, of a country, or somebody's, and the office that is given."""
    places, wanted = view.catalogue.places, view.translator.language
    language = outcome.said[0][1] if outcome.said else None
    land = places.find_country(name) if outcome.act in GIVING else None
    if outcome.act == Act.DECLARED or land is not None:
        place = land or places.find_city(name)
        return (place.name(wanted) if place else view.person(name, language, 60)), ""
    guest = next((who for who in record.participations if same_name(who.name, name)), None)
    if guest is None:
        return view.person(name, language, 60), _office_told(view, outcome)
    proofs = {proof for _article, _language, proof in outcome.said}
    if outcome.act not in _BY_KIND[Kind.APPOINTMENT]:
        return name_of(view, record, guest), ""
    if guest.proof not in proofs:  # his office may be another than the one that is given
        return name_of(view, record, guest), _office_told(view, outcome)
    role, _, before = (guest.role or "").partition(BEFORE)
    affiliation = None if before else guest.affiliation  # that of what somebody was before
    has = office(view, role, affiliation, language_of(record, guest))
    return name_of(view, record, guest), has


def _office_told(view: View, outcome: KnownOutcome) -> str:
    """Return the office that the sentence of an outcome gives somebody, or nothing."""
    if not outcome.called or outcome.act not in _BY_KIND[Kind.APPOINTMENT]:
        return ""
    wanted = view.translator.language
    language = wanted if wanted in outcome.called else next(iter(outcome.called))
    role, _, body = outcome.called[language].partition(IN_BODY)
    return office(view, role, body or None, language)
