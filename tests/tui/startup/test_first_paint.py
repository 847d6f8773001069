"""What stands on the screen before the app is loaded is what the app paints then, and nobody is left with it."""

from __future__ import annotations

import io
import os
import pty
import select
import signal
import sys
import termios
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from rich.style import Style
from textual.app import App
from textual.strip import Strip

from reader import resources
from reader.errors import FetchError
from reader.model import Article
from reader.newsroom import Request
from reader.settings import Folders, Settings
from reader.tui.app import ReaderApp
from reader.tui.startup.driver import TerminalDriver
from reader.tui.startup.early_answer import EarlyAnswer
from reader.tui.startup.first_paint import FirstPaint
from reader.tui.startup.static_screen import ScreenSpec, StaticScreen
from reader.tui.state.open_articles import OpenArticle, OpenArticles
from reader.tui.state.positions import Positions
from reader.tui.theme.palettes import filled, read_palette
from reader.tui.theme.styles import make_styles
from reader.tui.theme.symbols import UNICODE
from reader.worker import Answer, Worker
from tests.tui.conftest import AppMaker, reading

SIZES = [(120, 40), (80, 24), (200, 60), (40, 10), (110, 14)]


def open_sources(*articles: Article) -> OpenArticles:
    return OpenArticles(stories=tuple(OpenArticle(request=Request(source=one.url), reading=reading(one)) for one in articles))


def cells(strips: Iterable[Strip]) -> list[list[tuple[str, Style]]]:
    """Give each cell of a screen: its sign and how it looks; a blank has no colour but its ground's."""
    screen = []
    for strip in strips:
        looks = [(text, style or Style.null()) for text, style, _ in strip]
        screen.append(
            [
                (
                    sign,
                    Style(bgcolor=style.bgcolor)
                    if sign == " "
                    else style.without_color + style.background_style + Style(color=style.color),
                )
                for text, style in looks
                for sign in text
            ]
        )
    return screen


def stage(size: tuple[int, int], theme: str = "paper", place: tuple[int, int] = (0, 0)) -> ScreenSpec:
    palette = filled(theme, read_palette(resources.styles() / "themes" / f"{theme}.tcss"))
    return ScreenSpec(*size, theme_styles=make_styles(palette), symbols=UNICODE, column=72, place=place)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("theme", ["paper", "contrast"])
async def test_the_picture_is_the_apps_own(
    make_app: AppMaker, harbour: Article, shapes: Article, size: tuple[int, int], theme: str
) -> None:
    app = make_app(harbour, shapes, settings=Settings(theme=theme))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        painted = cells(app.screen._compositor.render_strips())
    first = cells(StaticScreen(open_sources(harbour, shapes), stage(size, theme)).whole())
    body = slice(1, -1)  # above and below stands how far the reader is, which the picture does not know
    assert first[body] == painted[body]


async def test_it_begins_where_the_reader_stood(make_app: AppMaker, harbour: Article, tmp_path: Path) -> None:
    place = (7, 30)
    positions = Positions(tmp_path)
    positions.keep(harbour.url, place)
    app = make_app(harbour, positions=positions)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        painted = cells(app.screen._compositor.render_strips())
    first = cells(StaticScreen(open_sources(harbour), stage((80, 24), place=place)).whole())
    assert first[1:-1] == painted[1:-1]
    assert first[1:-1] != cells(StaticScreen(open_sources(harbour), stage((80, 24))).whole())[1:-1]


async def test_the_app_has_its_text_in_its_first_picture(
    make_app: AppMaker, harbour: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(harbour)
    pictures: list[str] = []

    def display(_self: App[int], _screen: object, _update: object) -> None:
        if app.screen is app.reading:
            pictures.append("\n".join(strip.text for strip in app.screen._compositor.render_strips()))

    monkeypatch.setattr(App, "_display", display)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
    assert "HARBOUR INQUIRY" in pictures[0]


# Who paints, and who does not --------------------------------------------------------------------------------------------


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "__stderr__", stream)
    return stream


@pytest.fixture
def places(tmp_path: Path) -> Folders:
    return Folders(config=tmp_path, data=tmp_path, state=tmp_path, cache=tmp_path)


