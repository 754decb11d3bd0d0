"""What people can say to the bot.

One small module for each family of commands, the same on every platform.
"""

from bot.commands.options import Access, CommandRate, Newcomers, Options
from bot.commands.router import Commands

__all__ = ["Access", "CommandRate", "Commands", "Newcomers", "Options"]
