"""Bytes into entries and articles: feeds, listings, sitemaps and pages, in killable processes."""
