"""About: how the diary reads, and what it does not claim."""

from bot.web.page import Page, Visit


async def about(visit: Visit) -> Page:
    """Return the page."""
    _ = visit.view.translator.gettext
    health = await visit.site.freshness.counted()
    return Page(
        "about.html",
        _("How this diary reads"),
        _("Where what stands here comes from, how it was read, and what it does not claim."),
        section="about",
        values={"enabled": health.enabled},
    )
