"""A module a group of commands: what each does with its parameters, and what it prints."""
