"""What sort of event an article reports, and what the event is called."""

from collections import defaultdict

from bot.extraction.event.mentions import Mention, Standing
from bot.extraction.facts import ArticleText, Kind
from bot.extraction.people.name_candidates import runs
from bot.extraction.text.lexicon import Tag
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tokenizer import Letters
from config.text import squeeze

_PAIRS = {"“": "”", "«": "»", '"': '"', "„": "“"}
_HEADLINE, _FIRST = 2.5, 2.0  # weight of a noun in the headline and in the first sentence
_SHORTEST, _LONGEST = 3, 24  # words of a name worth showing


def kind(marked: TaggedArticle, mentions: list[Mention]) -> Kind:
    """Return the kind of the mentions that the headline and the first sentences report most."""
    weights: dict[str, float] = defaultdict(float)
    reported = [mention for mention in mentions if mention.standing is Standing.REPORTED]
    for mention in reported or mentions:
        number, paragraph = mention.sentence.number, mention.sentence.paragraph
        share = _HEADLINE if paragraph == 0 else _FIRST / max(1, number)
        for entry in mention.match.entries:
            if entry.tag == Tag.KIND:
                weights[entry.key] += share
    if _quotes_somebody(marked):
        weights[Kind.STATEMENT] += 1.0
    if not weights:
        return Kind.OTHER
    return Kind(max(weights, key=lambda key: weights[key]))


def _quotes_somebody(marked: TaggedArticle) -> bool:
    """Whether the headline is somebody's name, a colon and what is said."""
    headline = (
        marked.sentences[0] if marked.sentences and marked.sentences[0].paragraph == 0 else None
    )
    first = next(iter(runs(marked, headline)), None) if headline is not None else None
    return (
        first is not None
        and first.first == 0
        and len(first.parts) > 1
        and marked.mark(first.last) == ":"
    )


def title(marked: TaggedArticle, article: ArticleText) -> str:
    """Return the event's own name where the beginning quotes one beside its kind, else the headline, else the first sentence."""
    for sentence in marked.sentences:
        if 0 < sentence.paragraph <= 2:
            named = _quoted(marked, sentence.first, sentence.last)
            if named is not None:
                return named
    if article.title.strip():
        return squeeze(article.title)
    first = next((s for s in marked.sentences if s.paragraph), None)
    return squeeze(marked.sentence_text(first)) if first is not None else ""


def _quoted(marked: TaggedArticle, first: int, last: int) -> str | None:
    index = first
    while index < last:
        closer = _PAIRS.get(marked.mark(index)) if marked.mark(index) else None
        if closer is None:
            index += 1
            continue
        end = next((i for i in range(index + 1, last) if marked.mark(i) == closer), None)
        if end is None:
            return None
        near = range(max(first, index - 8), index)
        words = sum(
            1 for i in range(index + 1, end) if marked.tokens[i].word.letters != Letters.MARK
        )
        if _SHORTEST <= words <= _LONGEST and any(marked.tags[i] & Tag.KIND for i in near):
            return squeeze(marked.slice(index + 1, end))
        index = end + 1
    return None