def test_a_picture_without_an_app_is_taken_away(screen: io.StringIO, places: Folders, harbour: Article) -> None:
    with FirstPaint(Settings(), places) as picture:
        picture.show(open_sources(harbour))
        assert "HARBOUR INQUIRY" in screen.getvalue()
    assert screen.getvalue().startswith("\x1b[?1049h")
    assert screen.getvalue().endswith("\x1b[?1049l\x1b[?25h")


def test_a_signal_that_ends_the_program_takes_the_picture_away(screen: io.StringIO, places: Folders, harbour: Article) -> None:
    picture = FirstPaint(Settings(), places)
    with pytest.raises(SystemExit) as ended, picture:
        _show_and_kill(picture, harbour)
    assert ended.value.code == 128 + signal.SIGTERM
    assert screen.getvalue().endswith("\x1b[?1049l\x1b[?25h")
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def _show_and_kill(picture: FirstPaint, article: Article) -> None:
    picture.show(open_sources(article))
    os.kill(os.getpid(), signal.SIGTERM)


@pytest.fixture
def own_input() -> Iterator[int]:
    """Return the descriptor of standard input, which a test may replace."""
    kept = os.dup(0)
    yield 0
    os.dup2(kept, 0)
    os.close(kept)


def test_keys_are_kept_as_they_are_while_the_picture_stands(
    screen: io.StringIO, places: Folders, harbour: Article, own_input: int
) -> None:
    master, terminal = pty.openpty()
    os.dup2(terminal, own_input)
    before = termios.tcgetattr(terminal)
    with FirstPaint(Settings(), places) as picture:
        picture.show(open_sources(harbour))
        os.write(master, b"/gate\r")
        assert os.read(terminal, 100) == b"/gate\r"
        assert not select.select([master], [], [], 0.05)[0], "none is shown"
        picture.hand_over()
        assert termios.tcgetattr(terminal) == before
    os.close(master)
    os.close(terminal)
    assert screen.getvalue()


def test_a_picture_that_the_app_has_taken_over_is_left_alone(screen: io.StringIO, places: Folders, harbour: Article) -> None:
    with FirstPaint(Settings(), places) as picture:
        picture.show(open_sources(harbour))
        assert picture.hand_over()
        assert not picture.hand_over()
        before = screen.getvalue()
        picture.complete()
    assert screen.getvalue() == before


