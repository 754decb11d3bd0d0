"""`python -m bot.cli` is `tco-bot`."""

from bot.cli import app

app(prog_name="tco-bot")
