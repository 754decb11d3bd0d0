"""The words of a language that tell offices away from the name: posts, seats, delegations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.extraction.text.presence_words import Beginnings, folded_words
from config.organizations import Organization
from config.text import fold
from config.told_offices import ToldOffices

_SECRETARY = "Secretary General"  # what the catalogue calls the head of a secretariat


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _begin(words: Iterable[str]) -> Beginnings:
    return Beginnings(tuple(fold(word) for word in words))


def _roles(organization: Organization) -> frozenset[str]:
    return frozenset(head.role for head in organization.heads)


def _sorts(table: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {office: frozenset(words) for office, words in table.items()}


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """What `config.told_offices.ToldOffices` lists under the same names, as it is looked up.

    Attributes:
        held_in: Office -> words for the bodies that it may be held in.
        missions: Office -> words for the missions whose country is meant.
        secretaries: Offices of a secretariat.
        secretariats: Ids of the organisations that have one.
        its: Folded words.
        this: Folded words.
        partnering: Folded words.
        partner_endings: Folded endings.
        any_land: Beginnings of words.
        is_one: Folded words.
        like: Folded words.
        called: Folded words.
        being: Folded words.
        led_by: Folded words of each phrase.
        delegations: Words in their dictionary form.
        personal: Offices in their dictionary form.
        duties: Beginnings of words.
        handing: Beginnings of words.
        holding: Beginnings of words.
        stands_for: Beginnings of words.
    """

    held_in: Mapping[str, frozenset[str]]
    missions: Mapping[str, frozenset[str]]
    secretaries: frozenset[str]
    secretariats: frozenset[str]
    its: frozenset[str]
    this: frozenset[str]
    partnering: frozenset[str]
    partner_endings: tuple[str, ...]
    any_land: Beginnings
    is_one: frozenset[str]
    like: frozenset[str]
    called: frozenset[str]
    being: frozenset[str]
    led_by: tuple[tuple[str, ...], ...]
    delegations: frozenset[str]
    personal: frozenset[str]
    duties: Beginnings
    handing: Beginnings
    holding: Beginnings
    stands_for: Beginnings

    @classmethod
    def of(cls, words: ToldOffices, organizations: Iterable[Organization]) -> "OfficeWords":
        """Return the words of `words`, with what the catalogue knows of `organizations`."""
        led = (each.id for each in organizations if _SECRETARY in _roles(each))
        secretariats = frozenset(led)
        led_by = tuple(folded_words(phrase) for phrase in words.led_by)
        return cls(
            held_in=_sorts(words.held_in),
            missions=_sorts(words.missions),
            secretaries=frozenset(words.secretaries),
            secretariats=secretariats,
            its=_folded(words.its),
            this=_folded(words.this),
            partnering=_folded(words.partnering),
            partner_endings=tuple(fold(end) for end in words.partner_endings),
            any_land=_begin(words.any_land),
            is_one=_folded(words.is_one),
            like=_folded(words.like),
            called=_folded(words.called),
            being=_folded(words.being),
            led_by=led_by,
            delegations=frozenset(words.delegations),
            personal=frozenset(words.personal),
            duties=_begin(words.duties),
            handing=_begin(words.handing),
            holding=_begin(words.holding),
            stands_for=_begin(words.stands_for),
        )
