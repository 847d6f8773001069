"""Symbols, palettes and styles."""
