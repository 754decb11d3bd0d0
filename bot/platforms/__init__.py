"""Telegram, Matrix and the terminal: everything that is a platform's own, behind one interface."""
