"""Many requests to many hosts, politely: one at a time to a host, with a second between them, several hosts at once."""

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

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class HostTask(Generic[Result]):
    """Something to be fetched from a host."""

    host: str
    run: Callable[[], Result]
    """Runs in a thread of its own; must not raise."""


class HostQueue(Generic[Result]):
    """Run tasks and yield their results as they come.  More tasks may be added meanwhile."""

    def __init__(self, tasks: Iterable[HostTask[Result]], *, pause: float = PAUSE, threads: int = THREADS) -> None:
        """Queue the tasks; nothing runs before the queue is iterated over."""
        self._pause = pause
        self._threads = threads
        self._waiting: dict[str, deque[HostTask[Result]]] = {}
        self._hosts: list[tuple[float, str]] = []
        """Hosts that nobody is at, as a heap: when each may be asked next, in seconds of the monotonic clock."""
        self._left = 0
        self._changed = threading.Condition()
        self._results: SimpleQueue[Result] = SimpleQueue()
        self._is_over = False
        for task in tasks:
            self.add(task)

    def add(self, task: HostTask[Result]) -> None:
        """Queue one more task behind those to the same host."""
        with self._changed:
            if task.host not in self._waiting:
                self._waiting[task.host] = deque()
                heapq.heappush(self._hosts, (0.0, task.host))
            self._waiting[task.host].append(task)
            self._left += 1
            self._changed.notify()

    def drop(self, host: str) -> int:
        """Drop the tasks to a host that have not begun, and return their number."""
        with self._changed:
            dropped = len(self._waiting.get(host, ()))
            if dropped:
                self._waiting[host].clear()
                self._left -= dropped
            return dropped

    def __iter__(self) -> Iterator[Result]:
        """Run everything; leaving the loop early ends it after the tasks that are under way."""
        threads = [threading.Thread(target=self._work, daemon=True) for _ in range(min(self._threads, len(self._waiting)))]
        for thread in threads:
            thread.start()
        try:
            while self._left:
                result = self._results.get()
                self._left -= 1
                yield result
        finally:
            with self._changed:
                self._is_over = True
                self._changed.notify_all()

    def _work(self) -> None:
        while (task := self._next()) is not None:
            self._results.put(task.run())
            with self._changed:
                heapq.heappush(self._hosts, (time.monotonic() + self._pause, task.host))
                self._changed.notify()

    def _next(self) -> HostTask[Result] | None:
        """Wait for a host that may be asked and take its next task; None: the queue is done."""
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
