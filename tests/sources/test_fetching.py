from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import ReaderError, UnreadableError, UsageError
from reader.model import Page
from reader.sources import check, fetch, is_url


def test_only_http_and_https_need_the_network() -> None:
    assert [is_url(one) for one in ("http://a.example", "HTTPS://a.example", "ftp://a.example", "a.example", "seed:x")] == [
        True,
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize("source", ["/etc/hostname", "-", "seed:ferry", "file:///etc/hostname"])
def test_a_page_leads_to_nothing_but_the_web(source: str) -> None:
    with pytest.raises(UnreadableError, match="http and https"):
        fetch(source, linked=True)


def test_each_kind_of_source_is_fetched_by_its_own_way(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<p>The ferry runs again.</p>")
    got = fetch(str(path))
    assert isinstance(got, Page)
    assert got.url == path.as_uri()
    with pytest.raises(UsageError, match="the name is empty"):
        fetch("")
    with pytest.raises(UsageError, match="bundled edition"):
        fetch("seed:nosuch")


@pytest.mark.parametrize(
    ("source", "fails"), [("-", False), ("https://nowhere.invalid/", False), ("missing", True), ("seed:no", True)]
)
def test_what_is_not_there_is_known_before_anything_is_read(source: str, fails: bool) -> None:
    if fails:
        with pytest.raises(ReaderError):
            check(source)
    else:
        check(source)
