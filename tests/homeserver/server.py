"""Starts Synapse from its own virtual environment, on SQLite.

With rate limits off, and registers users.

The environment is made by `make .homeserver/.installed` from the hashed requirements beside this
file. The server is ended by the id of the very process that was started.
"""

import base64
import hashlib
import hmac
import http.client
import json
import os
import secrets
import socket
import subprocess
import time
from http import HTTPStatus
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".homeserver" / "bin" / "python"
_SECRET = "test-only-secret"
_START_SECONDS = 240.0
_STOP_SECONDS = 90.0


class HomeserverMissing(Exception):
    """The homeserver's environment is not there."""


class Homeserver:
    """A running Synapse.

    Attributes:
        url: Its base URL.
    """

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._process: subprocess.Popen[bytes] | None = None
        self._write_configuration()

    def start(self) -> None:
        """Start the server and return when it answers."""
        if not PYTHON.exists():
            raise HomeserverMissing(
                f"{PYTHON.relative_to(ROOT)} is not there: run `make .homeserver/.installed` once"
            )
        command = [
            str(PYTHON),
            "-m",
            "synapse.app.homeserver",
            "-c",
            str(self.directory / "hs.yaml"),
        ]
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith("PYTHON")
        }
        with (self.directory / "output").open("ab") as output:
            self._process = subprocess.Popen(  # our own command
                command, cwd=self.directory, env=environment, stdout=output, stderr=output
            )
        deadline = time.monotonic() + _START_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise RuntimeError(f"Synapse did not start:\n{self._said()}")
            time.sleep(0.02)

    def stop(self, *, at_once: bool = False) -> None:
        """End the server, at once or when it has finished.

        What it stored stays, so that it can be started again.
        """
        process, self._process = self._process, None
        if process is None:
            return
        if at_once:
            process.kill()
        else:
            process.terminate()
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def register(self, name: str) -> tuple[str, str]:
        """Register a new user whose local part begins with `name` and return its user id and
        password."""
        user, password = f"{name}-{secrets.token_hex(4)}", secrets.token_hex(8)
        nonce = self._call("GET", "/_synapse/admin/v1/register")["nonce"]
        mac = hmac.new(
            _SECRET.encode(), f"{nonce}\0{user}\0{password}\0notadmin".encode(), hashlib.sha1
        ).hexdigest()
        body = {
            "nonce": nonce,
            "username": user,
            "password": password,
            "admin": False,
            "mac": mac,
            "inhibit_login": True,
        }
        return str(self._call("POST", "/_synapse/admin/v1/register", body)["user_id"]), password

    def _call(self, method: str, path: str, body: dict[str, Any] | None = None) -> dict[str, Any]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request(method, path, None if body is None else json.dumps(body))
            answer = connection.getresponse()
            result: dict[str, Any] = json.load(answer)
        finally:
            connection.close()
        if answer.status != HTTPStatus.OK:
            raise RuntimeError(f"{method} {path}: {answer.status} {result}")
        return result

    def _answers(self) -> bool:
        try:
            self._call("GET", "/_matrix/client/versions")
        except OSError:
            return False
        return True

    def _said(self) -> str:
        return "\n".join(
            file.read_text()[-3000:]
            for file in (self.directory / "output", self.directory / "hs.log")
            if file.exists()
        )

    def _write_configuration(self) -> None:
        seed = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
        (self.directory / "signing.key").write_text(f"ed25519 a_test {seed}\n")
        (self.directory / "log.yaml").write_text(json.dumps(_logging(self.directory)))
        (self.directory / "hs.yaml").write_text(
            json.dumps(_configuration(self.directory, self.port))
        )  # JSON is YAML too


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _logging(directory: Path) -> dict[str, Any]:
    handlers = {"file": {"class": "logging.FileHandler", "filename": str(directory / "hs.log")}}
    return {
        "version": 1,
        "handlers": handlers,
        "root": {"level": "WARNING", "handlers": ["file"]},
        "disable_existing_loggers": False,
    }


def _configuration(directory: Path, port: int) -> dict[str, Any]:
    free = {"per_second": 10_000, "burst_count": 10_000}
    resources = [{"names": ["client"], "compress": False}]
    return {
        "server_name": "localhost",
        "pid_file": str(directory / "hs.pid"),
        "listeners": [
            {
                "port": port,
                "type": "http",
                "tls": False,
                "bind_addresses": ["127.0.0.1"],
                "resources": resources,
            }
        ],
        "database": {"name": "sqlite3", "args": {"database": str(directory / "hs.db")}},
        "log_config": str(directory / "log.yaml"),
        "media_store_path": str(directory / "media"),
        "signing_key_path": str(directory / "signing.key"),
        "registration_shared_secret": _SECRET,
        "macaroon_secret_key": "test-only",
        "form_secret": "test-only",
        "bcrypt_rounds": 4,
        "report_stats": False,
        "suppress_key_server_warning": True,
        "trusted_key_servers": [],
        "federation_domain_whitelist": [],
        "enable_registration": False,
        "url_preview_enabled": False,
        "presence": {"enabled": False},
        "rc_message": free,
        "rc_login": {"address": free, "account": free, "failed_attempts": free},
        "rc_joins": {"local": free, "remote": free},
        "rc_joins_per_room": free,
        "rc_invites": {"per_room": free, "per_user": free, "per_issuer": free},
        "rc_room_creation": free,
    }
