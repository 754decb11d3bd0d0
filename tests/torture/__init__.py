"""Long tests of what must not be lost: `make torture`.

`tests/e2e/test_kills.py` holds a short form of each.
"""
