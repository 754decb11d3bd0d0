"""Where a sentence names somebody, and in what office.

Each run of capitalised words judged by its company.

An office or an honorific that touches it, an office behind a comma, a patronymic, a surname's
ending, neighbours in a list that are people.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

from bot.extraction.people import (
    case_forms,
    name_endings,
    namesakes,
    office_behind,
    office_beside,
    office_called,
    office_lists,
    office_parts,
    office_phrases,
    office_titles,
    shared_lands,
)
from bot.extraction.people.declension import Case
from bot.extraction.people.name_candidates import Run, alone_from, leave_origin, located, runs
from bot.extraction.people.name_clauses import Clause
from bot.extraction.people.office_phrases import OfficePhrase
from bot.extraction.people.origins import origins
from bot.extraction.people.reasons import Reason
from bot.extraction.people.things import plausible
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Sentence

_GROUP = 8  # tokens between two names of a list that tells where each comes from
_OF_GROUPS = frozenset(",;()")


@dataclass(slots=True)
class Mention:
    """One place in the text that names somebody.

    Attributes:
        run: The name's tokens.
        sentence: Where it stands.
        role: The office beside it, or None.
        words: The name's words as written, initials with their dot.
        certain: Whether its company makes it a person beyond doubt.
        honoured: Whether an honorific touches it.
        origin: The country or town that the text says somebody comes from, where it gives no
            office.
        cases: The cases that the name stands in, as the words around it tell; empty for the
            nominative.
        reason: Why this place says that the person was there, or not.
        appointed: Whether the office is one that the person is given here.
        given: The office and the body that a verb gives somebody, where another's tells the body.
        kept: The office that stood beside the name of somebody who is given another.
        clause: The clause that the list which the name belongs to stands in.
        led: Whether a subject stands before the list which the name belongs to.
        worked: Whether it stands in a list of those whose works are told.
        shares: Whether the office is that of the names before it in a list.
        land: The country that the list tells for the office that the names before it have too.
        floor: Where the name before it ends that stands in no list with it, or the beginning.
        lends: Whether an office of his is somebody else's, who stands behind: X's deputy Y.
        closing: Whether nobody is named behind its list in the sentence.
        sharing: The name behind an "and" whose ending of case is this one's too, or None.
        tail: The last name of the list that it stands in, if an "and" leads to that, or None.
        through: Whether somebody else hands something over through him.
        told: The office and the body as a card shows them, where others tell them: two ministers of
            two countries, somebody's counterpart.
    """

    run: Run
    sentence: Sentence
    role: OfficePhrase | None
    words: tuple[str, ...]
    certain: bool
    honoured: bool
    origin: str | None = None
    cases: frozenset[Case] = frozenset()
    reason: Reason = Reason.UNCLAIMED
    appointed: bool = False
    given: tuple[str | None, str | None] | None = None
    kept: OfficePhrase | None = None
    clause: Clause | None = None
    led: bool = False
    worked: bool = False
    floor: int = 0
    shares: bool = False
    land: str | None = None
    lends: bool = False
    sharing: Run | None = None
    tail: Run | None = None
    through: bool = False
    closing: bool = False
    told: tuple[str | None, str | None] | None = None

    @property
    def cased(self) -> Run:
        """The name whose ending tells the case: its own, or that of the one behind an "and"."""
        return self.sharing or self.run

    @property
    def start(self) -> int:
        """Where the name begins, with the office that leads up to it."""
        role, run = self.role, self.run
        return role.first if role is not None and role.last <= run.first else run.first

    @property
    def end(self) -> int:
        """Where the name ends, with the office behind it."""
        role, run = self.role, self.run
        return role.last if role is not None and role.first >= run.last else run.last


def in_sentence(marked: TaggedArticle, sentence: Sentence) -> list[Mention]:
    """Return the mentions of people in `sentence`, in order."""
    found: list[Mention] = []
    floor = sentence.first
    named = runs(marked, sentence)
    likely = [run for run in named if not run.quoted and plausible(marked, sentence, run)]
    candidates = namesakes.borne(marked, named, likely)
    for run, following in zip(candidates, _following(candidates, sentence), strict=True):
        if run.first < floor:
            continue
        mention = _judge(marked, sentence, run, floor, following)
        if not mention.certain and located(marked, run):
            continue
        found.append(mention)
        if mention.certain:
            floor = max(
                run.last,
                mention.role.last if mention.role and mention.role.first >= run.last else run.last,
            )
    _share(marked, found)
    starts = [_told_from(marked, mention) for mention in found]
    for index, place in origins(marked, [mention.run for mention in found], starts).items():
        found[index].origin = place
    return found


def _told_behind(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether an office of many behind a name is theirs who stand before it, too.

    X ve Y | gibi bakanlar; X and Y, | members of Z.
    """
    role = mention.role
    if role is None or role.first <= mention.run.last:
        return False
    initial = marked.lexicon.grammar.head == "initial"
    return role.among or (initial and office_titles.plural(marked, role))


