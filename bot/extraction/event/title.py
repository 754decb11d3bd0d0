"""What an event is called: its own name where the lead quotes one beside its noun, or the headline.

The headline is cleaned of what the outlet hangs on it: its own name behind a bar or a dash, and the
notes that there are pictures. A slogan, a theme or something said is no event's name, however it is
quoted.
"""

import re
from urllib.parse import urlsplit

from bot.extraction.event.mentions import Mention, mention_there
from bot.extraction.facts import Kind, Standing
from bot.extraction.text.passages import Passage
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.extraction.text.tokenizer import Letters, Sentence
from bot.language import concepts
from config.text import fold, squeeze

_NAMING = (
    Tag.KIND
    | Tag.ORGANIZATION
    | Tag.PLACE
    | Tag.DEMONYM
    | Tag.MONTH
    | Tag.WEEKDAY
    | Tag.FUNCTION
    | Tag.CONJUNCTION
    | Tag.PREPOSITION
    | Tag.ROLE
    | Tag.BODY
)
"""What the words of a headline are that only announces a gathering."""

_GATHERINGS = frozenset(
    {Kind.CONFERENCE, Kind.FESTIVAL, Kind.EXHIBITION, Kind.TRAINING, Kind.SUMMIT, Kind.MEETING}
)
_PAIRS = {"“": "”", "«": "»", '"': '"', "„": "“"}
_SHORTEST, _LONGEST = 3, 24  # words of a name worth showing
_BETWEEN = 4  # tokens between the noun for an event and its name: titled, под названием
_BAR = re.compile(r"\s*[|»•]\s*|\s+::\s+")
_DASH = re.compile(r"\s+[-–—]\s+")
_DOMAIN = re.compile(r"\S+\.[a-z]{2,4}", re.IGNORECASE)
_NOTE = re.compile(r"\s*[-–—|/+]?\s*[(\[]([^()\[\]]{3,24})[)\]]\s*$")
_WORD = re.compile(r"\w+")
_COLON = re.compile(r"\w: ")
_SUBJECT = 4  # tokens that open a headline, among which its subject begins
_REACH = 10  # tokens before a gathering of whose company a headline tells
_LED = 2  # words between an "at" and the gathering behind it
_OUTLET_WORDS = 5  # at most, of an outlet's name
_OUTLET_LETTERS = 4  # at least, of one that is told by the address of its page


def title(marked: TaggedArticle, mentions: list[Mention]) -> str:
    """Return what the event that `marked` reports is called; empty only for an empty article."""
    for mention in mentions:
        passage = marked.passage(mention.sentence)
        if (
            passage is Passage.LEAD
            and mention.standing is Standing.REPORTED
            and mention.kind in _GATHERINGS
        ):
            named = _own_name(marked, mention.sentence, mention.match.last)
            if named is not None:
                return named
    if marked.body_at:
        return headline(marked)
    told = (s for s in marked.sentences if marked.passage(s) is not Passage.FURNITURE)
    first = next(told, None)
    return squeeze(marked.sentence_text(first)) if first is not None else ""


def is_aside(marked: TaggedArticle, mentions: list[Mention], called: str) -> bool:
    """Whether a headline that an event is called by only tells what somebody does or says there.

    "President X takes part in the summit", "X: the Turkic world is proud". Officials of one sort
    who gather are no somebody, nor is a body.
    """
    if not marked.body_at or called != headline(marked):
        return False
    first, *_ = marked.sentences
    words = [marked.folds[index] for index in range(first.first, first.last)]
    if concepts.gathered().find(words):
        return False
    inside = [mention for mention in mentions if mention.sentence is first]
    opens = range(first.first, min(first.last, first.first + _SUBJECT))
    offices = [index for index in opens if marked.tags[index] & (Tag.ROLE | Tag.TITLE)]
    if any(_of_company(marked, mention) for mention in inside):
        return True
    bodies = [first.first + at for at, _ in concepts.bodies().find(words)]
    if bodies and (not offices or min(bodies) < min(offices)):
        return False  # it is the council of ministers that meets
    somebody = bool(offices)
    if _COLON.search(called) and not any(mention.match.first in opens for mention in inside):
        return True
    return somebody and all(_is_where(marked, mention) for mention in inside)


def is_bare(marked: TaggedArticle, called: str) -> bool:
    """Whether a headline tells nothing but that a body's gathering is to be, is on or was.

    "Samarkand to receive the summit of the OTS": beside what names a gathering, a body, its heads,
    a place or a day, and beside what tells that it is to be, there is no word but one verb.
    """
    if not marked.body_at or called != headline(marked) or _COLON.search(called):
        return False
    first, *_ = marked.sentences
    within = range(first.first, first.last)
    kinds = [index for index in within if marked.tags[index] & Tag.KIND]
    roles = [index for index in within if marked.tags[index] & Tag.ROLE]
    bodies = any(marked.tags[index] & Tag.ORGANIZATION for index in within)
    if not kinds or not bodies or (roles and min(roles) < min(kinds)):
        return False
    told = [index for index in within if marked.cued(index, "future")]
    others = [index for index in within if not marked.tags[index] & _NAMING and index not in told]
    letters = {index: marked.tokens[index].word.letters for index in others}
    said = [at for at in others if letters[at] not in {Letters.MARK, Letters.NUMBER}]
    if told or not said:
        return not said
    # The verb may open the headline: Завершился | саммит.
    return len(said) == 1 and (letters[said[0]] == Letters.LOWER or said[0] == first.first)


