"""In which order the outlets of an event are named: who speaks for a state or a body stands first.

An organisation knows its own events, and a president's site what he did there; whoever reads three
names wants these.
"""

from collections.abc import Sequence
from urllib.parse import urlsplit

from bot.language.official_sites import WWW, is_of_a_state
from bot.messages.message import clean_line
from bot.messages.view import View
from storage.events import EventArticle


def by_outlet(
    view: View, articles: Sequence[EventArticle], most: int = 60
) -> dict[str, list[EventArticle]]:
    """Return the articles of each outlet by its name: official ones first, then the earliest.

    Args:
        view: The chat.
        articles: The first to be seen first.
        most: Characters of a name at most.
    """
    outlets: dict[str, list[EventArticle]] = {}
    for article in articles:
        outlets.setdefault(clean_line(article.source, most), []).append(article)
    if len(outlets) < 2:
        return outlets
    sites = [organization.site for organization in view.catalogue.organizations]
    own = {_host(site) for site in sites if site}
    named = sorted(outlets, key=lambda name: not _is_official(name, outlets[name][0], own))
    return {name: outlets[name] for name in named}


def _is_official(name: str, article: EventArticle, own: set[str]) -> bool:
    host = _host(article.url)
    return host in own or is_of_a_state(host) or is_of_a_state(name)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix(WWW)
    except ValueError:  # an address from outside may be any text
        return ""
