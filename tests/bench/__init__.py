"""Timings of the project's parts, each beside a bare floor or a peer measured in the same run.

`make bench`.
"""
