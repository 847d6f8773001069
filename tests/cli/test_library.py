"""The library's commands, as a user gives them."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import Protocol
from xml.etree import ElementTree as ET

import pytest

from reader import settings
from reader.cli.command_table import COMMANDS
from reader.cli.commands.library_access import whole
from reader.cli.terms import hidden, shown
from reader.errors import UsageError
from reader.library import Library, identities
from reader.model import Person
from reader.newsroom import library_file
from tests.cli.conftest import Call, Done

FEED = """<rss version="2.0"><channel><title>Courier</title>{items}</channel></rss>"""
ITEM = (
    "<item><guid>{n}</guid><title>{title}</title><link>https://courier.example/{n}</link>"
    "<pubDate>Mon, 0{n} Nov 2026 09:00:00 GMT</pubDate><description>{title}, says the Courier.</description></item>"
)

TITLES = ("Harbour wall falls", "Café opens", "Bridge closes")
URLS = 'https://courier.example/rss sea "~Courier"\n"query:Mine:unread = \\"yes\\""\nexec:rm -rf ~\n'


class Web(Protocol):
    def url(self, path: str = "/") -> str: ...
    def page(self, path: str, body: bytes, *, status: int = 200) -> str: ...


@pytest.fixture
def feed(web: Web) -> str:
    """Give the address of a feed with three entries."""
    items = "".join(ITEM.format(n=n, title=title) for n, title in enumerate(TITLES, 1))
    return web.page("/rss", FEED.format(items=items).encode())


@pytest.fixture
def followed(call: Call, feed: str) -> str:
    """Follow the feed, and give its address."""
    assert call("add", feed).status == 0
    return feed


def rows(done: Done) -> list[list[str]]:
    return [line.split("\t") for line in done.out.splitlines()]


def titles(done: Done) -> list[str]:
    return [row[4] for row in rows(done)]


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


def test_a_feed_is_followed_and_listed(call: Call, feed: str) -> None:
    done = call("add", feed, "--folder", "Local", "--tags", "sea,port")
    assert (done.status, done.out) == (0, "")
    assert "Courier: followed from now on, 3 new entries" in done.err
    ((_, unread, title, folder, url, error),) = rows(call("feeds"))
    assert (unread, title, folder, url, error) == ("3", "Courier", "Local", feed, "")
    assert json.loads(call("feeds", "-f", "json").out)["feeds"][0]["tags"] == ["port", "sea"]
    assert titles(call("list")) == ["Bridge closes", "Café opens", "Harbour wall falls"]
    assert titles(call("list", "tag:sea", "-n", "1")) == ["Bridge closes"]


def test_a_file_is_kept_and_its_people_are_known(call: Call, story: str) -> None:
    done = call("add", story)
    assert (done.status, done.out) == (0, "")
    assert "kept: Harbour inquiry opens" in done.err
    assert titles(call("list", "kept", "person:okonkwo")) == ["Harbour inquiry opens"]
    page = json.loads(call("person", "okonkwo", "-f", "json").out)
    assert page["name"] == "Maria Okonkwo"
    assert any("We were warned" in quote["text"] for quote in page["quotes"])
    kinds = {row[0] for row in rows(call("person", "Maria", "Okonkwo"))}
    assert {"quote", "article"} <= kinds
    assert rows(call("person", "--in-the-news", "--days", "1"))[0][:2] == ["Maria Okonkwo", "1"]


def test_the_names_that_shells_complete_are_those_of_the_library(call: Call, tmp_path: Path) -> None:
    assert call("completion", "feeds") == call("completion", "tags")
    assert call("completion", "terms").out.split() == ["kept", "or", "read", "starred", "unread"]
    assert not settings.folders().data.exists()
    (tmp_path / "urls").write_text(
        'https://a.example/1 sea "port town" "~Brackwater Courier"\nhttps://a.example/2 "~Breeze"\nhttps://a.example/3 "~--rf"\n'
    )
    assert call("import", str(tmp_path / "urls")).status == 0
    assert call("completion", "feeds").out.splitlines() == ["brackwater courier", "breeze"]
    assert call("completion", "tags").out.splitlines() == ["port town", "sea"]
    terms = call("completion", "terms").out.splitlines()
    assert {'feed:"brackwater courier"', "feed:breeze", 'tag:"port town"', "tag:sea"} <= set(terms)
    for term in terms:
        assert call("list", *([term] if term != "or" else [])).status == 1


def test_words_that_are_no_text_are_words_that_stand_nowhere(call: Call, story: str) -> None:
    assert call("add", story).status == 0
    for bad in ("\udcff", "\ud800", "a\udcffb"):
        for words in (["list", f"tag:{bad}"], ["list", f"feed:{bad}"], ["person", bad]):
            assert call(*words).status == 1, words
        for words in (["list", bad], ["search", f'"{bad}"'], ["mark", bad]):
            assert call(*words).status in (0, 1), words
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


@pytest.mark.parametrize(
    ("words", "options"),
    [
        (["-harbour", "-october", "-news", "-feed:courier", "-(a"], []),
        ([], ["-q", "-qv", "-n20", "-fjson", "-f", "--limit", "-", "-n=3"]),
    ],
)
def test_terms_are_told_from_options(words: list[str], options: list[str]) -> None:
    known = next(one for one in COMMANDS if one.name == "list").options
    given = [*words, *options, "--", "-x-y"]
    assert [one != two for one, two in zip(given, hidden(given, known), strict=True)] == [
        *[True] * len(words),
        *[False] * (len(options) + 2),
    ]
    assert [shown(word) for word in hidden(given, known)] == given


def test_a_feed_is_changed_and_removed_and_comes_back(call: Call, followed: str) -> None:
    assert call("feeds", "courier", "--title", "My Courier", "--folder", "Home", "--keep-days", "30").status == 0
    assert call("feeds", "courier", "--read-ahead", "on").status == 0
    (record,) = json.loads(call("feeds", "-f", "json").out)["feeds"]
    assert (record["title"], record["folder"], record["keep_days"], record["read_ahead"]) == ("My Courier", "Home", 30, True)
    assert "3 entries gone with it" in call("feeds", followed, "--remove").err
    assert call("list").status == 1
    assert call("undo").status == 0
    assert len(titles(call("list", "feed:home"))) == 3


def test_a_feed_must_be_meant_clearly_to_be_changed(call: Call, followed: str, web: Web) -> None:
    second = web.page(
        "/second", FEED.format(items=ITEM.format(n=9, title="Other")).encode().replace(b"Courier", b"Courier Two")
    )
    call("add", second)
    assert "several feeds are called so" in call("feeds", "127.0.0.1", "--remove").err
    assert call("feeds", "courier two", "--remove").status == 0
    assert call("feeds", "nobody", "--remove").status == 1
    assert call("feeds", "--remove").status == 2


def test_lists_come_in_and_go_out(call: Call, tmp_path: Path) -> None:
    (tmp_path / "urls").write_text(URLS, encoding="utf-8")
    done = call("import", str(tmp_path / "urls"))
    assert done.status == 0
    assert "1 feed followed from now on, 0 already, 2 not imported" in done.err
    assert "not imported: exec:rm (commands are never run)" in done.err
    (tmp_path / "feeds.opml").write_text(call("feeds", "-f", "opml").out, encoding="utf-8")
    assert "0 feeds followed from now on, 1 already" in call("import", str(tmp_path / "feeds.opml")).err
    assert call("import", str(tmp_path / "missing")).status == 6


def test_a_refresh_says_what_came_of_it(call: Call, followed: str, web: Web) -> None:
    assert call("refresh").err == "reader: no feed is due\n"
    web.page("/rss", FEED.format(items=ITEM.format(n=4, title="Ferry back")).encode())
    done = call("refresh", "courier")
    assert (done.status, done.out, done.err) == (0, "", "reader: 1 feed, 1 new entry\n")
    web.page("/rss", b"gone", status=500)
    done = call("refresh", "courier", "-f", "tsv")
    assert done.status == 4
    assert rows(done)[0][:3] == ["Courier", "0", followed]
    assert "1 feed, 0 new entries, 1 failed" in done.err


def test_articles_go_out_with_their_source(call: Call, followed: str, story: str, tmp_path: Path) -> None:
    call("add", story)
    assert call("export", "kept").out.startswith("# Harbour inquiry opens\n")
    assert "(accessed " in call("export", "kept").out
    assert call("export", "-o", f"{tmp_path}/out/").status == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
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


def test_a_damaged_library_is_told_with_the_way_back(call: Call, followed: str) -> None:
    library_file.path_of(settings.folders()).write_bytes(b"damaged " * 999)
    done = call("list")
    assert done.status == 7
    assert "restore a backup" in done.err
    assert done.err.count("\n") == 1


def test_two_names_are_made_one_person_and_two_again(call: Call, followed: str) -> None:
    with library_file.to_keep(settings.folders()) as library:
        _name_people(library)
    assert call("person", "Robert Hale", "--merge", "Bob Hale").status == 0
    page = json.loads(call("person", "bob hale", "-f", "json").out)
    assert page["counts"]["articles"] == 2
    assert call("person", "Robert Hale", "--split", "bridge").status == 0
    assert json.loads(call("person", "Robert Hale", "-f", "json").out)["counts"]["articles"] == 1
    assert call("person", "Nobody", "--merge", "Bob Hale").status == 1


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


def test_nothing_is_picked_without_a_terminal_or_something_to_pick(call: Call, followed: str) -> None:
    assert call("pick", "nosuchwordatall").status == 1
    assert call("pick", "feeed:x").status == 2
    done = call("pick")
    assert (done.status, done.out) == (2, "")
    assert "reader list" in done.err


def _name_people(library: Library) -> None:
    ids = [row[0] for row in library.rows("SELECT id FROM entries ORDER BY id")]
    with library.writing() as connection:
        for identity, name in zip(ids[1:], ("Robert Hale", "Bob Hale"), strict=True):
            identities.record(connection, identity, [Person(name=name, aliases=(name,))])


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


@pytest.mark.parametrize("value", ["-1", "x", "1.5", "", "9" * 12])
def test_a_number_is_a_number(value: str) -> None:
    with pytest.raises(UsageError, match="no number"):
        whole(value, "-n")
