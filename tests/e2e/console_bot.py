"""A whole bot whose one messenger is standard output.

What the tests of the river start, stop and kill as a process of its own.

Called with the feed's address; everything else comes from the environment, as for any bot.
"""

import asyncio
import sys
from dataclasses import replace

from bot.app import App
from bot.platforms.console import ConsoleMessenger
from bot.runtime import logs
from config.catalogue_loader import load_catalogue
from config.settings import load_settings
from config.sources import SourceSpec


def main(feed: str) -> None:
    settings = load_settings(env_file=None)
    logs.setup(form=settings.log_format, level=settings.log_level)
    source = SourceSpec(key="wire", name="The Wire", url=feed, language="en", certainty="A")
    asyncio.run(
        App(
            settings, replace(load_catalogue(), sources=(source,)), messengers=[ConsoleMessenger()]
        ).run()
    )


if __name__ == "__main__":
    main(sys.argv[1])
