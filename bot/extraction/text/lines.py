"""Lines of a body that a page or a mail program has broken by width are put together again.

A line feed ends a paragraph for the reader, and a name across one would be cut in two. Nothing
moves: each line feed that only breaks a line becomes a space, so that offsets stay what they are.
"""

from itertools import pairwise

_WIDEST = 160  # characters; what is longer was broken by paragraph
_OPEN = 0.6  # share of the lines without a closing mark from which on a text is broken by width
_FEWEST = 2  # lines that show it
_CLOSING = frozenset(".!?…:;\"'»”’)]>")
_BULLETS = frozenset("-–—•*·#|©")
_ENDS = (". ", "! ", "? ")


def unwrap(text: str) -> str:
    """Return `text`, of the same length, with a space for each line feed within a paragraph."""
    lines = text.split("\n")
    wrapped = _by_width(lines)
    joined = [lines[0]]
    for before, line in pairwise(lines):
        joined.append(" " if _continues(before, line, wrapped=wrapped) else "\n")
        joined.append(line)
    return "".join(joined)


def _by_width(lines: list[str]) -> bool:
    """Whether the text is broken by width.

    Most lines then stop in mid sentence, and one shows it: a sentence ended within it, and it goes
    on.
    """
    followed = [line for line, after in pairwise(lines) if line and after]
    if len(followed) < _FEWEST or max(map(len, lines)) > _WIDEST:
        return False
    unended = [line for line in followed if line.rstrip()[-1:] not in _CLOSING]
    shown = any(end in line for line in unended for end in _ENDS)
    return shown and len(unended) >= _OPEN * len(followed)


def _continues(before: str, line: str, *, wrapped: bool) -> bool:
    """Whether `line` goes on with the sentence of the line `before` it."""
    start, end = line.lstrip()[:1], before.rstrip()[-1:]
    if not start or not end or end in _CLOSING or start in _BULLETS:
        return False
    return wrapped or (start.islower() and before.lstrip()[:1] not in _BULLETS)
