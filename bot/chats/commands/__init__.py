"""What people can say to the bot: one small module for each family of commands, the same on every platform."""

from bot.chats.commands.answering import Commands
from bot.chats.commands.options import Access, Newcomers, Options, Pace

__all__ = ["Access", "Commands", "Newcomers", "Options", "Pace"]
