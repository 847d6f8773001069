"""The command line.

Room not furnished yet; its face stands.
"""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and give its exit status."""
    raise NotImplementedError
