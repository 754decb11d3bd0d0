"""What this process and its workers say to each other, as JSON."""

from types import GenericAlias
from typing import Generic, TypeVar

from pydantic import ConfigDict, TypeAdapter

T = TypeVar("T")


class Wire(Generic[T]):
    """Packs things of one type for another process, and unpacks them there.

    Pydantic keeps 16,384 short strings of the JSON that it has read, to hand the same one out
    again. Of articles hardly any comes again, and what is kept lies scattered among all that was
    freed: in a bot that lives for weeks a megabyte of memory. So no string is kept here.
    """

    def __init__(self, kind: type[T]) -> None:
        """Prepare.

        Args:
            kind: What is packed; a dataclass.
        """
        # A dataclass takes no settings from outside; what holds one does.
        holder = GenericAlias(tuple, (kind,))
        self._one: TypeAdapter[tuple[T]] = TypeAdapter(
            holder, config=ConfigDict(cache_strings="none")
        )

    def pack(self, thing: T) -> bytes:
        """Return `thing` as JSON."""
        return self._one.dump_json((thing,))

    def unpack(self, data: bytes) -> T:
        """Return what `data` was packed from.

        Raises:
            ValueError: It was packed from nothing of the kind.
        """
        return self._one.validate_json(data)[0]
