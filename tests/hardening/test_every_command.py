"""Every command, in every format, on what a stranger wrote: no stream gets anything that drives a terminal.

The page, its file's name, the feed, the server's words, the rows of the library, the words of the command line, the folders and
the environment are all hostile at once.  A command that is not in `LINES` fails the first test.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings

from reader.cli import main
from reader.cli.command import ReaderCommand, load
from reader.cli.command_table import COMMANDS, READ
from reader.cli.output.styles import Style
from reader.cli.words import OneOf
from tests.cli.test_gate import hostile_page
from tests.hardening.hostile import ATTACKS, attacks, found
from tests.hardening.test_gate import older_library

LINES: Mapping[str, tuple[str, ...]] = {
    READ: ("PAGE", "PAGE PAGE", "seed:BAD", "BAD", "--BAD", "--section BAD PAGE", "URL/page", "URL/none"),
    "cat": (
        "PAGE", "PAGE PAGE", "--links ref PAGE", "--links inline -w 20 PAGE", "--raw PAGE", "--section 1 PAGE", "--section BAD PAGE", "-w BAD PAGE", "BAD", "-", "--from feed FEED",
        "--from feed PAGE", "URL/page", "URL/none", "URL/media", "URL/away", "URL/host", "URL/junk", "URL/moved", "http://BAD/", "ftp://BAD/", "file://BAD/x", "-o nosuch/BAD PAGE",
        "--base http://BAD/ PAGE", "--from BAD PAGE", "--timeout BAD PAGE",
    ),
    "quotes": ("PAGE", "PAGE PAGE", "BAD"),
    "people": ("PAGE", "PAGE PAGE", "BAD"),
    "outline": ("PAGE", "PAGE PAGE", "--from feed FEED"),
    "links": ("PAGE", "PAGE PAGE", "--from feed FEED"),
    "meta": ("PAGE", "PAGE PAGE", "--from feed FEED"),
    "explain": ("PAGE", "PAGE PAGE", "-w 0 PAGE"),
    "add": ("URL/rss", "URL/names", "PAGE", "--tags BAD --folder BAD URL/rss2", "BAD", "--feed URL/page", "URL/none"),
    "list": ("", "unread", "tag:BAD", "BAD", '"BAD', "(BAD", "newer:BAD"),
    "search": ("wall", "fell", "BAD", "--by-relevance wall"),
    "person": ("Okonkwo", "Berg", "--in-the-news", "BAD", "Okonkwo --merge BAD", "Okonkwo --split BAD"),
    "refresh": ("BAD", "rss"),
    "sync": ("", "status", "BAD", "add BAD --user BAD", "add URL/page --user BAD", "now BAD", "remove BAD"),
    "mark": ("unread", "--unread read", "BAD"),
    "star": ("wall", "BAD"),
    "tag": ("BAD wall", "sea wall", "--remove sea wall"),
    "open": ("BAD", "id:7"),
    "delete": ("BAD", "-BAD"),
    "tags": ("",),
    "rules": ("", "--dry-run BAD"),
    "undo": ("",),
    "feeds": ("", "courier", "BAD", "rss --title BAD --folder BAD", "rss --keep-days BAD", "rss --remove"),
    "import": ("FEED", "OPML", "URLS", "BAD"),
    "export": ("kept", "starred", "BAD", "-o OUT kept", "-f epub -o OUT/book.epub kept", "-f epub -o nosuch/BAD kept"),
    "backup": ("OUT/BAD.db", "BAD/BAD.db", "--restore OUT/BAD.db", "--restore BAD"),
    "pick": ("", "BAD"),
    "queries": ("", "sea wall", "BAD", "BAD wall", "--remove sea", "--remove BAD"),
    "config": ("path", "show", "check", "timer", "BAD"),
    "keys": ("", "BAD"),
    "doctor": ("", "BAD"),
    "completion": ("bash", "zsh", "fish", "BAD"),
    "help": ("", "cat", "BAD"),
    "man": ("",),
}  # fmt: skip
"""After each command's name; BAD stands for the attack, the other capitals for what holds it."""

OURS = re.compile("|".join(re.escape(f"\x1b[{ink}m") for ink in (*Style, "0")))


class Site(Protocol):
    def url(self, path: str = "/") -> str: ...
    def page(self, path: str, body: bytes, *, status: int = 200, headers: Mapping[str, str] | None = None) -> str: ...
    def raw(self, path: str, answer: bytes) -> str: ...


def hostile_feed(attack: str) -> bytes:
    """Give a feed that holds an attack in all of its fields, as it is and as a character reference."""
    bad = escape(f"a{attack}b") + "".join(f"&#{ord(sign)};" for sign in attack)
    inner = escape(f"<p>It fell{attack}, <a href='/{attack}'>said</a> <b>Ada{attack} Berg</b>.</p>") + bad
    entry = (
        f"<title>{bad}</title><guid>{bad}</guid><author>{bad}</author><link>/{bad}</link><description>{inner}</description>"
    )
    head = f"<title>rss{bad}</title><link>http://a.example/{bad}</link>"
    return f"<rss version='2.0'><channel>{head}<item>{entry}</item></channel></rss>".encode("utf-8", "surrogatepass")


