"""Offices told of several people at once, or of one by another's.

"The ministers of energy of Kazakhstan and Uzbekistan, A and B": each has his own country. "The
minister met his Kazakh counterpart X": X is minister as well, of Kazakhstan.
"""

from collections.abc import Sequence
from itertools import groupby, pairwise

from bot.extraction.people import office_limits, office_lists, office_titles, towns
from bot.extraction.people.lent_bodies import give_lent_bodies
from bot.extraction.people.mentions import Mention, in_group
from bot.extraction.people.office_phrases import OfficePhrase, counterpart
from bot.extraction.people.origins import around
from bot.extraction.people.represented_lands import sender
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from config.text import fold

_GROUP = Tag.BODY | Tag.DESCRIPTOR | Tag.FUNCTION | Tag.PREPOSITION
_LONGEST = 12  # tokens of a body's group
_CLAUSE = 12  # tokens from who is represented to by whom


def give_shared_offices(marked: TaggedArticle, mentions: Sequence[Mention]) -> None:
    """Tell those of one sentence the offices that the phrase beside their name does not say."""
    for index, mention in enumerate(mentions):
        if mention.role is not None and counterpart(marked, mention.role.head):
            mention.told = _like_another(marked, mentions[:index], mention, mention.role)
        elif mention.role is not None and (owner := _represented(marked, mention.role)):
            mention.told = office_titles.split(marked, mention.role)[0], owner
        elif mention.role is not None and _held_for(marked, mention, mention.role):
            mention.told = office_titles.split(marked, mention.role)[0], mention.origin
        elif mention.role is not None and (land := _stands_for(marked, mention, mention.role)):
            mention.told = office_titles.split(marked, mention.role)[0], land
    _give_group(marked, mentions)
    for left, right in pairwise(mentions):
        land = _lent(marked, left, right)
        if land is not None and right.role is not None:
            right.told = office_titles.split(marked, right.role)[0], land
    give_lent_bodies(marked, mentions)
    _give_told_before(marked, mentions)
    _give_towns(marked, mentions)
    in_office = (mention for mention in mentions if mention.role is not None)
    for _, group in groupby(in_office, key=lambda mention: id(mention.role)):
        _pair(marked, list(group))


def _give_told_before(marked: TaggedArticle, mentions: Sequence[Mention]) -> None:
    """Tell those of a list the office of many that the sentence before tells: among them are A."""
    if not mentions or mentions[0].role is not None:
        return
    first = mentions[0]
    head = office_lists.told_before(marked, first.sentence, first.run.first)
    if head is None:
        return
    title = office_titles.split(marked, OfficePhrase(head.first, head.last, head, apposed=True))[0]
    first.told = title, first.origin
    for left, right in pairwise(mentions):
        if right.role is not None or not in_group(marked, left.run, right.run):
            break
        right.told = title, right.origin


def _give_towns(marked: TaggedArticle, mentions: Sequence[Mention]) -> None:
    """Tell mayors and governors of the town that the text speaks of, where they are of no other."""
    for mention in mentions:
        role, told = mention.role, mention.told is not None or mention.origin is not None
        if role is None or told or not office_titles.bare(marked, role):
            continue
        title, owner = office_titles.split(marked, role)
        town = towns.governed(marked, mention, mentions) if owner is None else None
        if town is not None:
            mention.told = title, town


def _give_group(marked: TaggedArticle, mentions: Sequence[Mention]) -> None:
    """Tell those whom a sentence names behind a body's group the body: Делегация ОТГ, | советник X.

    Whoever is told with an office that states have is none of the body's.
    """
    at = mentions[0].sentence.first if mentions else 0
    body = None
    for mention in mentions:
        role = mention.role
        if role is None or role.first >= mention.run.last or role.title or mention.told is not None:
            return
        body = body or _group(marked, at, role.first)
        joined = at == mention.sentence.first or _joined(marked, at, role.first)
        if body is None or not joined or _of_state(marked, role):
            return
        if office_titles.bare(marked, role):
            mention.told = office_titles.split(marked, role)[0], body
        at = mention.run.last


def _of_state(marked: TaggedArticle, role: OfficePhrase) -> bool:
    minister = marked.folds[role.head.first].startswith(marked.lexicon.ministers)
    return minister or any(entry.shown in marked.lexicon.posts for entry in role.head.entries)


def _group(marked: TaggedArticle, first: int, last: int) -> str | None:
    """Return the organisation whose group alone is named up to a comma before `last`, or None."""
    comma, inner = last - 1, _GROUP | Tag.ORGANIZATION
    if marked.lexicon.grammar.head != "initial" or marked.mark(comma) != ",":
        return None
    named = range(first, comma)
    if len(named) > _LONGEST or any(not marked.tags[at] & inner for at in named):
        return None
    if not any(marked.tags[at] & Tag.BODY for at in named):
        return None
    found = filter(None, marked.matches[first:comma])
    bodies = {match for match in found if match.tag & Tag.ORGANIZATION}
    entries = next(iter(bodies)).entries if len(bodies) == 1 else ()
    return next((entry.shown for entry in entries if entry.tag == Tag.ORGANIZATION), None)


def _stands_for(marked: TaggedArticle, mention: Mention, role: OfficePhrase) -> str | None:
    """Return the country that the clause says somebody was sent by, where his office tells none."""
    before = role.last <= mention.run.first and not (role.apposed or mention.origin)
    bare = before and office_titles.split(marked, role)[1] is None
    return sender(marked, role) if bare else None


