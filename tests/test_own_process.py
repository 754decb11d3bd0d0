"""The bot's own process holds no reader: a worker does, while there is something to read."""

import subprocess
import sys


def test_the_bot_starts_without_loading_what_reads_articles() -> None:
    asked = (
        "import sys, bot.app\n"
        "print(*(name for name in sys.modules if name.startswith('bot.extraction.')))"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", asked], check=True, stdout=subprocess.PIPE, text=True
    ).stdout.split()
    # The facts that it goes on with, and the hour that a proof of a day gives.
    assert set(loaded) <= {
        "bot.extraction.facts",
        "bot.extraction.event",
        "bot.extraction.event.time",
    }
