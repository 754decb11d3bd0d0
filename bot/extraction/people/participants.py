"""Who is named, in what office, and whether they took part.

Each run of capitalised words is judged by its company: an office or an honorific that touches it,
an office behind a comma, a patronymic, a surname's ending, neighbours in a list that are people.
What only names something else (a university, a prize, a street) is nobody.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from bot.extraction.facts import Participant
from bot.extraction.people import case_forms, dictionary_forms, office_phrases, office_titles
from bot.extraction.people.declension import Case
from bot.extraction.people.name_candidates import Run, runs
from bot.extraction.people.office_phrases import OfficePhrase
from bot.extraction.people.origins import origins
from bot.extraction.text.lexicon import Tag
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tokenizer import Letters, Sentence

_TELLING = 4  # letters of a stem that two words do not share by chance
_IN_BODIES = Tag.DESCRIPTOR | Tag.BODY | Tag.KIND | Tag.HONORIFIC | Tag.DEMONYM | Tag.MODIFIER
_BODY_WITHIN = 6  # tokens between a name and the word for the body that bears it
_ALIKE = 3  # letters in which two spellings of one word agree
_ENOUGH = 8  # mentions of one person that a further one is compared with


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
        absent: Whether the text says that this person took no part.
        moderator: Whether the text says that this person chaired or moderated.
        origin: The country or town that the text says somebody comes from, where it gives no
            office.
        cases: The cases that the name stands in, as the words around it tell; empty for the
            nominative.
    """

    run: Run
    sentence: Sentence
    role: OfficePhrase | None
    words: tuple[str, ...]
    certain: bool
    honoured: bool
    absent: bool
    moderator: bool
    origin: str | None = None
    cases: frozenset[Case] = frozenset()


@dataclass(slots=True)
class Person:
    """Somebody under all the mentions of one article."""

    mentions: list[Mention] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Found:
    """A person, and the tokens of the name and the office: places in them are not the event's."""

    participant: Participant
    office: frozenset[int]


def people(marked: TaggedArticle) -> list[Found]:
    """Return the people named in `marked`, those who attended first, in the order of the text."""
    found: list[Mention] = []
    for sentence in marked.sentences:
        if sentence.paragraph:
            found.extend(_in_sentence(marked, sentence))
    persons = [
        Found(_participant(marked, person), _office(person)) for person in _gather(marked, found)
    ]
    return sorted(persons, key=lambda found: not found.participant.attended)


def _office(person: Person) -> frozenset[int]:
    office = (
        i for m in person.mentions if m.role is not None for i in range(m.role.first, m.role.last)
    )
    names = (i for m in person.mentions for i in range(m.run.first, m.run.last))
    return frozenset((*office, *names))


def _in_sentence(marked: TaggedArticle, sentence: Sentence) -> list[Mention]:
    found: list[Mention] = []
    floor = sentence.first
    candidates = [
        run
        for run in runs(marked, sentence)
        if not run.quoted and _plausible(marked, sentence, run)
    ]
    for run, following in zip(candidates, _following(candidates, sentence), strict=True):
        if run.first < floor:
            continue
        mention = _judge(marked, sentence, run, floor, following)
        if not mention.certain and _located(marked, run):
            continue
        found.append(mention)
        if mention.certain:
            floor = max(
                run.last,
                mention.role.last if mention.role and mention.role.first >= run.last else run.last,
            )
    _share(marked, found)
    starts = [
        m.role.first if m.role is not None and m.role.last <= m.run.first else m.run.first
        for m in found
    ]
    for index, place in origins(marked, [mention.run for mention in found], starts).items():
        found[index].origin = place
    return found


def _following(candidates: list[Run], sentence: Sentence) -> list[int]:
    """Return, for each run, where the next full name of the sentence begins, or the sentence's end."""
    found, following = [sentence.last] * len(candidates), sentence.last
    for index in range(len(candidates) - 1, -1, -1):
        found[index] = following
        following = candidates[index].first if len(candidates[index].parts) > 1 else following
    return found


