"""Pages that are made to hurt: each is read by `reader cat` in a process of its own, and its time and memory are written down.

    python -m tests.bench.bombs.bombs [NAME...]

A bomb on disk below 1 MB may take 5 seconds, anything else 30 (the usual deadline); memory may reach 300 MiB.  Whatever comes
out, it must be an article or one line on stderr with an exit status of the table.  The exit status of this script is 1 if a
bound was passed.
"""

from __future__ import annotations

import argparse
import gzip
import os
import socket
import sys
import tempfile
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.hardening.cost import Cost, cost

MIB = 1024 * 1024
MOST_MEMORY = 300
GIVEN_UP = 200  # seconds of processor time
MOST_SECONDS, MOST_SECONDS_SMALL = 30.0, 5.0
HEAD = b"<!doctype html><html><head><title>A bomb</title></head><body><article><h1>A bomb</h1>"
STORY = b"<p>The ferry to Lower Quay runs again from Monday, when the tide is high enough for it to pass the bar.</p>" * 3


def page(inner: bytes, *, story: bytes = STORY) -> bytes:
    return HEAD + story + inner


PAGES: dict[str, Callable[[], bytes]] = {
    "20 MiB of <p>a": lambda: HEAD + b"<p>a" * (5 * MIB - 100),
    "20 MiB of <": lambda: HEAD + b"<" * (20 * MIB - 100),
    "20 MiB of &": lambda: HEAD + b"<p>" + b"&" * (20 * MIB - 100),
    "20 MiB of &amp;": lambda: HEAD + b"<p>" + b"&amp;" * (4 * MIB - 100),
    "20 MiB of words": lambda: HEAD + b"<p>" + b"ferry " * (3 * MIB),
    "10 MB of one line": lambda: page(b"<p>" + b"word, and more words; " * 450_000),
    "one word of 10 MB": lambda: page(b"<p>" + b"a" * 10_000_000),
    "words of 1 MB": lambda: page(b"<p>" + b" ".join([b"b" * 1_000_000] * 9)),
    "20 MiB of text, plain": lambda: b"A title\n\n" + b"word, and more words. " * (950_000),
    "20 MiB of newlines and letters": lambda: b"A title\n\n" + b"a\n\n" * (6 * MIB),
    "100,000 nested <div>": lambda: page(b"<div>" * 100_000 + STORY),
    "100,000 nested <b>": lambda: page(b"<p>" + b"<b>" * 100_000 + b"x"),
    "100,000 nested <blockquote>": lambda: page(b"<blockquote>" * 100_000 + STORY),
    "100,000 nested <ul><li>": lambda: page(b"<ul><li>a" * 100_000),
    "100,000 nested <table>": lambda: page(b"<table><tr><td>" * 33_000 + STORY),
    "100,000 unclosed <a>": lambda: page(b"<a href=/x>link " * 100_000),
    "100,000 unclosed <font>": lambda: page(b"<p><font>x" * 100_000),
    "200,000 links": lambda: page(b"".join(b'<p>word <a href="/%d">link</a> word' % n for n in range(200_000))),
    "a table of 10,000 columns": lambda: page(b"<table>" + b"<tr>" + b"<td>cell" * 10_000 + b"</table>"),
    "a table of 1,000 x 300": lambda: page(b"<table>" + (b"<tr>" + b"<td>cell" * 300) * 1_000 + b"</table>"),
    "colspan and rowspan of 10^9": lambda: page(b'<table><tr><td colspan=999999999 rowspan=999999999>cell</table>' * 100),
    "100,000 attributes": lambda: page(b"<p " + b"".join(b"a%d=b " % n for n in range(100_000)) + b">words"),
    "an attribute of 10 MB": lambda: page(b'<p class="' + b"share " * 1_700_000 + b'">words'),
    "100,000 quotation marks": lambda: page(b"<p>" + b'"a, said Ada. ' * 100_000),
    "100,000 opening quotation marks": lambda: page(b"<p>" + "“«‹„".encode() * 100_000),
    "100,000 names": lambda: page(b"<p>" + b"".join(b"Ada Ferreira%d and Bo Lind%d. " % (n, n) for n in range(50_000))),
    "50,000 said": lambda: page(b"<p>" + b'said "x" said ' * 50_000),
    "100,000 headings": lambda: page(b"<h2>Heading" * 100_000),
    "billion laughs": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "ha">'
        + b"".join(b'<!ENTITY %c "&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;&%c;">' % ((98 + n, *([97 + n] * 10))) for n in range(12))
        + b"]>" + page(b"<p>&m;</p>")
    ),
    "quadratic blow-up": lambda: b'<!DOCTYPE html [<!ENTITY a "' + b"a" * 100_000 + b'">]>' + page(b"<p>" + b"&a;" * 100_000),
    "external entities": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY % b SYSTEM "http://127.0.0.1:9/">%b;]>'
        + page(b"<p>&a;</p>")
    ),
    "JSON-LD of 10,000 nested arrays": lambda: (
        b'<html><head><script type="application/ld+json">' + b"[" * 10_000 + b"]" * 10_000 + b"</script></head><body>" + page(b"")
    ),
    "JSON-LD of a number of 1 MB": lambda: (
        b'<html><head><script type="application/ld+json">{"datePublished": ' + b"1" * 1_000_000 + b"}</script></head><body>" + page(b"")
    ),
    "10 MB of combining marks": lambda: page(b"<p>a" + "\u0301".encode() * 5_000_000),
    "1 MB of joined emoji": lambda: page(b"<p>" + "\U0001f468\u200d".encode() * 150_000),
    "a comment that never ends": lambda: page(b"<!--" + b"-" * 10_000_000),
    "a script that never ends": lambda: page(b"<script>" + b"<p>a" * 2_500_000),
    "UTF-16 of 20 MiB": lambda: ("<p>" + "word " * (2 * MIB - 20)).encode("utf-16"),
    "random bytes with a tag": lambda: page(b"<p>" + os.urandom(5_000_000)),
}  # fmt: skip


