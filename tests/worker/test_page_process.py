"""The worker process: started, asked, made stale, killed, and orphaned."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.errors import UnreadableError
from reader.ipc import Child
from reader.newsroom import Request
from reader.worker import Answer, Worker
from reader.worker.protocol import ANSWERS

PATIENCE = 20.0  # seconds; a loaded machine starts Python slowly


@pytest.fixture
def worker() -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.close()


def hear(worker: Worker) -> Answer:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if select.select([worker.descriptor], [], [], 0.2)[0]:
            found = worker.receive()
            if found is not None and found.is_whole:
                return found
    raise AssertionError("the worker did not answer")


def test_a_page_is_read_in_another_process(worker: Worker, page: str) -> None:
    ticket = worker.ask(Request(source=page))
    found = hear(worker)
    assert found.ticket == ticket
    assert found.error is None
    assert found.reading is not None
    assert found.reading.article.title == "Ferry to Solvay runs again"
    assert found.reading.page.body == b""
    assert worker.pid not in (0, os.getpid())


def test_the_process_is_kept_for_the_next_page(worker: Worker, page: str) -> None:
    worker.ask(Request(source=page))
    hear(worker)
    first = worker.pid
    worker.ask(Request(source=page))
    hear(worker)
    assert worker.pid == first


def test_an_error_crosses_with_all_its_parts(worker: Worker) -> None:
    worker.ask(Request(source="no-such-file.html"))
    error = hear(worker).error
    assert isinstance(error, UnreadableError)
    assert error.source == "no-such-file.html"
    assert error.advice


def test_a_body_larger_than_a_pipe_gets_through(worker: Worker, page: str) -> None:
    body = Path(page).read_bytes() + b"<!--" + b"x" * 2_000_000 + b"-->"
    worker.ask(Request(source="-", body=body))
    found = hear(worker)
    assert found.reading is not None
    assert found.reading.article.title == "Ferry to Solvay runs again"


def test_only_the_newest_request_is_answered(worker: Worker, page: str) -> None:
    worker.ask(Request(source="no-such-file.html"))
    ticket = worker.ask(Request(source=page))
    assert hear(worker).ticket == ticket
    assert not worker.is_stale


def test_stale_work_is_cut_short(worker: Worker, page: str, tmp_path: Path) -> None:
    pipe = tmp_path / "never.html"
    os.mkfifo(pipe)  # reading it waits for somebody who writes
    worker.ask(Request(source=str(pipe)))
    first = worker.pid
    ticket = worker.ask(Request(source=page))
    assert worker.is_stale
    assert worker.hurry()
    assert worker.pid != first
    assert hear(worker).ticket == ticket
    assert not worker.hurry()


def test_a_killed_process_is_replaced_and_asked_again(worker: Worker, page: str) -> None:
    worker.start()
    first = worker.pid
    os.kill(first, signal.SIGKILL)
    ticket = worker.ask(Request(source=page))
    found = hear(worker)
    assert found.ticket == ticket
    assert found.reading is not None
    assert worker.pid != first


def test_a_page_that_kills_the_process_twice_is_given_up(worker: Worker, page: str, tmp_path: Path) -> None:
    pipe = tmp_path / "never.html"
    os.mkfifo(pipe)
    worker.ask(Request(source=str(pipe)))
    os.kill(worker.pid, signal.SIGKILL)
    assert select.select([worker.descriptor], [], [], PATIENCE)[0]
    assert worker.receive() is None  # replaced, and asked once more
    os.kill(worker.pid, signal.SIGKILL)
    error = hear(worker).error
    assert error is not None
    assert "died" in error.problem
    worker.ask(Request(source=page))
    assert hear(worker).reading is not None


def test_the_process_is_nicer_than_the_app(worker: Worker) -> None:
    for _ in range(2):  # it is as quick as the app with the first page, which the reader waits for
        worker.ask(Request(source="no-such-file.html"))
        hear(worker)
    assert os.getpriority(os.PRIO_PROCESS, worker.pid) > os.getpriority(os.PRIO_PROCESS, 0)


def test_the_process_ends_with_an_app_that_is_killed(tmp_path: Path) -> None:
    pipe = tmp_path / "never.html"
    os.mkfifo(pipe)
    script = (
        "import sys, time; from reader.worker import Worker; from reader.newsroom import Request\n"
        "worker = Worker(); worker.ask(Request(source=sys.argv[1])); print(worker.pid, flush=True); time.sleep(60)"
    )
    app = subprocess.Popen([sys.executable, "-c", script, str(pipe)], stdout=subprocess.PIPE)
    assert app.stdout is not None
    with app.stdout:
        pid = int(app.stdout.readline())
    app.kill()
    app.wait()
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and is_alive(pid):
        time.sleep(0.02)
    assert not is_alive(pid)


def is_alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[:1]
    except FileNotFoundError:
        return False


def test_closing_ends_the_process_in_the_middle_of_a_page(tmp_path: Path) -> None:
    pipe = tmp_path / "never.html"
    os.mkfifo(pipe)
    worker = Worker()
    worker.ask(Request(source=str(pipe)))
    pid = worker.pid
    worker.close()
    assert worker.pid == 0
    assert not is_alive(pid)
    worker.close()


class Told(Child):
    """A process that answers what it is told to."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = [*answers]

    @property
    def descriptor(self) -> int:
        return -1

    def send(self, message: bytes) -> None:
        pass

    def read(self) -> tuple[list[bytes], bool]:
        return [ANSWERS.encode(self.answers.pop(0))] if self.answers else [], True


def test_a_worker_waits_on_behind_an_answer_that_is_not_whole() -> None:
    worker = Worker(lambda _: Told(Answer(ticket=1, is_whole=False), Answer(ticket=1)))
    assert worker.ask(Request(source="a")) == 1
    first = worker.receive()
    assert first is not None
    assert not first.is_whole
    second = worker.receive()
    assert second is not None
    assert second.is_whole
    assert worker.receive() is None


def test_a_process_that_has_answered_only_the_text_of_an_old_page_is_still_at_work_on_it() -> None:
    worker = Worker(lambda _: Told(Answer(ticket=1, is_whole=False), Answer(ticket=1)))
    assert worker.ask(Request(source="a")) == 1
    assert worker.ask(Request(source="b")) == 2
    assert worker.receive() is None
    assert worker.is_stale
    assert worker.receive() is None
    assert not worker.is_stale


class Raving(Told):
    """A process that says what is no answer."""

    def read(self) -> tuple[list[bytes], bool]:
        return [b'{"ticket": "none"}'], True

    def close(self) -> None:
        pass


def test_a_process_that_talks_nonsense_is_replaced_and_then_given_up() -> None:
    worker = Worker(lambda _: Raving())
    worker.ask(Request(source="a"))
    assert worker.receive() is None
    last = worker.receive()
    assert last is not None
    assert "died" in str(last.error)


def test_the_apps_own_process_imports_no_parser() -> None:
    heavy = "{'bs4', 'lxml', 'httpx2', 'markdownify', 'textual'}"
    code = f"import sys, reader.worker, reader.tui; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