def test_the_lists_come_second(
    screen: io.StringIO, places: Folders, harbour: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("LINES", "40")
    with FirstPaint(Settings(), places) as picture:
        picture.show(open_sources(harbour))
        before = screen.getvalue()
        picture.complete()
    assert "What the report says" in screen.getvalue()[len(before) :]
    assert before.count("What the report says") < screen.getvalue()[len(before) :].count("What the report says")


@pytest.mark.parametrize(
    "settings",
    [Settings(linear=True), Settings(theme="nowhere")],
    ids=["a screen reader", "a theme that is not there"],
)
def test_nothing_is_painted(screen: io.StringIO, places: Folders, harbour: Article, settings: Settings) -> None:
    with FirstPaint(settings, places) as picture:
        picture.show(open_sources(harbour))
        picture.complete()
    assert not screen.getvalue()


def test_nothing_is_painted_of_what_has_not_been_read(screen: io.StringIO, places: Folders) -> None:
    with FirstPaint(Settings(), places) as picture:
        picture.show(OpenArticles(stories=(OpenArticle(request=Request(source="seed:harbour")),)))
        picture.show(open_sources(Article()))
    assert not screen.getvalue()


def test_a_theme_of_the_users_own_without_its_colours_is_for_the_app_to_tell(
    screen: io.StringIO, places: Folders, harbour: Article
) -> None:
    places.themes.mkdir()
    (places.themes / "bare.tcss").write_text("$paper: #ffffff;")
    (places.themes / "odd.tcss").write_text("$paper: #ffffff; $ink: inky; $accent: #000000;")
    for name in ("bare", "odd"):
        with FirstPaint(Settings(theme=name), places) as picture:
            picture.show(open_sources(harbour))
    assert not screen.getvalue()


def test_without_colour_there_is_none(screen: io.StringIO, places: Folders, harbour: Article) -> None:
    with FirstPaint(Settings(), places, {"NO_COLOR": ""}) as picture:
        picture.show(open_sources(harbour))
    assert "HARBOUR INQUIRY" in screen.getvalue()
    assert ";2;" not in screen.getvalue()


# The app takes over --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_painted", [True, False])
def test_the_second_screen_is_asked_for_once(
    screen: io.StringIO,
    places: Folders,
    make_app: AppMaker,
    harbour: Article,
    monkeypatch: pytest.MonkeyPatch,
    is_painted: bool,
) -> None:
    app = make_app(harbour)
    app.first_paint = FirstPaint(Settings(), places)
    if is_painted:
        app.first_paint.show(open_sources(harbour))
    written: list[str] = []
    monkeypatch.setattr("textual.drivers.linux_driver.LinuxDriver.write", lambda _self, data: written.append(data))
    driver = TerminalDriver.__new__(TerminalDriver)
    driver._app = app
    for sequence in ("\x1b[?1049h", "\x1b[?25l", "\x1b[?1049h"):  # the second time, it comes back from the shell
        driver.write(sequence)
    assert written == ["\x1b[?1049h"] * (not is_painted) + ["\x1b[?25l", "\x1b[?1049h"]


# The worker is heard meanwhile ---------------------------------------------------------------------------------------------


class Answering(Worker):
    """Answers when it is asked the second time, on a pipe of its own."""

    def __init__(self, *answers: Answer | None) -> None:
        super().__init__()
        self._answers = list(answers)
        self._read_end, self._write_end = os.pipe()
        os.write(self._write_end, b"." * len(answers))

    @property
    def descriptor(self) -> int:
        return self._read_end

    @property
    def pid(self) -> int:
        return 1

    def receive(self) -> Answer | None:
        os.read(self._read_end, 1)
        return self._answers.pop(0)

    def close(self) -> None:
        os.close(self._read_end)
        os.close(self._write_end)


def until(is_so: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end and not is_so():
        time.sleep(0.005)
    assert is_so()


def test_an_answer_is_told_at_once_and_kept_for_the_app(harbour: Article) -> None:
    answer, told = Answer(ticket=1, reading=reading(harbour), is_whole=False), list[Answer]()
    worker = Answering(None, answer, Answer(ticket=1))
    with EarlyAnswer(worker, told.append) as awaited:
        until(lambda: told)
    assert told == [answer]
    assert awaited.answer is answer
    assert len(worker._answers) == 1, "what comes after the first is the app's to hear"
    worker.close()


def test_nothing_is_waited_for_longer_than_the_block_runs() -> None:
    worker, told = Answering(), list[Answer]()
    start = time.monotonic()
    with EarlyAnswer(worker, told.append) as awaited:
        pass
    assert time.monotonic() - start < 5
    assert (told, awaited.answer) == ([], None)
    worker.close()


def test_a_worker_that_has_not_been_asked_is_not_waited_for() -> None:
    with EarlyAnswer(Worker(), lambda _: None) as awaited:
        pass
    assert awaited.answer is None


def test_what_goes_wrong_is_raised_where_the_block_ends() -> None:
    worker = Answering(Answer(ticket=1))

    def fail(_answer: Answer) -> None:
        raise ZeroDivisionError

    awaited = EarlyAnswer(worker, fail)
    with pytest.raises(ZeroDivisionError), awaited:
        until(lambda: not awaited._thread.is_alive())
    worker.close()


def waiting(app: ReaderApp) -> ReaderApp:
    """Have an app wait for its first story, which the worker has been asked for."""
    app.articles.opened = app.reading.pane.opened = OpenArticles(
        stories=(OpenArticle(request=app.articles.opened.stories[0].request),)
    )
    app.articles.asked = 0
    return app


async def test_the_app_takes_what_was_answered_before_it_began(make_app: AppMaker, harbour: Article) -> None:
    app = waiting(make_app(harbour))
    app.services = replace(app.services, answer=Answer(ticket=1, reading=reading(harbour)))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert app.articles.opened.stories[0].article == harbour
        assert app.services.worker.asked == []  # type: ignore[attr-defined]  # the worker of these tests


async def test_an_error_that_was_answered_before_it_began_is_told(make_app: AppMaker, harbour: Article) -> None:
    app = waiting(make_app(harbour))
    app.services = replace(app.services, answer=Answer(ticket=1, error=FetchError("the page is gone", source=harbour.url)))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        shown = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
    assert "the page is gone" in shown
