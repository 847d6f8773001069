from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands.conftest import rows, titles
from tests.cli.conftest import Call

URLS = 'https://courier.example/rss sea "~Courier"\n"query:Mine:unread = \\"yes\\""\nexec:rm -rf ~\n'


def test_a_feed_is_followed_and_listed(call: Call, feed: str) -> None:
    done = call("add", feed, "--folder", "Local", "--tags", "sea,port")
    assert (done.status, done.out) == (0, "")
    assert "Courier: followed from now on, 3 new entries" in done.err
    ((_, unread, title, folder, url, error),) = rows(call("feeds"))
    assert (unread, title, folder, url, error) == ("3", "Courier", "Local", feed, "")
    assert json.loads(call("feeds", "-f", "json").out)["feeds"][0]["tags"] == ["port", "sea"]
    assert titles(call("list")) == ["Bridge closes", "Café opens", "Harbour wall falls"]
    assert titles(call("list", "tag:sea", "-n", "1")) == ["Bridge closes"]


def test_lists_come_in_and_go_out(call: Call, tmp_path: Path) -> None:
    (tmp_path / "urls").write_text(URLS, encoding="utf-8")
    done = call("import", str(tmp_path / "urls"))
    assert done.status == 0
    assert "1 feed followed from now on, 0 already, 2 not imported" in done.err
    assert "not imported: exec:rm (commands are never run)" in done.err
    (tmp_path / "feeds.opml").write_text(call("feeds", "-f", "opml").out, encoding="utf-8")
    assert "0 feeds followed from now on, 1 already" in call("import", str(tmp_path / "feeds.opml")).err
    assert call("import", str(tmp_path / "missing")).status == 6


PAGES = {
    title: f"<html><body><article><h1>{title}</h1><p>{text}</p></article></body></html>"
    for title, text in (
        ("Ferry back", "The ferry to Lower Quay runs again from Monday, when the tide is high enough for it to pass the bar."),
        (
            "Bridge shut",
            "Engineers closed the old bridge at noon after a lorry had torn away eleven metres of its northern rail.",
        ),
    )
}


def test_files_of_one_name_in_two_folders_are_two_articles(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for title in (*PAGES, *PAGES):
        folder = tmp_path / title.split()[0]
        folder.mkdir(exist_ok=True)
        (folder / "page.html").write_text(PAGES[title])
        monkeypatch.chdir(folder)
        assert call("add", "page.html").status == 0
    assert sorted(titles(call("list"))) == ["Bridge shut", "Ferry back"]


def test_what_is_piped_in_is_known_by_its_content(program: Call) -> None:
    for page in (*PAGES.values(), *PAGES.values()):
        assert program("add", "-", given=page.encode()).status == 0
    assert sorted(titles(program("list"))) == ["Bridge shut", "Ferry back"]
