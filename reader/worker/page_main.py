"""The worker process's side: orders come in, answers go out, and it ends with the app."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from reader import newsroom
from reader.errors import ReaderError
from reader.ipc import Served
from reader.newsroom import Reading, annotate_reading, read_article
from reader.newsroom.entry_reading import EntryRequest
from reader.settings import folders
from reader.worker.protocol import ANSWERS, ORDERS, Answer, Order
from reader.worker.seed_cache import keep

_NICENESS: Final = 5


def serve() -> None:
    """Answer orders until standard input ends; only the newest of those that wait is answered."""
    app = Served()
    orders: queue.SimpleQueue[Order] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(app.messages(), orders), daemon=True).start()
    is_nice, cache = False, folders().cache
    while True:
        order = orders.get()
        while not orders.empty():
            order = orders.get()
        for found in answers(order):
            app.send(ANSWERS.encode(found))
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
            reading, error = newsroom.open_entry(order.request, datetime.now(UTC))
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


def _listen(messages: Iterator[bytes], orders: queue.SimpleQueue[Order]) -> None:
    """Queue the orders that come, and end the process with the app, even in the middle of a page."""
    for message in messages:
        orders.put(ORDERS.decode(message))
    os._exit(0)
