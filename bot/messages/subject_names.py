"""What the subjects of subscriptions are called, besides organisations and people."""

from collections.abc import Mapping, Sequence

from sqlmodel import Session

from bot.language.translator import Translator
from bot.messages.message import clean_line
from bot.messages.people import distinct_names
from bot.messages.view import View, kinds
from config.places import Places
from storage import people
from storage.enums import Topic


def quoted(words: str, translator: Translator) -> str:
    """Return words in the quotation marks of a language."""
    return translator.quoted(clean_line(words, 60))


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


def person_names(
    session: Session, person_ids: Sequence[int], heads: Mapping[str, str]
) -> list[str]:
    """Return the names of people, the spellings of one as one name; unknown ids are left out.

    Args:
        session: The transaction.
        person_ids: Who.
        heads: Names in the catalogue by sound (`bot.language.organization_lookup.heads_by_sound`).
    """
    return distinct_names(people.by_ids(session, person_ids), heads)


def names_besides(
    session: Session, view: View, heads: Mapping[str, str], held: Sequence[tuple[str, str]]
) -> list[str]:
    """Return the names of all that a chat follows but organisations, as it reads them.

    Args:
        session: The transaction.
        view: The chat.
        heads: As of `person_names`.
        held: Topic and subject of each subscription.
    """
    ids = [int(subject) for topic, subject in held if topic == Topic.PERSON]
    named = [view.person(person) for person in person_names(session, sorted(ids), heads)]
    places = view.catalogue.places
    labels = [subject_name(*subject, places, view.translator) for subject in held]
    return named + [label for label in labels if label]
