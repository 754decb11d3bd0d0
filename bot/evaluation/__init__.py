"""How well the reader and the merging do, beside facts that somebody wrote down first."""
