"""The reader: an article -> what it says. `Reader.read` conducts; everything behind it is pure.

The order is that of the text's own dependence: language, then the lexicon's tags, then people
(whose offices hold places that are not the event's), then organisations, days, place and kind.
"""

from datetime import date, datetime

from bot.extraction.event import (
    date_expressions,
    dates,
    kind,
    mentions,
    organizations,
    place,
    title,
)
from bot.extraction.event.cancellation import called_off
from bot.extraction.facts import ArticleText, EventFacts, EventMention, Reading
from bot.extraction.people import participants
from bot.extraction.text.language_detection import detect
from bot.extraction.text.lexicon import Lexicon
from bot.extraction.text.tagger import TaggedArticle, tag
from config.catalogue import Catalogue
from config.text import fold


class Reader:
    """Reads articles with the words and names of a catalogue; safe to share between threads.

    Tagging is most of the work of reading. Who needs the tags as well, as merging does, calls `tag`
    once and hands the result to `interpret`; who needs the reading alone calls `read`.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._lexicons: dict[str, Lexicon] = {}
        self._company = tuple(fold(word) for words in catalogue.company.values() for word in words)

    def lexicon(self, code: str) -> Lexicon:
        """Return the lexicon of a language, built at its first use."""
        if code not in self._lexicons:
            self._lexicons[code] = Lexicon(self._catalogue.grammars[code], self._catalogue)
        return self._lexicons[code]

    def tag(self, article: ArticleText) -> TaggedArticle:
        """Return `article` tokenised, its words looked up in the lexicon of its language."""
        text = f"{article.title}\n{article.text}"
        return tag(article, self.lexicon(detect(text, self._catalogue.grammars, article.language)))

    def read(self, article: ArticleText, now: datetime) -> Reading:
        """Return what `article` says; see `interpret`."""
        return self.interpret(self.tag(article), now)

    def interpret(self, tagged: TaggedArticle, now: datetime) -> Reading:
        """Return what an article says.

        Args:
            tagged: The article with the tags that `tag` gave it.
            now: The present, aware; an article that claims to come from the future is read as of
                today.
        """
        published = tagged.article.published
        as_of = min(published, now.date()) if published is not None else None
        found = participants.people(tagged)
        people = tuple(person.participant for person in found)
        named = organizations.named(tagged, self._company)
        concerned = organizations.concerned(tagged, named, people)
        event, context = self._event(tagged, found, as_of) if concerned else (None, ())
        return Reading(
            language=tagged.lexicon.grammar.code.split("-")[0],
            is_event=bool(concerned),
            organizations=concerned,
            event=event,
            participants=people,
            cancel_proof=called_off(tagged) if concerned else None,
            context=context,
        )

    def _event(
        self, tagged: TaggedArticle, found: list[participants.Found], as_of: date | None
    ) -> tuple[EventFacts, tuple[EventMention, ...]]:
        """Return the event that an article reports, and those that it only speaks of."""
        said = date_expressions.said(tagged, as_of)
        offices = frozenset(index for person in found for index in person.office)
        names = frozenset(
            word for person in found for word in fold(person.participant.name).split()
        )
        spoken_of = mentions.mentions(tagged, said, place.towns(tagged, offices))
        days = dates.when(tagged, said, spoken_of, as_of)
        scene = place.where(tagged, self._catalogue, offices, names, spoken_of, days)
        event = EventFacts(
            title=title.title(tagged, spoken_of),
            kind=kind.kind(tagged, spoken_of),
            start=days.start if days else None,
            end=days.end if days else None,
            tense=dates.tense(tagged, days, as_of),
            city=scene.city,
            country=scene.country,
            venue=scene.venue,
            date_proof=tagged.sentence_text(days.sentence) if days else None,
            place_proof=tagged.sentence_text(scene.sentence) if scene.sentence else None,
        )
        return event, mentions.context(tagged, spoken_of)
