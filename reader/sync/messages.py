"""What is asked of a server, and what its answers hold."""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import Entry

State = str
"""`read` or `starred`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request, below the address of the server."""

    path: str
    query: tuple[tuple[str, str], ...] = ()
    form: tuple[tuple[str, str], ...] | None = None
    """Posted; None: the call is a GET."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteFeed:
    """A feed that the server follows."""

    remote: str
    """What the server calls it (`feed/52`)."""
    url: str
    title: str = ""
    site_url: str = ""
    folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteItem:
    """An entry as the server has it."""

    remote: int
    """Its id, of 64 bits with sign."""
    feed: str
    """What the server calls its feed."""
    is_read: bool = False
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class IdPage:
    """A page of ids."""

    ids: tuple[int, ...]
    continuation: str = ""
    """Asks for the next page; empty: this is the last."""
