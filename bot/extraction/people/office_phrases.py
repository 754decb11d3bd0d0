"""The office that leads up to a name.

"President of the Academy X", "X Genel Sekreteri Y", "the acting minister Z".

Where the head of an office stands first (English, Russian), its complement runs on to the right;
where it stands last (the Turkic languages), its body and country run to the left. English does
both. A phrase never runs across a verb, a person or a list's comma.
"""

from dataclasses import dataclass, replace

from bot.extraction.people import degrees, dictionary_forms, office_lists
from bot.extraction.people.name_words import CAPITALISED
from bot.extraction.people.office_beginnings import left
from bot.extraction.people.office_complements import (
    HEADS,
    LEADERS,
    nested,
    of_body,
    outermost,
    skip_group,
    without_object,
)
from bot.extraction.people.office_honours import honorary, member, personal
from bot.extraction.people.office_service import aide
from bot.extraction.people.offices_beside import (
    handed,
    in_cabinet,
    in_list,
    led_name,
    list_goes_on,
    of_board,
    of_state,
    one_article,
    owner,
    unlisted,
)
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters

HEADING = "heading"  # key of an office that a verb tells: who chairs the committee
_HONORIFIC_MARKS = frozenset(".-")
_CHAINING = frozenset(",-–—")
_BODIES = Tag.BODY | Tag.ORGANIZATION
_PARTICIPLE = 7  # tokens between an office and the participle that gives it to somebody


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """An office as it stands in the text.

    Attributes:
        first: Index of its first token.
        last: Index behind its last token.
        head: The word for the office itself.
        apposed: Whether a comma parts it from the name.
        title: Whether it is a mere title: Ambassador, Academician.
        lead: The first of several offices told one after another (president of X, academician of
            Y), or None.
        among: Whether it is told of many at some distance, among whom somebody is.
    """

    first: int
    last: int
    head: Match
    apposed: bool
    title: bool = False
    lead: Match | None = None
    among: bool = False


def over_honorifics(marked: TaggedArticle, floor: int, at: int) -> int:
    """Return the index of the first of the honorifics that end at `at`."""
    while at > floor:
        joined = at - 2 >= floor and marked.tags[at - 2] & (Tag.HONORIFIC | Tag.TITLE)
        if marked.tags[at - 1] & (Tag.HONORIFIC | Tag.TITLE) or (
            joined and marked.mark(at - 1) in _HONORIFIC_MARKS
        ):
            at -= 1
        elif (degree := degrees.begin(marked, floor, at)) < at:
            at = degree
        else:
            break
    return at


def before(marked: TaggedArticle, floor: int, name: int) -> OfficePhrase | None:
    """Return the office that leads up to the name that begins at `name`.

    Looks back no further than `floor`.
    """
    at = over_honorifics(marked, floor, name)
    role = _before(marked, floor, at, apposed=False) or _acting(marked, floor, at)
    if (
        role is None
        and marked.folds[at - 1] in marked.lexicon.office_words.being
        and at - 1 > floor
    ):
        role = _before(marked, floor, at - 1, apposed=False)  # X Birliği Başkanı olan | Y
    if role is None and marked.mark(at - 1) == "," and at - 1 > floor:
        role = _over_titles(marked, floor, at - 1) or _before(marked, floor, at - 1, apposed=True)
        if role is not None and counterpart(marked, role.head):
            role = _title(marked, floor, at, name) or role
    if role is None and at - 1 > floor and _leads(marked, at - 1):
        role = _before(marked, floor, at - 1, apposed=True)
    role = role or _among(marked, floor, at) or _held_in(marked, floor, at)
    role = role or _title(marked, floor, at, name)
    if role is None:
        return None
    if marked.lexicon.grammar.head == "final":
        return _chained(marked, floor, role)
    role = _conjoined(marked, floor, role)
    return _fuller(marked, floor, role) or _doubled(marked, floor, role)


def _over_titles(marked: TaggedArticle, floor: int, comma: int) -> OfficePhrase | None:
    """Return the office before titles that end at `comma`: ректор Y, доктор наук, | профессор X."""
    at = over_honorifics(marked, floor, comma)
    if at == comma or at - 1 <= floor or marked.mark(at - 1) != ",":
        return None
    title = marked.matches[comma - 1]
    if title is not None and honorary(marked, title):
        return None  # told beside the office
    return _before(marked, floor, at - 1, apposed=True)


