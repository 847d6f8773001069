"""Questions on the line of state: what was typed before comes back, and the keys go back to where they were."""

from __future__ import annotations

from reader.model import Article
from tests.tui.conftest import AppMaker
from tests.tui.driving import SIZE, press, screen_of


async def test_up_and_down_walk_through_what_was_typed_before(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        for words in ("storm", "mole", "storm"):
            await press(pilot, "/", *words, "enter", "escape")
        search = screen_of(app).pane.search
        await press(pilot, "/", "n", "up")
        assert search.words == "storm"
        await press(pilot, "up", "up", "up")
        assert search.words == "mole"
        await press(pilot, "down", "down", "down")
        assert search.words == "n"


async def test_each_question_has_a_history_of_its_own(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "/", *"storm", "enter", "escape", "a", "up")
        prompt = screen_of(app).pane.prompt._prompt
        assert prompt is not None
        assert prompt.line.value == ""


async def test_a_question_that_is_given_up_leaves_the_keys_where_they_were(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, '"', "t", "x", "escape")
        assert app.focused is screen_of(app).pane.lists["quotes"]
        await press(pilot, "t", "backspace")
        assert app.focused is screen_of(app).pane.lists["quotes"]
