"""The site on loopback of the tests of the feeds, for those who look for sources there."""

from tests.feeds.conftest import door, site, workers

__all__ = ["door", "site", "workers"]
