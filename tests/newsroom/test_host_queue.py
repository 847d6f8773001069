from __future__ import annotations

import threading
import time
from collections import defaultdict
from functools import partial
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.newsroom.host_queue import HostQueue, HostTask


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from("abcd"), max_size=12))
def test_everything_is_done_once_one_at_a_time_to_a_host_and_with_a_pause_between(hosts: list[str]) -> None:
    pause, at = 0.01, defaultdict[str, list[tuple[float, float]]](list)

    def task(number: int, host: str) -> HostTask[int]:
        def run() -> int:
            start = time.monotonic()
            time.sleep(0.001)
            at[host].append((start, time.monotonic()))
            return number

        return HostTask(host, run)

    result = list(HostQueue([task(number, host) for number, host in enumerate(hosts)], pause=pause, threads=4))
    assert sorted(result) == list(range(len(hosts)))
    for visits in at.values():
        assert all(later[0] - earlier[1] >= pause * 0.9 for earlier, later in pairwise(visits))


def test_errands_may_be_added_while_it_goes_on() -> None:
    queue: HostQueue[str] = HostQueue([HostTask("a", lambda: "first")], pause=0.01)
    seen = []
    for result in queue:
        seen.append(result)
        if result == "first":
            queue.add(HostTask("a", lambda: "second"))
            queue.add(HostTask("b", lambda: "third"))
    assert sorted(seen) == ["first", "second", "third"]


def test_what_has_not_begun_can_be_taken_back() -> None:
    queue: HostQueue[int] = HostQueue([HostTask("a", partial(int, number)) for number in range(5)], pause=0.05)
    seen = []
    for result in queue:
        seen.append(result)
        assert queue.drop("a") == 4
        assert queue.drop("nobody") == 0
    assert seen == [0]


def test_leaving_early_ends_its_threads() -> None:
    before = threading.active_count()
    for _ in HostQueue([HostTask(str(number), lambda: 1) for number in range(50)], pause=0.01, threads=3):
        break
    end = time.monotonic() + 5
    while threading.active_count() > before and time.monotonic() < end:
        time.sleep(0.005)
    assert threading.active_count() <= before
