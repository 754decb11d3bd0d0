"""The house in which an event is held: the building named with "in" in the first paragraphs."""

from bot.extraction.event import place_words
from bot.extraction.people import dictionary_forms, office_beginnings
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters, Sentence
from config.text import fold


def venue(marked: TaggedArticle) -> str | None:
    """The house or body named with "in" or "at" in a sentence of the place or of the lead."""
    for sentence in marked.sentences:
        if sentence.paragraph in {1, 2, 3}:
            found = _venue_in(marked, sentence)
            if found is not None:
                return found
    return None


def _venue_in(marked: TaggedArticle, sentence: Sentence) -> str | None:
    grammar = marked.lexicon.grammar
    if grammar.head == "final":
        return _venue_before(marked, sentence)
    if grammar.small_nouns:
        return None
    for index in range(sentence.first, sentence.last - 1):
        if marked.tokens[index].word.fold not in marked.lexicon.in_words:
            continue
        first = index + 1
        while first < sentence.last and marked.tags[first] & Tag.FUNCTION:
            first += 1
        last = first
        while last < sentence.last and marked.tokens[last].word.letters in {
            Letters.CAPITAL,
            Letters.CAPITALS,
        }:
            last += 1
        if (
            last > first + 1
            and any(marked.tags[i] & Tag.BODY for i in range(first, last))
            and not marked.tags[first] & Tag.KIND
        ):
            return marked.slice(first, last)
    return None


def _venue_before(marked: TaggedArticle, sentence: Sentence) -> str | None:
    """The house whose name ends with a noun for houses in the case that says where."""
    ends = tuple(sorted(marked.lexicon.grammar.events.in_endings, key=len, reverse=True))
    for index in range(sentence.first + 1, sentence.last):
        match = marked.matches[index]
        if match is None or not ends or not any(entry.key == "venues" for entry in match.entries):
            continue
        word = marked.tokens[index].word
        if not (fold(word.ending) or word.fold).endswith(ends) or not dictionary_forms.possessed(
            marked, match
        ):
            continue
        first = _behind_town(
            marked, office_beginnings.left(marked, sentence.first, match.first), match.first
        )
        first = _behind_others(marked, sentence, first, match.first)
        if first < match.first and any(
            marked.tokens[i].word.letters != Letters.LOWER for i in range(first, match.first)
        ):
            return dictionary_forms.nominative(marked, first, match.last, _cases(marked, ends))
    return None


def _cases(marked: TaggedArticle, ends: tuple[str, ...]) -> tuple[str, ...]:
    """Return the endings of case alone, without those that a possessive begins: saroy-i | -da."""
    own = {own + end for own in marked.lexicon.possessives for end in ends}
    return tuple(end for end in ends if end not in own)


def _behind_others(marked: TaggedArticle, sentence: Sentence, first: int, last: int) -> int:
    """Return where a house's name begins behind the event or the people told before it.

    These languages begin the sentence with the event: TÜRKSOY toplantısı | Milli Kütüphanesi'nde.
    """
    ties, opens = marked.lexicon.possessives, first == sentence.first
    event = first + 1 if opens and marked.tags[first] & Tag.KIND else first
    told = Tag.ROLE | Tag.KIND if opens else Tag.ROLE
    tied = (
        at + 1 for at in range(first, last - 1) if marked.tags[at] & told and not marked.plain(at)
    )
    behind = (at for at in tied if marked.folds[at - 1].endswith(ties))
    return max(event, *behind, first)


def _behind_town(marked: TaggedArticle, first: int, last: int) -> int:
    """Return where a house's name begins behind its town: "in the town of X | the hall of Y"."""
    towns = [
        i
        for i in range(first, last - 1)
        if place_words.is_town_word(marked, i) and not place_words.belongs(marked, i)
    ]
    return towns[-1] + 1 if towns else first
