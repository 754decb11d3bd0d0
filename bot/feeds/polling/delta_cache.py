"""What this process remembers of each source between two polls, to save work."""

from bot.feeds.http.messages import FetchResponse
from bot.feeds.polling import delta
from bot.feeds.polling.delta import FeedDelta, Seen
from bot.feeds.polling.results import PollResult
from bot.runtime.cache import LruCache
from storage.models import Source

MOST_SOURCES = 20_000


class DeltaCache:
    """What each source held when it was last read, in this process: the last few thousand sources.

    It is only a saving. After a restart every feed is parsed in full once.
    """

    def __init__(self, most: int = MOST_SOURCES) -> None:
        self._seen = LruCache[int, Seen](most)

    def increment(self, source: Source, fetched: FetchResponse) -> FeedDelta | None:
        """Return what is new in the body; None where it is to be parsed as it is."""
        pieces = delta.cut(fetched.body) if source.kind == "feed" and fetched.complete else None
        if pieces is None:
            return None
        return delta.increment(pieces, self._seen.get(source.id) or Seen())

    def contested(self, source: Source) -> frozenset[str]:
        """Return the keys that the source gives to different items."""
        seen = self._seen.get(source.id)
        return seen.contested if seen is not None else frozenset()

    def keep(self, outcome: PollResult) -> None:
        """Remember what a stored outcome saw, the longest unused source giving way."""
        if outcome.seen is not None:
            self._seen.keep(outcome.source_id, outcome.seen)