def _judge(
    marked: TaggedArticle, sentence: Sentence, run: Run, floor: int, following: int
) -> Mention:
    lead = office_phrases.before(marked, floor, run.first)
    if lead is not None:
        _give_object(marked, run, lead)
    role = (
        lead
        if lead is not None and not lead.title
        else office_phrases.after(marked, run.last, sentence.last, following) or lead
    )
    honoured = office_phrases.over_honorifics(
        marked, floor, run.first
    ) < run.first or _honoured_behind(marked, run, sentence)
    shaped = _shaped(marked, run)
    certain = (
        honoured
        or shaped
        or (role is not None and (len(run.parts) > 1 or _touches(marked, role, run)))
    )
    told = case_forms.told_cases(
        marked, run, role.head if role is not None and role.last <= run.first else None
    )
    return Mention(
        run,
        sentence,
        role,
        case_forms.words(marked, run, told),
        certain,
        honoured,
        _cued(marked, run, role, "absent") or _absent(marked, run, role),
        _cued(marked, run, role, "moderated"),
        cases=told,
    )


def _plausible(marked: TaggedArticle, sentence: Sentence, run: Run) -> bool:
    """Whether nothing beside the run says that it names a thing."""
    if not run.parts or len(run.parts) > 5:
        return False
    words = [marked.tokens[i].word for i in run.parts]
    if all(word.letters == Letters.CAPITALS or len(word.text) == 1 for word in words):
        return False
    if run.first == sentence.first and _common(marked, run):
        run.parts.pop(0)
        if not run.parts:
            return False
        run.first = run.parts[0]
    after, before = run.last, run.first - 1
    if len(run.parts) == 1 and after < sentence.last and _qualifies(marked, after):
        return False
    if after < sentence.last and (_named(marked, after) or _abbreviated(marked, run)):
        return False
    if before < sentence.first:
        return not (
            sentence.paragraph == 1 and sentence.number <= 1 and run.last == sentence.last
        )  # a byline
    foreign = (
        len(run.parts) == 1 and words[0].fold.isascii() and not marked.lexicon.latin
    )  # Report, Sputnik: Latin in a Cyrillic text
    if foreign or _in_event(marked, sentence, before):
        return False
    eponym = marked.cued(before, "eponym_before") and (
        marked.lexicon.grammar.head == "initial" or marked.plain(before)
    )
    return not (eponym or marked.tokens[before].word.fold in marked.lexicon.articles)


def _in_event(marked: TaggedArticle, sentence: Sentence, index: int) -> bool:
    """Whether the words that end at `index` lead back to the name of an event: "Conference on Interaction and | Confidence Building"."""
    if not marked.tags[index] & Tag.CONJUNCTION:
        return False
    while index > sentence.first and (
        marked.tags[index] & Tag.CONJUNCTION or marked.tokens[index].word.letters == Letters.CAPITAL
    ):
        index -= 1
    head = index - 1
    named = (
        head > sentence.first
        and marked.tags[head] & Tag.KIND
        and marked.tokens[head].word.letters == Letters.CAPITAL
    )
    return bool(named and marked.tags[index] & Tag.PREPOSITION)


def _common(marked: TaggedArticle, run: Run) -> bool:
    """Whether the word that begins the sentence is a common noun: it stands small elsewhere, here perhaps in another case."""
    word = marked.tokens[run.parts[0]].word
    if word.fold in marked.small:
        return True
    if len(run.parts) == 1 or marked.lexicon.grammar.head != "final" or word.ending:
        return False
    return word.adverbial or any(
        stem in marked.small_stems for stem in word.stems if _TELLING <= len(stem) < len(word.fold)
    )


def _qualifies(marked: TaggedArticle, index: int) -> bool:
    """Whether a lone capitalised word before `index` is an adjective of the noun there (Бакинская консерватория), where nouns are small."""
    grammar = marked.lexicon.grammar
    word = marked.tokens[index].word
    if (
        grammar.head != "initial"
        or not grammar.small_nouns
        or word.letters != Letters.LOWER
        or word.verbal
    ):
        return False
    return not marked.tags[index] or bool(
        marked.tags[index] & (Tag.BODY | Tag.DESCRIPTOR | Tag.KIND)
    )


def _named(marked: TaggedArticle, index: int) -> bool:
    """Whether what stands at `index` makes the words before it the name of a thing: a body, a venue, "named after"."""
    tag = marked.tags[index]
    grammar = marked.lexicon.grammar
    if (
        tag & Tag.DESCRIPTOR
        and grammar.head == "initial"
        and marked.tokens[index].word.letters != Letters.LOWER
    ):
        return marked.tokens[index - 1].word.ending == ""
    if (
        tag & Tag.BODY
        and not tag & (Tag.ROLE | Tag.PLACE)
        and (grammar.head == "initial" or _tied(marked, index))
    ):
        return marked.tokens[index - 1].word.ending == ""
    return marked.cued(index, "eponym_after") or (
        grammar.head == "final" and _before_body(marked, index)
    )


