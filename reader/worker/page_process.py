"""The app's side of the worker: starts the process, asks, listens, replaces it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from reader.errors import FetchError
from reader.ipc import Child
from reader.newsroom import Request
from reader.newsroom.entry_reading import EntryRequest
from reader.worker.protocol import ANSWERS, ORDERS, Answer, Order

GRACE: Final = 0.25
"""Seconds that stale work may still take: a new process needs about as long to import the parsers."""


def _nothing(_descriptor: int) -> None:
    return None


class Worker:
    """One long-lived process that reads pages; only the newest request counts.

    It never blocks: `ask` writes, `receive` reads what is there.  Whoever waits for answers hands in, with `listen`, how
    a descriptor is watched; the descriptor changes when the process is replaced.
    """

    def __init__(self, started: Callable[[str], Child] = Child) -> None:
        """Make a worker; its process starts with `start` or with the first request.

        Args:
            started: starts a process that runs a function, `module:function`.
        """
        self._started = started
        self._child: Child | None = None
        self._ticket = 0
        self._order: Order | None = None
        """What is waited for; None: nothing."""
        self._at_work: set[int] = set()
        """Tickets that the process has been told and has not answered."""
        self._deaths = 0
        """How often the process died over the present order."""
        self._watch: Callable[[int], object] = _nothing
        self._unwatch: Callable[[int], object] = _nothing

    def listen(self, watch: Callable[[int], object], unwatch: Callable[[int], object]) -> None:
        """Say how a descriptor is watched for reading; `receive` is to be called when it is readable."""
        self._watch, self._unwatch = watch, unwatch
        if self._child is not None:
            watch(self.descriptor)

    @property
    def descriptor(self) -> int:
        """The end of the pipe that answers come from; -1 while there is no process."""
        return self._child.descriptor if self._child else -1

    @property
    def pid(self) -> int:
        """The process's number; 0 while there is none."""
        return self._child.pid if self._child else 0

    @property
    def is_stale(self) -> bool:
        """The process is at work on something that nobody waits for any more."""
        wanted = self._order.ticket if self._order else None
        return any(ticket != wanted for ticket in self._at_work)

    def start(self) -> None:
        """Start the process if there is none."""
        if self._child is None:
            self._child = self._started("reader.worker.page_main:serve")
            self._at_work = set()
            self._watch(self.descriptor)

    def ask(self, request: Request | EntryRequest, *, is_ahead: bool = False) -> int:
        """Ask for a page, and give the number that the answer will carry; what was asked before is stale.

        Args:
            request: what to read.
            is_ahead: nobody waits for it yet, so that its text need not come before the rest.
        """
        self._ticket += 1
        self._order = Order(ticket=self._ticket, request=request, is_ahead=is_ahead)
        self._deaths = 0
        self._send(self._order)
        return self._ticket

    def hurry(self) -> bool:
        """Replace the process if it is at work on something stale; say whether it was.  To be called `GRACE` after `ask`."""
        if not self.is_stale:
            return False
        self._replace()
        return True

    def receive(self) -> Answer | None:
        """Return the answer to the newest request if it has come; answers to older ones are dropped.

        One that is not whole is followed by another, which this gives when it has come.
        A process that died is replaced, and asked again; if it dies of the same page twice, that is the answer.
        """
        answers, alive = self._read()
        done = max((answer.ticket - (not answer.is_whole) for answer in answers), default=0)
        self._at_work = {ticket for ticket in self._at_work if ticket > done}  # older ones were passed over
        wanted = [answer for answer in answers if self._order and answer.ticket == self._order.ticket]
        if wanted:
            self._order = None if wanted[-1].is_whole else self._order
            return wanted[-1]
        return None if alive else self._after_death()

    def close(self) -> None:
        """End the process, whatever it is doing."""
        child, self._child = self._child, None
        if child is not None:
            self._unwatch(child.descriptor)
            child.close()

    def _read(self) -> tuple[list[Answer], bool]:
        messages, is_alive = self._child.read() if self._child else ([], False)
        try:
            return [ANSWERS.decode(message) for message in messages], is_alive
        except ValueError:  # a page made it talk nonsense, which is as good as dead
            return [], False

    def _after_death(self) -> Answer | None:
        self._deaths += 1
        if self._order is None:
            self.close()
            return None
        if self._deaths == 1:
            self._replace()
            return None
        ticket, source = self._order.ticket, self._order.request.source
        self._order = None
        self.close()
        return Answer(ticket=ticket, error=FetchError("the reading process died of this page twice", source=source))

    def _replace(self) -> None:
        self.close()
        self.start()
        if self._order is not None:
            self._send(self._order)

    def _send(self, order: Order) -> None:
        self.start()
        self._at_work.add(order.ticket)
        assert self._child is not None
        self._child.send(ORDERS.encode(order))
