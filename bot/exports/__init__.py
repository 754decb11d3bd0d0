"""Events as files for researchers: every row with the sources that it was read from."""
