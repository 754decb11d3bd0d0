"""Articles read in worker processes, each within a deadline and a limit of memory."""

import pickle
import zlib
from datetime import datetime, timedelta

from bot.extraction.facts import ArticleText, Reading
from bot.pipeline.interpretation import ARTICLE, INTERPRETATION, Interpretation
from bot.runtime.worker_pool import WorkerPool
from config.catalogue import ReadersCatalogue

DEADLINE = timedelta(seconds=30)
"""For one article; the longest that is read takes two seconds on a slow machine."""


class ReadingPool:
    """Reads articles by a catalogue, in processes that start when they are first needed."""

    def __init__(
        self, catalogue: ReadersCatalogue, count: int = 1, *, deadline: timedelta = DEADLINE
    ) -> None:
        """Prepare.

        Args:
            catalogue: What the reader goes by.
            count: Most processes at a time.
            deadline: Wall-clock time for one article.
        """
        setup = zlib.compress(pickle.dumps(catalogue))
        self._pool = WorkerPool("bot.pipeline.reading_worker", count, deadline, setup=setup)

    @property
    def pids(self) -> list[int]:
        """The ids of the processes that run now."""
        return self._pool.pids

    async def interpret(self, article: ArticleText, now: datetime) -> Interpretation:
        """Return what `article` says as of `now`.

        Raises:
            JobRaised: The reader failed on it, and would again.
            WorkerNotStarted: There is no process to read it, which is not its fault.
            WorkerError: It took too long, or more memory than there is.
        """
        head = now.isoformat().encode()
        answer = await self._pool.do(head, ARTICLE.pack(article))
        return INTERPRETATION.unpack(answer)

    async def told(self, article: ArticleText, now: datetime) -> tuple[str, Reading | None]:
        """Return the language of `article`, and what it says; None where it reports no event.

        Raises:
            WorkerError: As `interpret` does.
        """
        found = await self.interpret(article, now)
        return found.language, found.report.reading if found.report else None

    async def close(self) -> None:
        """End the reading processes; a read that is under way is broken off."""
        await self._pool.close()
