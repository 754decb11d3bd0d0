"""Article -> facts: who took part, when and where, read by rules and language data.

Pure: no input or output, no clock.
"""
