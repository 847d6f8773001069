"""Blocks to passages, quotation marks, dashes, tokens; the language of a text."""
