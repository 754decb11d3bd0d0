"""What an article reports: which organisations, what kind of event, which days, where."""
