"""No byte of a stranger's drives the terminal: whatever a page, a server, a file's name or a setting holds, none of it comes out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.cli.output.console import Console, ConsoleOptions
from reader.cli.output.styles import Style, StyledText
from reader.errors import ReaderError
from tests.cli.conftest import Call, Done

FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""C0 but tab and newline, DEL, C1, and what turns the order of letters around."""

ATTACKS = {
    "title": "\x1b]0;owned\x07",
    "clipboard": "\x1b]52;c;b3duZWQ=\x07",
    "colour": "\x1b[31m",
    "8-bit colour": "\x9b31m",
    "8-bit OSC": "\x9d0;owned\x9c",
    "device control": "\x1bP+q544e\x1b\\",
    "clear": "\x1b[2J\x1bc",
    "overwrite": "\rowned\b\b",
    "nul": "\x00",
    "delete": "\x7f",
    "bidi": "\u202edenwo\u2066x\u2069",
    "next line": "\x85owned",
}

COMMANDS = (
    ["cat"],
    ["cat", "--links", "ref"],
    ["cat", "--links", "inline", "-w", "20"],
    ["cat", "--raw"],
    ["cat", "-f", "md"],
    ["cat", "-f", "html"],
    ["cat", "-f", "json"],
    ["cat", "-f", "jsonl", "--raw"],
    ["quotes"],
    ["quotes", "-f", "text"],
    ["people"],
    ["people", "-f", "json"],
    ["outline"],
    ["links"],
    ["links", "-f", "text"],
    ["meta"],
    ["meta", "-f", "json"],
    ["explain"],
    ["explain", "-f", "tsv"],
    ["explain", "-f", "json"],
)


class Site(Protocol):
    requests: list[bytes]

    def page(self, path: str, body: bytes, *, status: int = 200, headers: Mapping[str, str] | None = None) -> str: ...
    def raw(self, path: str, answer: bytes) -> str: ...
    def url(self, path: str = "/") -> str: ...


def hostile_page(attack: str) -> bytes:
    """Give a page that holds an attack in every place that can be printed, as it is and as a character reference."""
    bad = attack + "".join(f"&#{ord(sign)};" for sign in attack)
    quoted = escape(attack)
    json = attack.encode("unicode_escape").decode().replace("\\x", "\\u00").replace("'", "")
    return f"""<!doctype html><html lang="en{quoted}"><head><title>Harbour{bad} inquiry</title>
<meta name="author" content="Ada {quoted} Ferreira"><meta property="og:site_name" content="The {quoted} Courier">
<meta name="description" content="A summary {quoted} of it"><meta property="og:image" content="https://a.example/{quoted}.png">
<link rel="canonical" href="https://courier.example/{quoted}">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Harbour {json} inquiry",
 "author": {{"name": "Ada {json}"}}, "datePublished": "2026-11-01T10:00:00{json}Z"}}</script></head><body><article>
<h1>Harbour{bad} inquiry opens</h1><p class="byline">By Ada {bad} Ferreira</p>
<figure><img src="https://a.example/x{quoted}.png" alt="alt {quoted}"><figcaption>The caption {bad} of it</figcaption></figure>
<p>Maria {bad} Okonkwo, the mayor {bad} of Brackwater, opened an inquiry on Monday into the storm that broke the harbour wall.</p>
<p>"We were {bad} warned in March, and nobody came," said Maria Okonkwo, who took office {bad} after the storm had passed.</p>
<h2>What the {bad} report says</h2><blockquote><p>It was {bad} known to all of them.</p><cite>The {bad} report</cite></blockquote>
<p>The report names <a href="https://courier.example/{quoted}?x={quoted}" title="{quoted}">the {bad} firms</a> that built it.</p>
<ul><li>one {bad} thing that was written down</li><li>another {bad} thing that was not</li></ul>
<table><tr><th>Year{bad}</th><th>Letters</th></tr><tr><td>2025{bad}</td><td>11</td></tr></table>
<pre>code {bad} here</pre><div class="share{quoted}">Share {bad} this</div><p class="note">Correction: {bad} it was Monday.</p>
</article></body></html>""".encode("utf-8", "surrogatepass")


def assert_clean(done: Done) -> None:
    for stream in (done.out, done.err):
        found = FORBIDDEN.search(stream)
        assert found is None, f"{found[0]!r} in {stream[max(0, found.start() - 40) : found.end() + 20]!r}"
        assert "Traceback" not in stream


@pytest.mark.parametrize("name", ATTACKS)
def test_no_command_prints_what_a_page_would_do_to_the_terminal(call: Call, tmp_path: Path, name: str) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(hostile_page(ATTACKS[name]))
    for words in COMMANDS:
        done = call(*words, str(path))
        assert_clean(done)
        assert done.status in (0, 1), done.err


