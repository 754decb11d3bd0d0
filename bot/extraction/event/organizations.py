"""Which Turkic Cooperation Organizations an article is about, and whether it is about one at all."""

from dataclasses import dataclass

from bot.extraction.facts import Participant
from bot.extraction.text.lexicon import Entry, Match, Tag
from bot.extraction.text.tagger import TaggedArticle
from config.text import fold_text


@dataclass(frozen=True, slots=True)
class Named:
    """The organisations that an article names.

    Attributes:
        places: Id -> indices of the sentences that name it; abbreviations without company are left
            out.
        lead: How many sentences count as the beginning.
    """

    places: dict[str, list[int]]
    lead: int


def named(marked: TaggedArticle, company: tuple[str, ...]) -> Named:
    """Return the organisations named in `marked`.

    `company` are word beginnings that make a weak abbreviation count.
    """
    strong: dict[str, list[int]] = {}
    weak: dict[str, list[int]] = {}
    for match in marked.found:
        if not match.tag & Tag.ORGANIZATION:
            continue
        sentence = marked.sentence_of(match.first).number
        for entry in match.entries:
            if entry.tag == Tag.ORGANIZATION:
                (weak if entry.weak else strong).setdefault(entry.key, []).append(sentence)
    for key in {
        entry.key
        for match in marked.found
        for entry in match.entries
        if _foreign(marked, match, entry)
    }:
        weak.pop(key, None)
    folded = fold_text(marked.text) if weak else ""
    accompanied = bool(strong) or any(word in folded for word in company)
    for key, sentences in weak.items():
        if key in strong or accompanied:
            strong.setdefault(key, []).extend(sentences)
    return Named(
        {key: sorted(set(sentences)) for key, sentences in strong.items()}, lead=_lead(marked)
    )


def _foreign(marked: TaggedArticle, match: Match, entry: Entry) -> bool:
    """Whether a weak abbreviation is set in brackets behind the name of something else, which it abbreviates in this text."""
    if not entry.weak or marked.mark(match.last) != ")":
        return False
    opening = next(
        (i for i in range(match.first - 1, max(match.first - 4, 0), -1) if marked.mark(i) == "("),
        None,
    )
    if opening is None:
        return False
    named = marked.matches[opening - 1]
    return named is None or not any(other.key == entry.key for other in named.entries)


def _lead(marked: TaggedArticle) -> int:
    """The headline and the first two paragraphs are the beginning."""
    return next((s.number for s in marked.sentences if s.paragraph > 2), len(marked.sentences))


def concerned(
    marked: TaggedArticle, found: Named, participants: tuple[Participant, ...]
) -> tuple[str, ...]:
    """Return the organisations that take part: named at the beginning, more than once, or as somebody's."""
    text = {
        number: marked.sentence_text(marked.sentences[number])
        for numbers in found.places.values()
        for number in numbers
    }
    speaking = {p.proof for p in participants if p.attended}
    chosen = [
        key
        for key, numbers in found.places.items()
        if numbers[0] < found.lead
        or len(numbers) > 1
        or any(text[number] in speaking for number in numbers)
    ]
    return tuple(chosen)
