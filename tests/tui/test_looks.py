"""How the screens look: pictures at three sizes and in four themes, compared with those that were looked at and kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from reader.errors import FetchError
from reader.model import Article, Decision
from reader.newsroom import Request
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.state.open_articles import OpenArticle
from reader.worker import Answer

AppMaker = Callable[..., ReaderApp]
Compare = Callable[..., bool]
SIZES = ((80, 24), (120, 40), (200, 60))
THEMES = ("paper", "night", "contrast", "ansi")


def named(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


def typing(*keys: str) -> Callable[[Pilot[int]], object]:
    async def run(pilot: Pilot[int]) -> None:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        await pilot.pause()

    return run


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_an_article(snap_compare: Compare, make_app: AppMaker, harbour: Article, size: tuple[int, int]) -> None:
    assert snap_compare(make_app(harbour), terminal_size=size, run_before=typing())


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_every_kind_of_block(snap_compare: Compare, make_app: AppMaker, shapes: Article, size: tuple[int, int]) -> None:
    assert snap_compare(make_app(shapes), terminal_size=size, run_before=typing("d"))


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_several_articles(
    snap_compare: Compare, make_app: AppMaker, harbour: Article, shapes: Article, size: tuple[int, int]
) -> None:
    assert snap_compare(make_app(harbour, shapes), terminal_size=size, run_before=typing())


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_a_quote_with_its_passage(snap_compare: Compare, make_app: AppMaker, harbour: Article, size: tuple[int, int]) -> None:
    assert snap_compare(make_app(harbour), terminal_size=size, run_before=typing('"', "j", "j"))


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_help(snap_compare: Compare, make_app: AppMaker, harbour: Article, size: tuple[int, int]) -> None:
    assert snap_compare(make_app(harbour), terminal_size=size, run_before=typing("?"))


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_the_article_alone(snap_compare: Compare, make_app: AppMaker, harbour: Article, size: tuple[int, int]) -> None:
    assert snap_compare(make_app(harbour), terminal_size=size, run_before=typing("z"))


@pytest.mark.parametrize("theme", THEMES)
def test_a_search_in_each_theme(snap_compare: Compare, make_app: AppMaker, harbour: Article, theme: str) -> None:
    app = make_app(harbour, settings=Settings(theme=theme))
    assert snap_compare(app, terminal_size=(120, 40), run_before=typing("/", *"harbour", "enter", "n"))


@pytest.mark.parametrize("theme", THEMES)
def test_a_person_in_each_theme(snap_compare: Compare, make_app: AppMaker, harbour: Article, theme: str) -> None:
    app = make_app(harbour, settings=Settings(theme=theme))
    assert snap_compare(app, terminal_size=(80, 24), run_before=typing("@", "j"))


def test_ascii_marks(snap_compare: Compare, make_app: AppMaker, harbour: Article, shapes: Article) -> None:
    app = make_app(harbour, shapes, settings=Settings(ascii=True))
    assert snap_compare(app, terminal_size=(120, 40), run_before=typing())


def test_a_very_small_terminal(snap_compare: Compare, make_app: AppMaker, harbour: Article) -> None:
    assert snap_compare(make_app(harbour), terminal_size=(40, 10), run_before=typing("@"))


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_the_palette(snap_compare: Compare, make_app: AppMaker, harbour: Article, size: tuple[int, int]) -> None:
    assert snap_compare(make_app(harbour), terminal_size=size, run_before=typing(":", *"next"))


@pytest.mark.parametrize("theme", THEMES)
def test_help_in_each_theme(snap_compare: Compare, make_app: AppMaker, harbour: Article, theme: str) -> None:
    app = make_app(harbour, settings=Settings(theme=theme))
    assert snap_compare(app, terminal_size=(80, 24), run_before=typing("?", "j"))


@pytest.mark.parametrize("size", [*SIZES, (40, 10)], ids=named)
def test_the_first_run(
    snap_compare: Compare, make_app: AppMaker, harbour: Article, shapes: Article, size: tuple[int, int]
) -> None:
    app = make_app(harbour, shapes, title="Sample edition", is_first_run=True)
    assert snap_compare(app, terminal_size=size, run_before=typing())


@pytest.mark.parametrize("size", SIZES, ids=named)
def test_a_page_that_could_not_be_read(
    snap_compare: Compare, make_app: AppMaker, harbour: Article, size: tuple[int, int]
) -> None:
    url = "https://courier.example/2026/11/a-long-address-that-takes-more-than-one-row-of-a-narrow-screen/index.html"
    error = FetchError("no such host", source=url, advice="check the address")
    app = make_app(harbour, harbour)
    failed = OpenArticle(request=Request(source=url), error=error)
    app.articles.opened = app.reading.pane.opened = app.articles.opened._replace(
        stories=(failed, app.articles.opened.stories[1]), here=0
    )
    assert snap_compare(app, terminal_size=size, run_before=failing(app, error))


def failing(app: ReaderApp, error: FetchError) -> Callable[[Pilot[int]], object]:
    async def run(pilot: Pilot[int]) -> None:
        await pilot.pause()
        app.articles.asked = 0
        app.articles.take(Answer(ticket=1, error=error))
        await pilot.pause()

    return run


def test_linear_mode(snap_compare: Compare, make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour, settings=Settings(linear=True, ascii=True))
    assert snap_compare(app, terminal_size=(80, 24), run_before=typing())


def test_without_colour(snap_compare: Compare, make_app: AppMaker, harbour: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    keys = ("/", *"harbour", "enter", "@", "j", "escape", "escape", "G", ";")
    assert snap_compare(make_app(harbour), terminal_size=(120, 40), run_before=typing(*keys))


def test_labels_and_what_was_stripped(snap_compare: Compare, make_app: AppMaker, harbour: Article) -> None:
    pieces = (Decision(text="Share this story", kept=False, rule="share-row", position=11),)
    app = make_app(harbour, decisions=pieces)
    assert snap_compare(app, terminal_size=(80, 30), run_before=typing("v", "G", ";"))


def test_a_filter_while_it_is_typed(snap_compare: Compare, make_app: AppMaker, harbour: Article) -> None:
    assert snap_compare(make_app(harbour), terminal_size=(120, 40), run_before=typing('"', "F", *"pell"))
