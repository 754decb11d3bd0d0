"""Sources polled when they are due, and what is new in them stored."""
