"""The reader: an article -> what it says. `Reader.read` conducts; everything behind it is pure.

The order is that of the text's own dependence: language, then the lexicon's tags, then people
(whose offices hold places that are not the event's), then organisations, days, place and kind.
"""

from datetime import UTC, date, datetime, timedelta

from bot.extraction.event import (
    date_expressions,
    dates,
    kind,
    lookalikes,
    mentions,
    moves,
    organizations,
    outcomes,
    place,
    side_gatherings,
    title,
    unnamed,
)
from bot.extraction.event.cancellation import called_off
from bot.extraction.event.company import Company
from bot.extraction.event.day_span import Span
from bot.extraction.facts import (
    ArticleText,
    EventFacts,
    EventMention,
    Kind,
    Outcome,
    Participant,
    Reading,
)
from bot.extraction.people import participants
from bot.extraction.text.language_detection import LanguageDetector
from bot.extraction.text.lexicon import Lexicon
from bot.extraction.text.tagger import TaggedArticle, tag
from config.catalogue import ReadersCatalogue
from config.text import fold

_FIRST_ZONE = timedelta(hours=14)  # ahead of UTC, where a day begins first

_FOR_UNREAD = "en"
"""Whose words an article is tagged with whose own language is not read; nothing is made of it."""


class Reader:
    """Reads articles with the words and names of a catalogue; safe to share between threads.

    Tagging is most of the work of reading. Who needs the tags as well, as merging does, calls `tag`
    once and hands the result to `interpret`; who needs the reading alone calls `read`.
    """

    def __init__(self, catalogue: ReadersCatalogue) -> None:
        self._catalogue = catalogue
        self._lexicons: dict[str, Lexicon] = {}
        self._company = Company.of(catalogue)
        self._detector = LanguageDetector(catalogue.grammars, catalogue.unread)

    def lexicon(self, code: str) -> Lexicon:
        """Return the lexicon of a language, built at its first use."""
        if code not in self._lexicons:
            self._lexicons[code] = Lexicon(self._catalogue.grammars[code], self._catalogue)
        return self._lexicons[code]

    def tag(self, article: ArticleText) -> TaggedArticle:
        """Return `article` tokenised, its words looked up in the lexicon of its language."""
        grammars = self._catalogue.grammars
        code = self._detector.detect(f"{article.title}\n{article.text}", article.language)
        return tag(article, self.lexicon(code if code in grammars else _FOR_UNREAD), code)

    def concerns(self, tagged: TaggedArticle) -> bool:
        """Whether an article names an organisation of the catalogue.

        One that names none reports no event; whoever wants events alone need not interpret it.
        """
        return bool(lookalikes.named(tagged, self._company))

    def may_tell(self, tagged: TaggedArticle) -> bool:
        """Whether an article that names no organisation may tell of the event of one."""
        return unnamed.may_tell(tagged, self._company)

    def read(self, article: ArticleText, now: datetime) -> Reading:
        """Return what `article` says; see `interpret`."""
        return self.interpret(self.tag(article), now)

    def interpret(self, tagged: TaggedArticle, now: datetime) -> Reading:
        """Return what an article says.

        Args:
            tagged: The article with the tags that `tag` gave it.
            now: The present, aware; an article that claims to come from a day that has begun
                nowhere yet is read as of the latest that has.
        """
        if tagged.language not in self._catalogue.grammars:
            language = tagged.language.partition("-")[0]
            return Reading(language, is_event=False, organizations=(), event=None, participants=())
        found = participants.people(tagged)
        people = tuple(person.participant for person in found)
        concern = organizations.concern(tagged, self._company, people)
        return self._reading(tagged, found, concern, now)

    def suppose(self, tagged: TaggedArticle, now: datetime) -> Reading | None:
        """Return what an article says that may tell of a known event and names no body of it.

        Or none that is believed. Nothing may be founded on it alone. None of any other article.
        """
        if tagged.language not in self._catalogue.grammars:
            return None
        concern = organizations.supposed(tagged, self._company)
        if not concern.is_event:
            return None
        return self._reading(tagged, participants.people(tagged), concern, now)

    def is_of_the_turkic_world(self, tagged: TaggedArticle) -> bool:
        """Whether an article speaks of the Turkic states or their world."""
        return unnamed.is_of_the_turkic_world(tagged, self._company)

    def _reading(
        self,
        tagged: TaggedArticle,
        found: list[participants.Found],
        concern: organizations.Concern,
        now: datetime,
    ) -> Reading:
        """Return what an article says of what concerns its organisations."""
        published = tagged.article.published
        latest = (now.astimezone(UTC) + _FIRST_ZONE).date()
        as_of = min(published, latest) if published is not None else None
        people = tuple(person.participant for person in found)
        said = date_expressions.said(tagged, as_of)
        move = moves.moved(tagged, said, as_of) if concern.is_event else None
        event: EventFacts | None = None
        context: tuple[EventMention, ...] = ()
        came: tuple[Outcome, ...] = ()
        if concern.is_event:
            event, context, people, came = self._event(tagged, found, said, move, as_of)
        return Reading(
            language=tagged.language.partition("-")[0],
            is_event=concern.is_event,
            organizations=concern.organizations,
            event=event,
            participants=people,
            cancel_proof=called_off(tagged) if concern.is_event else None,
            context=context,
            genre=concern.judgement.genre,
            move_proof=tagged.sentence_text(move.sentence) if move else None,
            moved_from=move.old if move else None,
            outcomes=came,
        )

    def _event(
        self,
        tagged: TaggedArticle,
        found: list[participants.Found],
        said: list[Span],
        move: moves.Move | None,
        as_of: date | None,
    ) -> tuple[EventFacts, tuple[EventMention, ...], tuple[Participant, ...], tuple[Outcome, ...]]:
        """Return what an article reports, what it only speaks of, the people, and what came."""
        offices = frozenset(index for person in found for index in person.office)
        names = frozenset(
            word for person in found for word in fold(person.participant.name).split()
        )
        towns = place.towns(tagged, offices)
        spoken_of = mentions.mentions(tagged, said, towns)
        days = dates.when(tagged, said, spoken_of, as_of)
        if move is not None:
            others = days.others if days else frozenset()
            days = dates.When(move.new.start, move.new.end, move.sentence, others)
        scene = place.where(tagged, self._catalogue, offices, names, spoken_of, days)
        called = title.title(tagged, spoken_of)
        event = EventFacts(
            title=called,
            kind=kind.kind(tagged, spoken_of),
            start=days.start if days else None,
            end=days.end if days else None,
            tense=dates.tense(tagged, days, as_of),
            city=scene.city,
            country=scene.country,
            venue=scene.venue,
            date_proof=tagged.sentence_text(days.sentence) if days else None,
            place_proof=tagged.sentence_text(scene.sentence) if scene.sentence else None,
            titled_aside=title.is_aside(tagged, spoken_of, called),
            titled_barely=title.is_bare(tagged, called),
            titled_opening=title.is_opening(tagged, called),
        )
        reported = side_gatherings.Reported(event.kind, days, as_of, self._catalogue.places)
        people = side_gatherings.participants(tagged, found, spoken_of, reported)
        if event.kind is Kind.SUMMIT:
            people = participants.without_appointed(people, found)
        came = outcomes.outcomes(tagged, event, said, towns, found)
        return event, mentions.context(tagged, spoken_of), people, came
