"""The worker process: takes bytes that strangers sent, parses them, and answers with plain data.

It runs apart from the bot so that it can be killed: a hostile page can cost seconds and hundreds of
megabytes in C code that no thread can interrupt. It has a memory limit, an empty environment (so no
secret is near the parser), and speaks over its own pipes: a job is a header line of JSON and the
body; an answer is its length and JSON.
"""

import contextlib
import json
import os
import resource
import sys
from dataclasses import field
from typing import Any, BinaryIO

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass

from bot.feeds.parsing.article_page import Page, read_page
from bot.feeds.parsing.feed import Parsed, parse_feed
from bot.feeds.parsing.listing_page import parse_listing
from bot.feeds.parsing.sitemap import parse_sitemap

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
        length: Bytes of the body that follows.
        timezone: The IANA zone of dates that name none.
        complete: False when the body was cut short.
        recipe: How a listing or sitemap is read, as in sources.toml.
    """

    kind: str
    url: str
    headers: dict[str, str]
    length: int
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


def serve(source: BinaryIO, sink: BinaryIO) -> None:
    """Answer jobs from `source` on `sink` until it ends."""
    sink.write(b"ready\n")
    sink.flush()
    for line in iter(source.readline, b""):
        job = JOB.validate_python(json.loads(line))
        answer = work(job, source.read(job.length))
        sink.write(b"%d\n" % len(answer))
        sink.write(answer)
        sink.flush()


def main() -> None:
    """Run as a worker of the process that started this one."""
    with contextlib.suppress(OSError, ValueError):  # not every system knows this limit
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not run into the answers
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
