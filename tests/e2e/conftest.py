"""The site on loopback of the tests of the feeds, for the river that begins there."""

from tests.feeds.conftest import fetcher, site, workers

__all__ = ["fetcher", "site", "workers"]
