"""What GNU's C library does with memory that is free again: it gives it back.

By itself it keeps what lies below the last thing in use of a heap, has such a heap for every few
threads, and puts ever larger things there the larger those were that it has seen: a first poll left
a fifth of the bot's memory free and kept. Other libraries do without, and are left alone.
"""

import ctypes
import gc
from contextlib import suppress

_MMAP_THRESHOLD, _ARENA_MAX = -3, -8
"""The numbers that `mallopt` knows these two by."""

LARGE = 65_536
"""Bytes from which a thing lies by itself and goes back to the system with its end."""

EVERY = 3600.0
"""Seconds after which what a process remembers is forgotten, and what is free given back."""

MUCH = 500
"""Articles stored at once from which what is free is given back at once."""

OLD_SELDOM = 50
"""How often younger things are looked through before older ones are once; Python's own is ten."""

HEAPS = 2
"""Heaps for all threads together; only one of them computes at a time."""


def give_back_what_is_free() -> None:
    """Have the process keep little of what it no longer needs, from now on."""
    with suppress(OSError, AttributeError):  # there is no such function
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_MMAP_THRESHOLD, LARGE)
        mallopt(_ARENA_MAX, HEAPS)


def leave_alone_what_stays() -> None:
    """Look through what there is by now for garbage no more, and through all else more seldom.

    To be called once, when all that a process has for good is there: a look through its catalogue
    stopped everything for a tenth of a second each time, and one through the events that its pages
    remember for some 60 ms, once in forty pages that nobody had asked for lately. What ends young
    is freed as before, and once an hour all is looked through (`give_back_now`).
    """
    gc.freeze()
    young, middle, _old = gc.get_threshold()
    gc.set_threshold(young, middle, OLD_SELDOM)


def give_back_now() -> None:
    """Give back whole pages that are free between things in use, which are kept otherwise.

    Of a bot that had lived for a week these were five megabytes. What only refers to itself is
    freed before.
    """
    gc.collect()
    with suppress(OSError, AttributeError):  # as above
        ctypes.CDLL(None).malloc_trim(0)
