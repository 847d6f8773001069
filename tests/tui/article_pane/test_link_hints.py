"""Links are followed by their labels."""

from __future__ import annotations

from collections.abc import Callable

from reader.model import Article
from reader.newsroom import Request
from tests.tui.conftest import AppMaker
from tests.tui.driving import SIZE, press, text_of, until


async def test_a_label_opens_its_link_in_the_app(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "G", "semicolon")
        assert "areport of the engineers" in text_of(app)
        await press(pilot, "s")
        assert app.services.worker.asked[-1] == "https://brackwater.example/hearings"  # type: ignore[attr-defined]
        request = app.articles.opened.stories[app.articles.opened.here].request
        assert isinstance(request, Request)
        assert request.linked


async def test_a_capital_label_opens_the_browser(
    make_app: AppMaker, harbour: Article, opened: Callable[[], list[str]]
) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "G", "semicolon", "A")
        await until(pilot, lambda: opened() == ["https://brackwater.example/report"])
        await press(pilot, "o")
        await until(pilot, lambda: opened()[1:] == [harbour.url])
        await press(pilot, "semicolon", "escape")
        assert "areport" not in text_of(app)
        assert len(opened()) == 2


async def test_link_labels_leave_the_words_of_the_links_whole(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "G", ";")
        shown = text_of(app)
    assert "report of the engineers" in shown
    assert "timetable of the hearings" in shown
