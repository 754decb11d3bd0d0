"""The demonstration: a bundled feed on loopback, read and sent to this terminal by the same parts that do the real work."""
