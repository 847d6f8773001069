"""What there is to say of a command; `commands` says it of each."""

from __future__ import annotations

from dataclasses import dataclass

from reader.cli.options import GENERAL, Option


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command of the command line."""

    name: str
    summary: str
    """What it does, in a line without a full stop."""
    run: str
    """`module:function` below `reader.cli`; the function takes `Choices` and `Console` and gives the exit status."""
    operands: str = "[SOURCE...]"
    """What follows the options, as the usage line writes it."""
    words: tuple[str, ...] = ()
    """The words that it takes instead of sources; empty: it takes sources, or nothing."""
    options: tuple[Option, ...] = GENERAL
    details: str = ""
    """A paragraph for the help; empty: the summary says it all."""
    examples: tuple[tuple[str, str], ...] = ()
    """A command line and what it does."""

    @property
    def takes_sources(self) -> bool:
        """Its operands are sources."""
        return "SOURCE" in self.operands
