from __future__ import annotations

import plistlib
from pathlib import Path

import pytest

from reader.sources.shortcuts import refresh_target, saved_from, shortcut_target

URL = "https://courier.example/a?x=1&y=2"


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("a.webloc", plistlib.dumps({"URL": URL})),
        ("a.WEBLOC", plistlib.dumps({"URL": URL}, fmt=plistlib.FMT_BINARY)),
        ("a.url", f"[InternetShortcut]\r\nURL={URL}\r\nIconIndex=0\r\n".encode()),
        ("a.url", f"[{{000214A0}}]\r\nProp3=19,11\r\n[InternetShortcut]\r\nIDList=\r\nURL={URL}\r\n".encode("utf-16")),
        ("a.desktop", f"[Desktop Entry]\nType=Link\nName=Courier\nURL={URL}\n".encode()),
    ],
)
def test_a_shortcut_leads_to_its_address(tmp_path: Path, name: str, body: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(body)
    assert shortcut_target(str(path)) == URL


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("a.html", f"[InternetShortcut]\nURL={URL}\n".encode()),
        ("a.url", b"[InternetShortcut]\nURL=file:///etc/passwd\n"),
        ("a.url", b"[InternetShortcut]\nURL=javascript:alert(1)\n"),
        ("a.webloc", b"bplist00\xff\xff"),
        ("a.webloc", plistlib.dumps({"URL": 7}, fmt=plistlib.FMT_BINARY)),
        ("a.webloc", plistlib.dumps([URL], fmt=plistlib.FMT_BINARY)),
        ("a.webloc", b""),
        ("a.desktop", b"[Desktop Entry]\nExec=rm\n"),
    ],
)
def test_what_leads_nowhere_on_the_web_is_no_shortcut(tmp_path: Path, name: str, body: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(body)
    assert shortcut_target(str(path)) == ""


@pytest.mark.parametrize("name", ["nosuch.url", "", "\0.url", "."])
def test_a_file_that_is_not_there_is_no_shortcut(name: str) -> None:
    assert shortcut_target(name) == ""


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0033)https://courier.example/a?x=1&amp;y=2 -->",
        "<!--\n Page saved with SingleFile \n url: https://courier.example/a?x=1&y=2 \n saved date: Sun Nov 01 2026\n-->",
    ],
)
def test_a_browser_says_where_a_page_is_from(comment: str) -> None:
    assert saved_from(f"<!doctype html><html>{comment}<head>".encode()) == URL


@pytest.mark.parametrize("comment", ["<!-- saved from url=(0022)about:internet -->", "<!-- saved from a friend -->", ""])
def test_other_comments_say_nothing(comment: str) -> None:
    assert saved_from(f"<html>{comment}<head>".encode()) == ""


PAGE = "<html><head>{}<title>{}</title></head><body><p>Redirecting to <a href='/story'>the story</a>.</p>{}</body></html>"


@pytest.mark.parametrize(
    ("meta", "target"),
    [
        ('<meta http-equiv="refresh" content="0; url=story.html">', "story.html"),
        ("<META content='0;URL=\"https://courier.example/a?x=1&amp;y=2\"' HTTP-EQUIV=Refresh>", URL),
        ('<meta http-equiv="refresh" content="3,/story">', "/story"),
        ('<meta http-equiv="refresh" content="0;url=">', ""),
        ('<meta http-equiv="refresh" content="60; url=story.html">', ""),
        ('<meta http-equiv="refresh" content="5">', ""),
        ('<meta name="refresh" content="0; url=story.html">', ""),
        ("", ""),
    ],
)
def test_a_page_that_sends_its_reader_on_says_where_to(meta: str, target: str) -> None:
    assert refresh_target(PAGE.format(meta, "Redirecting " * 60, "").encode()) == target


def test_a_page_with_a_story_sends_nobody_on() -> None:
    meta = '<meta http-equiv="refresh" content="0; url=story.html">'
    assert refresh_target(PAGE.format(meta, "", "<p>Words of a story.</p>" * 12).encode()) == ""
    assert refresh_target(PAGE.format(meta, "", "<script>var a = 'x y z';</script>" * 12).encode()) == "story.html"
