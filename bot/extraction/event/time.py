"""The hour of an event, where the sentence that proves its day states one.

"on 6 November at 10:00".

Only what cannot be anything else is taken for an hour: two digits behind a colon, once in the
sentence, or twice as a span whose first is the beginning. The hour is that of the place.
"""

import re
from datetime import time

_HOUR = re.compile(r"(?<![\d:.,])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])")
_SPAN = re.compile(r"\s*(?:[-–—]|to|до|-ден|дан)\s*")


def hour_of(sentence: str | None) -> time | None:
    """Return the hour that `sentence` gives, local to the place.

    None where it gives none or more than one.
    """
    found = list(_HOUR.finditer(sentence or ""))
    if not found:
        return None
    first, *rest = found
    if len(rest) > 1 or (
        rest and not _SPAN.fullmatch((sentence or "")[first.end() : rest[0].start()])
    ):
        return None
    return time(int(first[1]), int(first[2]))
