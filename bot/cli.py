"""Not built yet: the module stands here so that the import rules can name it."""
