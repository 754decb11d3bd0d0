"""What is known of languages and names, pure: scripts, sounds, dates in words, translations."""
