"""The process that fetches and reads pages for the app: a `Request` goes in, an `Answer` comes out.

Why a process and not a thread: while a thread parses a page of 2 MB, a key in the app waits 125 to 230 ms for the interpreter;
beside a niced process it waits 5.  The process lives as long as the app, so that the parsers are imported once; it is told
the newest request only, and is replaced if it is still at work on an older one after a moment's grace, or if it dies.

`client.py` is the app's side, `serve.py` the process's, `frames.py` what goes over the pipes between them (pickles, which both
ends make themselves, with their length in front); `keepsakes.py` keeps readings of the bundled pages.  What takes longer than
a page (asking the feeds, following one, writing files) goes to a process of its own each time: `courier.py` and `assigned.py`.
`child.py` is a process, whichever it is.  Nothing here imports a parser; that is for the processes to do.
The process ends when its pipe ends, so also when the app is killed.
"""

from __future__ import annotations

from reader.worker.job_process import Courier
from reader.worker.page_process import Worker
from reader.worker.protocol import Answer
from reader.worker.seed_cache import recall

__all__ = ["Answer", "Courier", "Worker", "recall"]
