from __future__ import annotations

import logging
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.cli.output.log import log_path, logging_to
from tests.cli.conftest import Call, Done

Program = Callable[..., Done]
LOG = logging.getLogger("reader.tests")


def test_verbose_tells_what_is_done_beside_the_result(program: Program, web_url: str) -> None:
    done = program("cat", "-v", web_url)
    assert done.out.startswith("Ferry back\n")
    assert f"GET {web_url}" in done.err
    assert program("cat", web_url).err == ""


def test_an_event_is_one_line_with_time_and_place_and_without_secrets() -> None:
    with logging_to(0, file=True):
        LOG.info("GET %s\nand more \x1b[31m", "https://ada:hunter2@courier.example/rss")
        LOG.debug("too fine")
    (row,) = log_path().read_text(encoding="utf-8").splitlines()
    assert row[:10].count("-") == 2
    assert "Z INFO reader.tests " in row
    assert row.endswith("/rss and more [31m")
    assert "hunter2" not in row
    assert stat.S_IMODE(log_path().stat().st_mode) == 0o600


def test_without_an_event_no_file_is_made() -> None:
    with logging_to(0, file=True):
        LOG.debug("too fine")
    assert not log_path().parent.exists()


def test_afterwards_nothing_is_written_and_the_level_is_as_it_was() -> None:
    log = logging.getLogger("reader")
    before = (log.level, list(log.handlers))
    with logging_to(1, file=True):
        LOG.info("one")
    LOG.warning("two")
    assert (log.level, log.handlers) == before
    assert len(log_path().read_text().splitlines()) == 1


def test_a_long_log_is_turned_over_and_two_older_ones_stay() -> None:
    with logging_to(0, file=True):
        for number in range(9_000):
            LOG.info("%d %s", number, "x" * 200)
    files = sorted(path.name for path in log_path().parent.iterdir())
    assert files == ["reader.log", "reader.log.1", "reader.log.2"]
    assert all(path.stat().st_size <= 512 * 1024 for path in log_path().parent.iterdir())
    assert "8999 x" in log_path().read_text()


def test_a_log_that_cannot_be_written_is_no_trouble(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "state").write_text("a file where a folder should be")
    with logging_to(0, file=True):
        LOG.info("lost")
    assert capsys.readouterr() == ("", "")


def test_a_long_command_logs_and_one_that_prints_does_not(call: Call, web_url: str, story: str) -> None:
    assert call("cat", story).status == call("cat", web_url).status == 0
    assert not log_path().exists()
    assert call("add", web_url).status == 0
    assert f"GET {web_url}" in log_path().read_text()
