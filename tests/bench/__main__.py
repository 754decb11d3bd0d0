"""`python -m tests.bench`: every timing, one after the other.

`python -m tests.bench feeds` for one alone.
"""

import sys

from tests.bench import (
    answering,
    delivery,
    feeds,
    filing,
    merging,
    reading,
    startup,
    web,
    web_floor,
)

TABLES = {
    "reading": reading.rows,
    "merging": merging.rows,
    "filing": filing.rows,
    "answering": answering.rows,
    "feeds": feeds.rows,
    "delivery": delivery.rows,
    "startup": startup.rows,
    "web": web.rows,
    "web_floor": web_floor.rows,
}

for name in sys.argv[1:] or TABLES:
    for row in TABLES[name]():
        print(row, flush=True)
    print()