def _held_in(marked: TaggedArticle, floor: int, at: int) -> OfficePhrase | None:
    """Return the office whose town stands between it and the name: Büyükelçisi Bişkek | X Y."""
    town = marked.matches[at - 1] if at - 1 > floor else None
    if town is None or marked.lexicon.grammar.head != "final" or not town.tag & Tag.PLACE:
        return None
    held = marked.plain(town.first) and town.first > floor
    return _before(marked, floor, town.first, apposed=False) if held else None


def counterpart(marked: TaggedArticle, head: Match) -> bool:
    """Whether an office is told by another's alone: our colleague, | Doctor X is a doctor."""
    return any(entry.key in marked.lexicon.counterparts for entry in head.entries)


def _among(marked: TaggedArticle, floor: int, at: int) -> OfficePhrase | None:
    """Return the office of many whose holders begin to be told at `at`.

    Ambassadors of the member states, among them | A of X and B of Y.
    """
    for close in office_lists.ends(marked, floor, at):
        role = _before(marked, floor, close, apposed=True)
        if role is not None and dictionary_forms.plural(marked, role.head):
            return replace(role, among=True)
    return None


def _doubled(marked: TaggedArticle, floor: int, role: OfficePhrase) -> OfficePhrase:
    """Return an office with another of the same person that stands before it, behind a comma.

    Deputy Prime Minister of X, | Minister of Y Z; Head of the Economy Division of X, | Project
    Director Y.
    """
    comma = role.first - 1
    dash = marked.mark(comma) in LEADERS - {":"}
    if comma <= floor or not (dash or marked.mark(comma) == ","):
        return role
    if role.title or (role.apposed and not honorary(marked, role.head)):
        return role
    earlier = _before(marked, floor, comma, apposed=False)
    if earlier is None or earlier.last != comma:
        return role
    words = range(earlier.first, earlier.last)
    listed = earlier.first > floor and marked.mark(earlier.first - 1)
    serving = any(honorary(marked, o.head) or member(marked, o.head) for o in (earlier, role))
    alone = serving or not any(marked.tags[at] & (_BODIES | Tag.PLACE) for at in words)
    sent = any(marked.tags[at] & Tag.PLACE for at in words)
    cabinet = in_cabinet(marked, words, range(role.first, role.last), role.head)
    first_led = alone and earlier.first - 1 == floor and led_name(marked, floor)
    if listed and not (first_led or (cabinet and sent)):
        return role
    honoured = not listed and (honorary(marked, role.head) or personal(marked, role.head))
    several = any(dictionary_forms.plural(marked, o.head) for o in (earlier, role))
    honoured = honoured and not several
    if dash and not (cabinet or of_board(marked, words)):
        return role
    led = first_led and serving and not several
    if cabinet or honoured or dash or led or _opens_with(marked, floor, earlier, role):
        return replace(role, first=earlier.first, lead=earlier.head)
    return role


def _conjoined(marked: TaggedArticle, floor: int, role: OfficePhrase) -> OfficePhrase:
    """Return an office with one of the same person that an "and" joins to it.

    The fund's representative and | manager X; the deputy head of the X and | director of the Y Z.
    """
    joint, lexicon = role.first - 1, marked.lexicon
    if role.title or role.apposed or joint <= floor or not marked.tags[joint] & Tag.CONJUNCTION:
        return role
    earlier = _before(marked, floor, joint, apposed=False)
    if earlier is None or earlier.last != joint or earlier.first < floor:
        return role
    several = any(dictionary_forms.plural(marked, head) for head in (earlier.head, role.head))
    if several or in_list(marked, floor, earlier.first):
        return role
    small = marked.tokens[role.first].word.letters == Letters.LOWER
    alone = role.last == role.head.last and small and not lexicon.grammar.small_nouns
    words = range(earlier.first, earlier.head.last)
    deputy = any(marked.folds[at].startswith(lexicon.beside) for at in words)
    own = range(earlier.head.last, joint) if deputy else range(earlier.first, earlier.head.first)
    owned = any(marked.tags[at] & _BODIES for at in own)
    if (owned and (deputy or alone)) or one_article(
        marked, floor, range(earlier.first, joint), earlier.head.last
    ):
        return replace(role, first=earlier.first, lead=earlier.head)
    return role


