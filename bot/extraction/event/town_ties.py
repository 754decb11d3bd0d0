"""What a town is tied to besides what is held: a body's seat, a house in it, another government."""

from bot.extraction.event import place_words
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag
from bot.extraction.text.tokenizer import Letters, Sentence

_SEAT = 8  # tokens before a town within which its sentence says that a body has its seat there,
_SEATED = 2  # and those behind it
_HOUSE = 8  # tokens that the name of a house has at most
_LED = 3  # tokens at most between "in" and the name of a house
_VERB = 3  # tokens behind a subject, or before a sentence's end, among which its verb stands
_WAY = 3  # tokens from the end of a way back to the word before its beginning
_ROW = 3  # towns of a list
_QUALIFIED = 3  # small words behind a town that may be what it qualifies
_NO_NOUN = Tag.CONJUNCTION | Tag.PREPOSITION | Tag.FUNCTION
_BOUNDS = frozenset(",;:()—–")


def is_seat(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    """Whether a body only has its seat in the town: based in Astana, merkezi Astana'da bulunan."""
    lexicon, first = marked.lexicon, match.first
    if match.last < sentence.last and marked.folds[match.last] in lexicon.based:
        return True
    while (
        first > max(sentence.first, match.first - _SEAT) and marked.mark(first - 1) not in _BOUNDS
    ):
        first -= 1
    before = " ".join(["", *(token.word.fold for token in marked.tokens[first : match.first]), ""])
    if not any(f" {phrase} " in before for phrase in lexicon.seats):
        return False
    behind = marked.tokens[match.last : min(sentence.last, match.last + _SEATED)]
    return not lexicon.seated or any(token.word.fold in lexicon.seated for token in behind)


def is_speaking(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    """Whether a town stands for the government in it, which says something: Ankara welcomed it."""
    if place_words.is_located(marked, match):
        return False
    if marked.lexicon.grammar.head == "initial":
        spoken = range(match.last, min(sentence.last, match.last + _VERB))
    else:
        if match.first != sentence.first or marked.mark(match.last) not in {"", ","}:
            return False
        spoken = range(max(match.last, sentence.last - _VERB - 1), sentence.last)
    return any(
        "speech" in marked.cues.get(index, ()) or marked.lexicon.stances.begin(marked.folds[index])
        for index in spoken
        if not marked.mark(index)
    )


def is_paired(marked: TaggedArticle, match: Match) -> bool:
    """Whether a town and another are named together as those who act: Ankara and Baku agreed."""
    return not place_words.is_located(marked, match) and (
        _is_bare_town(marked, match.last + 1, marked.tags[match.last : match.last + 1])
        or _is_bare_town(
            marked, match.first - 2, marked.tags[max(0, match.first - 1) : match.first]
        )
    )


def _is_bare_town(marked: TaggedArticle, index: int, between: list[int]) -> bool:
    """Whether a town in its dictionary form stands at `index`, behind or before an "and"."""
    if not between or not between[0] & Tag.CONJUNCTION or not 0 <= index < len(marked.tokens):
        return False
    other = marked.matches[index]
    return (
        other is not None
        and any(entry.key.startswith("city:") for entry in other.entries)
        and not place_words.is_located(marked, other)
    )


def is_in_house(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    """Whether the town is that of the house in which something is: Ankara Üniversitesi'nde."""
    if marked.lexicon.grammar.head == "final":
        return _house_behind(marked, sentence, match)
    if marked.lexicon.in_cases:
        return _house_before(marked, sentence, match)
    return _led(marked, sentence, match.first) and _named_house(marked, sentence, match)


def _led(marked: TaggedArticle, sentence: Sentence, first: int) -> bool:
    """Whether "in" or "at" stands before a name, with small words between at most."""
    for at in range(first - 1, max(sentence.first, first - _LED) - 1, -1):
        if marked.tokens[at].word.fold in marked.lexicon.in_words:
            return True
        if not marked.tags[at] & Tag.FUNCTION:
            return False
    return False


def _named_house(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    for at in range(match.last, min(sentence.last, match.last + _HOUSE)):
        body = bool(marked.tags[at] & Tag.BODY)
        if marked.tokens[at].word.letters not in {Letters.CAPITAL, Letters.CAPITALS}:
            return body and at == match.last  # at the Bishkek | office
        if body:
            return True
    return False


def is_attribute(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    """Whether a town only qualifies somebody or something: the Tashkent | side agreed.

    Where nouns are not declined, an article before it and a small word behind it say so.
    """
    lexicon = marked.lexicon
    if lexicon.grammar.head != "initial" or lexicon.in_cases or match.last >= sentence.last:
        return False
    before = match.first - 1
    if before < sentence.first or marked.folds[before] not in lexicon.articles:
        return False
    for at in range(match.last, min(sentence.last, match.last + _QUALIFIED)):
        if marked.tokens[at].word.letters != Letters.LOWER or marked.tags[at] & _NO_NOUN:
            return at > match.last
        if marked.tags[at] & Tag.KIND:
            return False
    return True


def _house_behind(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    lexicon = marked.lexicon
    within = place_words.is_attributive(marked, match)
    if place_words.has_case(marked, match) and not within:
        return False
    for at in range(match.last, min(sentence.last, match.last + _HOUSE)):
        word, found = marked.tokens[at].word, marked.matches[at]
        house = found is not None and any(entry.key == "venues" for entry in found.entries)
        house = house or bool(marked.tags[at] & Tag.BODY)
        if house and (word.ending or word.fold).endswith(lexicon.in_endings):
            return True
        if marked.mark(at) in _BOUNDS or (not within and marked.names_after(at)):
            return False
        if marked.tags[at] & (Tag.KIND | Tag.ROLE | Tag.ORGANIZATION) or word.verbal:
            return False
    return False


def _house_before(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    """Whether a house stands before a town in the genitive: в Национальном театре Ташкента."""
    at = match.first - 1
    if (
        at < sentence.first
        or not marked.tags[at] & Tag.BODY
        or place_words.is_located(marked, match)
    ):
        return False
    if not marked.tokens[at].word.fold.endswith(marked.lexicon.in_cases):
        return False
    floor = max(sentence.first, at - _HOUSE)
    while at > floor and not marked.tags[at] & Tag.PREPOSITION and not marked.mark(at):
        at -= 1
    return marked.tokens[at].word.fold in marked.lexicon.in_words


def is_on_way(marked: TaggedArticle, match: Match) -> bool:
    """Whether a town is where a way ends that begins elsewhere: от Хоргоса до | Будапешта."""
    lexicon, at = marked.lexicon, match.first
    if at >= _WAY and marked.folds[at - 1] in lexicon.ways_to:
        return marked.folds[at - _WAY] in lexicon.ways_from
    begins = at > 0 and marked.folds[at - 1] in lexicon.ways_from
    return begins and match.last < len(marked.folds) and marked.folds[match.last] in lexicon.ways_to


def is_listed(marked: TaggedArticle, sentence: Sentence, match: Match) -> bool:
    """Whether a town is one of three or more beside each other: in A, B and C."""
    return len(_row(marked, sentence, match)) >= _ROW


def _row(marked: TaggedArticle, sentence: Sentence, match: Match) -> list[Match]:
    """Return the towns that stand in one row with `match`, itself among them."""
    row = [match]
    for step in (-1, 1):
        at = match.first - 1 if step < 0 else match.last
        while sentence.first <= at < sentence.last:
            if not (marked.mark(at) == "," or marked.tags[at] & Tag.CONJUNCTION):
                break
            other = marked.matches[at + step] if 0 <= at + step < len(marked.tokens) else None
            if other is None or not any(e.key.startswith("city:") for e in other.entries):
                break
            row.append(other)
            at = other.first - 1 if step < 0 else other.last
    return row
