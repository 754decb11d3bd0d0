"""The command line: `tco-bot`, one subcommand for each thing that a person at a terminal may want.

Everything that goes wrong on purpose (a `TcoError`) ends in one readable message on standard error
and exit code 2, never in a traceback.
"""

from bot.cli.app import app

__all__ = ["app"]
