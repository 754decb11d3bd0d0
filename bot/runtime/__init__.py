"""What every process needs to run: the scheduler, the log, the roles of processes, one cache."""