def _opens_with(
    marked: TaggedArticle, floor: int, earlier: OfficePhrase, role: OfficePhrase
) -> bool:
    """Whether an office with its body opens the sentence: in a list it would be another's."""
    opens = marked.sentence_of(role.first).first
    if floor != opens or any(dictionary_forms.plural(marked, o.head) for o in (earlier, role)):
        return False
    found = filter(None, marked.matches[earlier.first : earlier.last])
    if any(of_the_day(marked, match) for match in found):
        return False  # head of the delegation, | Minister of X Y
    lead = range(opens, earlier.first)
    alone = all(marked.tags[at] & (Tag.FUNCTION | Tag.PREPOSITION) for at in lead)
    return alone and any(marked.tags[at] & _BODIES for at in range(earlier.first, earlier.last))


def of_the_day(marked: TaggedArticle, match: Match) -> bool:
    """Whether an office is held for one gathering only: the moderator, the guest of honour."""
    held = marked.lexicon.grammar.people.of_the_day
    return any(entry.shown in held for entry in match.entries)


def _fuller(marked: TaggedArticle, floor: int, role: OfficePhrase) -> OfficePhrase | None:
    """Return the office of a body that stands before a bare one: директор музея, | депутат X."""
    comma = role.first - 1
    if role.last - role.first != 1 or comma <= floor or marked.mark(comma) != ",":
        return None
    other = _before(marked, floor, comma, apposed=True)
    bodies = range(other.head.last, other.last) if other is not None else ()
    whole = any(marked.tags[at] & (Tag.BODY | Tag.ORGANIZATION) for at in bodies)
    return other if whole else None


def _leads(marked: TaggedArticle, index: int) -> bool:
    """Whether the token at `index` leads from an office to its holders.

    "Members: | A and B", "The president is | A", «Председатель – | A». Where offices stand first a
    lone name behind is rather a thing's: represented were three towns – X, Y and Z.
    """
    if marked.lexicon.grammar.head == "final":
        return marked.mark(index) in LEADERS
    carries = marked.tokens[index].word.fold in marked.lexicon.presence.carriers
    behind = marked.tokens[index + 1 : index + 3]
    full = all(token.word.letters in CAPITALISED or token.word.text == "." for token in behind)
    return full and (carries or marked.mark(index) in LEADERS)


def _acting(marked: TaggedArticle, floor: int, at: int) -> OfficePhrase | None:
    """Return the office whose work somebody only does.

    "vaziri v.b. | X", "президентінің м.а. | X".
    """
    for words in marked.lexicon.acting:
        start = office_lists.over_words(marked, floor, at, words)
        role = _before(marked, floor, start, apposed=False) if start is not None else None
        if role is not None:
            return replace(role, last=at)
    return None


def _chained(marked: TaggedArticle, floor: int, role: OfficePhrase) -> OfficePhrase:
    """Return `role` with the offices of the same person that stand before it, each behind a comma.

    "rector, doctor of law Y".

    A dash does as well: "deputy prime minister – minister Y".
    """
    role = with_other(marked, floor, role)
    while role.first - 1 > floor and marked.mark(role.first - 1) in _CHAINING:
        match = marked.matches[role.first - 2]
        if match is None or match.last != role.first - 1 or not match.tag & HEADS:
            break
        if not marked.plain(match.last - 1) and marked.ends_chain(match.last - 1):
            break  # whom or what the verb behind does something to
        if counterpart(marked, match):
            break
        if marked.mark(role.first - 1) != "," and not of_state(
            marked, role.first, role.head, match
        ):
            break
        own = any(marked.tags[at] & _BODIES for at in range(role.first, role.head.first))
        if unlisted(marked, match) or (own and honorary(marked, match)):
            break
        title = role.title and not match.tag & Tag.ROLE
        role = replace(role, first=left(marked, floor, match.first), lead=match, title=title)
    return role


