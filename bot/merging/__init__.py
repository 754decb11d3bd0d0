"""Which articles report one event: decided by what they say, never by when they came.

Days, places, people and numbers are compared, and each decision is explained. Pure.
"""