def _before_body(marked: TaggedArticle, index: int) -> bool:
    """Whether more words of a name lead from `index` to a body: X | Kongre ve Kültür Merkezi, Y Bey | Caddesi."""
    for at in range(index, min(index + _BODY_WITHIN, len(marked.tokens))):
        tag = marked.tags[at]
        if at > index and (
            (tag & Tag.BODY and _tied(marked, at)) or marked.cued(at, "eponym_after")
        ):
            return marked.tokens[at].word.letters != Letters.LOWER and not tag & Tag.ROLE
        small = marked.tokens[at].word.letters == Letters.LOWER
        if (
            small
            and tag & Tag.CONJUNCTION
            and at > index
            and marked.tags[at - 1] & (Tag.DESCRIPTOR | Tag.BODY)
        ):
            continue
        if (
            small
            or not tag
            & (Tag.DESCRIPTOR | Tag.BODY | Tag.KIND | Tag.HONORIFIC | Tag.DEMONYM | Tag.MODIFIER)
            or tag & (Tag.ROLE | Tag.PLACE)
        ):
            return False
    return False


def _abbreviated(marked: TaggedArticle, run: Run) -> bool:
    """Whether the initials of the run follow in brackets, as behind the name of a body: Dəmir Təmiri (TDT)."""
    if marked.mark(run.last) != "(" or marked.mark(run.last + 2) != ")":
        return False
    word = marked.tokens[run.last + 1].word
    initials = "".join(marked.tokens[part].word.fold[0] for part in run.parts)
    return word.letters == Letters.CAPITALS and word.fold.endswith(initials)


def _tied(marked: TaggedArticle, index: int) -> bool:
    """Whether the body at `index` has the ending that ties it to the word before it: Mərkəzi, not Mərkəz."""
    match = marked.matches[index]
    return match is not None and dictionary_forms.possessed(marked, match)


def _give_object(marked: TaggedArticle, run: Run, lead: OfficePhrase) -> None:
    """Leave the first word of a long run to the office before it, where that still lacks its object: President of Kazakhfilm | A B."""
    grammar = marked.lexicon.grammar
    if grammar.head != "initial" or len(run.parts) < 3 or lead.last != run.first:
        return
    before = marked.tags[run.first - 1]
    match = marked.matches[run.first - 1]
    takes = (
        match is not None
        and match.tag & Tag.ROLE
        and any(entry.shown in grammar.people.place_roles for entry in match.entries)
    )
    if before & Tag.PREPOSITION or takes:
        del run.parts[0]
        run.first = run.parts[0]


def _honoured_behind(marked: TaggedArticle, run: Run, sentence: Sentence) -> bool:
    """Whether an honorific follows the name, as in the Turkic languages: Айдоган мырза, Aslı Hanım."""
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
    """Whether the words themselves have the shape of a name: a patronymic, a particle, a surname's ending with a first name."""
    if len(run.parts) < 2:
        return False
    lexicon = marked.lexicon
    words = [marked.tokens[i].word.fold for i in run.parts]
    return any(
        case_forms.bare(marked, word).endswith(lexicon.surnames) for word in words[1:]
    ) or any(word.endswith(lexicon.patronymics) for word in words)


def _absent(marked: TaggedArticle, run: Run, role: OfficePhrase | None) -> bool:
    """Whether words on one side of a name say that only somebody else, or a thing of his, is there: the late X; X's heritage."""
    sentence = marked.sentence_of(run.first)
    start = role.first if role is not None and role.last <= run.first else run.first
    before = range(max(sentence.first, start - 2), run.first)
    counted = (
        run.last < sentence.last and marked.tokens[run.last].word.letters == Letters.NUMBER
    )  # X's 90th anniversary
    behind = range(run.last, min(sentence.last, run.last + (3 if counted else 2)))
    return any(marked.cued(i, "absent_before") for i in before) or any(
        marked.cued(i, "absent_behind")
        and not any(marked.mark(j) == "," for j in range(run.last, i))
        for i in behind
    )


