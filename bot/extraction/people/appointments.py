"""Offices that somebody is given: "X was elected president of Y", "Y başkanlığına X seçildi".

The new office is what is reported; the one that stands beside the name is what somebody was before.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.extraction.people import (
    case_forms,
    office_beginnings,
    office_ends,
    office_phrases,
    office_titles,
)
from bot.extraction.people.mentions import Mention
from bot.extraction.people.office_complements import HEADS, INNER
from bot.extraction.people.office_phrases import OfficePhrase
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters, Sentence

_COMPLEMENTS = INNER | HEADS | Tag.MODIFIER
_AHEAD = 5  # tokens between a verb of appointing and the office: to the post of the
_VERB = 14  # tokens between somebody and what the verb says of him
_AS = 4  # the same between somebody and what he is elected: as the new
_BACK = 3  # tokens between an office and the verb behind it: olarak, etib, болып
_OBJECT = 4  # tokens between an office that is given and its new holder: an origin, a trade


def give_new_offices(
    marked: TaggedArticle, sentence: Sentence, mentions: Sequence[Mention]
) -> None:
    """Give those of one sentence who are appointed or elected there their new offices."""
    mentions = [mention for mention in mentions if mention.certain or _named(marked, mention)]
    if not mentions:
        return
    appoints = marked.lexicon.appointing.begin
    for index in range(sentence.first, sentence.last):
        if not appoints(marked.folds[index]):
            continue
        if marked.tokens[index].word.letters != Letters.LOWER:
            continue
        if marked.cued(index, "eponym_before"):
            continue  # a berth named after the geologist
        if marked.lexicon.grammar.head == "initial" and _of_body(marked, index):
            continue  # избирательной | комиссии
        if marked.lexicon.grammar.head == "initial":
            _given_initial(marked, sentence, index, mentions)
        else:
            _given_final(marked, sentence, index, mentions)


def office_beside(
    marked: TaggedArticle, sentence: Sentence, verb: int, behind: int
) -> OfficePhrase | None:
    """Return the office that a verb gives in a sentence that names nobody.

    Args:
        marked: The article.
        sentence: The sentence.
        verb: Where the verb begins.
        behind: Where it ends.
    """
    if marked.lexicon.grammar.head == "final":
        match = _office_before(marked, sentence, verb)
        return _office(marked, sentence.first, match) if match is not None else None
    lead = _led(marked, sentence, verb) if marked.lexicon.grammar.small_nouns else None
    return lead or _ahead(marked, sentence, behind, (), reach=_AHEAD)


def _named(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether a run of capitals may be somebody's full name: no body's, and no office's."""
    parts = mention.run.parts
    things = any(marked.tags[at] & (Tag.BODY | Tag.OFFICE) for at in parts)
    return len(parts) > 1 and not things


def _of_body(marked: TaggedArticle, index: int) -> bool:
    """Whether a word is but an adjective of the body behind it."""
    return index + 1 < len(marked.tags) and bool(marked.tags[index + 1] & Tag.BODY)


def _take(mention: Mention, office: OfficePhrase) -> None:
    again = mention.role is not None and mention.role.head.first == office.head.first
    mention.kept, mention.role = (None if again else mention.role), office
    mention.certain = mention.appointed = True


def _given_initial(
    marked: TaggedArticle, sentence: Sentence, verb: int, mentions: Sequence[Mention]
) -> None:
    """Read "X was elected president", "elected X president" and "президентом избран X"."""
    behind = next(
        (mention for mention in mentions if 0 <= mention.run.first - verb - 1 <= _OBJECT), None
    )
    before = next(
        (mention for mention in reversed(mentions) if 0 <= verb - mention.run.last <= _VERB), None
    )
    lead = None
    if marked.lexicon.grammar.small_nouns:
        lead = _led(marked, sentence, verb)
    behind = behind or _with_office(marked, mentions, verb)
    lead = lead or _fronted(marked, sentence, verb, mentions)
    role = behind.role if behind is not None else None
    # the elected president X; but the delegates elected X as president
    again = role is not None and role.first <= verb + 1 and role.head.first > verb
    if behind is not None and again and lead is None:
        behind.appointed = True  # the elected president X
        return
    if behind is not None:
        office = lead or _ahead(marked, sentence, behind.run.last, mentions, reach=_AS)
        past = None if office is not None else _past_apposition(marked, sentence, behind.run.last)
        if past is not None:
            office = _ahead(marked, sentence, past, mentions, reach=_AS)
        if office is not None:
            _take(behind, office)
            _given_too(marked, sentence, behind, mentions)
            return
    if before is not None:
        office = _ahead(marked, sentence, verb + 1, mentions, reach=_AHEAD)
        if office is not None:
            _take(before, office)


def _given_too(
    marked: TaggedArticle, sentence: Sentence, first: Mention, mentions: Sequence[Mention]
) -> None:
    """Read what others are elected by the same verb: elected X as president and | Y as secretary.

    Of which body, the last of them tells.
    """
    given, at = [first], first.role.last if first.role is not None else sentence.last
    for mention in mentions:
        if mention.run.first <= at:
            continue
        between = range(at, mention.run.first)
        joined = all(marked.mark(i) == "," or marked.tags[i] & Tag.CONJUNCTION for i in between)
        office = _ahead(marked, sentence, mention.run.last, mentions, reach=_AS) if joined else None
        if office is None:
            break
        _take(mention, office)
        given.append(mention)
        at = office.last
    last = given[-1].role
    body = office_titles.split(marked, last)[1] if last is not None and len(given) > 1 else None
    for mention in given[:-1]:
        if body is not None and mention.role is not None:
            title, own = office_titles.split(marked, mention.role)
            mention.given = title, own or body


