"""Lines of a body that a page or a mail program has broken by width are put together again.

A line feed ends a paragraph for the reader, and a name across one would be cut in two. Nothing
moves: each line feed that only breaks a line becomes a space, so that offsets stay what they are.
"""

from itertools import pairwise

_WIDEST = 160  # characters; what is longer was broken by paragraph
_OPEN = 0.6  # share of the lines without a closing mark from which on a text is broken by width
_FEWEST = 2  # lines that show it
_NARROWEST = 28  # characters of a column; what is narrower is a list
_SMALL = 1 / 4  # share of the lines that go on with a small letter or a number in a filled column
_CLOSING = frozenset(".!?…:;\"'»”’)]>")
_ENDING = frozenset(".!?…:")
_AROUND = "\"'»”’)]>"  # stands behind the end of a sentence as well as within one
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

    Most lines then stop in mid sentence, and it shows: a sentence ended within one, which goes on;
    or all are as full as they can be.
    """
    followed = [line for line, after in pairwise(lines) if line and after]
    if len(followed) < _FEWEST or max(map(len, lines)) > _WIDEST:
        return False
    unended = [line for line in followed if not _is_ended(line)]
    shown = any(end in line for line in unended for end in _ENDS) or _is_filled(lines)
    return shown and len(unended) >= _OPEN * len(followed)


def _is_filled(lines: list[str]) -> bool:
    """Whether no line that goes on had place for the first word of the next one."""
    width = max(len(line.rstrip()) for line in lines)
    broken = [
        (line.rstrip(), after.split(maxsplit=1)[0])
        for line, after in pairwise(lines)
        if line.strip() and after.strip() and not _is_ended(line)
    ]
    if width < _NARROWEST or len(broken) < _FEWEST:
        return False
    small = sum(word[0].islower() or word[0].isdigit() for _line, word in broken)
    full = all(len(line) + 1 + len(word) > width for line, word in broken)
    return full and small >= _SMALL * len(broken)


def _is_ended(line: str) -> bool:
    """Whether a sentence ends with a line, whatever stands around its end."""
    return line.rstrip(f" {_AROUND}")[-1:] in _ENDING


def _continues(before: str, line: str, *, wrapped: bool) -> bool:
    """Whether `line` goes on with the sentence of the line `before` it."""
    start, end = line.lstrip()[:1], before.rstrip()[-1:]
    if not start or not end:
        return False
    listed = before.lstrip()[:1] in _BULLETS
    if wrapped and not _is_ended(before):
        # a dash within a sentence begins a line as one before an item of a list does
        return start not in _BULLETS or (not listed and line.lstrip()[1:].lstrip()[:1].islower())
    if end in _CLOSING or start in _BULLETS:
        return False
    return start.islower() and not listed
