"""Actions that lead out of the text: commands, palette, the command line, the terminal itself; and the modes of the screen."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from reader.errors import FetchError
from reader.model import Article, Heading, Paragraph, Run
from reader.newsroom import Request
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.messages import LinkFollowed, PipeWanted
from reader.tui.screens.article import ArticleScreen
from reader.tui.state.positions import Positions
from reader.tui.widgets.article_view import ArticleView
from reader.worker import Answer

AppMaker = Callable[..., ReaderApp]
SIZE = (120, 40)


def text_of(app: ReaderApp) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips[: app.size.height])


def reading(app: ReaderApp) -> ArticleScreen:
    assert isinstance(app.screen, ArticleScreen)
    return app.screen


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def test_the_palette_does_what_is_chosen(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, ":", *"next theme", "enter")
        assert app.theme == "night"
        await press(pilot, ":", *"to the end", "enter")
        assert reading(app).pane.percent == 100
        await press(pilot, "colon", *"quotes", "enter")
        assert app.focused is reading(app).pane.lists["quotes"]


async def test_help_is_read_like_a_list_and_searched(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "?")
        shown = text_of(app)
        assert "── Moving" in shown
        assert "── Reading" in shown
        assert "Down one line; a number before it says how many.  (down)" in shown
        await press(pilot, "j")
        assert "Up one line; a number before it says how many.  (up)" in text_of(app)
        await press(pilot, "/", *"undo")
        shown = text_of(app)
        assert "Take the last change back.  (undo)" in shown
        assert "line down" not in shown
        await press(pilot, "escape")
        assert "line down" in text_of(app)
        for key in ("escape", "q", "?", "h"):
            assert "line down" in text_of(app), key
            await press(pilot, key)
            assert "line down" not in text_of(app), key
            await press(pilot, "?")


async def test_help_does_what_is_chosen(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "?", "F", *"next theme", "enter")
        assert app.theme == "night"
        await press(pilot, ":", *"filter", "enter")
        assert "This is for lists" in text_of(app)


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (20, 5)])
async def test_help_fits_small_screens(make_app: AppMaker, harbour: Article, size: tuple[int, int]) -> None:
    app = make_app(harbour)
    async with app.run_test(size=size) as pilot:
        await press(pilot, "?")
        shown = text_of(app)
        assert "line" in shown
        assert sum("▸" in row or " " * 4 in row for row in shown.splitlines()) > size[1] // 3


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
        reading(app).post_message(PipeWanted(f'{sys.executable} -c "{code}"'))
        await pilot.pause()
        assert out.read_text().startswith("Harbour inquiry opens after storm")
        assert "is done" in text_of(app)
        reading(app).post_message(PipeWanted("no-such-command-at-all"))
        await pilot.pause()
        assert "there is no such command" in text_of(app)
        reading(app).post_message(PipeWanted("'unpaired"))
        await pilot.pause()
        assert "do not pair" in text_of(app)


async def test_tables_move_left_again(make_app: AppMaker, shapes: Article) -> None:
    app = make_app(shapes)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "right", "right")
        assert reading(app).pane.view.text_column.shift == 16
        await press(pilot, "2", "left")
        assert reading(app).pane.view.text_column.shift == 0


async def test_right_to_left_text_can_be_left_to_the_terminal(make_app: AppMaker, shapes: Article) -> None:
    app = make_app(shapes)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "G")
        assert "רשה רמא המ" in text_of(app)
        await press(pilot, "D")
        assert "מה אמר השר" in text_of(app)


async def test_h_goes_back_to_the_text(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "@", "h")
        assert isinstance(app.focused, ArticleView)


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


async def test_an_error_is_told_and_the_next_article_still_opens(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour, harbour)
    app.articles.opened = app.articles.opened._replace(
        stories=(app.articles.opened.stories[0]._replace(reading=None), app.articles.opened.stories[1])
    )
    app.reading.pane.opened = app.articles.opened
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.articles.take(
            Answer(ticket=1, error=FetchError("the server is gone", source="https://x.example/", advice="try later"))
        )
        await pilot.pause()
        rows = text_of(app).splitlines()
        assert "the server is gone (try later)" in rows[-1]
        assert any("https://x.example/: the server is gone (try later)" in row for row in rows[:-1])  # it stays in the text
        assert any("×" in row for row in rows[:-1])
        await press(pilot, "J")
        assert "HARBOUR INQUIRY" in text_of(app)


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


async def test_the_reading_position_is_kept(make_app: AppMaker, harbour: Article, tmp_path: Path) -> None:
    app = make_app(harbour, positions=Positions(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "right_square_bracket")
    positions = Positions(tmp_path)
    assert positions.of(harbour.url) == (6, 0)
    again = make_app(harbour, positions=positions)
    async with again.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert reading(again).pane.view.place == (6, 0)


async def test_linear_mode_shows_one_thing_without_lines(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour, settings=Settings(linear=True))
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.pause()
        shown = text_of(app)
        assert not set(shown) & set("│─┌┐└┘├┤┬┴┼")
        assert "HARBOUR INQUIRY" in shown
        await press(pilot, '"')
        shown = text_of(app)
        assert "Quotes 8" in shown
        assert "HARBOUR INQUIRY" not in shown
        await press(pilot, "q")
        assert "HARBOUR INQUIRY" in text_of(app)


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


async def test_a_story_that_is_not_read_yet_is_waited_for(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour, harbour)
    slow = app.articles.opened.stories[1]._replace(reading=None, request=Request(source="https://slow.example/"))
    app.articles.opened = app.articles.opened._replace(stories=(app.articles.opened.stories[0], slow))
    app.reading.pane.opened = app.articles.opened
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "=", "G", "enter")
        assert "Reading https://slow.example/ …" in text_of(app)


async def test_a_link_that_is_opened_in_the_browser_is_told_without_its_password(
    make_app: AppMaker, harbour: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = "https://ada:secret@brackwater.example/report"
    app = make_app(harbour)
    opened: list[str] = []
    monkeypatch.setattr(app, "open_url", opened.append)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        reading(app).post_message(LinkFollowed(url))
        await pilot.pause()
        shown = text_of(app)
    assert opened == [url]
    assert "https://brackwater.example/report" in shown
    assert "secret" not in shown
