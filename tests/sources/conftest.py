"""The site on loopback of the tests of the feeds, for those who look for sources there."""

from tests.feeds.conftest import fetcher, site, workers

__all__ = ["fetcher", "site", "workers"]
