"""The passwords of accounts, in a file of their own that its owner alone may read: the library and its backups hold none."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from reader.errors import SettingsError
from reader.library.remote.accounts import Account
from reader.settings import Folders

_FILE = "sync-passwords.json"


def path_of(place: Folders) -> Path:
    """Return the file, be it there or not."""
    return place.data / _FILE


def password(place: Folders, account: Account) -> str:
    """Return the password of an account.

    Raises:
        SettingsError: there is none, or the file cannot be read.
    """
    found = _read(path_of(place)).get(_key(account.url, account.user))
    if not found:
        advice = f"reader sync add {account.url}"
        raise SettingsError(f"there is no password for {account.user}", source=account.url, advice=advice)
    return found


def keep(place: Folders, url: str, user: str, secret: str | None) -> None:
    """Keep the password of a user of a server; None: forget it.

    Raises:
        SettingsError: the file cannot be read or written.
    """
    path = path_of(place)
    kept = _read(path)
    kept.pop(_key(url, user), None)
    if secret is not None:
        kept[_key(url, user)] = secret
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor, fresh = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # of mode 0600
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(kept, file)
            Path(fresh).replace(path)
        finally:
            with suppress(FileNotFoundError):
                Path(fresh).unlink()
    except OSError as error:
        raise SettingsError(f"cannot be written: {error.strerror}", source=str(path)) from error


def _read(path: Path) -> dict[str, str]:
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsError("the passwords cannot be read", source=str(path), advice="move the file away") from error
    if not isinstance(kept, dict) or not all(isinstance(one, str) for one in kept.values()):
        raise SettingsError("these are no passwords", source=str(path), advice="move the file away")
    return kept


def _key(url: str, user: str) -> str:
    return f"{user} {url}"
