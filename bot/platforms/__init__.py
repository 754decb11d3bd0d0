"""Message <-> people: the commands, the delivery worker, and one module each for Telegram, Matrix and the terminal."""
