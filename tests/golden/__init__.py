"""What the bot says in all its languages, kept as texts that people have read.

`python -m tests.golden` writes them anew.
"""

from pathlib import Path

TEXTS = Path(__file__).parent / "texts"
