"""The worker process that reads articles, with the catalogue that it is given.

See `bot.runtime.worker_process`.
"""

import pickle
import zlib
from datetime import datetime

from bot.extraction.reader import Reader
from bot.pipeline.interpret_article import interpret
from bot.pipeline.interpretation import ARTICLE, INTERPRETATION
from bot.runtime import worker_process
from config.catalogue import ReadersCatalogue

MEMORY = 700_000_000
"""Bytes of address space for one worker, of which an ordinary one fills a quarter."""


def prepare(setup: bytes) -> worker_process.Answer:
    """Return what reads articles by the catalogue in `setup`, packed by the bot itself."""
    # From the process that started this one, and from nobody else.
    packed = zlib.decompress(setup)
    catalogue: ReadersCatalogue = pickle.loads(packed)  # noqa: S301 - our own parent wrote it
    reader = Reader(catalogue)

    def answer(head: bytes, body: bytes) -> bytes:
        now = datetime.fromisoformat(head.decode())
        found = interpret(ARTICLE.unpack(body), now, reader, catalogue.places)
        return INTERPRETATION.pack(found)

    return answer


if __name__ == "__main__":
    worker_process.main(prepare, MEMORY)
