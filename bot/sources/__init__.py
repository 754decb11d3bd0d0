"""Sources by hand: found at a site, checked, added, listed, taken over from OPML."""
