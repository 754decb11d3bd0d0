"""`python -m tests.bench`: every timing, one after the other."""

from tests.bench import reading

for row in reading.rows():
    print(row)  # noqa: T201 - a table is what this is for
