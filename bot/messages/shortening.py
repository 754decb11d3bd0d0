"""Where a line that is too long for a message ends."""

_QUOTES = {"«": "»", "“": "”", "„": "“", '"': '"'}
_QUOTED_NAME = 60
"""Characters of a quotation that is a name: an exhibition's, a fund's."""

_OPEN = " ,;:–—-(«“„"
"""What no text ends with before the ellipsis behind what was kept of it."""


def shortened(line: str, most: int) -> str:
    """Return a line of more than `most` characters as one of at most as many, with an ellipsis."""
    kept = _beginning(line, most)
    opened = _left_open(kept)
    if opened < 0:
        return kept.rstrip(_OPEN) + "…"
    closing, shorter = _QUOTES[line[opened]], _beginning(line, most - 1).rstrip(_OPEN)
    is_name = closing in line[opened + 1 : opened + _QUOTED_NAME] and opened >= most // 2
    if is_name or len(shorter) <= opened + 1:
        return kept[:opened].rstrip(_OPEN) + "…"
    return shorter + "…" + closing


def _beginning(line: str, most: int) -> str:
    """Return as many whole words of a line as leave room for an ellipsis."""
    cut = line.rfind(" ", most // 2, most)  # one endless word is cut anywhere
    return line[: cut if cut > 0 else most - 1]


def _left_open(text: str) -> int:
    """Return where the quotation begins that is not closed in `text`, or -1."""
    opened = -1
    for at, letter in enumerate(text):
        if opened >= 0 and letter == _QUOTES[text[opened]]:
            opened = -1
        elif opened < 0 and letter in _QUOTES:
            opened = at
    return opened
