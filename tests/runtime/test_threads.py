"""A process that ends does not wait for a thread that hangs; what threads do comes back."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from bot.runtime.threads import DaemonThreads


async def test_what_a_thread_returns_or_raises_comes_back() -> None:
    threads = DaemonThreads()
    loop = asyncio.get_running_loop()
    assert await loop.run_in_executor(threads, sum, (1, 2)) == 3
    with pytest.raises(ZeroDivisionError):
        await loop.run_in_executor(threads, divmod, 1, 0)
    threads.shutdown()


def test_a_process_does_not_wait_for_a_thread_that_hangs() -> None:
    program = """
import asyncio, threading
from bot.runtime.threads import DaemonThreads

async def main():
    loop = asyncio.get_running_loop()
    loop.set_default_executor(DaemonThreads())
    hanging = loop.run_in_executor(None, threading.Event().wait)
    await asyncio.sleep(0)
    hanging.cancel()

asyncio.run(main())
"""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", program]
    subprocess.run(command, cwd=root, check=True, timeout=240)
