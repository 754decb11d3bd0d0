"""Things that a template draws the same wherever they stand, and so once."""

from collections.abc import Callable

from markupsafe import Markup


class DrawnOnce:
    """Something of which nothing but itself and its language goes into how it is drawn.

    Attributes:
        drawn: As it was drawn, by how.
    """

    __slots__ = ()

    drawn: dict[str, Markup]

    def once(self, name: str, draw: Callable[..., Markup], *how: str) -> Markup:
        """Return this as `draw`, which is called `name`, draws it so; drawn once."""
        known = self.drawn.get(name)
        return known if known is not None else self.drawn.setdefault(name, draw(self, *how))
