"""The worker process's side: reads orders from standard input, writes answers to standard output, ends when the input ends."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from reader.errors import ReaderError
from reader.newsroom import Reading, annotate_reading, read_article
from reader.newsroom.entry_reading import EntryRequest, open_entry
from reader.settings import folders
from reader.worker.protocol import Answer, Inbox, Order, encode
from reader.worker.seed_cache import keep

_NICENESS: Final = 5
_CHUNK: Final = 1 << 18


def pipes() -> tuple[int, int]:
    """Give the ends of this process's two pipes, and put nothing in their place: a library may print what it likes."""
    came_from, goes_to = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1):
        os.dup2(nowhere, standard)
    return came_from, goes_to


def serve() -> None:
    """Answer orders until standard input ends; only the newest of those that wait is answered."""
    orders_from, answers_to = pipes()
    orders: queue.SimpleQueue[Order] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(orders_from, orders), daemon=True).start()
    is_nice, cache = False, folders().cache
    while True:
        order = orders.get()
        while not orders.empty():
            order = orders.get()
        for found in answers(order):
            write(answers_to, encode(found))
            if found.is_whole:
                keep(order.request, found, cache)
            elif not orders.empty():
                break  # nobody waits for the rest
        if not is_nice:  # the first page is what the reader waits for; behind it there is an app whose keys come first
            os.nice(_NICENESS)
            is_nice = True


def answers(order: Order) -> Iterator[Answer]:
    """Read the page, or open the entry, that an order asks for; whatever goes wrong is an answer too.

    A page's text comes first: its people and quotes take as long again.
    """
    try:
        if isinstance(order.request, EntryRequest):
            reading, error = open_entry(order.request, datetime.now(UTC))
            yield Answer(ticket=order.ticket, reading=_light(reading), error=error)
        else:
            skimmed = _light(read_article(order.request))
            if not order.is_ahead:
                yield Answer(ticket=order.ticket, reading=skimmed, is_whole=False)
            yield Answer(ticket=order.ticket, reading=annotate_reading(skimmed))
    except ReaderError as error:
        yield Answer(ticket=order.ticket, error=error)
    except Exception as error:  # noqa: BLE001 -- one page must not end the process that reads the next
        problem = f"this page could not be read: {type(error).__name__}"
        yield Answer(ticket=order.ticket, error=ReaderError(problem, source=order.request.source))


def _light(reading: Reading) -> Reading:
    """Leave the page's body behind: it may be 20 MiB, and nobody shows it."""
    return replace(reading, page=replace(reading.page, body=b""))


def _listen(descriptor: int, orders: queue.SimpleQueue[Order]) -> None:
    """Queue the orders that come in, and end the process with its input, even in the middle of a page."""
    inbox = Inbox()
    while chunk := os.read(descriptor, _CHUNK):
        for message in inbox.feed(chunk):
            if isinstance(message, Order):
                orders.put(message)
    os._exit(0)


def write(descriptor: int, data: bytes) -> None:
    """Write all of some bytes to a pipe."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
