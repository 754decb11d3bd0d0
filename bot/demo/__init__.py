"""The demonstration: a bundled feed, read and sent to this terminal by the real parts."""
