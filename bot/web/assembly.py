"""Everything that is served on the web, put together from the settings."""

from aiohttp.web import Application

from bot.commands import Commands
from bot.language.local_time import zone_of
from bot.messages.composer import Composer
from bot.runtime.scheduler import Clock
from bot.web import documentation
from bot.web.answers import AnswerCache
from bot.web.conditional import ConditionalAnswers
from bot.web.feeds import Feeds
from bot.web.met_table import MetTable
from bot.web.mini_app import MiniApp
from bot.web.pictures import Pictures
from bot.web.rate_limit import RequestLimiter, limited
from bot.web.server import application
from bot.web.site import Site, SiteOptions
from bot.web.websub import WebSubCallbacks
from config.catalogue import Catalogue
from config.settings import Settings
from storage.database import Database


def diary(
    settings: Settings,
    catalogue: Catalogue,
    database: Database,
    composer: Composer,
    commands: Commands,
    now: Clock,
) -> Application:
    """Return the web application: calendars, the diary's pages, its feeds, and what hubs call.

    Args:
        settings: What whoever runs the bot decided; with a token for Telegram the Mini App is
            served, with a folder of documentation that, with a public address the hubs' calls.
        catalogue: Organisations, sources and places.
        database: What is shown.
        composer: Makes the calendars.
        commands: Answers what the Mini App asks, and understands what is searched for.
        now: Tells each request its moment.
    """
    served = application(database, composer, now, hsts_seconds=settings.web_hsts_seconds)
    options = SiteOptions(
        settings.web_address or "",
        settings.default_language,
        zone_of(settings.default_timezone),
    )
    site = Site(database, catalogue, now, options, commands.questions)
    # The pages come last, for one of them answers to any name.
    for part in (Pictures(site), MetTable(site), Feeds(site), site):
        part.serve(served)
    if settings.telegram_token is not None:
        allowed = settings.telegram_allowed_users
        MiniApp(site, commands, settings.telegram_token, now, allowed).serve(served)
    served.middlewares.append(limited(RequestLimiter()))
    ConditionalAnswers(AnswerCache()).serve(served)
    if settings.docs_dir is not None:
        documentation.serve(served, settings.docs_dir)
    if settings.public_url is not None:
        WebSubCallbacks(database, now, settings.http_max_bytes).serve(served)
    return served
