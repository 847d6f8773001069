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

from reader.errors import NoArticleError, StatusError, UnreadableError
from reader.newsroom import Request
from reader.worker import Answer, Worker, recall
from reader.worker.page_main import answers
from reader.worker.protocol import Inbox, Order, encode
from reader.worker.seed_cache import keep

PAGE = b"""<html><head><title>Ferry to Solvay</title></head><body><article><h1>Ferry to Solvay runs again</h1>
<p>The ferry between Brackwater and Solvay runs again from Monday, four weeks after the storm that broke both landings.</p>
<p>"We have waited long enough," said Lena Voss, the ferry's captain. "The sea will not get calmer by waiting for it."</p>
<p>Tickets cost the same as before the storm, and the first crossing of the day is free until the end of the month.</p>
</article></body></html>"""
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


def answer(order: Order) -> Answer:
    *_, whole = answers(order)
    return whole


def page(tmp_path: Path, name: str = "page.html") -> str:
    path = tmp_path / name
    path.write_bytes(PAGE)
    return str(path)


def test_a_page_is_read_in_another_process(worker: Worker, tmp_path: Path) -> None:
    ticket = worker.ask(Request(source=page(tmp_path)))
    found = hear(worker)
    assert found.ticket == ticket
    assert found.error is None
    assert found.reading is not None
    assert found.reading.article.title == "Ferry to Solvay runs again"
    assert found.reading.page.body == b""
    assert worker.pid not in (0, os.getpid())


def test_the_process_is_kept_for_the_next_page(worker: Worker, tmp_path: Path) -> None:
    worker.ask(Request(source=page(tmp_path)))
    hear(worker)
    first = worker.pid
    worker.ask(Request(source=page(tmp_path)))
    hear(worker)
    assert worker.pid == first


def test_an_error_crosses_with_all_its_parts(worker: Worker) -> None:
    worker.ask(Request(source="no-such-file.html"))
    error = hear(worker).error
    assert isinstance(error, UnreadableError)
    assert error.source == "no-such-file.html"
    assert error.advice


def test_a_body_larger_than_a_pipe_gets_through(worker: Worker) -> None:
    body = PAGE + b"<!--" + b"x" * 2_000_000 + b"-->"
    worker.ask(Request(source="-", body=body))
    found = hear(worker)
    assert found.reading is not None
    assert found.reading.article.title == "Ferry to Solvay runs again"


def test_only_the_newest_request_is_answered(worker: Worker, tmp_path: Path) -> None:
    worker.ask(Request(source="no-such-file.html"))
    ticket = worker.ask(Request(source=page(tmp_path)))
    assert hear(worker).ticket == ticket
    assert not worker.is_stale


def test_stale_work_is_cut_short(worker: Worker, tmp_path: Path) -> None:
    pipe = tmp_path / "never.html"
    os.mkfifo(pipe)  # reading it waits for somebody who writes
    worker.ask(Request(source=str(pipe)))
    first = worker.pid
    ticket = worker.ask(Request(source=page(tmp_path)))
    assert worker.is_stale
    assert worker.hurry()
    assert worker.pid != first
    assert hear(worker).ticket == ticket
    assert not worker.hurry()


def test_a_killed_process_is_replaced_and_asked_again(worker: Worker, tmp_path: Path) -> None:
    worker.start()
    first = worker.pid
    os.kill(first, signal.SIGKILL)
    ticket = worker.ask(Request(source=page(tmp_path)))
    found = hear(worker)
    assert found.ticket == ticket
    assert found.reading is not None
    assert worker.pid != first


def test_a_page_that_kills_the_process_twice_is_given_up(worker: Worker, tmp_path: Path) -> None:
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
    worker.ask(Request(source=page(tmp_path)))
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


