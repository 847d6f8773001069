from __future__ import annotations

from tests.cli.commands.conftest import rows, titles
from tests.cli.conftest import Call


def test_entries_are_marked_starred_and_tagged_by_query_and_all_is_undone(call: Call, followed: str) -> None:
    assert "1 entry marked read (reader undo puts it back)" in call("mark", "wall").err
    assert "2 entries starred" in call("star", "unread").err
    assert "1 entry tagged sea" in call("tag", "sea", "title:bridge").err
    assert titles(call("list", "starred", "tag:sea")) == ["Bridge closes"]
    assert call("tag", "--remove", "sea", "tag:sea").status == 0
    assert call("list", "tag:sea").status == 1
    labels = [call("undo").err.strip() for _ in range(5)]
    assert labels == [
        "reader: undone: untag sea",
        "reader: undone: tag sea",
        "reader: undone: star",
        "reader: undone: mark read",
        "reader: there is nothing to undo",
    ]
    assert len(titles(call("list", "unread", "-starred"))) == 3


def test_one_entry_is_meant_by_its_number(call: Call, followed: str) -> None:
    number = rows(call("list", "bridge"))[0][0]
    assert call("mark", f"id:{number}").status == 0
    assert titles(call("list", "read")) == ["Bridge closes"]
    assert call("mark", "id:bridge").status == 2


def test_a_change_needs_a_query(call: Call, followed: str) -> None:
    for words in (["mark"], ["star"], ["tag"], ["tag", "sea"], ["tag", "two words", "unread"]):
        assert call(*words).status == 2
    assert call("mark", "nothing-is-so").status == 1


def test_queries_are_saved_listed_printed_and_forgotten(call: Call, followed: str) -> None:
    assert call("queries").status == 1
    assert call("queries", "weather", "storm", "or", "-starred").status == 0
    assert call("queries").out == "weather\tstorm or -starred\n"
    assert call("queries", "weather").out == "storm or -starred\n"
    assert call("queries", "bad", "feeed:x").status == 2
    assert call("queries", "nobody").status == 1
    assert call("queries", "weather", "--remove").status == 0
    assert call("queries").status == 1
    assert call("undo").status == 0
    assert call("queries", "weather").status == 0
    assert call("queries", "--remove").status == 2
