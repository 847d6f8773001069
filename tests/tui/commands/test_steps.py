"""From section to section, and from article to article."""

from __future__ import annotations

from reader.model import Article
from tests.tui.conftest import AppMaker
from tests.tui.driving import (
    SIZE,
    press,
    screen_of,
    text_of,
)


async def test_sections_and_paragraphs(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "right_square_bracket")
        assert screen_of(app).pane.view.place == (6, 0)
        await press(pilot, "left_square_bracket")
        assert screen_of(app).pane.view.place == (0, 0)
        await press(pilot, "right_curly_bracket")
        assert screen_of(app).pane.view.place[0] == 1
        await press(pilot, "2", "right_curly_bracket")
        assert screen_of(app).pane.view.place[0] == 3
        await press(pilot, "left_curly_bracket")
        assert screen_of(app).pane.view.place[0] == 2


async def test_several_articles(make_app: AppMaker, harbour: Article, shapes: Article) -> None:
    app = make_app(harbour, shapes)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "J")
        assert "SHAPES OF THE COAST" in text_of(app)
        await press(pilot, "J")
        assert "There is no article after this one." in text_of(app)
        await press(pilot, "K")
        assert "HARBOUR INQUIRY" in text_of(app)