def _past_apposition(marked: TaggedArticle, sentence: Sentence, comma: int) -> int | None:
    """Return where it goes on behind what commas enclose: elected X, a lawyer from Y, | as."""
    if comma >= sentence.last or marked.mark(comma) != ",":
        return None
    within = range(comma + 1, min(sentence.last - 1, comma + _VERB))
    close = next((at for at in within if marked.mark(at) == ","), None)
    return None if close is None else close + 1


def _with_office(marked: TaggedArticle, mentions: Sequence[Mention], verb: int) -> Mention | None:
    """Return the one named behind the verb, his former office between: избран депутат … | X."""
    first = verb + 1
    first += not marked.lexicon.articles.isdisjoint(marked.folds[first : first + 1])
    told = (mention for mention in mentions if mention.role is not None)
    return next((each for each in told if first == each.start < each.run.first), None)


def _fronted(
    marked: TaggedArticle, sentence: Sentence, verb: int, mentions: Sequence[Mention]
) -> OfficePhrase | None:
    """Return the office that opens a sentence: As the new secretary, the leaders | appointed.

    Where anybody is named between, it is his: As president, X appointed Y.
    """
    first = sentence.first
    named = any(mention.run.first < verb for mention in mentions)
    if named or marked.folds[first] not in marked.lexicon.fronted:
        return None
    idle = marked.lexicon.articles | marked.lexicon.praise
    within = range(first + 1, min(sentence.last, first + _AHEAD))
    opens = next((index for index in within if marked.folds[index] not in idle), first + 1)
    return _ahead(marked, sentence, opens, mentions, reach=_AHEAD)


def _led(marked: TaggedArticle, sentence: Sentence, verb: int) -> OfficePhrase | None:
    """Return the office that leads up to the verb: генеральным секретарем Y назначен."""
    office = office_phrases.before(marked, sentence.first, verb)
    if office is None or office.apposed or not case_forms.given_office(marked, office.head):
        return None
    for at in range(office.head.last, office.last):
        ends = at + 1 < office.last and not marked.tags[at + 1] & _COMPLEMENTS
        if marked.tags[at] & Tag.PREPOSITION and ends:
            return replace(office, last=at)  # председателем союза | на два года
        other = marked.matches[at]
        if other is not None and other.tag & Tag.ROLE and not case_forms.is_of(marked, other):
            return replace(office, last=at)  # секретарём | лидеры назначили
    return office


def _ahead(
    marked: TaggedArticle,
    sentence: Sentence,
    first: int,
    mentions: Sequence[Mention],
    *,
    reach: int,
) -> OfficePhrase | None:
    """Return the office that begins within `reach` tokens of `first`, with nothing else between."""
    following = min(
        (mention.run.first for mention in mentions if mention.run.first >= first),
        default=sentence.last,
    )
    passed = Tag.FUNCTION | Tag.PREPOSITION | Tag.MODIFIER | Tag.CUE | Tag.KIND
    for index in range(first, min(first + reach, following)):
        match = marked.matches[index]
        if match is not None and match.tag & HEADS:
            if not case_forms.given_office(marked, match) or office_phrases.of_the_day(
                marked, match
            ):
                return None
            start = office_beginnings.left(marked, first, match.first)
            limit = min(sentence.last, following)
            end = office_ends.ends(marked, match.first, limit, bracket=False)
            return OfficePhrase(start, end, match, apposed=True)
        small = marked.tokens[index].word.letters == Letters.LOWER
        if marked.tags[index] & Tag.BODY and marked.tokens[index].word.ending:
            continue  # as the Fund's | President
        if not marked.tags[index] & passed and not (small and not marked.tags[index]):
            return None
    return None


def _given_final(
    marked: TaggedArticle, sentence: Sentence, verb: int, mentions: Sequence[Mention]
) -> None:
    """Read "X Y başkanı seçildi" and "Y başkanlığına X'i seçti"."""
    match = _office_before(marked, sentence, verb)
    if match is not None:
        holder = next(
            (mention for mention in reversed(mentions) if mention.run.last <= match.first), None
        )
        if holder is not None:
            _take(holder, _office(marked, holder.run.last, match))
        return
    holder = next((mention for mention in reversed(mentions) if mention.run.last <= verb), None)
    if holder is None or verb - holder.run.last > 1:
        return
    earlier = (
        mention.run.last
        for mention in mentions
        if mention is not holder and mention.run.last <= holder.run.first
    )
    floor = max(earlier, default=sentence.first)
    for index in range(holder.run.first - 1, max(floor, holder.run.first - 1 - _VERB), -1):
        match = marked.matches[index]
        if match is not None and (match.tag & Tag.OFFICE or _as(marked, match)):
            _take(holder, _office(marked, floor, match))
            return


def _as(marked: TaggedArticle, match: Match) -> bool:
    """Whether an office is what somebody is made: бас хатшысы | болып X тағайындалды."""
    return bool(match.tag & Tag.ROLE) and marked.cued(match.last, "offices")


def _office_before(marked: TaggedArticle, sentence: Sentence, verb: int) -> Match | None:
    """Return the office that stands before the verb, perhaps with an "as" between."""
    for index in range(verb - 1, max(sentence.first, verb - 1 - _BACK), -1):
        match = marked.matches[index]
        if match is not None and match.tag & (Tag.ROLE | Tag.OFFICE):
            return None if office_phrases.of_the_day(marked, match) else match
        if not marked.cued(index, "offices") and not marked.tokens[index].word.verbal:
            return None
    return None


def _office(marked: TaggedArticle, floor: int, match: Match) -> OfficePhrase:
    return OfficePhrase(
        office_beginnings.left(marked, floor, match.first), match.last, match, apposed=False
    )
