"""What people can say to the bot: one small module for each family of commands, the same on every platform."""

from bot.chats.commands.answering import Commands, Newcomers

__all__ = ["Commands", "Newcomers"]