def _held_for(marked: TaggedArticle, mention: Mention, role: OfficePhrase) -> bool:
    """Whether an office told of many is somebody's for where he is from: ministers A | of X."""
    initial = marked.lexicon.grammar.head == "initial"
    return initial and mention.origin is not None and office_titles.plural(marked, role)


def _lent(marked: TaggedArticle, left: Mention, right: Mention) -> str | None:
    """Return the country in whose genitive a list of ministers begins, for the next of them.

    Macarıstanın mədəniyyət naziri X, | turizm naziri Y.
    """
    one, other = left.role, right.role
    if one is None or other is None or marked.lexicon.grammar.head != "final" or right.origin:
        return None
    known = marked.lexicon.ministers
    if any(not marked.folds[role.head.first].startswith(known) for role in (one, other)):
        return None
    listed = 0 < right.start - left.end <= 2 and _joined(marked, left.end, right.start)
    if not listed or right.told is not None or not office_titles.bare(marked, other):
        return None
    if left.told is not None:
        return left.told[1]
    land, ends = marked.matches[one.first], marked.lexicon.genitives
    told = marked.tokens[one.first].word
    owns = (fold(told.ending) or told.fold).endswith(ends)
    if land is None or land.last - land.first > 1 or not owns:
        return None
    return next((e.shown for e in land.entries if e.is_country), None)


def _represented(marked: TaggedArticle, role: OfficePhrase) -> str | None:
    """Return the country or body that somebody in an office represents, where the clause says so.

    Hungary was represented at the forum by | Ambassador X.
    """
    words, by = marked.lexicon.represented, role.first - 1
    while by > 0 and marked.tokens[by].word.fold in marked.lexicon.articles:
        by -= 1
    if not words or by < 0 or not marked.tags[by] & Tag.PREPOSITION:
        return None
    if not office_titles.bare(marked, role):
        return None
    opens = max(marked.sentence_of(by).first, by - _CLAUSE)
    verb = next((at for at in range(by - 1, opens, -1) if marked.folds[at] in words), opens)
    at = verb - 1
    while at > opens and marked.tags[at] and not marked.tags[at] & ~(Tag.FUNCTION | Tag.CUE):
        at -= 1
    match = marked.matches[at] if opens <= at < verb - 1 else None
    alone = at < 1 or not marked.tags[match.first - 1] & Tag.CONJUNCTION if match else False
    named = (Tag.PLACE, Tag.ORGANIZATION)
    entries = match.entries if match is not None and alone else ()
    return next((entry.shown for entry in entries if entry.tag in named), None)


def _like_another(
    marked: TaggedArticle, before: Sequence[Mention], mention: Mention, role: OfficePhrase
) -> tuple[str | None, str | None]:
    """Return the office of the last one named before, in the country that is told with `role`."""
    country = (
        around(marked, mention.run, mention.run.first)
        or mention.origin
        or _country(marked, role)
        or office_titles.split(marked, role)[1]
    )
    others = (
        other.role
        for other in reversed(before)
        if other.role is not None and not counterpart(marked, other.role.head)
    )
    theirs = next(others, None)
    if country is None or theirs is None:
        return None, country
    return office_titles.split(marked, theirs)[0], country


def _country(marked: TaggedArticle, role: OfficePhrase) -> str | None:
    """Return the country that the word right before an office says it is of, or None."""
    at = role.head.first - 1
    match = marked.matches[at] if at >= role.first else None
    if match is not None and match.tag & Tag.DEMONYM:
        key = next(entry.key for entry in match.entries if entry.tag == Tag.DEMONYM)
        return marked.lexicon.place_name(key)
    return marked.lexicon.origin(marked.tokens[at].word.fold) if at >= role.first else None


def _pair(marked: TaggedArticle, group: Sequence[Mention]) -> None:
    """Give each of those who share one phrase the country that stands in its place there."""
    role = group[0].role
    if role is None or len(group) < 2:
        return
    for mention in group[1:]:
        if mention.land is not None and not counterpart(marked, role.head):
            mention.told = office_titles.split(marked, role)[0], mention.land
    if any(mention.told is not None for mention in group):
        return
    lands = _lands(marked, role)
    if len(lands) == len(group):
        title = office_titles.split(marked, role)[0]
        for mention, land in zip(group, lands, strict=True):
            mention.told = title, land


def _lands(marked: TaggedArticle, role: OfficePhrase) -> list[str]:
    """Return the countries that stand one beside the other in an office's phrase, in order."""
    found: list[str] = []
    end = role.first
    for index in range(role.first, role.last):
        match = marked.matches[index]
        if match is None or match.first != index or not match.tag & Tag.PLACE:
            continue
        place = next((e for e in match.entries if e.is_country), None)
        if place is None or office_limits.located(marked, index):
            continue
        if found and not _joined(marked, end, index):
            return []
        found.append(marked.lexicon.place_name(place.key))
        end = match.last
    return found


def _joined(marked: TaggedArticle, first: int, last: int) -> bool:
    """Whether nothing but a comma or an "and" stands from `first` up to `last`."""
    between = range(first, last)
    return bool(between) and all(
        marked.mark(at) == "," or marked.tags[at] & (Tag.CONJUNCTION | Tag.FUNCTION)
        for at in between
    )
