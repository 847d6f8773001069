"""Screens that are opened over what is read."""

from __future__ import annotations

from reader.tui.screens import CommandPalette
from reader.tui.screens.person import PersonScreen
from tests.tui.conftest import FrontMaker
from tests.tui.driving import SIZE, press, shows, until


async def test_somebody_whom_the_library_does_not_know_is_told(make_front: FrontMaker) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, "What happened to number 0")
        app.overlays.open_person("Nobody Nowhere", lambda _: None)
        await shows(pilot, "The library knows nobody of that name.")


async def test_a_name_leads_to_another_persons_page_and_an_entry_is_followed(make_front: FrontMaker) -> None:
    app = make_front()
    followed: list[int] = []
    async with app.run_test(size=SIZE) as pilot:
        await shows(pilot, "What happened to number 0")
        app.overlays.open_person("Okonkwo", lambda found: followed.append(found[1]))
        await until(pilot, lambda: isinstance(app.screen, PersonScreen))
        await press(pilot, "G", "enter")
        assert len(followed) == 1


async def test_a_list_of_actions_is_opened_once(make_front: FrontMaker) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "?")
        await app.action_help()
        assert sum(isinstance(screen, CommandPalette) for screen in app.screen_stack) == 1
