"""The outbox at work: what is owed is composed, sent, and crossed out."""
