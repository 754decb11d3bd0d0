"""The pages of what cannot be shown: what is wrong, what there is, and where to go."""

from dataclasses import replace

from bot.web.page import NoPage, Page, Visit


async def no_page(visit: Visit, error: NoPage) -> Page:
    """Return the page that says that there is no such page."""
    return replace(_page(visit, error.title, error.lead), status=404)


def out_of_order(visit: Visit) -> Page:
    """Return the page that says that nothing can be shown for now."""
    _ = visit.view.translator.gettext
    page = _page(visit, _("The diary cannot be read just now"), _("Try again in a minute."))
    return replace(page, status=503)


def _page(visit: Visit, title: str, lead: str) -> Page:
    _ = visit.view.translator.gettext
    return Page(
        "error.html",
        title,
        lead or title,
        values={"kind": _("Page not found"), "lead": lead},
        found=False,
    )
