"""Which articles report one event: decided by what they say (days, places, people, numbers), never by when they came; explained; pure."""
