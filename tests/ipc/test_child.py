from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.ipc import Child

PATIENCE = 20.0  # seconds; a loaded machine starts Python slowly


@pytest.fixture
def child() -> Iterator[Child]:
    child = Child("reader.feeds.parser_process:serve")
    yield child
    child.close()


def question(size: int) -> bytes:
    return b'{"body":"' + b"QUJD" * size + b'","url":"","media_type":"","charset":null}'


def test_a_child_answers(child: Child) -> None:
    answer = child.ask(question(1), PATIENCE)
    assert answer is not None
    assert b"no feed" in answer
    assert child.is_alive
    assert child.pid != os.getpid()


def test_a_message_larger_than_a_pipe_is_sent_whole(child: Child) -> None:
    answer = child.ask(question(1_000_000), PATIENCE)
    assert answer is not None
    assert b"no feed" in answer


def test_sending_to_a_stopped_child_returns_at_once_and_asking_it_costs_the_time_given(child: Child) -> None:
    assert child.ask(question(1), PATIENCE)
    os.kill(child.pid, signal.SIGSTOP)
    start = time.monotonic()
    child.send(question(1_000_000))
    assert time.monotonic() - start < 0.5
    assert child.ask(question(1_000_000), 0.5) is None
    assert 0.4 < time.monotonic() - start < 3
    child.close()
    assert time.monotonic() - start < 5


def test_what_a_stopped_child_was_sent_is_there_when_it_goes_on(child: Child) -> None:
    assert child.ask(question(1), PATIENCE)
    os.kill(child.pid, signal.SIGSTOP)
    child.send(question(300_000))
    child.send(question(1))
    os.kill(child.pid, signal.SIGCONT)
    come: list[bytes] = []
    end = time.monotonic() + PATIENCE
    while len(come) < 2 and time.monotonic() < end:
        come += child.read()[0]
        time.sleep(0.01)
    assert len(come) == 2


def test_a_child_that_dies_gives_no_answer_and_does_not_keep_one_waiting(child: Child) -> None:
    os.kill(child.pid, signal.SIGKILL)
    start = time.monotonic()
    assert child.ask(question(1_000_000), PATIENCE) is None
    assert time.monotonic() - start < PATIENCE / 2


def test_a_child_takes_no_module_from_the_folder_that_it_is_started_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("json", "reader", "feedparser"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('taken')")
    child = Child("reader.feeds.parser_process:serve")
    assert child.ask(question(1), PATIENCE)
    child.close()
