"""Whom a pronoun or a nominal means."""
