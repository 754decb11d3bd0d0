"""The worker process that parses what sources sent; see `bot.runtime.worker_process`."""

from bot.feeds.parsing.feed import parse_feed
from bot.feeds.parsing.findings import JOB, PAGE, PARSED, Job, Parsed
from bot.feeds.parsing.listing_page import parse_listing
from bot.feeds.parsing.sitemap import parse_sitemap
from bot.runtime import worker_process

MEMORY = 1_500_000_000
"""Bytes of address space for one worker."""


def work(job: Job, body: bytes) -> bytes:
    """Do `job` and return the answer as JSON."""
    if job.kind == "page":
        # What reads pages is a third of such a process, and many feeds hold their articles whole.
        from bot.feeds.parsing.article_page import read_page  # noqa: PLC0415 - as above

        return PAGE.pack(read_page(body, job.headers, job.url, timezone=job.timezone))
    return PARSED.pack(read(job, body))


def read(job: Job, body: bytes) -> Parsed:
    """Return what `body` holds, read as a source of the job's kind."""
    if job.kind == "listing":
        return parse_listing(body, job.headers, job.url, recipe=job.recipe, timezone=job.timezone)
    if job.kind == "sitemap":
        return parse_sitemap(
            body, job.headers, job.url, only=str(job.recipe.get("only", "")), timezone=job.timezone
        )
    return parse_feed(body, job.headers, job.url, timezone=job.timezone, complete=job.complete)


def prepare(_setup: bytes) -> worker_process.Answer:
    """Return what does the jobs; it needs nothing but them."""
    return lambda head, body: work(JOB.unpack(head), body)


if __name__ == "__main__":
    worker_process.main(prepare, MEMORY)