def with_other(marked: TaggedArticle, floor: int, role: OfficePhrase) -> OfficePhrase:
    """Return `role` with the office that an "and" joins to it, where both are one person's.

    Başbakan Yardımcısı ve | Ekonomi Bakanı X: a deputy's, or one that its own body owns. Whoever
    is told by his office alone is somebody else: Cumhurbaşkanı ve | Dışişleri Bakanı X.
    """
    joint = role.first - 1
    match = marked.matches[joint - 1] if joint - 1 > floor else None
    if match is None or role.title or not marked.tags[joint] & Tag.CONJUNCTION:
        return role
    if not match.tag & Tag.ROLE or match.last != joint:
        return role
    if any(dictionary_forms.plural(marked, head) for head in (match, role.head)):
        return role
    first = left(marked, floor, match.first)
    beside = marked.lexicon.beside
    deputy = any(marked.folds[at].startswith(beside) for at in range(match.first, joint))
    owned = any(owner(marked, at) for at in range(first, match.first))
    # another's office is no adjective: kengash raisi va | Prezident maslahatchisi X
    own = [at for at in range(role.first, role.head.first) if not marked.tags[at] & Tag.MODIFIER]
    owned = owned and not any(marked.tags[at] & Tag.ROLE for at in own)
    listed = first > floor and (marked.mark(first - 1) or marked.tags[first - 1] & Tag.CONJUNCTION)
    twice = marked.tags[first - 1] & Tag.CONJUNCTION  # X ve | Y Müdürü ve Z Üyesi W
    named = first - 1 == floor and (twice or list_goes_on(marked, role.last))
    listed = listed and not named
    sent = deputy and any(marked.tags[at] & Tag.PLACE for at in range(first, match.first))
    sent = sent and not any(marked.tags[at] & (_BODIES | Tag.PLACE | Tag.DEMONYM) for at in own)
    # of which body, only the first tells: AA Yönetim Kurulu Başkanı ve | Genel Müdürü X
    lone = role.first == role.head.first and dictionary_forms.possessed(marked, role.head)
    if (listed and not (sent or (lone and owned))) or not (deputy or owned):
        return role
    return replace(role, first=first, lead=match)


def _title(marked: TaggedArticle, floor: int, first: int, name: int) -> OfficePhrase | None:
    """A title stands for an office where no other is given: Ambassador, Academician."""
    for index in range(first, name):
        match = marked.matches[index]
        if match is not None and match.tag & Tag.TITLE:
            return OfficePhrase(
                left(marked, floor, match.first), match.last, match, apposed=False, title=True
            )
    return None


def _before(marked: TaggedArticle, floor: int, at: int, *, apposed: bool) -> OfficePhrase | None:
    close = skip_group(marked, floor, at - 1) + 1
    match = marked.matches[close - 1] if close > floor else None
    if match is not None and match.tag & Tag.ROLE and not of_body(marked, match):
        alone = without_object(marked, match)
        if alone is not None:
            return OfficePhrase(alone.first, at, alone, apposed)
        outer = outermost(marked, floor, at) if nested(marked, floor, match.first) else None
        head = outer or aide(marked, floor, match) or match
        return OfficePhrase(left(marked, floor, head.first), at, head, apposed)
    if marked.lexicon.grammar.head != "initial":
        return _of_holder(marked, floor, at) if not apposed else None
    outer = outermost(marked, floor, at)
    if outer is None:
        return None
    return OfficePhrase(left(marked, floor, outer.first), at, outer, apposed)


def _of_holder(marked: TaggedArticle, floor: int, at: int) -> OfficePhrase | None:
    """Return the office that a participle before the name gives to it.

    "to the post of secretary general lately appointed | X".
    """
    index = at - 1
    if index <= floor:
        return None
    given = index - 1 if marked.tokens[index].word.verbal else index
    match = marked.matches[given]
    if match is not None and match.tag & Tag.OFFICE and handed(marked, match):
        return OfficePhrase(left(marked, floor, match.first), match.last, match, apposed=False)
    if given == index:
        return None
    while index > max(floor, at - _PARTICIPLE):
        match, holds = marked.matches[index - 1], marked.matches[index]
        if (
            match is not None
            and match.tag & Tag.ROLE
            and holds is not None
            and any(e.key == "offices" for e in holds.entries)
        ):
            return OfficePhrase(left(marked, floor, match.first), match.last, match, apposed=False)
        index -= 1
    return None
