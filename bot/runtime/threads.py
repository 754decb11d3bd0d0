"""Threads that a process which ends does not wait for, for what only waits on the system.

A look-up of a name waits up to half a minute where the network is gone, and cannot be broken off;
Python's own pool makes the end of the process wait for it.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Thread
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class DaemonThreads(ThreadPoolExecutor):
    """A new thread for each call; asyncio takes nothing but a ThreadPoolExecutor for its own."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Call `fn` in a thread that ends with the process at the latest."""
        future: Future[T] = Future()

        def work() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                result = fn(*args, **kwargs)
            except BaseException as error:  # noqa: BLE001 - whoever waits gets it, whatever it is
                future.set_exception(error)
            else:
                future.set_result(result)

        Thread(target=work, daemon=True, name="asyncio").start()
        return future

    def shutdown(
        self,
        wait: bool = True,  # noqa: ARG002, FBT001, FBT002 - as the base has it
        *,
        cancel_futures: bool = False,
    ) -> None:
        """Wait for nobody, whatever `wait` says."""
        super().shutdown(wait=False, cancel_futures=cancel_futures)
