"""What merging knows of the world beside what reports say, taken from one catalogue.

Built once and handed to whatever compares, sums up or tells people apart, so that another catalogue
gives other answers. Answers that are asked for again and again are remembered.
"""

from collections.abc import Collection, Mapping
from urllib.parse import urlsplit

from bot.extraction.facts import Participant
from bot.language import concepts, name_matching
from bot.language.organization_lookup import OrganizationNames
from config.catalogue import Catalogue
from config.remembering import remembered

_NAMES = 1_024
"""Names whose answer is remembered: about as many as some days of articles hold."""

_SHORTEST_CODE, _LONE_CODE = 3, 5
"""Letters of a word's code from which it tells whose name it is of, beside another and alone."""

_OFFICES = 2_048
"""Offices and affiliations whose answer is remembered."""


class MergingKnowledge:
    """The organisations, their heads and sites, and the places, as merging asks for them.

    Attributes:
        places: Countries, regions and cities by their names.
        official_hosts: Host names of the organisations' own sites, without "www.".
        observers: Codes of the states that observe in the organisations.
        members: Codes of those that belong to them.
        codes_of_heads: Codes of the words of the names of those who head or headed one.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        """Take from `catalogue` what merging needs."""
        self.places = catalogue.places
        self.official_hosts = _hosts(catalogue)
        self.observers = frozenset(catalogue.company.observers)
        self.members = frozenset(catalogue.company.states) - self.observers
        self._organizations = OrganizationNames(catalogue.organizations)
        self._heads = _names_of_heads(catalogue)
        self._bodies_of = _bodies_of_heads(catalogue)
        self._words_of_heads = _words_of_heads(self._bodies_of)
        self.codes_of_heads = frozenset[str]().union(*(codes for _, codes in self._heads))
        self._namesakes = _namesakes(catalogue)
        self._attends = remembered(_NAMES)(self._heads_an_organization)
        self._leads = remembered(_OFFICES)(self._is_office_of_a_leader)
        self._bodies = remembered(_OFFICES)(self._find_organization)
        self._homes = remembered(_OFFICES)(self._find_country)

    def is_frequent_attendee(self, name: str) -> bool:
        """Whether somebody of this name heads an organisation.

        Such people are met at so many events that it tells little.
        """
        return self._attends(name)

    def headed_by(self, person: Participant) -> frozenset[str]:
        """Return the ids of the organisations that somebody heads or headed."""
        name, enough = person.name, name_matching.NEAR_ENOUGH
        if not self.is_frequent_attendee(name):
            return frozenset()
        if self.is_namesake_of_a_head(name, person.role, person.affiliation):
            return frozenset()
        near = (head for head in self._bodies_of if name_matching.likeness(name, head) >= enough)
        return frozenset().union(*(self._bodies_of[head] for head in near))

    def headed_by_one_of(self, codes: Collection[str]) -> frozenset[str]:
        """Return the ids of the organisations whose head has all words of the name in `codes`."""
        found = (bodies for words, bodies in self._words_of_heads if words <= set(codes))
        return frozenset().union(*found)

    def is_namesake_of_a_head(self, name: str, role: str | None, affiliation: str | None) -> bool:
        """Whether somebody bears a head's name and is another, by the office."""
        if not role or not self.is_frequent_attendee(name):
            return False
        offices, country = concepts.offices().of(role), self.country(affiliation or role)
        enough = name_matching.NEAR_ENOUGH
        return any(
            office in offices
            and country in {None, home}
            and name_matching.likeness(name, head) >= enough
            for head, office, home in self._namesakes
        )

    def leads_a_state(self, role: str | None, affiliation: str | None) -> bool:
        """Whether somebody in this office comes to every summit: a president, a prime minister."""
        return self._leads(role, affiliation)

    def organization(self, text: str) -> str | None:
        """Return the id of the organisation that an office or an affiliation names, or None."""
        return self._bodies(text)

    def country(self, text: str | None) -> str | None:
        """Return the code of the country that an affiliation names.

        None for an organisation, which people of all countries serve.
        """
        return self._homes(text)

    def _heads_an_organization(self, name: str) -> bool:
        mine = name_matching.codes(name)
        if mine.isdisjoint(self.codes_of_heads):
            return False
        # Nearly every name shares no word's code with a head's: only the others are compared.
        near = [head for head, theirs in self._heads if mine & theirs]
        enough = name_matching.NEAR_ENOUGH
        return any(name_matching.likeness(name, head) >= enough for head in near)

    def _is_office_of_a_leader(self, role: str | None, affiliation: str | None) -> bool:
        if not role:
            return False
        of_a_country = bool(affiliation) and self.places.find_country(affiliation or "") is not None
        offices = concepts.offices().of(role)
        if "head_of_government" in offices:
            return True
        if "head_of_state" in offices:
            return of_a_country or not affiliation  # the president of an academy heads no state
        return of_a_country and concepts.ranks().of(role) == {"head"}

    def _find_organization(self, text: str) -> str | None:
        return self._organizations.find_current(text) or self._organizations.find(text)

    def _find_country(self, text: str | None) -> str | None:
        if not text or self._organizations.find(text):
            return None
        country = self.places.find_country(text)
        return country.code if country else None


def _hosts(catalogue: Catalogue) -> frozenset[str]:
    sites = [organization.site for organization in catalogue.organizations if organization.site]
    return frozenset((urlsplit(site).hostname or "").removeprefix("www.") for site in sites)


def _bodies_of_heads(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    """Return the organisations that somebody heads or headed, by the usual name."""
    found: dict[str, frozenset[str]] = {}
    for organization in catalogue.organizations:
        for head in organization.heads:
            found[head.name] = found.get(head.name, frozenset()) | {organization.id}
    return found


def _words_of_heads(
    bodies: Mapping[str, frozenset[str]],
) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Return the codes of the words of each head's name, with what the head heads."""
    found: list[tuple[frozenset[str], frozenset[str]]] = []
    for name, headed in bodies.items():
        codes = map(name_matching.code, name_matching.name_sound(name).words)
        words = frozenset(code for code in codes if len(code) >= _SHORTEST_CODE)
        if len(words) > 1 or max(map(len, words), default=0) >= _LONE_CODE:
            found.append((words, headed))
    return tuple(found)


def _namesakes(catalogue: Catalogue) -> tuple[tuple[str, str, str], ...]:
    """Return (head's name, office, country) of each who bears a head's name."""
    found: list[tuple[str, str, str]] = []
    for organization in catalogue.organizations:
        for head in organization.heads:
            found += [(head.name, other.office, other.country) for other in head.namesakes]
    return tuple(found)


def _names_of_heads(catalogue: Catalogue) -> tuple[tuple[str, frozenset[str]], ...]:
    """Return the usual name of everybody who heads or headed an organisation, with its codes."""
    names: dict[str, None] = {}
    for organization in catalogue.organizations:
        names |= dict.fromkeys(head.name for head in organization.heads)
    return tuple((name, name_matching.codes(name)) for name in names)
