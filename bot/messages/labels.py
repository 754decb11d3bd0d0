"""Words for kinds of event, as people follow and name them.

Shared by what is sent and what is answered.
"""

from bot.extraction.facts import Kind
from bot.language.translator import Translator
from config.text import fold


def kinds(translator: Translator) -> dict[str, str]:
    """Return each kind of event and what several of it are called."""
    _ = translator.gettext
    return {
        Kind.CONFERENCE.value: _("conferences"),
        Kind.MEETING.value: _("meetings"),
        Kind.SUMMIT.value: _("summits"),
        Kind.FESTIVAL.value: _("festivals"),
        Kind.CEREMONY.value: _("ceremonies"),
        Kind.VISIT.value: _("visits"),
        Kind.ELECTION.value: _("elections"),
        Kind.TRAINING.value: _("training courses"),
        Kind.EXHIBITION.value: _("exhibitions"),
        Kind.AGREEMENT.value: _("agreements"),
        Kind.APPOINTMENT.value: _("appointments"),
        Kind.STATEMENT.value: _("statements"),
        Kind.OTHER.value: _("other events"),
    }


def find_kind(text: str, translator: Translator) -> str | None:
    """Return the kind of event that `text` names: by its id, or as English or the chat's language call it; else None."""
    asked = fold(text)
    for speaker in (Translator("en"), translator):
        for kind, label in kinds(speaker).items():
            if asked in {fold(kind), fold(label)}:
                return kind
    return None
