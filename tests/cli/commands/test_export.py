from __future__ import annotations

import json
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.cli.commands.conftest import titles
from tests.cli.conftest import Call


def test_articles_go_out_with_their_source(call: Call, followed: str, story: str, tmp_path: Path) -> None:
    call("add", story)
    assert call("export", "kept").out.startswith("# Harbour inquiry opens\n")
    assert "(accessed " in call("export", "kept").out
    assert call("export", "-o", f"{tmp_path}/out/").status == 0
    assert sorted(path.name for path in (tmp_path / "out").glob("[!.]*")) == [
        "2026-11-01-harbour-wall-falls.md",
        "2026-11-02-café-opens.md",
        "2026-11-03-bridge-closes.md",
        "harbour-inquiry-opens.md",
    ]
    assert [json.loads(line)["title"] for line in call("export", "-f", "jsonl", "bridge").out.splitlines()] == [
        "Bridge closes"
    ]
    assert call("export", "-f", "html").status == 2
    assert call("export", "-f", "epub").status == 2
    assert call("export", "nothing-is-so").status == 1


def test_a_book_can_be_opened(call: Call, followed: str, tmp_path: Path) -> None:
    path = tmp_path / "news.epub"
    assert call("export", "-f", "epub", "-o", str(path)).status == 0
    with zipfile.ZipFile(path) as book:
        assert book.namelist()[0] == "mimetype"
        for name in book.namelist():
            if name.endswith((".xhtml", ".opf", ".xml")):
                ET.fromstring(book.read(name))
        assert "Bridge closes" in book.read("EPUB/article-0001.xhtml").decode()


def test_a_copy_is_made_and_put_back(call: Call, followed: str, tmp_path: Path) -> None:
    copy = str(tmp_path / "copy.db")
    assert call("backup", copy).status == 0
    call("feeds", "courier", "--remove")
    assert call("backup", "--restore", copy).status == 0
    assert len(titles(call("list"))) == 3
    (tmp_path / "bad.db").write_text("no library")
    assert call("backup", "--restore", str(tmp_path / "bad.db")).status == 7
    assert call("backup").status == 2
