"""A worker process for the tests of the pool.

Says, raises, loops, eats memory or dies, as it is told.
"""

import os

from bot.runtime import worker_process

MEMORY = 300_000_000


def prepare(setup: bytes) -> worker_process.Answer:
    """Return what does the jobs."""

    def answer(head: bytes, body: bytes) -> bytes:
        match head:
            case b"raise":
                raise ValueError(body.decode())
            case b"loop":
                while True:
                    pass
            case b"eat":
                return b"a" * (10 * MEMORY)
            case b"die":
                os._exit(1)
            case b"environment":
                return repr(dict(os.environ)).encode()
            case _:
                return setup + body

    return answer


if __name__ == "__main__":
    worker_process.main(prepare, MEMORY)