@pytest.mark.parametrize("name", ["title", "8-bit colour", "nul"])
def test_bytes_that_are_no_utf_8_are_no_way_in(call: Call, tmp_path: Path, name: str) -> None:
    path = tmp_path / "page.html"
    page = hostile_page("@@").replace(b"@@", ATTACKS[name].encode("latin-1"))
    for charset in (b"utf-8", b"iso-8859-1", b"windows-1252", b"x-user-defined", b"utf-7", b"iso-2022-kr"):
        path.write_bytes(page.replace(b"<head>", b"<head><meta charset=" + charset + b">"))
        assert_clean(call("cat", str(path)))


def test_plain_text_is_no_way_in(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    bad = "".join(ATTACKS.values())
    path.write_text(
        f"A title{bad}\n\nThe first {bad} paragraph of the story, long enough to be one of its own, and then some.\n",
        encoding="utf-8",
    )
    for words in COMMANDS:
        assert_clean(call(*words, str(path)))


@pytest.mark.parametrize("name", [name for name in ATTACKS if name != "nul"])
def test_a_files_name_is_no_way_in(call: Call, story: str, tmp_path: Path, name: str) -> None:
    path = tmp_path / f"page{ATTACKS[name]}.html"
    assert_clean(call("cat", str(path)))
    path.write_bytes(Path(story).read_bytes())
    for words in (["cat"], ["people"], ["people", "-f", "json"], ["explain", "-f", "json"], ["meta"]):
        assert_clean(call(*words, str(path), str(path)))


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS)
@pytest.mark.parametrize(
    "words",
    [["{}"], ["seed:{}"], ["cat", "--{}"], ["cat", "-f", "{}", "x"], ["cat", "--section", "{}", "STORY"], ["http://{}/"], ["https://127.0.0.1:1/{}"],
     ["file://{}/x"], ["config", "{}"], ["doctor", "{}"], ["-{}"], ["cat", "-o", "nosuch/{}", "STORY"]],
    ids=" ".join,
)  # fmt: skip
def test_a_command_line_is_no_way_in(call: Call, story: str, words: list[str], attack: str) -> None:
    done = call(*(word.replace("{}", f"a{attack}b").replace("STORY", story) for word in words))
    assert_clean(done)
    assert done.status not in (0, 70)


@pytest.mark.parametrize(
    "attack", [ATTACKS["title"], ATTACKS["8-bit colour"], ATTACKS["clear"]], ids=["title", "8-bit colour", "clear"]
)
def test_a_servers_words_are_no_way_in(call: Call, web: Site, attack: str) -> None:
    bad = attack.encode("latin-1")
    web.raw("/status", b"HTTP/1.1 404 Not" + bad + b"Found\r\nContent-Length: 0\r\n\r\n")
    web.raw("/media", b"HTTP/1.1 200 OK\r\nContent-Type: image/" + bad + b"png\r\nContent-Length: 3\r\n\r\nabc")
    web.raw("/charset", b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=" + bad + b"\r\nContent-Length: 3\r\n\r\nabc")
    web.raw("/away", b"HTTP/1.1 302 Found\r\nLocation: ftp://" + bad + b"/\r\nContent-Length: 0\r\n\r\n")
    web.raw("/host", b"HTTP/1.1 302 Found\r\nLocation: http://a" + bad + b"b.invalid/\r\nContent-Length: 0\r\n\r\n")
    web.raw("/junk", bad * 20 + b"\r\n\r\n")
    web.raw("/etag", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nETag: " + bad + b"\r\nContent-Length: 3\r\n\r\nabc")
    for path in ("/status", "/media", "/charset", "/away", "/host", "/junk", "/etag"):
        for words in (["cat"], ["cat", "-v"]):
            done = call(*words, "--timeout", "5", web.url(path))
            assert_clean(done)
            assert done.status in range(2, 8)


def test_a_name_that_passes_itself_off_as_another_is_shown_as_it_is_looked_up(call: Call, web: Site) -> None:
    page = f'<html><body><article><h1>A title</h1><p>{"Words of the story, one after another. " * 6}<a href="https://раypal.example/">pay</a></p></article></body></html>'
    done = call("links", web.page("/a", page.encode(), headers={"Content-Type": "text/html; charset=utf-8"}))
    assert "https://xn--ypal-43d9g.example/" in done.out
    assert "xn--ypal-43d9g" in call("cat", "--timeout", "2", "https://раypal.invalid/").err


@given(st.lists(st.tuples(st.text(), st.sampled_from(Style)), max_size=4), st.text(), st.text(), st.text())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_command_prints_passes_the_door(
    capsys: pytest.CaptureFixture[str], line: list[tuple[str, Style]], text: str, problem: str, source: str
) -> None:
    for color in ("always", "never"):
        console = Console(ConsoleOptions(color=color))
        console.lines([tuple(StyledText(words, ink) for words, ink in line)])
        console.write(text)
        console.say(text)
        console.fail(ReaderError(problem, source=source, advice=text))
        console.close()
        out, err = capsys.readouterr()
        ours = {f"\x1b[{ink.value}m" for ink in Style} | {"\x1b[0m"}
        for stream in (out, err):
            without = re.sub("|".join(re.escape(one) for one in ours), "", stream) if color == "always" else stream
            assert not FORBIDDEN.search(without)
        assert err.count("\n") == 2
