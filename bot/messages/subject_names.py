"""What the subjects of subscriptions are called, besides organisations and people."""

from bot.language.translator import Translator
from bot.messages.message import clean_line
from bot.messages.view import kinds
from config.places import Places
from storage.enums import Topic


def quoted(words: str, translator: Translator) -> str:
    """Return words in the quotation marks of a language."""
    return translator.gettext("“{words}”", words=clean_line(words, 60))


def subject_name(topic: str, subject: str, places: Places, translator: Translator) -> str | None:
    """Return what a country, a town, a kind of event or words are called in a language.

    None for an organisation or a person, which go by more than their id, and for a country or town
    that the catalogue has lost.
    """
    if topic == Topic.KIND:
        return kinds(translator).get(subject, subject)
    if topic == Topic.WORD:
        return quoted(subject, translator)
    if topic == Topic.COUNTRY and subject in places.countries:
        return places.countries[subject].name(translator.language)
    if topic == Topic.TOWN and subject in places.cities:
        return places.cities[subject].name(translator.language)
    return None
