from __future__ import annotations

import json

import pytest

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


@pytest.mark.parametrize("query", [["!!!"], ["unread", "---"], ['"…"'], ["title:*"], ["starred", "or", "?"]])
@pytest.mark.parametrize("command", [["mark"], ["star"], ["tag", "sea"], ["delete"]])
def test_a_change_whose_query_has_nothing_to_look_for_is_refused(
    call: Call, followed: str, command: list[str], query: list[str]
) -> None:
    done = call(*command, *query)
    assert (done.status, done.out) == (2, "")
    assert call("undo").status == 1
    assert len(titles(call("list", "unread", "-starred"))) == 3


def test_what_is_deleted_is_gone_and_comes_back(call: Call, followed: str) -> None:
    done = call("delete", "wall")
    assert (done.status, done.err) == (0, "reader: 1 entry deleted (reader undo puts it back)\n")
    assert titles(call("list")) == ["Bridge closes", "Café opens"]
    assert call("undo").status == 0
    assert len(titles(call("list"))) == 3
    assert call("delete").status == 2
    assert call("delete", "nothing-is-so").status == 1


def test_tags_are_listed_with_how_many_have_them(call: Call, followed: str) -> None:
    assert call("tags").status == 1
    call("tag", "sea", "wall")
    call("tag", "port", "wall or bridge")
    call("mark", "wall")
    assert rows(call("tags")) == [["port", "1", "2"], ["sea", "0", "1"]]
    assert json.loads(call("tags", "-f", "json").out)["tags"][0] == {"tag": "port", "unread": 1, "entries": 2}
