"""The root of the project's exceptions, and those of configuration.

Every exception that this project raises on purpose derives from `TcoError` and carries the thing
that it speaks of, so that whoever catches it can tell a person what, where and what to do.
"""


class TcoError(Exception):
    """Anything that this project reports on purpose."""


class ConfigError(TcoError):
    """A setting or a catalogue that cannot be used.

    Attributes:
        where: The file and key, or the environment variable, that holds the mistake.
        problem: What is wrong, in one clause.
        fix: What would be right, in one clause or question.
    """

    def __init__(self, where: str, problem: str, fix: str) -> None:
        self.where = where
        self.problem = problem
        self.fix = fix
        super().__init__(
            f"{where}: {problem}. {fix[:1].upper()}{fix[1:]}{'' if fix.endswith('?') else '.'}"
        )
