"""The terminal that subcommands print to: nothing that an outsider wrote can steer it.

What Rich itself sends to set colours goes through; control characters and marks that turn the
direction of writing do not, in whatever title, name or message of an error they come.
"""

from collections.abc import Iterable

from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderHook
from rich.segment import Segment

from config.text import without_controls


class Terminal(Console):
    """Standard output, or standard error, as Rich draws on it."""

    def __init__(self, *, stderr: bool = False, highlight: bool = True, wrap: bool = True) -> None:
        """Open it.

        Args:
            stderr: Whether it is standard error.
            highlight: Whether numbers and paths are coloured.
            wrap: Whether lines are wrapped at the terminal's width.
        """
        super().__init__(stderr=stderr, highlight=highlight, soft_wrap=not wrap)
        self.push_render_hook(_HarmlessText())


class _HarmlessText(RenderHook):
    """Wraps all that is printed."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        return [_Harmless(renderable) for renderable in renderables]


class _Harmless:
    """Something to print without what could steer the terminal."""

    def __init__(self, inner: ConsoleRenderable) -> None:
        self._inner = inner

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterable[Segment]:
        for segment in console.render(self._inner, options):
            if segment.control:
                yield segment
                continue
            lines = segment.text.split("\n")
            yield Segment("\n".join(map(without_controls, lines)), segment.style)
