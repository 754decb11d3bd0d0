"""The one guarded way out to the web: requests, redirects, limits, and what servers refuse."""
