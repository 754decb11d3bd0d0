"""What a visitor's address asks the diary for; what cannot be is answered as a page."""

from bot.web.asked import BadQuestion, DiaryQuestion, asked
from bot.web.page import NoPage, Visit

MOST = 60
"""Events on a page."""


def question_of(visit: Visit) -> DiaryQuestion:
    """Return what the query of a visit asks for.

    Raises:
        NoPage: It asks for something that there is not.
    """
    try:
        return asked(visit.query, visit.view.catalogue)
    except BadQuestion as error:
        _ = visit.view.translator.gettext
        raise NoPage(
            visit.view.translator.gettext("“{value}” is not known here", value=error.value),
            _("The address asks for something that there is not."),
        ) from None