def gzip_bomb() -> bytes:
    """Give 2 GiB of one letter, packed."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    parts = [packer.compress(HEAD + b"<p>")]
    parts += [packer.compress(b"a" * MIB) for _ in range(2048)]
    return b"".join([*parts, packer.flush()])


def brotli_bomb() -> bytes:
    """Give 2 GiB of one letter, packed by Brotli."""
    import brotli  # type: ignore[import-untyped]  # noqa: PLC0415 - ships no types

    packer = brotli.Compressor(quality=5)
    parts = [packer.process(HEAD + b"<p>")] + [packer.process(b"a" * MIB) for _ in range(2048)]
    return b"".join([*parts, packer.finish()])


def zstd_bomb() -> bytes:
    """Give 2 GiB of one letter, packed by Zstandard."""
    from backports.zstd import ZstdCompressor  # noqa: PLC0415 - comes with httpx2's extra

    packer = ZstdCompressor()
    parts = [packer.compress(HEAD + b"<p>")] + [packer.compress(b"a" * MIB) for _ in range(2048)]
    return b"".join([*parts, packer.flush()])


def twice_gzip_bomb() -> bytes:
    """Give 2 GiB of one letter, packed twice."""
    return gzip.compress(gzip_bomb())


SERVED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "2 GiB in gzip": ("gzip", gzip_bomb),
    "2 GiB in br": ("br", brotli_bomb),
    "2 GiB in zstd": ("zstd", zstd_bomb),
    "2 GiB in gzip in gzip": ("gzip, gzip", twice_gzip_bomb),
}


@contextmanager
def served(body: bytes, encoding: str) -> Iterator[str]:
    """Serve a packed page once."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(65536)
                head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {encoding}\r\nContent-Length: {len(body)}\r\n\r\n"
                try:
                    connection.sendall(head.encode() + body)
                except OSError:
                    return

        threading.Thread(target=answer, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"


def outcomes(wanted: list[str]) -> Iterator[tuple[str, int, Cost]]:
    """Give each bomb's name, size in bytes and outcome."""
    for name, make in PAGES.items():
        if not wanted or any(word in name for word in wanted):
            body = make()
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder, "bomb.txt" if body.startswith(b"A title") else "bomb.html")
                path.write_bytes(body)
                yield name, len(body), cost("cat", str(path), patience=GIVEN_UP)
    for name, (encoding, pack) in SERVED.items():
        if not wanted or any(word in name for word in wanted):
            body = pack()
            with served(body, encoding) as url:
                yield name, len(body), cost("cat", url, patience=GIVEN_UP)


def verdict(size: int, outcome: Cost) -> str:
    """Say which bound was passed; empty if none was."""
    too_slow = outcome.seconds > (MOST_SECONDS_SMALL if size < 1_000_000 else MOST_SECONDS)
    too_big = outcome.mebibytes > MOST_MEMORY
    no_answer = outcome.status not in range(9) or outcome.said.count("\n") > 0 or "fault" in outcome.said
    return " ".join(word for word, holds in (("SLOW", too_slow), ("BIG", too_big), ("FAULT", no_answer)) if holds)


def main() -> int:
    """Read every bomb, and give 1 if one of them passed a bound."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", metavar="NAME", nargs="*", help="a part of a bomb's name; all, if none is given")
    wanted: list[str] = parser.parse_args().names
    print(f"{'bomb':36} {'bytes':>10} {'status':>6} {'seconds':>8} {'MiB':>6}")
    bad = 0
    for name, size, outcome in outcomes(wanted):
        wrong = verdict(size, outcome)
        bad += bool(wrong)
        said = f"  {outcome.said[-70:]}" if wrong == "FAULT" else ""
        print(
            f"{name:36} {size:>10} {outcome.status:>6} {outcome.seconds:>8.2f} {outcome.mebibytes:>6.0f}  {wrong}{said}",
            flush=True,
        )
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
