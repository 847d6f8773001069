from __future__ import annotations

import json
from pathlib import Path

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
