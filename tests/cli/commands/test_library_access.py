from __future__ import annotations

from pathlib import Path

import pytest

from reader import settings
from reader.cli.commands.library_access import names
from tests.cli.conftest import Call


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["list"], 1),
        (["list", "unread"], 1),
        (["search", "harbour"], 1),
        (["person", "Ada"], 1),
        (["person", "--in-the-news"], 1),
        (["feeds"], 1),
        (["refresh"], 1),
        (["mark", "unread"], 1),
        (["star", "unread"], 1),
        (["tag", "x", "unread"], 1),
        (["undo"], 1),
        (["export"], 1),
        (["backup", "copy.db"], 7),
    ],
)
def test_looking_into_a_library_that_is_not_there_makes_none(call: Call, words: list[str], status: int) -> None:
    done = call(*words)
    assert (done.status, done.out) == (status, "")
    assert done.err.startswith("reader: ")
    assert done.err.count("\n") == 1
    assert not settings.folders().data.exists()


def test_the_names_that_shells_complete_are_those_of_the_library(call: Call, tmp_path: Path) -> None:
    assert names("feeds") == names("tags") == []
    assert names("terms") == ["kept", "or", "read", "starred", "unread"]
    assert not settings.folders().data.exists()
    (tmp_path / "urls").write_text(
        'https://a.example/1 sea "port town" "~Brackwater Courier"\nhttps://a.example/2 "~Breeze"\nhttps://a.example/3 "~--rf"\n'
    )
    assert call("import", str(tmp_path / "urls")).status == 0
    assert names("feeds") == ["brackwater courier", "breeze"]
    assert names("tags") == ["port town", "sea"]
    assert {'feed:"brackwater courier"', "feed:breeze", 'tag:"port town"', "tag:sea"} <= set(names("terms"))
    for term in names("terms"):
        assert call("list", *([term] if term != "or" else [])).status == 1