def _told_from(marked: TaggedArticle, mention: Mention) -> int:
    """Return where somebody begins to be told, so that his origin may stand before.

    Behind an office of many it stands before the name alone: sanatçılar Kazakistan'dan | X.
    """
    first = mention.run.first
    floor = marked.sentence_of(first).first
    listed = mention.role is not None and mention.start < first
    begin = office_phrases.over_honorifics(marked, floor, first)
    own = office_lists.origin_begins(marked, floor, begin) if listed else None
    return first if own is not None and own >= mention.start else mention.start


def _following(candidates: list[Run], sentence: Sentence) -> list[int]:
    """Return, for each run, where the sentence's next full name begins, or the sentence ends."""
    found, following = [sentence.last] * len(candidates), sentence.last
    for index in range(len(candidates) - 1, -1, -1):
        found[index] = following
        following = candidates[index].first if len(candidates[index].parts) > 1 else following
    return found


def _judge(
    marked: TaggedArticle, sentence: Sentence, run: Run, floor: int, following: int
) -> Mention:
    leave_origin(marked, run)
    lead = office_phrases.before(marked, floor, run.first)
    if lead is not None:
        lead = office_beside.with_beside(marked, floor, run, _give_object(marked, run, lead))
    role = office_beside.chosen(marked, lead, run, sentence.last, following)
    limit = min(sentence.last, following)
    role = role or office_called.after(marked, run.last)
    role = role or office_called.said(marked, run.last, limit)
    honoured = office_phrases.over_honorifics(
        marked, floor, run.first
    ) < run.first or _honoured_behind(marked, run, sentence)
    if not run.ending:
        run.ending = name_endings.object_ending(marked, run)
    shaped = _shaped(marked, run)
    if role is None and (honoured or shaped):
        role = office_behind.beside(marked, run.last, limit)
    certain = (
        honoured
        or shaped
        or (role is not None and (len(run.parts) > 1 or _touches(marked, role, run)))
    )
    told = case_forms.told_cases(
        marked, run, role.head if role is not None and _leads_to(marked, role, run) else None
    )
    return Mention(
        run,
        sentence,
        role,
        case_forms.words(marked, run, told),
        certain,
        honoured,
        cases=told,
    )


def _leads_to(marked: TaggedArticle, role: OfficePhrase, run: Run) -> bool:
    """Whether the word for an office stands before a name, and in its case.

    Whose work somebody only does is told in the genitive: с исполняющим обязанности министра | X.
    Whoever is but one of many is told in a case of his own: солисты, включая | X. So is whom a post
    is handed over to: передал пост министра | X-у.
    """
    acting = office_parts.acting(marked, role.first, role.head.first)
    post = marked.lexicon.office_words.duties.begin(marked.folds[role.first - 1])
    return role.last <= run.first and acting is None and not (role.among or post)


def _give_object(marked: TaggedArticle, run: Run, lead: OfficePhrase) -> OfficePhrase:
    """Leave the first word of a long run to an office before it that still lacks its object.

    President of Kazakhfilm | A B.
    """
    grammar = marked.lexicon.grammar
    if grammar.head != "initial" or len(run.parts) < 3 or lead.last != run.first:
        return lead
    before = marked.tags[run.first - 1]
    match = marked.matches[run.first - 1]
    takes = (
        match is not None
        and match.tag & Tag.ROLE
        and any(entry.shown in grammar.people.place_roles for entry in match.entries)
    )
    if not (before & Tag.PREPOSITION or takes):
        return lead
    del run.parts[0]
    run.first = run.parts[0]
    return replace(lead, last=run.first)


def _honoured_behind(marked: TaggedArticle, run: Run, sentence: Sentence) -> bool:
    """Whether an honorific follows the name, as in the Turkic languages.

    Айдоган мырза, Aslı Hanım.
    """
    at = run.last
    return (
        at < sentence.last
        and marked.lexicon.grammar.head == "final"
        and bool(marked.tags[at] & Tag.HONORIFIC)
        and marked.mark(at + 1) != "."
    )