def test_a_page_without_an_article_is_an_answer(tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>")
    found = answer(Order(ticket=7, request=Request(source=str(path))))
    assert found.ticket == 7
    assert isinstance(found.error, NoArticleError)


def test_the_text_comes_before_its_people_and_quotes(tmp_path: Path) -> None:
    first, second = answers(Order(ticket=7, request=Request(source=page(tmp_path))))
    assert (first.ticket, first.is_whole, second.ticket, second.is_whole) == (7, False, 7, True)
    assert first.reading is not None
    assert second.reading is not None
    assert first.reading.article.blocks == second.reading.article.blocks
    assert not first.reading.article.people
    assert [person.name for person in second.reading.article.people] == ["Lena Voss"]
    assert second.reading.article.quotes


def test_a_page_that_is_read_ahead_comes_in_one_answer(tmp_path: Path) -> None:
    (only,) = answers(Order(ticket=7, request=Request(source=page(tmp_path)), is_ahead=True))
    assert only.is_whole
    assert only.reading is not None
    assert only.reading.article.quotes


def test_a_worker_waits_on_behind_an_answer_that_is_not_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    worker = Worker()
    monkeypatch.setattr(worker, "_send", lambda _order: worker._at_work.add(_order.ticket))
    ticket = worker.ask(Request(source="a"))
    come = [Answer(ticket=ticket, is_whole=False), Answer(ticket=ticket)]
    monkeypatch.setattr(worker, "_read", lambda: ([come.pop(0)] if come else [], True))
    first = worker.receive()
    assert first is not None
    assert not first.is_whole
    assert worker._at_work == {ticket}
    second = worker.receive()
    assert second is not None
    assert second.is_whole
    assert worker._at_work == set()
    assert worker.receive() is None


def test_the_text_of_a_page_that_nobody_waits_for_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    worker = Worker()
    monkeypatch.setattr(worker, "_send", lambda _order: worker._at_work.add(_order.ticket))
    old, new = worker.ask(Request(source="a")), worker.ask(Request(source="b"))
    monkeypatch.setattr(worker, "_read", lambda: ([Answer(ticket=old, is_whole=False)], True))
    assert worker.receive() is None
    assert worker._at_work == {old, new}


def test_messages_come_whole_out_of_pieces() -> None:
    error = StatusError("not found", status=404, source="https://example.org/a", advice="check the address")
    data = encode(Answer(ticket=1, error=error)) + encode(Order(ticket=2, request=Request(source="a", body=b"\0\xff")))
    inbox = Inbox()
    messages = [message for at in range(len(data)) for message in inbox.feed(data[at : at + 1])]
    first, second = messages
    assert isinstance(first, Answer)
    assert isinstance(second, Order)
    assert (first.ticket, second.ticket) == (1, 2)
    assert isinstance(first.error, StatusError)
    assert (first.error.status, str(first.error)) == (404, str(error))
    assert second == Order(ticket=2, request=Request(source="a", body=b"\0\xff"))


def test_the_apps_own_process_imports_no_parser() -> None:
    heavy = "{'bs4', 'lxml', 'httpx2', 'markdownify', 'textual'}"
    code = f"import sys, reader.worker, reader.tui; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_bundled_page_is_kept_and_recalled(tmp_path: Path) -> None:
    request = Request(source="seed:harbour")
    assert recall(request, tmp_path) is None
    found = answer(Order(ticket=1, request=request))
    keep(request, found, tmp_path)
    assert found.reading is not None
    kept = recall(request, tmp_path)
    assert kept == found.reading


def test_nothing_but_bundled_pages_is_kept(tmp_path: Path) -> None:
    request = Request(source=page(tmp_path))
    keep(request, answer(Order(ticket=1, request=request)), tmp_path / "cache")
    assert not (tmp_path / "cache").exists()
    assert recall(request, tmp_path / "cache") is None


def test_a_kept_file_that_would_run_something_is_refused(tmp_path: Path) -> None:
    request = Request(source="seed:harbour")
    keep(request, answer(Order(ticket=1, request=request)), tmp_path)
    (path,) = (tmp_path / "readings").iterdir()
    path.write_bytes(b"cos\nsystem\n(S'touch " + str(tmp_path / "bad").encode() + b"'\ntR.")
    assert recall(request, tmp_path) is None
    assert not (tmp_path / "bad").exists()
    path.write_bytes(b"\x80\x05garbage")
    assert recall(request, tmp_path) is None
