"""Marked words to attributed quotes: candidates, their features, and who said it."""
