"""What is kept of the links that people paste: how many a chat may, and the pages read last."""

from bot.commands.options import CommandRate
from bot.commands.throttle import Throttle
from bot.pipeline.read_page import PageRead, PageReader
from bot.runtime.cache import LruCache

PACE = CommandRate(burst=5, seconds=120)
"""Pages that are fetched for one chat."""

KEPT = 16
"""Pages read last that an admin can still have filed."""


class PastedLinks:
    """Reads the pages behind links, as often as a chat may ask.

    Args:
        reader: Reads a page; None where this process cannot.
    """

    def __init__(self, reader: PageReader | None) -> None:
        self.reader = reader
        self.pace = Throttle(PACE)
        self.read = LruCache[str, PageRead](KEPT)
