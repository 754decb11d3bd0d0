"""A stretch of news replayed through the whole bot, on a clock that runs fast."""
