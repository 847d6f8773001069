"""The process that fetches and reads pages for the app: a `Request` goes in, an `Answer` comes out.

Why a process and not a thread: while a thread parses a page of 2 MB, a key in the app waits 125 to 230 ms for the interpreter;
beside a niced process it waits 5.  The process lives as long as the app, so that the parsers are imported once; it is told
the newest request only, and is replaced if it is still at work on an older one after a moment's grace, or if it dies.

    page_process, page_main     the app's side of the process that reads pages, and its own
    job_process, job_main       the same of the process for a job that takes longer than a page (asking the feeds, following
                                one, writing files), which is a new one each time
    protocol                    what they say to each other
    seed_cache                  readings of the bundled pages

Nothing here imports a parser; that is for the processes to do.  They end when their pipe ends, so also when the app is killed.
"""

from __future__ import annotations

from reader.worker.job_process import JobProcess
from reader.worker.page_process import Worker
from reader.worker.protocol import Answer
from reader.worker.seed_cache import recall

__all__ = ["Answer", "JobProcess", "Worker", "recall"]
