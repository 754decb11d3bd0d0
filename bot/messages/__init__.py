"""Event and Chat -> Message: what is chosen for a chat and how it is laid out."""
