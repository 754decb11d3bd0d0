"""The worker process that parses what sources sent; see `bot.runtime.worker_process`."""

from dataclasses import field
from typing import Any

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from bot.feeds.parsing.article_page import Page, read_page
from bot.feeds.parsing.feed import Parsed, parse_feed
from bot.feeds.parsing.listing_page import parse_listing
from bot.feeds.parsing.sitemap import parse_sitemap
from bot.runtime import worker_process

MEMORY = 1_500_000_000
"""Bytes of address space for one worker."""

PARSED: TypeAdapter[Parsed] = TypeAdapter(Parsed)
PAGE: TypeAdapter[Page] = TypeAdapter(Page)


@dataclass(frozen=True)
class Job:
    """What a worker is to do with a body.

    Attributes:
        kind: "page", or the kind of source: "feed", "listing", "sitemap".
        url: Where the body came from.
        headers: The response's, names in lower case.
        timezone: The IANA zone of dates that name none.
        complete: False when the body was cut short.
        recipe: How a listing or sitemap is read, as in sources.toml.
    """

    kind: str
    url: str
    headers: dict[str, str]
    timezone: str | None = None
    complete: bool = True
    recipe: dict[str, Any] = field(default_factory=dict)


JOB: TypeAdapter[Job] = TypeAdapter(Job)


def work(job: Job, body: bytes) -> bytes:
    """Do `job` and return the answer as JSON."""
    if job.kind == "page":
        return PAGE.dump_json(read_page(body, job.headers, job.url, timezone=job.timezone))
    return PARSED.dump_json(read(job, body))


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
    return lambda head, body: work(JOB.validate_json(head), body)


if __name__ == "__main__":
    worker_process.main(prepare, MEMORY)
