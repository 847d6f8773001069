"""Faults that a first user met in the app.

Met too, and for eyes rather than tests: at 200x60 the quotes column gives 12 characters to the words and 22 to the speaker; roles
are cut to `Mayor…` at 120; help and palette cut every description at 80 and 120 columns with no way to see it whole; `v` takes three
rows for a dropped piece (text, rule, blank) where one would do; the bar of the first run hides `? help  : commands  z zen  < >` at
110 columns and more, and names neither feeds nor OPML nor newsboat's urls; a player's caption is the very first thing that the app
shows of the first article (captions that `explain` calls a media player's should go); `|` shows the command's output only after the
app has ended: show it and wait for a key, as less and newsboat do; a command that is not there says nothing; with one bad source of
several the app opens nothing: open the others; the list shows file names and swaps in titles under the cursor; Arabic: the line
under the title is not reordered as title and text are; the quote row in `paper` shouts, and quoted words are faint.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from reader.model import Article
from reader.tui import external_programs
from reader.tui.app import ReaderApp
from reader.tui.keys.actions import every_action

AppMaker = Callable[..., ReaderApp]


def text_of(app: ReaderApp) -> str:
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips[: app.size.height])


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def test_link_labels_leave_the_words_of_the_links_whole(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "G", ";")
        shown = text_of(app)
    assert "report of the engineers" in shown
    assert "timetable of the hearings" in shown


async def test_escape_closes_an_overlay(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = text_of(app)
        await press(pilot, "@")
        assert "Okonkwo" in text_of(app)
        assert text_of(app) != before
        await press(pilot, "escape")
        assert text_of(app).splitlines()[:3] == before.splitlines()[:3]


async def test_whatever_the_palette_offers_can_be_chosen_over_an_article(
    make_app: AppMaker, harbour: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app(harbour, harbour)
    monkeypatch.setattr(external_programs, "run", lambda *_, **__: "done")
    for name in ("exit", "open_url", "action_suspend_process"):
        monkeypatch.setattr(app, name, lambda *_, **__: None)
    async with app.run_test(size=(120, 40)) as pilot:
        for action in every_action():
            await app._perform(action)
        await pilot.pause()
        while len(app.screen_stack) > 1:
            await app.pop_screen()
        await press(pilot, "escape", "escape")
        await app.action_command("feeds")
        await pilot.pause()
        assert "front page" in text_of(app).splitlines()[-1]
