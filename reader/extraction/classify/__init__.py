"""Segments to decisions: each is kept or dropped, by rules and by a model."""
