"""What can go wrong with what is remembered: no usable database, or a thing that is not in it."""

from config.errors import TcoError


class DatabaseError(TcoError):
    """The database cannot be used as it is.

    Attributes:
        where: The database's address, its password masked.
        problem: What is wrong, in one clause.
        fix: What to do about it, in one clause.
    """

    def __init__(self, where: str, problem: str, fix: str) -> None:
        self.where = where
        self.problem = problem
        self.fix = fix
        super().__init__(f"database {where}: {problem}. {fix}.")


class DatabaseMoved(DatabaseError):
    """The database was moved to another address and takes no change any more."""


class NotStored(TcoError):
    """Something was asked for that the database does not hold.

    Attributes:
        what: The kind of thing: "chat", "event".
        key: What it was asked for by.
    """

    def __init__(self, what: str, key: object) -> None:
        self.what = what
        self.key = key
        super().__init__(f"there is no {what} {key}")


class CatalogueSourceError(TcoError):
    """A source was to be removed that is not ours to remove.

    Attributes:
        key: Its key.
    """

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(
            f"{key} is of the catalogue, which would bring it back: disable it instead"
        )


class BadCursor(TcoError):
    """A page of the diary was asked for by a cursor that was not given out for it.

    Attributes:
        cursor: As it came; its beginning, where it is very long.
    """

    def __init__(self, cursor: str) -> None:
        self.cursor = cursor
        super().__init__(f"{cursor!r} is no cursor of this list: begin at its first page")
