"""A part of a trial in a process of its own, so that none of its memory counts as the bot's."""

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Concatenate, ParamSpec

P = ParamSpec("P")

PATIENCE = 60
"""Seconds until a process is there."""


@contextmanager
def apart(
    work: Callable[Concatenate[Connection, P], None], *args: P.args, **kwargs: P.kwargs
) -> Iterator[Connection]:
    """Have `work` done beside this process, and give the line to it.

    It speaks first, and ends when the line is closed.

    Raises:
        TimeoutError: It said nothing in time.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs, *args), kwargs=kwargs)
    process.start()
    theirs.close()
    try:
        if not ours.poll(PATIENCE):
            message = f"{work.__name__} did not begin in time"
            raise TimeoutError(message)
        yield ours
    finally:
        ours.close()
        process.join()
