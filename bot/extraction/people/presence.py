"""Whether the text says that somebody took part: a reason for each place that names a person.

Being there is claimed, never assumed. A deed in the sentence claims it (attended, spoke, met), the
chair does, a list whose others are there, or an office told in a sentence of the report. What only
recalls, honours, thanks or quotes, what belongs to somebody, and what stands at a page's edges
claims nothing; nor do those in whose place somebody else came.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise

from bot.extraction.people import (
    cues_beside,
    elsewhere,
    greetings,
    leadership,
    name_endings,
    owners,
    presence_clauses,
    unattended,
)
from bot.extraction.people.mentions import Mention, listed
from bot.extraction.people.reasons import Reason
from bot.extraction.people.scene import Scene
from bot.extraction.text.passages import had_been
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag

_THANKED = 7  # tokens between a verb of thanks and whoever is thanked behind it
_GIFT = 6  # tokens between a name and the thanks given to it
_APART = frozenset(";:")
_LIST = 3  # names; a quotation or a look back with as many lists who was there
_LEADING = frozenset({Reason.ACTED, Reason.LISTED, Reason.CHAIRED})
_OF_LISTS = frozenset({Reason.QUOTED, Reason.RECALLED})
_OPENING = 1  # tokens before the subject that begins a sentence: an article, a quotation mark


def reasons(scene: Scene, mentions: Sequence[Mention]) -> list[Reason]:
    """Return the reason of each of the mentions of one sentence, in their order."""
    found = [_reason(scene, mention) for mention in mentions]
    told = Counter(found)
    many = {reason for reason in _OF_LISTS if told[reason] >= _LIST}
    if Reason.RECALLED in many and scene.past.long_past(mentions[0].sentence):
        many.discard(Reason.RECALLED)
    found = [Reason.LISTED if reason in many else reason for reason in found]
    pairs = list(enumerate(pairwise(mentions)))
    for index, (left, right) in pairs:
        leading, own = found[index], found[index + 1]
        if _follows(scene, left, right, leading, own) or _joins_subject(
            scene, left, right, leading, own
        ):
            found[index + 1] = Reason.LISTED
    for index, (left, right) in reversed(pairs):
        if _follows(scene, left, right, found[index + 1], found[index]):
            found[index] = Reason.LISTED
    unattended.sent_another(scene.marked, mentions, found)
    _spread_topic(scene, mentions, found)
    return found


def verdict(found: Sequence[Reason], *, official: bool) -> Reason:
    """Return the reason that counts for a person, given those of all places that name the person.

    The chair comes first, then whatever says that the person was there, then the first of the rest.
    Whoever holds no office and is ruled out at first was not there: of the dead much is told.
    """
    if Reason.CHAIRED in found:
        return Reason.CHAIRED
    claimed = {Reason.APPOINTED, Reason.ACTED, Reason.LISTED} & set(found)
    doubted = found[0] is Reason.RULED_OUT and not official
    if Reason.RULED_OUT in found and (doubted or not claimed):
        return Reason.RULED_OUT
    if found[0] is Reason.SOURCE and claimed <= {Reason.ACTED}:
        return Reason.SOURCE  # who first speaks to the press speaks to it further on
    there = [reason for reason in found if reason.present]
    other = (reason for reason in there if reason is not Reason.APPOINTED)
    return next(other, there[0] if there else found[0])


def _follows(scene: Scene, left: Mention, right: Mention, leading: Reason, own: Reason) -> bool:
    """Whether a name that nothing else is said of shares the reason of its neighbour in a list."""
    return (
        own is Reason.UNCLAIMED
        and (leading in _LEADING or (leading is Reason.IN_OFFICE and right.role is not None))
        and listed(scene.marked, left.run, right.run)
    )


def _joins_subject(
    scene: Scene, left: Mention, right: Mention, leading: Reason, own: Reason
) -> bool:
    """Whether a name in a sentence that looks back is in one list with the subject, who acts."""
    if own is not Reason.RECALLED or leading not in _LEADING or scene.past.recalls(right.sentence):
        return False
    between = range(left.end, right.start)
    return 1 <= len(between) <= 2 and all(
        scene.marked.mark(at) == "," or scene.marked.tags[at] & Tag.CONJUNCTION for at in between
    )


def _spread_topic(scene: Scene, mentions: Sequence[Mention], found: list[Reason]) -> None:
    """Make a topic of the other names of its list: "about A, B and C", "A, B ve C hakkında".

    So too of those whose works are told: "music by A, B and C".
    """
    marked = scene.marked
    final = marked.lexicon.grammar.head == "final"
    steps = range(len(mentions) - 1)
    for at in reversed(steps) if final else steps:
        told, other = (at + 1, at) if final else (at, at + 1)
        joined = listed(marked, mentions[at].run, mentions[at + 1].run)
        works = found[told] is Reason.RULED_OUT and _of_works(scene, mentions[told])
        works = works or (found[told] is Reason.OWNER and mentions[told].worked)
        shares = works and (mentions[other].role is None or mentions[told].shares)
        if joined and found[told] is Reason.TOPIC and found[other] is not Reason.CHAIRED:
            found[other] = Reason.TOPIC
        elif joined and shares and found[other] is not Reason.CHAIRED:
            found[other] = Reason.RULED_OUT
            mentions[other].worked = True


def _of_works(scene: Scene, mention: Mention) -> bool:
    """Whether somebody's works are told, by words before or behind a list of makers."""
    marked = scene.marked
    if mention.worked:
        return True
    if marked.lexicon.grammar.people.declensions and "genitive" in mention.cases:
        return mention.start > mention.sentence.first and scene.thing(mention.start - 1)
    if marked.lexicon.grammar.head == "final":
        return marked.cued(mention.run.last, "absent_behind")
    match = marked.matches[mention.start - 1] if mention.start else None
    return (
        match is not None
        and match.last - match.first > 1
        and marked.cued(mention.start - 1, "absent_before")
    )


