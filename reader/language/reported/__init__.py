"""Statements without quotation marks: the clause that is reported and who reports it."""
