"""The world -> Article: one guarded HTTP door, feed and page parsers, and the poll that stores what is new."""