def _reason(scene: Scene, mention: Mention) -> Reason:
    return next((reason for reason, holds in _TESTS if holds(scene, mention)), Reason.UNCLAIMED)


def _at_the_edge(scene: Scene, mention: Mention) -> bool:
    return scene.at_the_edge(mention.sentence) or _bylined(scene.marked, mention)


def _doing(scene: Scene, mention: Mention) -> bool:
    """Whether a participle before somebody tells a deed of his: söz alan X, çıxış edən X."""
    return _does(scene, mention, spoken=False)


def _does(scene: Scene, mention: Mention, *, spoken: bool) -> bool:
    marked, at = scene.marked, mention.start - 1
    if marked.lexicon.grammar.head != "final" or at <= mention.sentence.first or mention.cases:
        return False
    clause = mention.clause
    if scene.past.goes_on(mention.sentence):
        return False
    if not marked.folds[at].endswith(marked.lexicon.doing):
        return False
    if clause is not None and clause.denies(at):
        return False
    owning = name_endings.owning(marked, mention.cased)
    if name_endings.given(marked, mention.cased) or (owning and not spoken):
        return False
    return scene.strong(at) or scene.strong(at - 1)


def _spoke(scene: Scene, mention: Mention) -> bool:
    """Whether the words of somebody are told of whom a participle tells a deed, too.

    Söz alan X'in «…» sözleri: he was there, whoever tells of it.
    """
    return _does(scene, mention, spoken=True) and owners.quoted_behind(scene, mention)


def _appointed(scene: Scene, mention: Mention) -> bool:
    absent = unattended.missed(scene, mention)  # elected in absence: he could not come
    return mention.appointed and not absent and not _recalled(scene, mention)


def _quoted(scene: Scene, mention: Mention) -> bool:
    return scene.quoted(mention.run.first)


def _recalled(scene: Scene, mention: Mention) -> bool:
    if _had_been(scene, mention) or scene.past.goes_on(mention.sentence):
        return True
    final = scene.marked.lexicon.grammar.head == "final"
    last = mention.clause.last if mention.clause is not None else mention.run.last
    if final and scene.past.long_ago(mention.sentence, last):
        return True
    if _opens(scene, mention):
        return False
    if not scene.past.looks_back_here(mention.sentence, mention.run.first):
        return False
    if scene.past.recalls(mention.sentence):
        return True
    return scene.background(mention.sentence) and not _formerly(scene.marked, mention)


