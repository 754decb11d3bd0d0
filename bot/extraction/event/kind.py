"""What sort of event an article reports."""

from collections import defaultdict

from bot.extraction.event.mentions import Mention
from bot.extraction.facts import Kind, Standing
from bot.extraction.people.name_candidates import runs
from bot.extraction.text.encounters import meets
from bot.extraction.text.outcome_words import ACT
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Tag
from bot.language import concepts
from config.text import fold

_IN_PASSING = 0.3  # of its weight: a greeting that is read out somewhere is no statement
_MEET = 2.2  # what a verb of coming together weighs in the headline; stories mix up with more
_GOVERNS = 5  # tokens between a signing and what speeds it up: ускорении | подписания соглашения
_HEADLINE, _FIRST = 2.5, 2.0  # weight of a noun in the headline and in the first sentence


def kind(marked: TaggedArticle, mentions: list[Mention]) -> Kind:
    """Return the kind of the mentions that the headline and the first sentences report most."""
    weights: dict[str, float] = defaultdict(float)
    reported = [mention for mention in mentions if mention.standing is Standing.REPORTED]
    for mention in reported or mentions:
        number, paragraph = mention.sentence.number, mention.sentence.paragraph
        share = _HEADLINE if paragraph == 0 else _FIRST / max(1, number)
        told = (entry.key for entry in mention.match.entries if entry.tag == Tag.KIND)
        for key in dict.fromkeys(told):  # "course" and "courses" are one
            if key == Kind.AGREEMENT and _is_ahead(marked, mention):
                continue
            later = number > 1 and key == Kind.STATEMENT
            beside = key != Kind.MEETING and _is_beside_meeting(marked, mention)
            weights[key] += share * (_IN_PASSING if later or beside else 1.0)
    met = marked.encounter is not None or _come_together(marked, mentions)
    met = met or any(part.paragraph == 0 and meets(marked, part) for part in marked.sentences[:1])
    only_talked = not reported and (_lead_meets(marked, mentions) or _talked_at(marked, mentions))
    if met or only_talked:
        weights[Kind.MEETING] += _MEET
    if _quotes_somebody(marked):
        weights[Kind.STATEMENT] += 1.0
    if not weights:
        return Kind.OTHER
    return Kind(max(weights, key=lambda key: weights[key]))


def _is_beside_meeting(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether a noun only tells what two came to, or from where, who are said to have met.

    In the sentence of the body that says so, or in a headline that says so itself.
    """
    sentence = mention.sentence
    return sentence.number == marked.encounter or (
        sentence.paragraph == 0 and meets(marked, sentence)
    )


def _is_ahead(marked: TaggedArticle, mention: Mention) -> bool:
    """Whether a signing is only sped up, prepared or wanted: agreed to hasten the signing.

    What tells so governs it: it stands before it where heads come first, behind it where last, and
    what was signed stands between the two nowhere.
    """
    sentence, match = mention.sentence, mention.match
    if marked.lexicon.grammar.head == "final":
        within = range(match.first, min(sentence.last, match.last + _GOVERNS))
    else:
        within = range(max(sentence.first, match.first - _GOVERNS), match.last)
    words = [marked.folds[index] for index in within]
    told = marked.lexicon.outcomes.in_body.find(words) if concepts.signings().find(words) else None
    return told is not None and not any(cue.key.startswith(ACT) for cue in told)


def _come_together(marked: TaggedArticle, mentions: list[Mention]) -> bool:
    """Whether the headline says that people meet, and has no noun for an event."""
    headline = marked.sentences[0] if marked.sentences else None
    if headline is None or headline.paragraph or any(m.sentence is headline for m in mentions):
        return False
    return any(map(marked.lexicon.meets.begin, marked.folds[headline.first : headline.last]))


def _lead_meets(marked: TaggedArticle, mentions: list[Mention]) -> bool:
    """Whether the sentence that only speaks of another event says that people meet."""
    lead = mentions[0].sentence if mentions else None
    return lead is not None and any(
        map(marked.lexicon.meets.begin, marked.folds[lead.first : lead.last])
    )


def _talked_at(marked: TaggedArticle, mentions: list[Mention]) -> bool:
    """Whether a meeting opens a sentence as the place where another event is talked about.

    Görüşmede | gelecek festival ele alındı. Where verbs stand last.
    """
    lexicon = marked.lexicon
    if lexicon.grammar.head != "final":
        return False
    nouns = tuple(fold(word) for word in lexicon.encountering if " " not in word)
    opening = {marked.folds[mention.sentence.first] for mention in mentions}
    return any(word.startswith(nouns) and word.endswith(lexicon.in_endings) for word in opening)


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
