"""Readings that are kept for the next time."""

from __future__ import annotations

from pathlib import Path

from reader.newsroom import Request
from reader.worker import Answer, recall
from reader.worker.page_main import answers
from reader.worker.protocol import Order
from reader.worker.seed_cache import keep


def answer(order: Order) -> Answer:
    *_, whole = answers(order)
    return whole


def test_a_bundled_page_is_kept_and_recalled(tmp_path: Path) -> None:
    request = Request(source="seed:harbour")
    assert recall(request, tmp_path) is None
    found = answer(Order(ticket=1, request=request))
    keep(request, found, tmp_path)
    assert found.reading is not None
    kept = recall(request, tmp_path)
    assert kept == found.reading


def test_nothing_but_bundled_pages_is_kept(page: str, tmp_path: Path) -> None:
    request = Request(source=page)
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