def _cued(marked: TaggedArticle, run: Run, role: OfficePhrase | None, key: str) -> bool:
    start = min(run.first, role.first if role else run.first)
    end = max(run.last, role.last if role and role.first >= run.last else run.last)
    sentence = marked.sentence_of(run.first)
    low, high = max(sentence.first, start - 4), min(sentence.last, end + 3)
    return any(marked.cued(index, key) for index in (*range(low, start), *range(end, high)))


def _share(marked: TaggedArticle, mentions: list[Mention]) -> None:
    """In a list, doubtful names beside certain ones are people, and a plural office is everybody's who follows it."""
    for left, right in pairwise(mentions):
        if _family(marked, left, right):
            left.run.shared = right.run.parts[-1]
            left.words, left.certain = case_forms.words(marked, left.run, left.cases), True
        between = range(left.run.last, right.run.first)
        joined = (
            all(marked.mark(i) == "," or marked.tags[i] & Tag.CONJUNCTION for i in between)
            and len(between) <= 2
        )
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
            joined
            and left.role is not None
            and right.role is None
            and office_titles.plural(marked, left.role)
        ):
            right.role, right.certain = left.role, True
    for right, left in pairwise(reversed(mentions)):
        between = range(left.run.last, right.run.first)
        if len(between) <= 2 and all(
            marked.mark(i) == "," or marked.tags[i] & Tag.CONJUNCTION for i in between
        ):
            left.run.ending = case_forms.shared_ending(marked, left.run, right.run)


def _located(marked: TaggedArticle, run: Run) -> bool:
    """Whether a name's last word ends as places do that something is in: Бакай-Атада."""
    ends = marked.lexicon.in_endings
    return (
        bool(ends)
        and marked.lexicon.grammar.head == "final"
        and marked.tokens[run.parts[-1]].word.fold.endswith(ends)
    )


def _family(marked: TaggedArticle, left: Mention, right: Mention) -> bool:
    """Whether a lone first name shares the plural surname of the name behind an "and": Нұрсұлтан және Нұрдәулет Серікбайлар."""
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


def _gather(marked: TaggedArticle, mentions: list[Mention]) -> list[Person]:
    """Return the persons behind `mentions`: the full names first, then the short ones that belong to them."""
    persons: list[Person] = []
    known: dict[str, list[Person]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: (-case_forms.weight(m.words), m.run.first)):
        near = (person for word in mention.words for person in known[word[:_ALIKE]])
        home = _home(marked, list(near), mention)
        if home is not None:
            home.mentions.append(mention)
        elif (
            len(mention.words) > 1
            or (mention.certain and mention.role is not None)
            or mention.honoured
        ):
            persons.append(Person([mention]))
            for word in mention.words:
                known[word[:_ALIKE]].append(persons[-1])
    for person in persons:
        person.mentions.sort(key=lambda m: m.run.first)
    return sorted(persons, key=lambda p: p.mentions[0].run.first)


def _home(marked: TaggedArticle, near: list[Person], mention: Mention) -> Person | None:
    """Return the person among `near` whom `mention` names, in whatever case it stands."""
    spellings = [mention.words]
    if near and len(mention.words) > 1:
        spellings.extend(case_forms.other_cases(marked, mention.run))
    for words in spellings:
        for person in near:
            if any(case_forms.same(marked, m.words, words) for m in person.mentions[:_ENOUGH]):
                return person
    return None


def _telling(mention: Mention) -> tuple[int, int]:
    """How well a mention tells the name: by its fullness, then by how surely its case is known (an office says so, or a surname)."""
    led = mention.role is not None and mention.role.last <= mention.run.first
    return case_forms.weight(mention.words), 1 if mention.cases else 2 if led else 0


def _participant(marked: TaggedArticle, person: Person) -> Participant:
    fullest = max(person.mentions, key=_telling)
    told = next(
        (
            m
            for m in person.mentions
            if m.role is not None and not office_titles.bare(marked, m.role)
        ),
        None,
    ) or next((m for m in person.mentions if m.role is not None), fullest)
    role, affiliation = (
        office_titles.split(marked, told.role) if told.role is not None else (None, None)
    )
    affiliation = affiliation or next((m.origin for m in person.mentions if m.origin), None)
    proof = told if told.role is not None else fullest
    return Participant(
        name=case_forms.name(marked, fullest.run, [m.run for m in person.mentions], fullest.cases),
        role=role,
        affiliation=affiliation,
        attended=not all(m.absent for m in person.mentions),
        moderator=any(m.moderator for m in person.mentions),
        proof=marked.sentence_text(proof.sentence),
    )
