"""Waits for the worker while the app is loaded: what it answers until then can be painted, and is the app's to take."""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

from reader.worker import Answer, Worker


class EarlyAnswer:
    """An answer that a thread waits for as long as the block runs; nobody else may use the worker in the meantime."""

    answer: Answer | None = None
    """What the worker has answered; None: nothing yet."""

    def __init__(self, worker: Worker, tell: Callable[[Answer], None]) -> None:
        """Take the worker, and what is to be done with its answer, in the thread.

        It must load nothing that loads what is loaded at the same time.
        """
        self._worker, self._tell = worker, tell
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._wait, daemon=True)

    def __enter__(self) -> Self:
        """Begin to wait, if the worker has been asked anything."""
        self._stopped, self._stop = os.pipe()
        if self._worker.pid:
            self._thread.start()
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None) -> None:
        """Wait no longer.

        Raises:
            Exception: what went wrong when the answer was told.
        """
        os.close(self._stop)
        if self._thread.ident:
            self._thread.join()
        os.close(self._stopped)
        if self._error:
            raise self._error

    def _wait(self) -> None:
        while self.answer is None:
            ready, _, _ = select.select([self._worker.descriptor, self._stopped], [], [])
            if self._stopped in ready:
                return
            self.answer = self._worker.receive()
        try:
            self._tell(self.answer)
        except Exception as error:  # noqa: BLE001 -- raised where the block ends
            self._error = error
