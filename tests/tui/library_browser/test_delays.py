"""What is done a moment later is done once."""

from __future__ import annotations

from tests.tui.conftest import FrontMaker
from tests.tui.driving import front, shows, until


async def test_of_two_things_that_wait_for_the_cursor_to_rest_the_later_is_done(make_front: FrontMaker) -> None:
    app = make_front()
    done: list[str] = []
    async with app.run_test(size=(120, 40)) as pilot:
        await shows(pilot, "What happened to number 0")
        delays = front(app).browser.delays
        delays.after_rest(lambda: done.append("first"))
        delays.after_rest(lambda: done.append("second"))
        await until(pilot, lambda: done)
        await pilot.pause(0.1)
    assert done == ["second"]


async def test_what_comes_in_is_listed_once_however_often_it_is_told(make_front: FrontMaker) -> None:
    app = make_front()
    done: list[str] = []
    async with app.run_test(size=(120, 40)) as pilot:
        delays = front(app).browser.delays
        for number in range(5):
            delays.once_a_second(lambda number=number: done.append(str(number)))  # type: ignore[misc]
        assert done == []
        await until(pilot, lambda: done)
        delays.once_a_second(lambda: done.append("again"))
        await until(pilot, lambda: len(done) > 1)
    assert done == ["0", "again"]
