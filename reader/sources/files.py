"""Files and standard input."""

from __future__ import annotations

import os
import re
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

from reader.errors import UnreadableError
from reader.model import Page
from reader.sources.containers import open_container, unpacked
from reader.sources.sniff import CAP, refuse_what_is_no_page, too_big

STDIN = "-"
"""The source that is standard input."""

_MEDIA_TYPES = {
    ".htm": "text/html",
    ".html": "text/html",
    ".shtml": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".text": "text/plain",
    ".txt": "text/plain",
}
_PACKED = (".gz", ".gzip")
_CHUNK = 1 << 20


def fetch_file(source: str) -> Page:
    """Read a file, a pipe or a device, given as a path or as a `file:` URL.

    Raises:
        UnreadableError: there is no such file, it may not be read, or it is no page.
    """
    try:
        path = path_of(source)
        with path.open("rb", buffering=0) as file:
            body = _read(file, source, regular=stat.S_ISREG(os.fstat(file.fileno()).st_mode))
    except OSError as error:
        raise _unreadable(source, error) from error
    except ValueError as error:  # a NUL in the name, or no proper URL
        raise UnreadableError("no such file", source=source) from error
    body = unpacked(body, source=source)
    refuse_what_is_no_page(body, source=source)
    name = path.with_suffix("") if path.suffix.lower() in _PACKED else path
    media_type = _MEDIA_TYPES.get(name.suffix.lower(), "")
    return open_container(Page(url=path.absolute().as_uri(), body=body, media_type=media_type, fetched_at=datetime.now(UTC)))


def file_url(source: str) -> str:
    """Return the address of a file by its whole path, whether it is there or not."""
    try:
        return path_of(source).absolute().as_uri()
    except (ValueError, OSError, UnreadableError):
        return source


def check_file(source: str) -> None:
    """Check that there is a file that may be read.

    Raises:
        UnreadableError: there is none.
    """
    try:
        path = path_of(source)
        if stat.S_ISDIR(path.stat().st_mode):
            raise IsADirectoryError
        if not os.access(path, os.R_OK):
            raise PermissionError
    except OSError as error:
        raise _unreadable(source, error) from error
    except ValueError as error:  # a NUL in the name, or no proper URL
        raise UnreadableError("no such file", source=source) from error


def fetch_stdin() -> Page:
    """Read standard input to its end.

    Raises:
        UnreadableError: it is closed, or it is no page.
    """
    return page_from_bytes(read_stdin(), source=STDIN)


def page_from_bytes(body: bytes, *, source: str = STDIN) -> Page:
    """Return the page of some bytes that were read elsewhere.

    Raises:
        UnreadableError: they are no page.
    """
    body = unpacked(body, source=source)
    refuse_what_is_no_page(body, source=source)
    return open_container(Page(url="", body=body, fetched_at=datetime.now(UTC)))


def read_stdin() -> bytes:
    """Return the bytes of standard input, without judging them.

    Raises:
        UnreadableError: it is closed, or larger than the cap.
    """
    if sys.stdin is None:
        raise UnreadableError("standard input is closed", source=STDIN)
    try:
        return _read(sys.stdin.buffer, STDIN, regular=False)
    except OSError as error:
        raise _unreadable(STDIN, error) from error


def _read(file: BinaryIO, source: str, *, regular: bool) -> bytes:
    if regular and os.fstat(file.fileno()).st_size > CAP:
        raise too_big(source)
    body = bytearray()
    while chunk := file.read(_CHUNK):
        body += chunk
        if len(body) > CAP:
            raise too_big(source)
    return bytes(body)


def path_of(source: str) -> Path:
    """Return the path that a source names, as such or as a `file:` URL.

    Raises:
        UnreadableError: the URL names another machine.
    """
    if source[:5].lower() != "file:":
        return Path(source)
    parts = urlsplit(source)
    if parts.netloc.lower() not in ("", "localhost"):
        raise UnreadableError("the file is on another machine", source=source, advice="give a path, or an http address")
    return Path(unquote(parts.path))


def _unreadable(source: str, error: OSError) -> UnreadableError:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            if _SCHEME.match(source):
                return UnreadableError("only http and https addresses can be read", source=source, advice="save it to a file")
            advice = f"for a web page write https://{source}" if _is_like_a_host(source) else "check the name"
            return UnreadableError("no such file", source=source, advice=advice)
        case IsADirectoryError():
            return UnreadableError("this is a folder", source=source, advice="give a file in it")
        case PermissionError():
            return UnreadableError("it may not be read", source=source, advice="check its permissions")
    return UnreadableError(f"it cannot be read: {(error.strerror or 'input error').lower()}", source=source)


def _is_like_a_host(source: str) -> bool:
    """Return whether what is no file may be an address without its scheme: `example.org/news/1`, but not `page.html`."""
    found = _HOST.match(source)
    if found is None:
        return False
    has_name = found["end"] is not None and (found["path"] or found["end"].lower() not in _FILE_ENDINGS)
    return bool(found["port"] or has_name)


_SCHEME = re.compile("[a-zA-Z][a-zA-Z0-9+.-]*://")
_HOST = re.compile(r"(?:localhost|\w[\w-]*(?:\.[\w-]+)*\.(?P<end>[^\W\d_]+))(?P<port>:\d+)?(?P<path>/.*)?\Z", re.DOTALL)
_FILE_ENDINGS = frozenset({"htm", "html", "shtml", "xhtml", "txt", "text", "md", "json", "xml", "pdf", "png", "jpg"})
