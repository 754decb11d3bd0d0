"""`tco-bot run --console`: the whole bot on the real feeds, with this terminal as its one chat."""

import signal

from rich.console import Console
from rich.text import Text

from bot.app import App
from bot.language.argument_words import shown
from bot.language.translator import N_, Translator
from bot.platforms.base import Answer
from bot.platforms.console import ConsoleMessenger, terminal_language
from config.catalogue import ReadersCatalogue
from config.settings import Settings

WELCOME = N_(
    "I am reading the feeds now; news comes here as it is read. Follow something first:"
    " {subscribe}. Then: {latest}, {week}, {help}. Ctrl-D leaves."
)


class LeavingMessenger(ConsoleMessenger):
    """A terminal whose person, by leaving, tells the bot to stop."""

    async def listen(self, answer: Answer) -> None:
        """Answer what is typed; at the end the bot stops as it would at SIGTERM."""
        await super().listen(answer)
        signal.raise_signal(signal.SIGTERM)


async def talk(settings: Settings, catalogue: ReadersCatalogue) -> None:
    """Run the bot with this terminal alone, until the person leaves.

    Raises:
        TcoError: The bot cannot run as it is set up.
    """
    console = Console()
    messenger = LeavingMessenger(console)
    app = App(settings, catalogue, messengers=[messenger])
    language = terminal_language() or settings.default_language
    messenger.complete(app.commands.completions(language))
    console.print(Text(welcome(language), style="magenta"))
    await app.run()


def welcome(language: str) -> str:
    """Return what stands above the first prompt, for a reader of `language`."""
    translator = Translator(language)
    subscribe = shown("subscribe all", translator.language)
    commands = {"subscribe": f"/{subscribe}", "latest": "/latest", "week": "/week", "help": "/help"}
    return translator.gettext(WELCOME, **commands) + "\n"
