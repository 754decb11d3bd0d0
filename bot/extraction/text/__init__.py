"""A text taken apart: its language, its tokens, and what the lexicon knows of them."""
