"""Processes of this program that work for another: messages go in over one pipe and come out over another.

    child       a process that is started, told, heard within a time, and ended
    framing     where a message begins and ends in a pipe
    served      the other side: what a child hears and says
    messages    what stands in a message: dataclasses of this program as JSON

Nothing here unpickles: a child parses what strangers wrote, and what it says is checked like anything that comes from outside.
`multiprocessing.connection` was weighed: it blocks in `send`, so that a stopped child would stop its parent.
"""

from __future__ import annotations

from reader.ipc.child import Child
from reader.ipc.messages import Messages
from reader.ipc.served import Served

__all__ = ["Child", "Messages", "Served"]
