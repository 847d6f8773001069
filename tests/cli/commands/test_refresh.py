from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest

from tests.cli.commands.conftest import FEED, ITEM, rows, titles
from tests.cli.conftest import Call


class Web(Protocol):
    def url(self, path: str = "/") -> str: ...
    def page(self, path: str, body: bytes, *, status: int = 200) -> str: ...


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


RULES = '[rules]\n"horoscope" = "hide"\n"title:ferry" = "star, tag:sea"\n"title:storm" = "notify"\n'


@pytest.fixture
def ruled(tmp_path: Path) -> Path:
    file = tmp_path / "home" / "config" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text(RULES)
    return file


def arrive(web: Web) -> None:
    titles = ("Your horoscope", "Ferry back", "Storm &amp; sea")
    items = "".join(ITEM.format(n=n, title=title.replace("<", "&lt;")) for n, title in enumerate(titles, 4))
    web.page("/rss", FEED.format(items=items).encode())


def test_rules_are_carried_out_on_what_arrives(
    call: Call, followed: str, web: Web, ruled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "notify-send"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > "{tmp_path}/shown"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
    arrive(web)
    assert call("refresh", "courier").err == "reader: 1 feed, 2 new entries, 1 hidden by a rule\n"
    assert call("list", "horoscope").status == 1
    assert titles(call("list", "starred", "tag:sea")) == ["Ferry back"]
    assert (tmp_path / "shown").read_text() == "--app-name=Broadsheet|--|1 new entry|Storm &amp; sea|"


def test_a_rule_that_cannot_be_read_stops_nothing_before_it_is_told(call: Call, followed: str, ruled: Path) -> None:
    ruled.write_text('[rules]\n"storm" = "burn"\n')
    for words in (["refresh", "courier"], ["rules"], ["config", "check"]):
        done = call(*words)
        assert done.status == 7
        assert "the rule 'storm' cannot do 'burn'" in done.err
    ruled.write_text('[rules]\n"storm" = 7\n')
    assert "rules.storm cannot be 7" in call("config", "check").err


def test_rules_are_listed_and_tried_without_changing_anything(call: Call, followed: str, ruled: Path) -> None:
    ruled.write_text('[rules]\n"title:bridge or wall" = "hide"\n"storm" = "star, read"\n')
    assert rows(call("rules")) == [["title:bridge or wall", "hide", "2"], ["storm", "star; read", "0"]]
    assert [(row[0], row[3]) for row in rows(call("rules", "--dry-run"))] == [
        ("title:bridge or wall", "Bridge closes"),
        ("title:bridge or wall", "Harbour wall falls"),
    ]
    assert [row[3] for row in rows(call("rules", "--dry-run", "title:café"))] == ["Café opens"]
    assert call("rules", "--dry-run", "storm").status == 1
    assert len(titles(call("list", "unread", "-starred"))) == 3
    assert call("undo").status == 1
    assert call("config", "show").out.count('"title:bridge or wall" = "hide"') == 1


def test_without_rules_that_is_said(call: Call) -> None:
    done = call("rules")
    assert (done.status, done.out, done.err) == (1, "", "reader: there is no rule (reader rules -h)\n")
