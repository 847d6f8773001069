"""Refreshes 1,000 feeds on 1,000 loopback addresses, twice: the first time they are new, the second time all are unchanged.

    python tests/bench/library/thousand.py [FEEDS]

A server in a process of its own listens on every address of 127.0.0.0/8 and counts what it is asked.  The second refresh must
send conditional requests only, and parse nothing.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.request import urlopen

from reader.library import Library, subscriptions
from reader.newsroom.refresh import Failed, Refreshed, RefreshOptions, refresh

START = datetime(2026, 11, 23, tzinfo=UTC)
LATER = START + timedelta(hours=2)
ITEM = "<item><guid>{host}-{n}</guid><title>Story {n} of {host}</title><link>https://{host}/{n}</link></item>"


def main() -> int:
    """Run both rounds; the status is 1 if a request of the second was not conditional."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("feeds", nargs="?", type=int, default=1_000)
    many: int = parser.parse_args().feeds
    server = subprocess.Popen([sys.executable, __file__, "serve"], stdout=subprocess.PIPE)
    assert server.stdout is not None
    port = int(server.stdout.readline())
    try:
        with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "library.db") as library:
            for number in range(many):
                host = f"127.{1 + number // 62_500}.{number // 250 % 250}.{number % 250 + 1}"
                subscriptions.subscribe(library, f"http://{host}:{port}/rss", is_private=True)
            for name, now in (("new", START), ("unchanged", LATER)):
                _round(library, name, now, port)
        counts = _counts(port)
        return int(counts["conditional"] != many or counts["all"] != 2 * many)
    finally:
        server.kill()
        server.communicate()


def _round(library: Library, name: str, now: datetime, port: int) -> None:
    wall, spent = time.perf_counter(), time.process_time()
    outcomes = list(refresh(library, options=RefreshOptions(clock=lambda: now)))
    wall, spent = time.perf_counter() - wall, time.process_time() - spent
    failed = sum(isinstance(one, Failed) for one in outcomes)
    new = sum(len(one.new) for one in outcomes if isinstance(one, Refreshed))
    counts = _counts(port)
    print(
        f"{name:10} {len(outcomes)} feeds, {failed} failed, {new} new entries: {wall:.1f} s, {spent:.1f} s of processor time; "
        f"requests so far {counts['all']}, conditional {counts['conditional']}"
    )


def _counts(port: int) -> dict[str, int]:
    with urlopen(f"http://127.0.0.1:{port}/counts") as answer:
        counts: dict[str, int] = json.load(answer)
    return counts


async def _serve() -> None:
    counts = {"all": 0, "conditional": 0}

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        host = writer.get_extra_info("sockname")[0]
        tag = f'"v1 of {host}"'
        status, body = "200 OK", json.dumps(counts).encode()
        if " /rss " in head:
            counts["all"] += 1
            is_conditional = f"if-none-match: {tag}" in head.lower()
            counts["conditional"] += is_conditional
            items = "".join(ITEM.format(host=host, n=n) for n in range(20))
            body = f'<rss version="2.0"><channel><title>{host}</title>{items}</channel></rss>'.encode()
            status, body = ("304 Not Modified", b"") if is_conditional else (status, body)
        headers = f"ETag: {tag}\r\nContent-Length: {len(body)}\r\nConnection: close"
        writer.write(f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + body)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "0.0.0.0", 0, backlog=512)
    print(server.sockets[0].getsockname()[1], flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    if sys.argv[1:] == ["serve"]:
        asyncio.run(_serve())
    else:
        sys.exit(main())
