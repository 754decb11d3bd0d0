"""The fixture `homeserver`: one Synapse for the whole run.

Every test that uses it is put into one group of pytest-xdist, so that all of them run in one worker
and share the one server.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.homeserver.server import Homeserver


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "homeserver" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.xdist_group("homeserver"))


@pytest.fixture(scope="session")
def homeserver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Homeserver]:
    directory: Path = tmp_path_factory.mktemp("homeserver")
    server = Homeserver(directory)
    server.start()
    yield server
    server.stop()
