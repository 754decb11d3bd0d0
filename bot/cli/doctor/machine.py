"""Whether the machine is fit for the bot: its folders, disk, memory, time zones and ports."""

import os
import shutil
import socket
import stat
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.runtime.findings import Finding, good, look, wrong
from config.settings import PREFIX, Settings
from storage.private_files import OTHERS

MEGABYTE = 1_000_000

LEAST_DISK, ENOUGH_DISK = 100 * MEGABYTE, 1000 * MEGABYTE
"""Free bytes under which the bot soon stops, and under which a year of news may not fit."""

LEAST_MEMORY, ENOUGH_MEMORY = 200 * MEGABYTE, 400 * MEGABYTE
"""Bytes that the bot needs with one process that reads, and with which it does not swap."""

PROBED_ZONES = ("Asia/Bishkek", "Asia/Almaty", "Europe/Istanbul")
"""Zones whose rules changed within ten years: an old time-zone database has them wrong or not."""

_MEMINFO = Path("/proc/meminfo")
_CGROUP = Path("/sys/fs/cgroup/memory.max")


def examine(settings: Settings, now: datetime) -> Iterator[Finding]:
    """Give what is found of this machine; writes one file into the data folder and removes it."""
    folder = _folder(settings.data_dir)
    yield folder
    if not folder.fix:
        yield _disk(settings.data_dir)
    yield from _private(settings.data_dir)
    yield _memory()
    yield from _zones(settings, now)
    if os.geteuid() == 0:
        fix = "Give it a user of its own, as deploy/tco-bot.service and the container do"
        yield look("user", "this is root, which the bot needs for nothing", fix)


def _folder(path: Path) -> Finding:
    where = PREFIX + "DATA_DIR"
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        said = f"the folder {path} cannot be made ({error.strerror})"
        return wrong(where, said, "Choose a folder that the bot's user may write to")
    try:
        with tempfile.NamedTemporaryFile(dir=path, prefix=".doctor-"):
            pass
    except OSError as error:
        said = f"nothing can be written into {path} ({error.strerror})"
        fix = "Let the bot's user own it, and see that the disk is neither full nor read-only"
        return wrong(where, said, fix)
    return good("data folder", f"{path} can be written")


def _disk(path: Path) -> Finding:
    free = shutil.disk_usage(path).free
    said = f"{free // MEGABYTE:,} MB are free"
    if free < LEAST_DISK:
        return wrong("disk", said, f"Make room: at least {LEAST_DISK // MEGABYTE} MB")
    if free < ENOUGH_DISK:
        return look("disk", said, f"Make room: {ENOUGH_DISK // MEGABYTE:,} MB last for long")
    return good("disk", said)


def _private(data: Path) -> Iterator[Finding]:
    """Tell of files with secrets that other users of the machine may read."""
    open_ones = [path for path in (Path(".env"), data, *_kept(data)) if _is_open(path)]
    if open_ones:
        names = ", ".join(map(str, open_ones[:3]))
        fix = f"chmod go= {open_ones[0]}"
        yield look("permissions", f"others on this machine may read {names}", fix)
    else:
        yield good("permissions", "nobody else may read settings and data")


def _kept(data: Path) -> list[Path]:
    try:
        return sorted(data.iterdir())
    except OSError:
        return []


def _is_open(path: Path) -> bool:
    try:
        return bool(stat.S_IMODE(path.stat().st_mode) & OTHERS)
    except OSError:
        return False


def _memory() -> Finding:
    there = available_memory()
    if there is None:
        return good("memory", "this system does not say how much there is")
    said = f"{there // MEGABYTE:,} MB are to be had"
    if there < LEAST_MEMORY:
        return wrong("memory", said, f"Give it at least {LEAST_MEMORY // MEGABYTE} MB")
    if there < ENOUGH_MEMORY:
        return look("memory", said, f"With {ENOUGH_MEMORY // MEGABYTE} MB it never swaps")
    return good("memory", said)


def available_memory() -> int | None:
    """Return how many bytes of memory may be used, or None where the system does not say."""
    try:
        lines = dict(line.split(":", 1) for line in _MEMINFO.read_text().splitlines())
        available = int(lines["MemAvailable"].split()[0]) * 1024
    except (OSError, ValueError, KeyError):
        return None
    try:
        return min(available, int(_CGROUP.read_text()))
    except (OSError, ValueError):  # no limit, or "max"
        return available


def _zones(settings: Settings, now: datetime) -> Iterator[Finding]:
    for name in (settings.default_timezone, *PROBED_ZONES):
        try:
            now.astimezone(ZoneInfo(name))
        except ZoneInfoNotFoundError:
            fix = "Install the time zones (the package tzdata)"
            yield wrong("time zones", f"this system does not know {name}", fix)
            return
    # Kazakhstan has had one time since 1 March 2024
    if datetime(2025, 1, 1, tzinfo=UTC).astimezone(ZoneInfo("Asia/Almaty")).hour != 5:
        yield look("time zones", "the rules are older than 2024", "Update the package tzdata")
        return
    yield good("time zones", "known, and of this decade")


def ports(settings: Settings, *, runs: bool) -> Iterator[Finding]:
    """Give what is found of the ports that the settings name.

    Args:
        settings: Name them.
        runs: Whether the bot runs on this machine already, and so has them.
    """
    wanted = [
        ("WEB_PORT", settings.web_host, settings.web_port),
        ("MONITOR_PORT", settings.monitor_host, settings.monitor_port),
    ]
    if settings.web_port is not None and settings.web_port == settings.monitor_port:
        fix = f"Give {PREFIX}MONITOR_PORT a number of its own"
        yield wrong(f"{PREFIX}MONITOR_PORT", f"is that of {PREFIX}WEB_PORT as well", fix)
        return
    for name, host, port in wanted:
        if port is not None:
            yield _port(PREFIX + name, host, port, runs=runs)


def _port(setting: str, host: str, port: int, *, runs: bool) -> Finding:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((host, port))
    except OSError as error:
        if runs:
            return good(setting, f"{port} is taken, as it should be while the bot runs")
        said = f"{host}:{port} cannot be listened on ({error.strerror or error})"
        return wrong(setting, said, "Choose a free port, and an address of this machine")
    return good(setting, f"{host}:{port} is free")
