"""Inputs without end: reading, feeds, pages and commands are given what nobody would write, and
must take all of it."""