def hostile_server(web: Site, attack: str) -> None:
    """Let a server say an attack wherever it can: in its status line, its headers, its bodies."""
    bad = attack.encode("utf-8", "surrogatepass").replace(b"\n", b"").replace(b"\r", b"")
    page, feed = hostile_page(attack), hostile_feed(attack)
    link = f'<link rel="alternate" type="application/rss+xml" href="/rss" title="{attack}">'.encode("utf-8", "surrogatepass")
    html = b"HTTP/1.1 200 O" + bad + b"K\r\nContent-Type: text/html; charset=utf-8; a=" + bad + b"\r\nETag: " + bad
    for path, body in (("/page", page), ("/rss", feed), ("/rss2", feed), ("/names", link + page)):
        web.raw(path, html + b"\r\nLast-Modified: " + bad + b"\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
    web.raw("/none", b"HTTP/1.1 404 Not" + bad + b"Found\r\nContent-Length: 0\r\n\r\n")
    web.raw("/media", b"HTTP/1.1 200 OK\r\nContent-Type: image/" + bad + b"png\r\nContent-Length: 3\r\n\r\nabc")
    web.raw("/away", b"HTTP/1.1 302 Found\r\nLocation: ftp://" + bad + b"/\r\nContent-Length: 0\r\n\r\n")
    web.raw("/host", b"HTTP/1.1 302 Found\r\nLocation: http://a" + bad + b"b.invalid/\r\nContent-Length: 0\r\n\r\n")
    web.raw("/moved", b"HTTP/1.1 301 Moved\r\nLocation: /page?" + bad + b"\r\nContent-Length: 0\r\n\r\n")
    web.raw("/junk", bad * 20 + b"\r\n\r\n")


@pytest.fixture
def world(tmp_path: Path, web: Site, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Mapping[str, str]]:
    """Give a function that makes everything hostile with one attack, and says what the capitals in `LINES` stand for."""
    made = 0

    def make(attack: str) -> Mapping[str, str]:
        nonlocal made
        made += 1
        name = re.sub("[/\x00\ud800-\udbff\udc00-\udc7f\udd00-\udfff]", "", attack)
        folder = tmp_path / f"{made}{name}"[:60]
        (folder / "out").mkdir(parents=True)
        page, feed, opml, urls = (folder / f"a{name[:40]}.{kind}" for kind in ("html", "xml", "opml", "urls"))
        page.write_bytes(hostile_page(attack))
        feed.write_bytes(hostile_feed(attack))
        outline = f"<outline text='{escape(attack)}' xmlUrl='{{}}//a.example/{escape(attack)}'/>"
        opml.write_bytes(
            f"<opml><body>{outline.format('http:')}{outline.format('x:')}</body></opml>".encode("utf-8", "surrogatepass")
        )
        urls.write_bytes(f'http://a.example/{attack} {attack} "~{attack}"\nexec:{attack}\n'.encode("utf-8", "surrogatepass"))
        monkeypatch.setenv("READER_HOME", str(folder / f"home{name[:20]}"))
        for variable in ("PAGER", "TERM", "COLORTERM", "LANG", "LC_ALL"):
            monkeypatch.setenv(variable, f"x{name}")
        older_library(attack.encode("utf-8", "replace").decode())
        hostile_server(web, attack)
        files = {"PAGE": page, "FEED": feed, "OPML": opml, "URLS": urls, "OUT": folder / "out"}
        return {"URL": web.url(""), "BAD": attack, **{word: str(path) for word, path in files.items()}}

    return make


def lines(one: ReaderCommand) -> Iterator[list[str]]:
    """Give a command's lines: each as it is and in colour, one of them in every format, and with all that can be told."""
    first, *rest = LINES[one.name or READ]
    start = [one.name] if one.name else []
    formats = next(
        (option.type.choices for option in one.params if option.name == "format" and isinstance(option.type, OneOf)), ()
    )
    for line in (first, *rest):
        yield [*start, *line.split()]
    for kind in formats:
        yield [*start, "-f", kind, *first.split()]
    yield [*start, "--color", "always", *first.split()]
    yield [*start, "-v", "-v", *(rest or [first])[-1].split()]


def filled(line: list[str], words: Mapping[str, str]) -> list[str]:
    return [re.sub("PAGE|FEED|OPML|URLS|URL|OUT|BAD", lambda word: words[word[0]], part) for part in line]


def drive(words: Mapping[str, str], capfd: pytest.CaptureFixture[str]) -> int:
    """Run everything; give how many lines printed something."""
    printed = 0
    for one in map(load, COMMANDS):
        for line in lines(one):
            status = main(filled(line, words))
            out, err = capfd.readouterr()
            for stream in (out, err):
                assert not found(OURS.sub("", stream) if "always" in line else stream), f"{line}: {found(stream)}"
            assert status in range(9), f"{line}: {status} {err}"
            assert "a fault of this program" not in err, f"{line}: {err}"
            assert "-v" in line or "always" in line or all(row.startswith("reader: ") for row in err.splitlines()), err
            printed += bool(out)
    return printed


def test_no_command_is_left_out() -> None:
    assert set(COMMANDS) <= set(LINES)


THOROUGH = settings().max_examples >= 100
"""One example of everything costs some seconds: more are drawn in the thorough profile only."""


@given(attack=attacks)
@example(attack="".join(ATTACKS))
@settings(
    max_examples=20,
    phases=[Phase.explicit, *([Phase.generate] if THOROUGH else [])],
    suppress_health_check=list(HealthCheck),
)
def test_no_command_prints_what_drives_a_terminal(
    attack: str, world: Callable[[str], Mapping[str, str]], capfd: pytest.CaptureFixture[str]
) -> None:
    assert drive(world(attack), capfd) > 80
