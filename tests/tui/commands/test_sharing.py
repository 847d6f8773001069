"""What leaves the app."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from reader.model import Article
from reader.tui.messages import LinkFollowed, PipeWanted
from tests.tui.conftest import AppMaker
from tests.tui.driving import SIZE, press, screen_of, shows, text_of


async def test_the_link_is_copied(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "y")
        assert app.clipboard == harbour.url
        assert "Copied the link." in text_of(app)


async def test_the_text_is_piped_to_a_command(
    make_app: AppMaker, harbour: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def suspended() -> Iterator[None]:
        yield

    app = make_app(harbour)
    app.services = replace(app.services, terminal_keys=None)
    monkeypatch.setattr(app, "suspend", suspended)
    out = tmp_path / "out; touch bad.txt"
    code = f"import sys; open({str(out)!r}, 'w').write(sys.stdin.read())"
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "vertical_line", *"none")
        await press(pilot, "escape")
        screen_of(app).post_message(PipeWanted(f'{sys.executable} -c "{code}"'))
        await pilot.pause()
        assert out.read_text().startswith("Harbour inquiry opens after storm")
        assert "is done" in text_of(app)
        screen_of(app).post_message(PipeWanted("no-such-command-at-all"))
        await pilot.pause()
        assert "there is no such command" in text_of(app)
        screen_of(app).post_message(PipeWanted("'unpaired"))
        await pilot.pause()
        assert "do not pair" in text_of(app)


async def test_a_link_that_is_opened_in_the_browser_is_told_without_its_password(
    make_app: AppMaker, harbour: Article, opened: Callable[[], list[str]]
) -> None:
    url = "https://ada:secret@brackwater.example/report"
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        screen_of(app).post_message(LinkFollowed(url))
        shown = await shows(pilot, "Opened")
    assert opened() == [url]
    assert "https://brackwater.example/report" in shown
    assert "secret" not in shown


async def test_what_is_copied_goes_to_the_desktops_clipboard_and_says_which_way(
    make_app: AppMaker, harbour: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "wl-copy"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\ncat > "$0.text"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/bin:/usr/bin")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "y")
        await shows(pilot, "Copied the link. (wl-copy)")
    assert (tmp_path / "bin" / "wl-copy.text").read_text() == harbour.url


async def test_where_nothing_takes_text_nothing_is_said_to_be_copied(
    make_app: AppMaker, harbour: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("TERM", "linux")
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "y")
        assert "Copied" not in await shows(pilot, "Not copied")
