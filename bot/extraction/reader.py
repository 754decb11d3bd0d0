"""The reader: an article -> what it says. One entry, `read`; everything behind it is pure.

The order is that of the text's own dependence: language, then the lexicon's marks, then people
(whose offices hold places that are not the event's), then organisations, days, place and kind.
"""

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property, lru_cache

from bot.extraction.event import dates, kind, organizations, place
from bot.extraction.facts import ArticleText, EventFacts, Reading
from bot.extraction.people import participants
from bot.extraction.text.language_detection import detect
from bot.extraction.text.lexicon import Lexicon
from bot.extraction.text.tagger import TaggedArticle, tag
from config.catalogue import Catalogue
from config.catalogue_loader import load_catalogue
from config.grammar import Grammar, load_grammars
from config.text import fold


class Reader:
    """Reads articles with the words of `grammars` and the names of `catalogue`; safe to share."""

    def __init__(self, grammars: Mapping[str, Grammar], catalogue: Catalogue) -> None:
        self._grammars = grammars
        self._catalogue = catalogue
        self._lexicons: dict[str, Lexicon] = {}

    @cached_property
    def _company(self) -> tuple[str, ...]:
        return tuple(fold(word) for words in self._catalogue.company.values() for word in words)

    def lexicon(self, code: str) -> Lexicon:
        """Return the lexicon of a language, built at its first use."""
        if code not in self._lexicons:
            self._lexicons[code] = Lexicon(self._grammars[code], self._catalogue)
        return self._lexicons[code]

    def marked(self, article: ArticleText) -> TaggedArticle:
        """Return `article` with its words looked up in the lexicon of its language."""
        return tag(
            article,
            self.lexicon(
                detect(f"{article.title}\n{article.text}", self._grammars, article.language)
            ),
        )

    def read(self, article: ArticleText, now: datetime) -> Reading:
        """Return what `article` says.

        Args:
            article: Headline, body and day of publication.
            now: The present, aware; an article that claims to come from the future is read as of
                today.
        """
        code = detect(f"{article.title}\n{article.text}", self._grammars, article.language)
        marked = tag(article, self.lexicon(code))
        found = participants.people(marked)
        named_people = tuple(person.participant for person in found)
        named = organizations.named(marked, self._company)
        concerned = organizations.concerned(marked, named, named_people)
        event = self._event(article, marked, found, now) if concerned else None
        return Reading(code.split("-")[0], bool(concerned), concerned, event, named_people)

    def _event(
        self,
        article: ArticleText,
        marked: TaggedArticle,
        found: list[participants.Found],
        now: datetime,
    ) -> EventFacts:
        published = min(article.published, now.date()) if article.published is not None else None
        days = dates.when(marked, published)
        scene = place.where(
            marked, self._catalogue, {i for person in found for i in person.office}, days
        )
        return EventFacts(
            title=kind.title(marked, article),
            kind=kind.kind(marked),
            start=days.start if days else None,
            end=days.end if days else None,
            tense=dates.tense(marked, days, published),
            city=scene.city,
            country=scene.country,
            venue=scene.venue,
            date_proof=marked.sentence_text(days.sentence) if days else None,
            place_proof=marked.sentence_text(scene.sentence) if scene.sentence else None,
        )


@lru_cache(maxsize=1)
def default_reader() -> Reader:
    """Return the reader with the project's own languages and catalogues, loaded once."""
    return Reader(load_grammars(), load_catalogue())


def read(article: ArticleText, now: datetime) -> Reading:
    """Return what `article` says, read with the project's own languages and catalogues.

    See `Reader.read`.
    """
    return default_reader().read(article, now)
