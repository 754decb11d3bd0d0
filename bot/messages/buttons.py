"""The buttons under a card, and the page by which an event is passed on."""

from urllib.parse import urlencode

from bot.messages.message import Button
from bot.messages.place import link, place
from bot.messages.titles import event_title
from bot.messages.view import View
from storage.events import EventRecord

Rows = tuple[tuple[Button, ...], ...]


def buttons(view: View, record: EventRecord) -> Rows:
    """Return the buttons of a card: who, sources, map, calendar, share, mute."""
    _, event = view.translator.gettext, record.event
    command = f"event {event.id}"
    first = (
        Button(_("Who"), command=f"{command} who", sign="👥"),
        Button(_("Sources"), command=f"{command} sources", sign="📰"),
    )
    where = place(view, event, venue=False)
    second = [
        *(
            [
                Button(
                    _("Map"),
                    url=f"https://www.openstreetmap.org/search?{urlencode({'query': where})}",
                )
            ]
            if where
            else []
        ),
        *(
            [Button(_("Calendar"), command=f"{command} calendar", sign="📅")]
            if event.starts_on
            else []
        ),
    ]
    third = [
        *([Button(_("Share"), url=address)] if (address := share_address(view, record)) else []),
        Button(
            _("Mute this"),
            command=f"mute {event.id}",
            sign="🔇",
            opposite=f"mute {event.id} off",
        ),
    ]
    return tuple(row for row in (first, tuple(second), tuple(third)) if row)


def share_address(view: View, record: EventRecord) -> str | None:
    """Return the page by which Telegram lets somebody choose a chat to pass the event on to.

    None without a link to pass on.
    """
    url = event_address(view, record)
    if url is None:
        return None
    event = record.event
    when = view.translator.dates(event.starts_on, event.ends_on) if event.starts_on else ""
    text = " · ".join(
        part for part in (event_title(view, record, 200).text, when, place(view, event)) if part
    )
    return f"https://t.me/share/url?{urlencode({'url': url, 'text': text})}"


def event_address(view: View, record: EventRecord) -> str | None:
    """Return where an event can be looked at by whoever it is passed on to.

    Its page in the diary on the web; or else the link that shows it in a chat with the bot; or else
    the first article. None without any.
    """
    number = record.event.id
    if number and view.site is not None:
        return f"{view.site}/{view.translator.language}/event/{number}"
    if number and (opens := view.controls.event_links.of(number)) is not None:
        return opens
    return next((address for article in record.articles if (address := link(article.url))), None)
