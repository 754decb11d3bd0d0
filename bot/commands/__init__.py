"""What people can say to the bot: one small module for each family of commands, the same on every platform."""

from bot.commands.options import Access, Newcomers, Options, Pace
from bot.commands.router import Commands

__all__ = ["Access", "Commands", "Newcomers", "Options", "Pace"]
