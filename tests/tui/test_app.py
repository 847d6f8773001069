"""The app: how it begins and ends, and what it does of what screens ask for."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from reader.model import Article, Heading, Paragraph, Run
from tests.tui.conftest import AppMaker
from tests.tui.driving import (
    SIZE,
    press,
    text_of,
)


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


async def test_an_app_collects_garbage_once_it_stands(make_app: AppMaker, harbour: Article) -> None:
    gc.disable()
    async with make_app(harbour).run_test() as pilot:
        await pilot.pause()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0


async def test_an_app_freezes_nothing_where_collecting_was_not_put_off(make_app: AppMaker, harbour: Article) -> None:
    gc.unfreeze()
    async with make_app(harbour).run_test() as pilot:
        await pilot.pause()
        assert gc.get_freeze_count() == 0


async def test_control_c_says_how_to_leave_and_covers_nothing(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+c")
        assert "Q quits at once" in text_of(app).splitlines()[-1]
        assert not list(app._notifications)


async def test_the_screen_is_drawn_anew(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        before = text_of(app)
        await press(pilot, "ctrl+l")
        assert text_of(app) == before


async def test_capital_q_leaves_at_once(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "@", "Q")
    assert app.return_code == 0


async def test_suspending_is_asked_of_the_driver(
    make_app: AppMaker, harbour: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(harbour)
    asked: list[str] = []
    monkeypatch.setattr(app, "action_suspend_process", lambda: asked.append("suspend"))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+z")
    assert asked == ["suspend"]


async def test_a_page_that_tries_to_drive_the_terminal_shows_no_control(make_app: AppMaker) -> None:
    evil = "a\x1b]52;c;aGk=\x07b\x9b31mc\x00d\x85e\u202ef"
    article = Article(
        title=evil,
        site=evil,
        byline=(evil,),
        notes=(evil,),
        blocks=(Heading(runs=(Run(text=evil),), level=1), Paragraph(runs=(Run(text=evil, href="https://x.example/"),))),
    )
    app = make_app(article, article)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j")
        shown = text_of(app)
    assert not [sign for sign in shown if sign != "\n" and (sign < " " or "\x7f" <= sign <= "\x9f" or sign == "\u202e")]


async def test_no_colour_sends_none(make_app: AppMaker, harbour: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "/", *"harbour", "enter", "@")
        for strip in app.screen._compositor.render_strips():
            for segment in strip:
                for colour in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                    assert colour is None or colour.is_default
        assert app.theme == "mono"