def is_opening(marked: TaggedArticle, called: str) -> bool:
    """Whether a headline tells that the event begins: "The summit of the OTS opened in X"."""
    if not marked.body_at or called != headline(marked):
        return False
    first, *_ = marked.sentences
    within = range(first.first, first.last)
    return any("opened" in marked.cues.get(index, ()) for index in within)


def _of_company(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether a headline tells what those at a gathering do besides: guests of the summit visit Y.

    Only where they are its subject, and no verb parts them from it.
    """
    company, match = marked.lexicon.company, mention.match
    first, last = mention.sentence.first, mention.sentence.last
    behind = range(match.last, min(last, match.last + _SUBJECT))
    before = range(first, min(match.first, first + _SUBJECT))
    told = next((index for index in (*before, *behind) if marked.folds[index] in company), None)
    if told is None or match.first > first + _REACH:
        return False
    parted = range(min(told, match.last), max(told, match.first))
    return not any(marked.tokens[index].word.verbal for index in parted)


def _is_where(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether a gathering in a headline is where something is done, and not what is told of."""
    if mention_there(marked, mention):
        return True
    lexicon, match = marked.lexicon, mention.match
    if lexicon.grammar.head == "initial":  # на | заседании совета глав государств
        led = range(max(mention.sentence.first, match.first - _LED), match.first)
        return any(marked.folds[index] in lexicon.in_words for index in led)
    word = marked.tokens[match.last - 1].word
    return (word.ending or word.fold).endswith(lexicon.to_endings)


def _own_name(marked: TaggedArticle, sentence: Sentence, behind: int) -> str | None:
    """Return the words in quotation marks that open at most a few tokens behind an event's noun."""
    last = min(sentence.last, behind + _BETWEEN)
    opening = next((i for i in range(behind, last) if marked.mark(i) in _PAIRS), None)
    if opening is None:
        return None
    closer = _PAIRS[marked.mark(opening)]
    end = next((i for i in range(opening + 1, sentence.last) if marked.mark(i) == closer), None)
    if end is None:
        return None
    inside = range(opening + 1, end)
    words = sum(marked.tokens[i].word.letters != Letters.MARK for i in inside)
    if not _SHORTEST <= words <= _LONGEST:
        return None
    return squeeze(marked.slice(opening + 1, end))


def headline(marked: TaggedArticle) -> str:
    """Return the headline without the outlet's name and without notes on pictures."""
    text = squeeze(marked.text[: marked.body_at])
    host = (urlsplit(marked.article.url or "").hostname or "").removeprefix("www.")
    for _ in range(2):
        text = _without_note(marked, _without_outlet(text, host))
    return _closed(text)


def _closed(text: str) -> str:
    """Return a headline with its last quotation closed that a feed has cut off at its end."""
    if text.endswith(("…", "...")) or "„" in text:
        return text
    for opening, closing in (("«", "»"), ("“", "”")):
        left = text.count(opening) - text.count(closing)
        if left == 1 and text.rfind(opening) > text.rfind(closing):
            return text + closing
    return text


def _without_outlet(text: str, host: str) -> str:
    """Return `text` without its last part, where that is an outlet's name.

    Behind a bar a few words are one; behind a dash, which headlines have of their own, they must be
    those of the page's address or an address themselves.
    """
    bars = list(_BAR.finditer(text))
    if bars and bars[-1].start() and len(text[bars[-1].end() :].split()) <= _OUTLET_WORDS:
        return text[: bars[-1].start()]
    dashes = list(_DASH.finditer(text))
    if not dashes:
        return text
    last = text[dashes[-1].end() :]
    letters = re.sub(r"[\W_]+", "", fold(last))
    of_host = len(letters) >= _OUTLET_LETTERS and letters in re.sub(r"[\W_]+", "", fold(host))
    return text[: dashes[-1].start()] if of_host or _DOMAIN.fullmatch(last) else text


def _without_note(marked: TaggedArticle, text: str) -> str:
    """Return `text` without "(FOTO)" or "- VIDEO" at its end."""
    found = _NOTE.search(text)
    if found and all(_is_note(marked, word) for word in _WORD.findall(found[1])):
        return text[: found.start()]
    body, _, last = text.rpartition(" ")
    word = last.strip("/|+-–—")
    if body and word.isupper() and _is_note(marked, word):
        return body.rstrip(" -–—|/+,")
    return text


def _is_note(marked: TaggedArticle, word: str) -> bool:
    """Whether a word alone credits pictures: foto, video."""
    folded = fold(word)
    return (folded,) in marked.lexicon.openers["credits"].get(folded, ())
