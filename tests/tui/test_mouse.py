"""The mouse, for those who have one at hand: selecting gives the document's words, the wheel scrolls, a click points."""

from __future__ import annotations

from collections.abc import Callable

from textual.events import MouseScrollDown
from textual.geometry import Offset
from textual.pilot import Pilot

from reader.model import Article
from reader.tui.app import ReaderApp

AppMaker = Callable[..., ReaderApp]


def text_of(app: ReaderApp) -> list[str]:
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips[: app.size.height]]


def cell_of(app: ReaderApp, words: str) -> Offset:
    """Where some words stand on the screen."""
    row = next(number for number, line in enumerate(text_of(app)) if words in line)
    return Offset(text_of(app)[row].index(words), row)


async def drag(pilot: Pilot[int], start: Offset, end: Offset) -> None:
    await pilot.mouse_down(offset=start)
    await pilot.hover(offset=end)
    await pilot.mouse_up(offset=end)
    await pilot.pause()


async def test_a_selection_over_wrapped_lines_is_the_documents_text(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        start, end = cell_of(app, "inquiry into the collapse"), cell_of(app, "repairs has already")
        await drag(pilot, start, end + Offset(len("repairs"), 0))
        chosen = app.screen.get_selected_text()
        assert chosen is not None
        assert chosen.startswith("inquiry into the collapse of the old harbour wall")
        assert "warning from the town’s mayor that the cost of repairs" in chosen  # a space where the line was broken
        assert "\n" not in chosen.strip()
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert app.clipboard.strip() == chosen.strip()


async def test_a_selection_over_blocks_has_blank_lines_between_them_and_nothing_of_the_frame(
    make_app: AppMaker, harbour: Article
) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        start, end = cell_of(app, "We were warned in March"), cell_of(app, "Tunde Adeyemi, the minister")
        await drag(pilot, start, end + Offset(len("Tunde"), 0))
        chosen = app.screen.get_selected_text()
        assert chosen is not None
        assert chosen.startswith("We were warned in March, and we did nothing,” said Maria Okonkwo, the mayor of Brackwater.")
        assert not set("▌│─") & set(chosen)
        assert "live with.”\n\nThe storm tore" in chosen


async def test_a_click_points_at_a_row_and_a_second_opens_it(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        cell = cell_of(app, "“None were asked for.”  ")
        await pilot.click(offset=cell)
        await pilot.pause()
        quotes = app.reading.pane.lists["quotes"]
        assert (quotes.index, app.focused) == (3, quotes)
        await pilot.click(offset=cell, times=2)
        await pilot.pause()
        assert app.focused is app.reading.pane.view


async def test_the_wheel_scrolls_what_it_is_over(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        view = app.reading.pane.view
        await pilot._post_mouse_events([MouseScrollDown], offset=(30, 10), button=0)
        await pilot.pause()
        assert view.row == 3
