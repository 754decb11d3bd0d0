"""Words and phrases of a language as its file lists them."""

from typing import Annotated, TypeAlias

from pydantic import BeforeValidator


def _phrases(value: object) -> object:
    """Phrases may be written in one string, parted by commas."""
    return (
        tuple(phrase for part in value.replace("\n", " ").split(",") if (phrase := part.strip()))
        if isinstance(value, str)
        else value
    )


Phrases: TypeAlias = Annotated[tuple[str, ...], BeforeValidator(_phrases)]
"""Words and phrases in their dictionary form."""
