from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from reader.errors import UnreadableError, UsageError
from reader.model import Page
from reader.sources import check, fetch, is_url, page_from_bytes
from reader.sources.sniff import CAP

TEXT = b"The ferry to Lower Quay runs again from Monday.\n"


def page(source: str | Path) -> Page:
    got = fetch(str(source))
    assert isinstance(got, Page)
    return got


def failure(source: str | Path) -> UnreadableError:
    with pytest.raises(UnreadableError) as caught:
        page(source)
    assert caught.value.source == str(source)
    return caught.value


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("a.html", "text/html"),
        ("a.HTM", "text/html"),
        ("a.txt", "text/plain"),
        ("a.xhtml", "application/xhtml+xml"),
        ("a", ""),
    ],
)
def test_a_file_is_read_and_its_ending_says_what_it_is(tmp_path: Path, name: str, media_type: str) -> None:
    path = tmp_path / name
    path.write_bytes(TEXT)
    got = page(path)
    assert (got.body, got.media_type, got.charset) == (TEXT, media_type, None)
    assert got.url == path.as_uri()
    assert got.final_url == ""


def test_a_file_url_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a b.txt"
    path.write_bytes(TEXT)
    assert page(path.as_uri()).body == TEXT
    assert page(path.as_uri().replace("file://", "FILE://localhost")).body == TEXT


def test_a_file_on_another_machine_is_refused() -> None:
    assert "another machine" in failure("file://server/etc/passwd").problem


def test_a_name_that_begins_with_a_dash_or_looks_like_a_scheme_is_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("-x", "http:x"):
        Path(name).write_bytes(TEXT)
        assert page(name).body == TEXT


@pytest.mark.parametrize(
    ("source", "advice"),
    [
        ("nosuch", "check the name"),
        ("nosuch.html", "check the name"),
        ("../nosuch.d/x", "check the name"),
        ("example.org", "for a web page write https://example.org"),
        ("localhost:8000/a", "for a web page write https://localhost:8000/a"),
        ("localhost", "check the name"),
        ("a.html/b c", "for a web page write https://a.html/b c"),
        (".hidden", "check the name"),
        ("version-1.2", "check the name"),
        ("www.münchen.example/", "for a web page write https://www.münchen.example/"),
        ("example.org/news/1", "for a web page write https://example.org/news/1"),
    ],
)
def test_a_missing_file_is_told(source: str, advice: str) -> None:
    error = failure(source)
    assert (error.problem, error.advice) == ("no such file", advice)


def test_a_file_below_a_file_is_missing(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(TEXT)
    assert failure(tmp_path / "a" / "b").problem == "no such file"


def test_a_folder_is_told(tmp_path: Path) -> None:
    assert failure(tmp_path).problem == "this is a folder"


def test_a_name_with_a_nul_is_told() -> None:
    assert failure("a\0b").problem == "no such file"


def test_a_name_that_is_too_long_is_told() -> None:
    assert "name too long" in failure("a" * 5000).problem


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(TEXT)
    path.chmod(0)
    assert failure(path).problem == "it may not be read"


def test_a_file_that_is_too_big_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.html"
    with path.open("wb") as file:
        file.truncate(CAP + 1)
    assert failure(path).problem == "larger than 20 MiB"


def test_a_device_without_an_end_is_refused() -> None:
    assert failure("/dev/zero").problem == "larger than 20 MiB"


def test_a_file_as_large_as_the_cap_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(b"a" * CAP)
    assert len(page(path).body) == CAP


def test_a_named_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(TEXT,), daemon=True)
    writer.start()
    assert page(pipe).body == TEXT
    writer.join(5)


@pytest.mark.parametrize("body", [b"", b" \n\t\r\n"])
def test_an_empty_file_is_refused(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(body)
    assert failure(path).problem == "it is empty"


def test_what_was_read_elsewhere_is_judged_alike() -> None:
    assert page_from_bytes(TEXT).url == ""
    with pytest.raises(UnreadableError, match="PNG"):
        page_from_bytes(b"\x89PNG\r\n\x1a\n....")


@pytest.mark.parametrize("source", ["page.html", "-", "seed:storm", "file:///etc/passwd", "/etc/passwd", "ftp://example.org/"])
def test_a_page_may_lead_to_the_web_only(source: str) -> None:
    with pytest.raises(UnreadableError, match="http and https"):
        fetch(source, linked=True)


def test_what_is_a_url() -> None:
    assert is_url("http://example.org")
    assert is_url("HTTPS://example.org")
    assert not is_url("example.org")
    assert not is_url("http:/example.org")


@pytest.mark.parametrize("source", ["file://[/x", "file://a\0b/x", "file://[::1]/x", "file:", "file://"])
def test_a_file_url_that_is_none_is_told(source: str) -> None:
    assert failure(source).problem in ("no such file", "the file is on another machine", "this is a folder")


@pytest.mark.parametrize("source", ["nosuch", "seed:nosuch", "/", "file://[", "a\0b"])
def test_what_cannot_be_read_can_be_known_before_it_is_read(source: str) -> None:
    with pytest.raises((UnreadableError, UsageError)) as early:
        check(source)
    with pytest.raises((UnreadableError, UsageError)) as late:
        fetch(source)
    assert str(early.value) == str(late.value)


def test_what_may_be_there_is_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(TEXT)
    for source in (str(path), path.as_uri(), "-", "https://nobody.invalid/"):
        check(source)
