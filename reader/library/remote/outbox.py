"""What the user changed, and a server does not know yet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reader.library.store import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A state that an item is to have at the server."""

    id: int
    """Grows: a later change of the same state has another."""
    remote: int
    state: str
    value: bool


def pending(library: Library, account: int) -> tuple[Change, ...]:
    """Return what a server has still to be told, the oldest first."""
    rows = library.rows("SELECT id, remote, state, value FROM outbox WHERE account_id = ? ORDER BY id", (account,))
    return tuple(Change(id=row["id"], remote=row["remote"], state=row["state"], value=bool(row["value"])) for row in rows)


def acknowledge(library: Library, changes: Iterable[Change]) -> None:
    """Note that a server knows of changes; what was changed again meanwhile has another id, and stays."""
    with library.writing() as connection:
        connection.executemany("DELETE FROM outbox WHERE id = ?", [(change.id,) for change in changes])
