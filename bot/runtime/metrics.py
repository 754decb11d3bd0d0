"""What is counted while the work is done: one place for the names, read by `bot.web.monitor`.

Counters grow with the process and begin anew with it. What stands in the database (queues, the
state of sources) is not counted here but asked there, when somebody wants to know.
"""

from prometheus_client import CollectorRegistry, Counter, Histogram, ProcessCollector

REGISTRY = CollectorRegistry()
"""All of them, and what the system knows of the process: memory, processor time, descriptors."""

ProcessCollector(registry=REGISTRY)

READ_BUCKETS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Seconds: a short item takes a few hundredths, the longest text is ended at thirty seconds."""

POLLS = Counter(
    "tco_polls",
    "Sources polled, by what came of it: changed, unchanged, not_modified or a cause of failure.",
    ["result"],
    registry=REGISTRY,
)
ARTICLES_STORED = Counter(
    "tco_articles_stored", "New articles that polls brought.", registry=REGISTRY
)
ARTICLES_READ = Counter(
    "tco_articles_read",
    "Articles read, by what came of it: event, irrelevant, failed or put back.",
    ["result"],
    registry=REGISTRY,
)
READ_SECONDS = Histogram(
    "tco_read_seconds",
    "Seconds that one article took to be read.",
    registry=REGISTRY,
    buckets=READ_BUCKETS,
)
MERGE_SECONDS = Histogram(
    "tco_merge_seconds",
    "Seconds that one report took to be merged and filed.",
    registry=REGISTRY,
    buckets=READ_BUCKETS,
)
SENDS = Counter(
    "tco_sends",
    "Attempts to bring a delivery to its end, by platform and outcome.",
    ["platform", "outcome"],
    registry=REGISTRY,
)
CLOCK_JUMPS = Counter(
    "tco_clock_jumps",
    "Times that the machine's clock jumped, ahead or back.",
    ["direction"],
    registry=REGISTRY,
)
STAGE_RUNS = Counter(
    "tco_stage_runs", "Runs of each stage, by outcome.", ["stage", "outcome"], registry=REGISTRY
)
