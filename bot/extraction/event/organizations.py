"""Which Turkic Cooperation Organizations an article is about.

And whether it reports something that one of them does.
"""

from dataclasses import dataclass

from bot.extraction.event import genre, lookalikes
from bot.extraction.event.clauses import Clause, clause
from bot.extraction.event.company import Company
from bot.extraction.event.genre import Judgement
from bot.extraction.event.involvement import Involvement, Way, involvement
from bot.extraction.event.lookalikes import Named
from bot.extraction.event.side_news import side
from bot.extraction.facts import Genre, Participant
from bot.extraction.text.tagger import TaggedArticle
from bot.extraction.text.tags import Match, Tag

_LEAD = 2  # paragraphs of the body that are its beginning
_TWICE = 2
_HAPPENING = Tag.KIND | Tag.MONTH | Tag.WEEKDAY | Tag.RELATIVE
_PERHAPS = frozenset(
    {Way.OFFICE, Way.GATHERING, Way.PLAIN, Way.MEMBERSHIP, Way.STATISTIC, Way.FRAMEWORK}
)
"""How a body stands in an article that may report what it does: ministers of its member states."""

_ENOUGH = 60  # places where organisations are named; more of them say nothing new


@dataclass(frozen=True, slots=True)
class Mention:
    """An organisation named at one place.

    Attributes:
        key: Its id.
        match: Where.
        sentence: The number of the sentence.
        involvement: How it stands there.
    """

    key: str
    match: Match
    sentence: int
    involvement: Involvement


@dataclass(frozen=True, slots=True)
class Concern:
    """What an article has to do with organisations.

    Attributes:
        organizations: Ids of those that it is about.
        judgement: What sort of text it is.
        is_event: Whether it reports something that they do.
    """

    organizations: tuple[str, ...]
    judgement: Judgement
    is_event: bool


NOTHING = Concern((), genre.NEWS, is_event=False)


def supposed(marked: TaggedArticle, company: Company) -> Concern:
    """Return what an article has to do with organisations if it tells of the gathering of one.

    Of one that it names by an abbreviation that is not believed, whose part is told by a word
    such as "countries", or not at all. It is an event only where the article is news.
    """
    beginning = _beginning(marked)
    judgement = genre.judge(marked, beginning, frozenset())
    if judgement != genre.NEWS:
        return NOTHING
    mentions = _mentions(marked, lookalikes.named(marked, company)[:_ENOUGH], beginning)
    told = {mention.key for mention in mentions if mention.involvement.way in _PERHAPS}
    certain = {mention.key for mention in mentions}
    keys = told | (lookalikes.doubtful(marked, company) - certain)
    return Concern(tuple(sorted(keys)), judgement, is_event=True)


def concern(
    marked: TaggedArticle,
    company: Company,
    participants: tuple[Participant, ...],
) -> Concern:
    """Return what the article has to do with organisations.

    Args:
        marked: The article.
        company: What makes a weak abbreviation count.
        participants: The people found.
    """
    named = lookalikes.named(marked, company)
    if not named:
        return NOTHING
    beginning = _beginning(marked)
    mentions = _mentions(marked, named[:_ENOUGH], beginning)
    official = frozenset(
        mention.sentence for mention in mentions if mention.involvement.way == Way.OFFICE
    )
    judgement = genre.judge(marked, beginning, official)
    if judgement == genre.NEWS:
        placed = [(mention.sentence, mention.match) for mention in mentions]
        judgement = side(beginning, placed, official, company.officials) or judgement
    happening = any("acts" in clause.keys for clause in beginning) or _happens(marked, mentions)
    if judgement == genre.NEWS and not happening:
        judgement = Judgement(Genre.COMMENT, "nothing is told to happen")
    chosen = _chosen(marked, mentions, participants)
    if judgement.genre == Genre.NEWS:
        return Concern(chosen, judgement, is_event=bool(chosen))
    lead = _lead(marked)
    about = tuple(dict.fromkeys(mention.key for mention in mentions if mention.sentence < lead))
    return Concern(about or chosen, judgement, is_event=False)


def _beginning(marked: TaggedArticle) -> list[Clause]:
    return [clause(marked, sentence, marked.lexicon.signs) for sentence in genre.beginning(marked)]


def _mentions(marked: TaggedArticle, named: list[Named], beginning: list[Clause]) -> list[Mention]:
    initial = marked.lexicon.grammar.head == "initial"
    setting = genre.setting(beginning)
    clauses = {clause.sentence.number: clause for clause in beginning}
    mentions: list[Mention] = []
    for key, match, number in named:
        if number not in clauses:
            clauses[number] = clause(marked, marked.sentences[number], marked.lexicon.signs)
        if any(entry.owned for entry in match.entries):
            how = Involvement(Way.GATHERING, match.entries[0].shown)
        else:
            how = involvement(clauses[number], match, setting, initial=initial)
        mentions.append(Mention(key, match, number, how))
    return mentions


def _happens(marked: TaggedArticle, mentions: list[Mention]) -> bool:
    """Whether the beginning, or what names an organisation, tells of a gathering, a day or an act.

    Essays and encyclopaedias speak of what a body is and may become.
    """
    ways = {mention.involvement.way for mention in mentions}
    if ways & {Way.OFFICE, Way.GATHERING} or _quotes_an_office(marked):
        return True
    numbers = {mention.sentence for mention in mentions}
    for number in numbers | set(range(_lead(marked))):
        sentence = marked.sentences[number]
        for index in range(sentence.first, sentence.last):
            if marked.tags[index] & _HAPPENING or marked.cued(index, "held"):
                return True
    return False


def _quotes_an_office(marked: TaggedArticle) -> bool:
    """Whether the headline is an office, a colon and what is said."""
    for sentence in marked.sentences[:1]:
        for index in range(sentence.first, sentence.last):
            if marked.mark(index) == ":":
                return any(tag & Tag.ROLE for tag in marked.tags[sentence.first : index])
    return False


def _lead(marked: TaggedArticle) -> int:
    """The headline and the first two paragraphs are the beginning."""
    return next((s.number for s in marked.sentences if s.paragraph > _LEAD), len(marked.sentences))


def _chosen(
    marked: TaggedArticle, mentions: list[Mention], participants: tuple[Participant, ...]
) -> tuple[str, ...]:
    """Return those that act at the beginning, act twice, or whose people take part."""
    speaking = {p.proof for p in participants if p.attended}
    lead = _lead(marked)
    acting: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.involvement.acts:
            acting.setdefault(mention.key, []).append(mention)
    chosen = []
    for key, found in acting.items():
        sentences = {mention.sentence for mention in found}
        often = found[0].sentence < lead or len(sentences) >= _TWICE
        if often or any(_takes_part(marked, mention, speaking) for mention in found):
            chosen.append(key)
    return tuple(chosen)


def _takes_part(marked: TaggedArticle, mention: Mention, speaking: set[str]) -> bool:
    sentence = marked.sentence_text(marked.sentences[mention.sentence])
    return mention.involvement.way != Way.PLAIN and sentence in speaking
