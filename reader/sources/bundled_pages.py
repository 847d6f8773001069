"""The bundled edition: pages that ship with the program, for a first run without a network, and for tests.

`edition.toml` names them, in the order in which they are read: `[[page]]` tables with `name`, `file` (below the folder of
seeds), `media_type`, and `url` if the page pretends to come from somewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path

from reader import resources
from reader.errors import UnreadableError, UsageError
from reader.model import Page

_CATALOGUE = "edition.toml"


def fetch_seed(name: str) -> Page:
    """Return a page of the bundled edition.

    Raises:
        UsageError: there is no page of that name.
        UnreadableError: the installation is damaged.
    """
    seed = _entry(name)
    path = resources.seeds().joinpath(seed["file"])
    try:
        body = path.read_bytes()
    except OSError as error:
        raise _damaged(path) from error
    return Page(
        url=f"seed:{name}",
        final_url=seed.get("url", ""),
        body=body,
        media_type=seed["media_type"],
        fetched_at=datetime.now(UTC),
    )


def check_seed(name: str) -> None:
    """Check that there is a page of that name.

    Raises:
        UsageError: there is none.
        UnreadableError: the installation is damaged.
    """
    if not _is_listed(name):
        _entry(name)


def _is_listed(name: str) -> bool:
    try:
        return f'\nname = "{name}"\n' in (resources.seeds() / _CATALOGUE).read_text("utf-8")
    except OSError:
        return False


def seed_names() -> tuple[str, ...]:
    """Return the names of the bundled pages, in the edition's order.

    Raises:
        UnreadableError: the installation is damaged.
    """
    return tuple(seed["name"] for seed in _catalogue())


def _entry(name: str) -> Mapping[str, str]:
    seeds = {seed["name"]: seed for seed in _catalogue()}
    if name in seeds:
        return seeds[name]
    near = get_close_matches(name, seeds, n=1)
    advice = f"did you mean seed:{near[0]}?" if near else f"there are: {', '.join(seeds)}"
    raise UsageError("the bundled edition has no such page", source=f"seed:{name}", advice=advice)


def _catalogue() -> tuple[Mapping[str, str], ...]:
    import tomllib  # noqa: PLC0415 - a file or a URL needs no TOML

    path = resources.seeds() / _CATALOGUE
    try:
        with path.open("rb") as file:
            return tuple(tomllib.load(file)["page"])
    except (OSError, ValueError, KeyError) as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> UnreadableError:
    return UnreadableError("the bundled edition cannot be read", source=str(path), advice="install the program anew")
