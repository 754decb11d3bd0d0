"""The far side of `bot.runtime.worker_pool`: a process that does jobs until it is killed.

It runs apart from the bot since what strangers send can cost seconds and hundreds of megabytes that
no thread can interrupt. It has a memory limit and an empty environment (so no secret is near), and
speaks over its own pipes. First comes what it needs for all jobs: a length and so many bytes. A job
is a line with two lengths, then its head and its body; an answer is a line with a sign and a
length, then the answer, or the error where the sign is a minus.
"""

import contextlib
import os
import resource
import sys
from collections.abc import Callable
from typing import BinaryIO

from bot.runtime.code_stamp import code_stamp
from bot.runtime.heap import give_back_what_is_free

Answer = Callable[[bytes, bytes], bytes]
"""Does a job: its head and its body in, the answer out."""

_ERROR_LENGTH = 500
"""Characters of an error that are told."""


def main(prepare: Callable[[bytes], Answer], memory: int) -> None:
    """Run as a worker of the process that started this one.

    Args:
        prepare: Makes of what the pool sends first what does the jobs.
        memory: Bytes of address space that the process may have.

    Raises:
        SystemExit: The process that started this one runs other code: its files were replaced
            while it ran, and each might misunderstand what the other sends.
    """
    with contextlib.suppress(OSError, ValueError):  # not every system knows this limit
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    give_back_what_is_free()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not run into the answers
    source = sys.stdin.buffer
    stamp, setup = source.read(int(source.readline())).split(b"\n", 1)
    if stamp != code_stamp():
        raise SystemExit(1)
    answer = prepare(setup)
    serve(answer, source, answers)


def serve(answer: Answer, source: BinaryIO, sink: BinaryIO) -> None:
    """Answer jobs from `source` on `sink` until it ends."""
    sink.write(b"ready\n")
    sink.flush()
    for line in iter(source.readline, b""):
        head, body = map(int, line.split())
        sign, result = _done(answer, source.read(head), source.read(body))
        sink.write(b"%s%d\n" % (sign, len(result)))
        sink.write(result)
        sink.flush()


def _done(answer: Answer, head: bytes, body: bytes) -> tuple[bytes, bytes]:
    try:
        return b"+", answer(head, body)
    except MemoryError:
        raise  # what is half made may hold on to all the memory there is: better to end
    except Exception as error:  # noqa: BLE001 - it is told, and the next job is done
        told = f"{type(error).__name__}: {error}"[:_ERROR_LENGTH]
        return b"-", told.encode(errors="replace")
