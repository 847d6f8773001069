"""Passages to people: where names stand, which of them are people, who is who, and their roles."""
