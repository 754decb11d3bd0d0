"""What is remembered; the only place that knows SQL."""
