"""The site on loopback of the tests of the feeds, for the river that begins there."""

from tests.feeds.conftest import door, site, workers

__all__ = ["door", "site", "workers"]
