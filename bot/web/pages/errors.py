"""The pages of what cannot be shown: what is wrong, what there is, and where to go."""

from http import HTTPStatus

from bot.web.page import NoPage, Page, Visit


def nothing_here(visit: Visit) -> NoPage:
    """Return that there is no such page."""
    _ = visit.view.translator.gettext
    return NoPage(
        _("There is no such page"), _("The address may have been cut when it was copied.")
    )


def no_page(visit: Visit, error: NoPage) -> Page:
    """Return the page that says that there is no such page."""
    kind = visit.view.translator.gettext("Page not found")
    return _page(error.title, error.lead, kind, HTTPStatus.NOT_FOUND)


def out_of_order(visit: Visit, status: HTTPStatus) -> Page:
    """Return the page that says that nothing can be shown for now."""
    _ = visit.view.translator.gettext
    title = _("The diary cannot be read just now")
    return _page(title, _("Try again in a minute."), "", status)


def _page(title: str, lead: str, kind: str, status: HTTPStatus) -> Page:
    return Page(
        "error.html",
        title,
        lead or title,
        values={"kind": kind, "lead": lead},
        status=status,
        found=False,
    )
