"""Which sites speak for a state: those of its head, its government, its ministries, its parliament.

Told by the host's name alone, as `official_sites.toml` lists its parts.
"""

from functools import lru_cache

from config.toml import FOLDER, Checked, check, read_toml

WWW = "www."
"""What may stand before a host's name."""


class OfficialSites(Checked):
    """The whole of official_sites.toml.

    Attributes:
        labels: Parts of a host's name that only sites of states bear.
        hosts: Further sites.
    """

    labels: frozenset[str]
    hosts: frozenset[str]


@lru_cache(maxsize=1)
def official_sites() -> OfficialSites:
    """Return official_sites.toml, checked."""
    return check(OfficialSites, read_toml(FOLDER / "official_sites.toml"), "official_sites.toml")


def is_of_a_state(host: str) -> bool:
    """Whether a host, or an outlet that is called by its host, is a site of a state."""
    name, sites = host.lower().removeprefix(WWW), official_sites()
    # An outlet whose name is one of these words is none: its last part is the domain.
    *labels, _ = name.split(".")
    return name in sites.hosts or not sites.labels.isdisjoint(labels)
