"""lemon24/reader updating feeds of the bench's server, in the environment where it is installed.

Prints its cost as JSON.
"""

import json
import resource
import sys
import time
import urllib.request

from reader import make_reader


def main(database: str, base: str, kind: str, feeds: int) -> None:
    reader = make_reader(database)
    for number in range(feeds):
        reader.add_feed(f"{base}/{kind}/{number}")
    for _ in reader.update_feeds_iter(scheduled=False):
        pass
    costs = []
    for workers in (1, 4):  # the better one counts
        if kind in ("changed", "renewed"):
            urllib.request.urlopen(f"{base}/next").read()  # noqa: S310 - our own server
        start, cpu = time.perf_counter(), time.process_time()
        failed = sum(
            isinstance(result.value, Exception)
            for result in reader.update_feeds_iter(scheduled=False, workers=workers)
        )
        costs.append((time.perf_counter() - start, time.process_time() - cpu))
        assert not failed
    seconds, cpu = min(costs)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    sys.stdout.write(json.dumps({"seconds": seconds, "cpu": cpu, "memory": memory}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
