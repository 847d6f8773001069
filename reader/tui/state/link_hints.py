"""Labels for links: short, easy to type, none the beginning of another."""

from __future__ import annotations

from itertools import product
from typing import Final

_LETTERS: Final = "asdfghjklqwertuiopzxcvbnm"
"""The home row first."""


def labels(count: int) -> list[str]:
    """Return so many labels, all of the same length."""
    length = 1
    while len(_LETTERS) ** length < count:
        length += 1
    return ["".join(letters) for letters, _ in zip(product(_LETTERS, repeat=length), range(count), strict=False)]
