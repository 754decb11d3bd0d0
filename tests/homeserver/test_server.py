"""The homeserver of the tests itself."""

from pathlib import Path

import pytest

from tests.homeserver import server
from tests.homeserver.server import Homeserver, HomeserverMissing


def test_a_missing_environment_names_the_make_target(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "PYTHON", server.ROOT / ".homeserver" / "bin" / "no-python")
    with pytest.raises(HomeserverMissing, match=r"make \.homeserver/\.installed"):
        Homeserver(tmp_path).start()


def test_a_server_that_cannot_start_says_why(tmp_path: Path) -> None:
    broken = Homeserver(tmp_path)
    (tmp_path / "hs.yaml").write_text("server_name: [")
    with pytest.raises(RuntimeError, match="did not start"):
        broken.start()


def test_users_get_names_of_their_own(homeserver: Homeserver) -> None:
    assert homeserver.register("bot")[0] != homeserver.register("bot")[0]
