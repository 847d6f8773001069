"""The article screen, driven by keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from reader.model import Article, Heading, Paragraph, Run, Span
from reader.settings import Settings
from reader.tui.state.positions import Positions
from tests.tui.conftest import AppMaker
from tests.tui.driving import SIZE, press, screen_of, text_of


async def test_an_article_is_shown_with_its_byline_and_panes(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        shown = text_of(app)
    assert "HARBOUR INQUIRY OPENS AFTER STORM" in shown
    assert "Ada Ferreira · Brackwater Courier · 1 Nov 2026 · 1 min" in shown
    assert "▌ “We were warned in March" in shown
    assert "2 What the report says" in shown
    assert "People 4" in shown
    assert "Quotes 8" in shown


async def test_narrow_screens_open_a_pane_under_the_text(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Quotes 8" not in text_of(app)
        await press(pilot, "quotation_mark")
        shown = text_of(app)
        assert "Quotes 8" in shown
        assert "HARBOUR INQUIRY" in shown
        await press(pilot, "q")
        assert "Quotes 8" not in text_of(app)
        assert app.is_running


async def test_a_resize_keeps_the_passage_and_the_pane(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(120, 20)) as pilot:
        await press(pilot, "right_square_bracket", "quotation_mark")
        place = screen_of(app).pane.view.place
        for size in ((80, 24), (200, 20), (40, 10), (120, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert screen_of(app).pane.view.place == place, size
            assert app.focused is screen_of(app).pane.lists["quotes"], size


async def test_right_to_left_lines_have_their_parts_and_their_signs_on_their_own_side(
    make_app: AppMaker, harbour: Article
) -> None:
    hebrew = Paragraph(runs=(Run(text="״לא סירבנו לשום בקשה״, אמר השר ביום שני."),))
    said = replace(harbour.quotes[0], where=(Span(block=1, start=1, end=19),), speaker=None)
    title = Heading(runs=(Run(text="מה אמר השר"),), level=1)
    app = make_app(
        replace(
            harbour, byline=("נועה לוי",), site="המגדלור", blocks=(title, hebrew), quotes=(said,), people=(), language="he"
        )
    )
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        rows = text_of(app).splitlines()
    assert any("1 min · 1 Nov 2026 · רולדגמה · יול העונ" in row for row in rows)
    assert any(row.rstrip(" │").endswith("▌") for row in rows)


async def test_the_reading_position_is_kept(make_app: AppMaker, harbour: Article, tmp_path: Path) -> None:
    app = make_app(harbour, positions=Positions(tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "right_square_bracket")
    positions = Positions(tmp_path)
    assert positions.of(harbour.url) == (6, 0)
    again = make_app(harbour, positions=positions)
    async with again.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert screen_of(again).pane.view.place == (6, 0)


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
