"""Compares what is read of feedparser's own fixtures with what feedparser reads, field by field.

pip download --no-deps --no-binary :all: feedparser && tar xzf feedparser-*.tar.gz
python tests/bench/feed_fixtures.py feedparser-*/tests
"""

from __future__ import annotations

import argparse
import re
from calendar import timegm
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import feedparser

from reader.errors import FeedError
from reader.feeds import parse
from reader.model import Entry


def letters(markup: str) -> str:
    return re.sub(r"\W+", "", re.sub(r"<[^>]+>|&#?\w+;", "", markup))[:30]


def fields(theirs: dict[str, object], ours: Entry) -> Iterator[tuple[str, object, object]]:
    """Yield each field that feedparser has read, its value and ours."""
    details = [theirs.get("summary") or "", *(one.get("value", "") for one in theirs.get("content") or ())]  # type: ignore[attr-defined]  # feedparser has no types
    links = [one for one in theirs.get("links") or () if str(one.get("href", "")).startswith("http")]  # type: ignore[attr-defined]  # as above
    date = theirs.get("published_parsed") or theirs.get("updated_parsed")
    if theirs.get("title"):
        yield "title", letters(str(theirs["title"])), letters(ours.title)
    if str(theirs.get("link", "")).startswith("http"):
        yield "link", theirs["link"], ours.url
    if date:
        yield "date", datetime.fromtimestamp(timegm(date), UTC), ours.published  # type: ignore[arg-type]  # a struct_time
    if name := dict(theirs.get("author_detail") or {}).get("name"):  # type: ignore[call-overload]  # a dictionary
        yield "author", True, name in ours.byline
    if carried := {one["href"] for one in links if one.get("rel") == "enclosure"}:
        yield "enclosure", True, carried <= {one.url for one in ours.enclosures}
    if text := max(details, key=len).strip():
        yield "content", letters(text), letters(ours.content)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the folder `tests` of feedparser's source distribution")
    parser.add_argument("-v", action="store_true", help="print what differs")
    given = parser.parse_args()
    counts: Counter[str] = Counter()
    for path in sorted(given.folder.rglob("*.xml")):
        body = path.read_bytes()
        theirs = feedparser.parse(body, sanitize_html=False, response_headers={"content-type": "application/xml"}).entries
        counts["files"] += 1
        try:
            ours = parse(body).entries
        except FeedError:
            counts["files that only feedparser reads"] += bool(theirs)
            continue
        counts["files with as many entries"] += len(ours) == len(theirs)
        if len(ours) == len(theirs) == 1:
            for name, wanted, found in fields(dict(theirs[0]), ours[0]):
                counts[f"{name}: {'same' if wanted == found else 'other'}"] += 1
                if given.v and wanted != found:
                    print(path.relative_to(given.folder), name, repr(wanted), repr(found))
    for name, number in sorted(counts.items()):
        print(f"{number:6,} {name}")


if __name__ == "__main__":
    main()
