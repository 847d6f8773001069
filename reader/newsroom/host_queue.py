"""Many errands to many hosts, politely: one at a time to a host, with a second between them, several hosts at once."""

from __future__ import annotations

import heapq
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Generic, TypeVar

PAUSE = 1.0
"""Seconds between two requests to one host."""
THREADS = 12

Brought = TypeVar("Brought")


@dataclass(frozen=True, slots=True)
class HostTask(Generic[Brought]):
    """Something to be fetched from a host."""

    host: str
    run: Callable[[], Brought]
    """Runs in a thread of its own; must not raise."""


class HostQueue(Generic[Brought]):
    """Runs errands and gives what they bring, as it comes.  More errands may be added while it goes on."""

    def __init__(self, errands: Iterable[HostTask[Brought]], *, pause: float = PAUSE, threads: int = THREADS) -> None:
        """Queue the errands; nothing runs before the round is iterated over."""
        self._pause = pause
        self._threads = threads
        self._waiting: dict[str, deque[HostTask[Brought]]] = {}
        self._hosts: list[tuple[float, str]] = []
        """Hosts that nobody is at, as a heap: when each may be asked next, in seconds of the monotonic clock."""
        self._left = 0
        self._changed = threading.Condition()
        self._brought: SimpleQueue[Brought] = SimpleQueue()
        self._is_over = False
        for errand in errands:
            self.add(errand)

    def add(self, errand: HostTask[Brought]) -> None:
        """Queue one more errand behind those to the same host."""
        with self._changed:
            if errand.host not in self._waiting:
                self._waiting[errand.host] = deque()
                heapq.heappush(self._hosts, (0.0, errand.host))
            self._waiting[errand.host].append(errand)
            self._left += 1
            self._changed.notify()

    def drop(self, host: str) -> int:
        """Take back all errands to a host that have not begun; give how many those are."""
        with self._changed:
            dropped = len(self._waiting.get(host, ()))
            if dropped:
                self._waiting[host].clear()
                self._left -= dropped
            return dropped

    def __iter__(self) -> Iterator[Brought]:
        """Run everything; leaving the loop early ends the round after the errands that are under way."""
        threads = [threading.Thread(target=self._work, daemon=True) for _ in range(min(self._threads, len(self._waiting)))]
        for thread in threads:
            thread.start()
        try:
            while self._left:
                brought = self._brought.get()
                self._left -= 1
                yield brought
        finally:
            with self._changed:
                self._is_over = True
                self._changed.notify_all()

    def _work(self) -> None:
        while (errand := self._next()) is not None:
            self._brought.put(errand.run())
            with self._changed:
                heapq.heappush(self._hosts, (time.monotonic() + self._pause, errand.host))
                self._changed.notify()

    def _next(self) -> HostTask[Brought] | None:
        """Wait for a host that may be asked and take its next errand; None: the round is over."""
        with self._changed:
            while not self._is_over:
                wait = self._hosts[0][0] - time.monotonic() if self._hosts else None
                if wait is None or wait > 0:
                    self._changed.wait(wait)
                    continue
                host = heapq.heappop(self._hosts)[1]
                if self._waiting[host]:
                    return self._waiting[host].popleft()
                del self._waiting[host]  # its pause is over, and nobody wants anything of it
            return None
