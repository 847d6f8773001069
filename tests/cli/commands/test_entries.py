from __future__ import annotations

import json
import re

import pytest

from reader import settings
from reader.newsroom import library_file
from tests.cli.commands.conftest import rows, titles
from tests.cli.conftest import Call
from tests.cli.terminals import ALIVE, on_terminal


def test_words_that_are_no_text_are_words_that_stand_nowhere(call: Call, story: str) -> None:
    assert call("add", story).status == 0
    for bad in ("\udcff", "\ud800", "a\udcffb"):
        for words in (["list", f"tag:{bad}"], ["list", f"feed:{bad}"], ["person", bad]):
            assert call(*words).status == 1, words
        for words in (["list", bad], ["search", f'"{bad}"'], ["list", f"-x{bad}"]):
            assert call(*words).status in (0, 1, 2), words
        assert call("person", "okonkwo", "--merge", bad).status == 1


def test_a_table_is_for_reading(call: Call, followed: str) -> None:
    table = call("list", "-f", "text", "-w", "70").out
    assert re.search(r"^● +2026-11-03 +Bridge closes +Courier$", table, re.MULTILINE)
    found = call("search", "wall", "-f", "text").out
    assert "Harbour wall falls\n2026-11-01  Courier  https://courier.example/1\nHarbour wall falls, says" in found


def test_json_has_stable_names(call: Call, followed: str) -> None:
    record = json.loads(call("list", "-n", "1", "-f", "json").out)
    assert record["schema"] == 1
    assert set(record["entries"][0]) == {"id", "published", "unread", "starred", "kept", "title", "feeds", "tags", "url"}
    (line,) = call("search", "café", "-f", "jsonl").out.splitlines()
    hit = json.loads(line)
    assert [hit["passage"][start:end] for start, end in hit["marks"]] == ["Café"]


def test_a_mistake_in_a_query_is_told_with_its_place(call: Call) -> None:
    done = call("list", "unread", "feeed:courier")
    assert (done.status, done.out) == (2, "")
    assert "at 'feeed:courier' (character 8)" in done.err
    assert "did you mean feed:?" in done.err


@pytest.mark.parametrize(
    "words", [["-bridge"], ["--", "-bridge"], ["unread", "-bridge"], ["-bridge", "-n2"], ["-q", "-bridge"]]
)
def test_what_a_query_leaves_out_is_no_option(call: Call, followed: str, words: list[str]) -> None:
    assert titles(call("list", *words)) == ["Café opens", "Harbour wall falls"]


def test_a_damaged_library_is_told_with_the_way_back(call: Call, followed: str) -> None:
    library_file.path_of(settings.folders()).write_bytes(b"damaged " * 999)
    done = call("list")
    assert done.status == 7
    assert "restore a backup" in done.err
    assert done.err.count("\n") == 1


def test_nothing_is_picked_without_a_terminal_or_something_to_pick(call: Call, followed: str) -> None:
    assert call("pick", "nosuchwordatall").status == 1
    assert call("pick", "feeed:x").status == 2
    done = call("pick")
    assert (done.status, done.out) == (2, "")
    assert "reader list" in done.err


def test_no_word_of_the_library_reaches_the_terminal_raw(call: Call, followed: str) -> None:
    with library_file.to_keep(settings.folders()) as library, library.writing() as connection:
        connection.execute("UPDATE entries SET title = ?, summary = ?", ("\x1b]0;owned\x07evil", "\x9b31mevil\u202e"))
        connection.execute("UPDATE feeds SET title = ?, error = ?", ("\x1b[31mevil", "\x1b[31mevil"))
    for words in (
        ["list"],
        ["list", "-f", "text"],
        ["list", "-f", "json"],
        ["search", "bridge"],
        ["search", "-f", "text", "bridge"],
        ["feeds"],
        ["feeds", "-f", "opml"],
        ["export"],
        ["export", "-f", "jsonl"],
    ):
        out = call(*words).out
        assert "evil" in out, words
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]|\\\\u001b", out), words


def test_how_many_there_are_is_a_number_alone(call: Call, followed: str) -> None:
    assert call("list", "--count", "unread") == call("list", "--count")
    assert call("list", "--count", "wall").out == "1\n"
    done = call("list", "--count", "starred")
    assert (done.status, done.out, done.err) == (1, "0\n", "")


@pytest.mark.parametrize(("name", "near"), [("coureir", "did you mean feed:courier?"), ("zzz", "reader feeds lists them")])
def test_a_feed_that_is_not_followed_is_told_with_the_nearest(call: Call, followed: str, name: str, near: str) -> None:
    for words in (["list", f"feed:{name}"], ["search", "wall", f"-feed:{name}"], ["export", f"wall or feed:{name}"]):
        done = call(*words)
        assert (done.status, done.out) == (2, "")
        assert f"no feed is called '{name}' ({near})" in done.err


def test_several_numbers_mean_any_of_those_entries(call: Call, followed: str) -> None:
    first, second, _ = (row[0] for row in rows(call("list")))
    assert len(rows(call("list", f"id:{first}", f"id:{second}"))) == 2
    assert titles(call("list", f"id:{first}", f"id:{second}", "café")) == ["Café opens"]


def test_a_list_that_is_cut_says_so_on_a_terminal_alone(call: Call, followed: str) -> None:
    for words in (["list", "-n", "1"], ["search", "-n", "1", "courier"]):
        out, err = on_terminal(*words, stdout="pipe", stderr="terminal", environment={**ALIVE, "NO_COLOR": "1"})
        assert b"reader: 2 more of 3 (-n 0 prints all)" in err
        out, err = on_terminal(*words, stdout="terminal", stderr="pipe", environment=ALIVE)
        assert (bool(out), err) == (True, b"")
    _, err = on_terminal("list", "-n", "0", stdout="pipe", stderr="terminal", environment=ALIVE)
    assert err == b""
