"""What every process needs to run: scheduler, log, roles, one cache, one back-off, one batcher."""
