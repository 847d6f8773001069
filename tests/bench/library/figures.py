"""Measures the queries of a library that `fill.py` has filled.

    python -m tests.bench.library.figures LIBRARY [RUNS]

Each query is run RUNS times (21), and the median and the 95th percentile are printed beside their bars, in milliseconds of wall
time; the processor time of the median run stands behind, since a busy machine makes the wall time longer.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from datetime import UTC, timedelta
from pathlib import Path

from reader.library import Library, identities, profiles, search, subscriptions
from reader.library.query import parse
from tests.bench.library import press

SCREEN = 50
"""Rows that a screen shows, and that `list` and `search` print."""


def main() -> int:
    """Print all figures; the status is 1 if one misses its bar."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("library", type=Path, help="what fill.py has made")
    parser.add_argument("runs", nargs="?", type=int, default=21, help="of each query (default 21)")
    given = parser.parse_args()
    if not given.library.is_file():
        parser.error(f"there is no library {given.library}")
    begun = time.perf_counter()
    with Library(given.library) as library:
        print(
            f"opening the library: {(time.perf_counter() - begun) * 1e3:.1f} ms; {library.value('SELECT count(*) FROM entries')} entries"
        )
        good = [_measured(name, bar, work, given.runs) for name, bar, work in _queries(library)]
    return int(not all(good))


def _queries(library: Library) -> list[tuple[str, float, Callable[[], object]]]:
    now = press.NEWEST.astimezone(UTC)
    common, two, rare = press.word(press.COMMON), f"{press.word(press.RARER)} {press.word(press.RARE)}", press.word(30_000)
    both_common = f"{press.word(1)} {press.word(press.RARER)}"
    busy, known = (identities.find(library, press.name_of(rank))[0] for rank in (0, 200))
    week = timedelta(days=7)

    def listed(query: str) -> Callable[[], object]:
        return lambda: search.entries(library, parse(query, now), limit=SCREEN)

    def found(query: str, *, by_relevance: bool = False) -> Callable[[], object]:
        return lambda: search.hits(library, parse(query, now), by_relevance=by_relevance, limit=SCREEN)

    return [
        ("list, newest first", 20, listed("")),
        ("list unread", 20, listed("unread")),
        ("list feed:NAME unread", 20, listed('feed:"Paper 7" unread')),
        ("list, ids of all", 0, lambda: search.ids(library, parse("", now))),
        ("unread counts of all feeds", 10, lambda: subscriptions.unread(library)),
        ("all feeds with all that is known of them", 20, lambda: subscriptions.feeds(library)),
        ("unread, all in all", 10, lambda: search.count(library, parse("unread", now))),
        ("search two words", 30, found(two)),
        ("search two common words", 30, found(both_common)),
        ("search a rare word", 30, found(rare)),
        ("search a common word, newest first", 10, found(common)),
        ("count a common word's hits", 0, lambda: search.count(library, parse(common, now))),
        ("search a common word, best first", 0, found(common, by_relevance=True)),
        ("search a beginning of three letters", 0, found(press.word(press.RARE)[:3] + "*")),
        ("newest 50 quotes of the busiest person", 10, lambda: profiles.quotes(library, busy)),
        ("newest 50 quotes of another", 10, lambda: profiles.quotes(library, known)),
        ("page of the busiest person", 0, lambda: profiles.profile(library, busy)),
        ("page of another", 0, lambda: profiles.profile(library, known)),
        ("in the news, a week", 0, lambda: profiles.in_the_news(library, now - week, now)),
    ]


def _measured(name: str, bar: float, work: Callable[[], object], runs: int) -> bool:
    work()
    walls, spent = [], []
    for _ in range(runs):
        wall, processor = time.perf_counter(), time.process_time()
        work()
        walls.append((time.perf_counter() - wall) * 1e3)
        spent.append((time.process_time() - processor) * 1e3)
    walls.sort()
    spent.sort()
    median, late = walls[runs // 2], walls[min(runs - 1, runs * 95 // 100)]
    good = not bar or (median <= bar and late <= 3 * bar)
    mark = "    " if not bar else "good" if good else "MISS"
    print(f"{mark} {name:42} median {median:7.2f}  p95 {late:7.2f}  processor {spent[runs // 2]:7.2f}  bar {bar or '-'}")
    return good


if __name__ == "__main__":
    sys.exit(main())
