"""What ships with the program: its version, and where `styles/` and `seeds/` lie.

In a wheel they stand inside the package (`reader/styles`, `reader/seeds`); in a checkout, and so in an editable install, they
stand beside it.  The package is looked into first, so that an installed program never reads somebody's folder.
"""

from __future__ import annotations

from pathlib import Path

__version__ = "0.1.0"

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def styles() -> Path:
    """Return the folder of style sheets: `layout.tcss` and `themes/NAME.tcss`."""
    return _folder("styles")


def seeds() -> Path:
    """Return the folder of the bundled edition: `edition.toml`, `pages/` and `feeds/`."""
    return _folder("seeds")
