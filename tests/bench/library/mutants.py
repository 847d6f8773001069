"""Reads 1,000 mutated feeds, and the feeds of a folder if one is named: nothing may raise, hang, or end the reading of the next.

    python tests/bench/library/mutants.py [FOLDER]

A mutant is one of four sound feeds that has been cut, nested, repeated, relabelled, encoded anew, or had bytes thrown into it.  All
are read by one `Parser`, as a refresh does, and what comes out is taken into a library.  A folder may be that of the test feeds in
feedparser's source distribution (`feedparser-*/tests`).
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from reader.errors import FeedError
from reader.feeds import Parser, discover
from reader.library import Library, entries, subscriptions

NOW = datetime(2026, 11, 23, tzinfo=UTC)
MANY = 1_000
_ITEMS = range(12)
RSS = "".join(
    f"<item><guid>{n}</guid><title>Harbour &amp; wall {n}</title><link>https://courier.example/{n}</link><pubDate>Mon, 23 Nov 2026 "
    f"0{n % 10}:00:00 GMT</pubDate><author>Ada Ferreira</author><description><![CDATA[<p>The wall <b>fell</b> {n} times.</p>]]>"
    "</description></item>"
    for n in _ITEMS
)
ATOM = "".join(
    f"<entry><id>urn:x:{n}</id><title type='html'>Ferry &lt;i&gt;{n}&lt;/i&gt;</title><link href='/ferry/{n}'/><updated>2026-11-"
    f"{n + 1:02}T09:00:00Z</updated><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>It runs.</p></div></content></entry>"
    for n in _ITEMS
)
RDF = "".join(
    f"<item rdf:about='https://x.example/{n}'><title>Bridge {n}</title><link>https://x.example/{n}</link></item>"
    for n in _ITEMS
)
SOUND = (
    (f"<?xml version='1.0'?><rss version='2.0'><channel><title>Courier</title>{RSS}</channel></rss>", "application/rss+xml"),
    (f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Herald</title>{ATOM}</feed>", "application/atom+xml"),
    (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>"
        f"<channel><title>Post</title></channel>{RDF}</rdf:RDF>",
        "application/rdf+xml",
    ),
    (
        json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "title": "Notes",
                "items": [{"id": n, "url": f"https://n.example/{n}", "content_html": "<p>x</p>"} for n in _ITEMS],
            }
        ),
        "application/feed+json",
    ),
)
_TYPES = ("", "text/html", "text/plain", "application/json", "image/png", "application/xml;x", "\x00")
_CHARSETS = (None, "utf-8", "utf-16", "shift_jis", "no-such-charset", "iso-8859-1\r\nX: y")


def mutants(many: int) -> Iterable[tuple[bytes, str, str | None]]:
    """Give bodies with what their server says of them."""
    for number in range(many):
        chance = random.Random(number)
        text, media_type = SOUND[number % len(SOUND)]
        body = _mutated(text, chance)
        kind = media_type if chance.random() < 0.6 else chance.choice(_TYPES)
        yield body, kind, chance.choice(_CHARSETS) if chance.random() < 0.4 else None


def _mutated(text: str, chance: random.Random) -> bytes:
    body = text.encode(chance.choice(("utf-8", "utf-8", "utf-16", "utf-32", "cp1252")), "replace")
    for _ in range(chance.randint(1, 4)):
        at, end = sorted((chance.randrange(len(body) + 1), chance.randrange(len(body) + 1)))
        match chance.randrange(7):
            case 0:
                body = body[:at]
            case 1:
                body = body[:at] + body[end:]
            case 2:
                body = body[:at] + chance.randbytes(chance.randint(1, 400)) + body[at:]
            case 3:
                body = body[:at] + b"<div><title>" * chance.choice((10, 300, 5_000)) + body[at:]
            case 4:
                body = body[:at] + body[at:end] * chance.randint(2, 20) + body[end:]
            case 5:
                body = body.replace(chance.choice((b"<", b">", b'"', b"item", b"http", b"2026", b"]]>")), chance.randbytes(2))
            case _:
                body = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>' + body.replace(
                    b"wall", b"&b;"
                )
    return body[: 4 << 20]


def files(folder: Path) -> Iterable[tuple[bytes, str, str | None]]:
    """Give the files of a folder."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.read_bytes(), "application/xml", None


def read(bodies: Iterable[tuple[bytes, str, str | None]], name: str) -> bool:
    """Read feeds one after the other, and say what became of them."""
    outcomes, slowest = Counter[str](), 0.0
    with Parser() as parser, Library(":memory:") as library:
        for number, (body, media_type, charset) in enumerate(bodies):
            begun = time.perf_counter()
            try:
                discover(body, "https://courier.example/")
                parsed = parser.parse(body, url="https://courier.example/rss", media_type=media_type, charset=charset)
                feed = subscriptions.subscribe(library, f"https://courier.example/{number}")
                entries.take_in(library, feed, parsed.entries, NOW)
                outcomes["feeds"] += 1
                outcomes["entries"] += len(parsed.entries)
            except FeedError as error:
                outcomes["too slow" if "within" in error.problem else "no feeds"] += 1
            except Exception as error:  # noqa: BLE001 - it is what is counted
                outcomes["raised"] += 1
                print(f"  {number}: {error!r}")
            slowest = max(slowest, time.perf_counter() - begun)
    print(f"{name}: {dict(outcomes)}, slowest {slowest:.2f} s")
    return not outcomes["raised"]


def main() -> int:
    """Read the mutants, then the folder; the status is 1 if something was raised."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, help="of feeds to read too")
    folder: Path | None = parser.parse_args().folder
    good = read(mutants(MANY), f"{MANY} mutants")
    if folder is not None:
        good = read(files(folder), str(folder)) and good
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