def _had_been(scene: Scene, mention: Mention) -> bool:
    """Whether the verb of the sentence, or that of somebody's own clause, says what had been.

    Not where the clause is parted from it by more than a comma, or is only the beginning.
    """
    marked, clause, sentence = scene.marked, mention.clause, mention.sentence
    if clause is None or not marked.lexicon.recalled_endings or scene.ends(clause.predicate):
        return had_been(marked, sentence)
    told = " ".join(marked.folds[at] for at in clause.predicates)
    if told.endswith(marked.lexicon.recalled_endings):
        rest = range(clause.behind.stop, sentence.last)
        return not any(map(scene.deed, rest))
    apart = clause.behind.stop < sentence.last and marked.mark(clause.behind.stop) in _APART
    return not apart and had_been(marked, sentence)


def _formerly(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether only the office is past, which makes the sentence look so: former minister X."""
    role = mention.role
    return role is not None and any(
        marked.tags[index] & Tag.MODIFIER for index in range(role.first, role.last)
    )


def _chaired(scene: Scene, mention: Mention) -> bool:
    return cues_beside.moderates(scene.marked, mention) or cues_beside.presides(
        scene.marked, mention
    )


def _acted(scene: Scene, mention: Mention) -> bool:
    clause = mention.clause
    told = scene.deeds(mention.sentence) or (
        scene.marked.foretells
        and clause is not None
        and scene.ends(clause.predicate)
        and scene.foretold(mention.sentence)
    )
    return (
        told
        and not presence_clauses.within(scene, mention)
        and not presence_clauses.described(scene, mention)
    )


def _in_office(scene: Scene, mention: Mention) -> bool:
    """Whether the report itself tells somebody in an office that is still held."""
    return (
        presence_clauses.official(scene, mention)
        and not (scene.trade(mention.role) and presence_clauses.alone(mention))
        and not scene.aside(mention.sentence)
        and not scene.former(mention.role)
        and not presence_clauses.within(scene, mention)
        and not presence_clauses.described(scene, mention)
    )


def _bylined(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether a stroke sets the name apart as a byline or a credit does: X / ANKARA; MTI/X."""
    run = mention.run
    return marked.mark(run.last) == "/" or marked.mark(run.first - 1) == "/"


def _topic(scene: Scene, mention: Mention) -> bool:
    """Whether somebody is what is spoken about: "about X", "X hakkında"."""
    if scene.marked.lexicon.grammar.head == "initial":
        at = mention.start - 1
        if at > mention.sentence.first and scene.marked.tokens[at].word.fold in (
            scene.marked.lexicon.articles
        ):
            at -= 1
        if scene.marked.tokens[at].word.fold in scene.marked.lexicon.presence.companions:
            at -= 2  # about | talks | with X
        return at >= mention.sentence.first and scene.about(at)
    return mention.run.last < mention.sentence.last and scene.about(mention.run.last)


def _thanked(scene: Scene, mention: Mention) -> bool:
    """Whether somebody is only thanked: "thanked X", "X'e teşekkür etti"."""
    sentence, run = mention.sentence, mention.run
    if not scene.thanking(sentence):
        return False
    if scene.marked.lexicon.grammar.head == "initial":
        return _thanked_before(scene, mention)
    foremost = scene.foremost(sentence) <= mention.start
    given = name_endings.given(scene.marked, mention.cased) or _given_thanks(scene, mention)
    if not foremost and not given:
        return False
    behind = max(run.last, mention.clause.last if mention.clause is not None else 0)
    last = sentence.last if foremost else min(sentence.last, behind + _GIFT)
    return any(scene.thanks(at) for at in range(run.last, last))


def _given_thanks(scene: Scene, mention: Mention) -> bool:
    """Whether thanks stand right behind a name with the ending of whom something is given to."""
    run, ends = mention.cased, scene.marked.lexicon.to_endings
    tied = scene.marked.folds[run.parts[-1]].endswith(ends)
    return tied and run.last < mention.sentence.last and scene.thanks(run.last)


def _thanked_before(scene: Scene, mention: Mention) -> bool:
    """Whether a verb of thanks leads up to somebody, who does nothing himself then."""
    clause, start = mention.clause, mention.start
    before = range(max(mention.sentence.first, start - _THANKED), start)
    at = next((at for at in reversed(before) if scene.thanks(at)), None)
    if at is None:
        return False
    turned = bool(scene.marked.lexicon.grammar.people.declensions) and not mention.cases
    deeds = (near for near in range(at + 1, start) if scene.deed(near) and not scene.thanks(near))
    if turned and next(deeds, None) is not None:
        return False  # words of thanks were said by | X
    parted = any(scene.marked.mark(near) for near in range(at, start))
    acts = clause is not None and any(map(scene.deed, clause.behind))
    return not (parted and acts)


def _opens(scene: Scene, mention: Mention) -> bool:
    """Whether the person is the subject that a sentence begins with, who does the recalling."""
    subject = not mention.cases and not name_endings.owning(scene.marked, mention.cased)
    named = presence_clauses.predicate(scene, mention)  # Its members are | X and Y
    start = mention.run.first if named else mention.start
    first = mention.sentence.first
    looks_back = start > first and "openings" in scene.marked.cues.get(first, ())
    return subject and start <= first + _OPENING and not looks_back


_TESTS: tuple[tuple[Reason, Callable[[Scene, Mention], bool]], ...] = (
    (Reason.AT_THE_EDGE, _at_the_edge),
    (Reason.APPOINTED, _appointed),
    (Reason.SENT, greetings.read_out),
    (Reason.RULED_OUT, cues_beside.ruled_out),
    (Reason.RULED_OUT, presence_clauses.denied),
    (Reason.RULED_OUT, unattended.missed),
    (Reason.RULED_OUT, elsewhere.represented),
    (Reason.OWNER, unattended.lent),
    (Reason.TOPIC, unattended.bound),
    (Reason.TOPIC, _topic),
    (Reason.TOPIC, unattended.pictured),
    (Reason.TOPIC, unattended.occasioned),
    (Reason.TOPIC, unattended.recalled_by_day),
    (Reason.TOPIC, presence_clauses.spoken_of),
    (Reason.TOPIC, leadership.led),
    (Reason.TOPIC, owners.signed_before),
    (Reason.TOPIC, elsewhere.recollected),
    (Reason.TOPIC, elsewhere.retold),
    (Reason.SOURCE, presence_clauses.source),
    (Reason.SOURCE, unattended.spokesman),
    (Reason.SOURCE, unattended.announcer),
    (Reason.SOURCE, unattended.outsider),
    (Reason.THANKED, _thanked),
    (Reason.ACTED, _spoke),
    (Reason.SENT, greetings.sent),
    (Reason.OWNER, owners.owner),
    (Reason.OWNER, presence_clauses.made),
    (Reason.OWNER, owners.done_before),
    (Reason.OWNER, unattended.decreed),
    (Reason.EXPECTED, unattended.promised),
    (Reason.TOPIC, owners.reported),
    (Reason.TOPIC, unattended.said),
    (Reason.ELSEWHERE, elsewhere.from_afar),
    (Reason.ELSEWHERE, elsewhere.conveyed),
    (Reason.ELSEWHERE, unattended.off),
    (Reason.ELSEWHERE, unattended.staying),
    (Reason.ELSEWHERE, unattended.at_another),
    (Reason.ELSEWHERE, unattended.at_another_time),
    (Reason.ELSEWHERE, elsewhere.addressed),
    (Reason.OWNER, elsewhere.created),
    (Reason.OWNER, elsewhere.done_with),
    (Reason.QUOTED, _quoted),
    (Reason.QUOTED, elsewhere.likened),
    (Reason.EXPECTED, elsewhere.expected),
    (Reason.EXPECTED, elsewhere.awaited),
    (Reason.EXPECTED, unattended.intended),
    (Reason.ACTED, _doing),
    (Reason.RECALLED, _recalled),
    (Reason.CHAIRED, _chaired),
    (Reason.ACTED, _acted),
    (Reason.IN_OFFICE, _in_office),
)
"""What may be said of a place that names somebody, the first that holds counting."""
