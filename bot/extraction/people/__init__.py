"""Who an article speaks of: names, offices, and the one person behind several mentions."""