def _touches(marked: TaggedArticle, role: OfficePhrase, run: Run) -> bool:
    """Whether the word for the office stands directly before the name: Cumhurbaşkanı Erdoğan."""
    return (
        role.head.last == office_phrases.over_honorifics(marked, role.head.last, run.first)
        and not role.apposed
    )


def _shaped(marked: TaggedArticle, run: Run) -> bool:
    """Whether the words themselves have the shape of a name.

    A patronymic, a particle, a surname's ending with a first name.
    """
    if len(run.parts) < 2:
        return False
    lexicon = marked.lexicon
    words = [marked.tokens[i].word.fold for i in run.parts]
    if any(word.endswith(lexicon.patronymics) for word in words):
        return True
    return any(name_endings.bare(marked, word).endswith(lexicon.name_ends) for word in words[1:])


def _share(marked: TaggedArticle, mentions: list[Mention]) -> None:
    """Let the names of a list tell of each other.

    Doubtful names beside certain ones are people, and a plural office is everybody's who follows
    it.
    """
    for left, right in pairwise(mentions):
        if _family(marked, left, right):
            left.run.shared = right.run.parts[-1]
            left.words, left.certain = case_forms.words(marked, left.run, left.cases), True
        joined = listed(marked, left.run, right.run)
        if joined and left.certain and len(right.run.parts) > 1:
            right.certain = True
        if (
            joined
            and left.cases
            and not right.cases
            and (right.role is None or right.role.first >= right.run.last)
        ):
            right.cases = left.cases
            right.words = case_forms.words(marked, right.run, right.cases)
        if (
            left.role is None
            or right.role is not None
            or not office_titles.plural(marked, left.role)
        ):
            continue
        body = shared_lands.body_between(marked, left.run, right.run)
        grouped = in_group(marked, left.run, right.run) and not alone_from(marked, right.run)
        if grouped or body is not None:
            right.role, right.certain, right.shares = left.role, True, True
            right.land = body or shared_lands.land_between(marked, left.run, right.run)
            if right.land is None and listed(marked, left.run, right.run):
                right.land = left.land
    _share_back(marked, mentions)


def _share_back(marked: TaggedArticle, mentions: list[Mention]) -> None:
    """Let the last name of a list tell the others its office of many, and its case."""
    for right, left in pairwise(reversed(mentions)):
        if (
            left.role is None
            and _told_behind(marked, right)
            and in_group(marked, left.run, right.run)
        ):
            left.role, left.certain, left.shares = right.role, True, True
        between = range(left.run.last, right.run.first)
        if len(between) <= 2 and all(
            marked.mark(i) == "," or marked.tags[i] & Tag.CONJUNCTION for i in between
        ):
            left.run.ending = name_endings.shared_ending(marked, left.run, right.run)


def listed(marked: TaggedArticle, left: Run, right: Run) -> bool:
    """Whether nothing but a list's comma or "and" stands between two names, and titles perhaps."""
    first = left.last
    last = office_phrases.over_honorifics(marked, first, right.first)
    return 1 <= last - first <= 2 and all(
        marked.mark(index) == "," or marked.tags[index] & Tag.CONJUNCTION
        for index in range(first, last)
    )


def in_group(marked: TaggedArticle, left: Run, right: Run) -> bool:
    """Whether two names stand in one list, which tells perhaps where each comes from."""
    first = left.last
    last = office_phrases.over_honorifics(marked, first, right.first)
    plain = Tag.CONJUNCTION | Tag.PREPOSITION | Tag.PLACE | Tag.DEMONYM
    return 1 <= last - first <= _GROUP and all(
        marked.mark(index) in _OF_GROUPS
        or marked.tags[index] & plain
        or office_lists.led_by_land(marked, index)
        for index in range(first, last)
    )


def _family(marked: TaggedArticle, left: Mention, right: Mention) -> bool:
    """Whether a lone first name shares the plural surname of the name behind an "and".

    Нұрсұлтан және Нұрдәулет Серікбайлар.
    """
    between = range(left.run.last, right.run.first)
    if (
        len(between) != 1
        or not marked.tags[between[0]] & Tag.CONJUNCTION
        or len(left.run.parts) != 1
        or len(right.run.parts) < 2
    ):
        return False
    word = marked.tokens[right.run.parts[-1]].word.fold
    return any(
        word[: -len(end)].endswith(marked.lexicon.surnames)
        for end in marked.lexicon.plurals
        if word.endswith(end)
    )
