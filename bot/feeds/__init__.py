"""The world -> Article: one guarded fetcher, parsers, and the poll that stores what is new."""
