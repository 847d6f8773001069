"""Fills a library with articles of the invented press, and says how fast that went.

    python -m tests.bench.library.fill LIBRARY [ARTICLES]

Only the library's own work is counted: the articles and their documents are made beforehand, a hundred at a time, and each
hundred is one transaction, as a refresh of many feeds writes them.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from reader.formats import to_json
from reader.library import Library, articles, entries, subscriptions
from tests.bench.library.press import FEEDS, NEWEST, Piece, piece

BATCH = 100


def fill(path: Path, many: int) -> float:
    """Fill a new library; give the articles that were kept a second of processor time."""
    spent = 0.0
    with Library(path) as library:
        feeds = [subscriptions.subscribe(library, f"https://paper{n}.example/rss", title=f"Paper {n}") for n in range(FEEDS)]
        for start in range(many, 0, -BATCH):
            batch = [piece(number) for number in range(start - 1, max(start - BATCH, 0) - 1, -1)]
            documents = [to_json(one.article, indent=None) for one in batch]
            before = time.process_time()
            keep(library, feeds, batch, documents)
            spent += time.process_time() - before
    return many / spent


def keep(library: Library, feeds: list[int], batch: list[Piece], documents: list[str]) -> None:
    """Keep some articles, oldest first, in one transaction: the feeds bring their entries, then the pages are read."""
    with library.writing():
        ids = [entries.take_in(library, feeds[one.feed], [one.entry], NEWEST)[0] for one in batch]
        for identity, one, document in zip(ids, batch, documents, strict=True):
            articles.keep(library, identity, one.article, document, NEWEST)


def main() -> None:
    """Fill the library that is named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("library", type=Path, help="the file that is made")
    parser.add_argument("articles", nargs="?", type=int, default=100_000)
    given = parser.parse_args()
    begun = time.perf_counter()
    rate = fill(given.library, given.articles)
    print(f"{given.articles} articles, {rate:.0f} a second of processor time; all in all {time.perf_counter() - begun:.0f} s")


if __name__ == "__main__":
    main()
