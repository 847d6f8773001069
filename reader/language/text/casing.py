"""Tells titles by their capitals."""

from __future__ import annotations


def is_title_case(words: str) -> bool:
    """Return whether all longer words have a capital, as those of an English title do."""
    parts = [part for part in words.split() if len(part) > 3]
    return bool(parts) and all(part[0].isupper() or not part[0].isalpha() for part in parts)
