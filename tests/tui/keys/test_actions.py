"""The table of actions: nothing in it that does nothing, nothing that clashes, nothing that no test presses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from reader.model import Article
from reader.settings import Settings
from reader.tui.app import ReaderApp
from reader.tui.commands.article_commands import ARTICLE_COMMANDS
from reader.tui.commands.front_page_commands import FRONT_PAGE_COMMANDS
from reader.tui.keys.actions import (
    APP,
    FRONT,
    GROUPS,
    ITEM_SCREEN,
    LIBRARY,
    LISTS,
    MOTIONS,
    PANES,
    PASSAGES,
    PRESETS,
    READING,
    SEARCH,
    Group,
    every_action,
    keymap,
    keys_of,
)
from reader.tui.screens.article import ArticleScreen
from reader.tui.screens.news import NewsScreen
from reader.tui.screens.person import PersonScreen
from reader.tui.screens.search import SearchScreen
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.virtual_list import VirtualList

AppMaker = Callable[..., ReaderApp]
HOMES: tuple[tuple[Group, type | Mapping[str, object]], ...] = (
    (MOTIONS, ArticleView),
    (MOTIONS, VirtualList),
    (READING, ARTICLE_COMMANDS),
    (PANES, ARTICLE_COMMANDS),
    (LIBRARY, ARTICLE_COMMANDS),
    (FRONT, {**ARTICLE_COMMANDS, **FRONT_PAGE_COMMANDS}),
    (SEARCH, SearchScreen),
    (ITEM_SCREEN, PersonScreen),
    (ITEM_SCREEN, NewsScreen),
    (LISTS, VirtualList),
    (PASSAGES, ARTICLE_COMMANDS),
    (APP, ReaderApp),
)
TOGETHER = (  # groups whose keys meet in one place, the nearest first
    (PASSAGES, LISTS, MOTIONS),
    (READING, PANES, LIBRARY, FRONT, APP),
    (MOTIONS, READING, PANES, LIBRARY, FRONT, APP),
    (SEARCH, APP),
    (ITEM_SCREEN, LISTS, MOTIONS),
)
TYPED = {
    "comma": ",", "full_stop": ".", "slash": "/", "colon": ":", "semicolon": ";", "question_mark": "?", "quotation_mark": '"',
    "at": "@", "number_sign": "#", "apostrophe": "'", "vertical_line": "|", "less_than_sign": "<", "greater_than_sign": ">",
    "left_square_bracket": "[", "right_square_bracket": "]", "left_curly_bracket": "{", "right_curly_bracket": "}",
    "equals_sign": "=", "asterisk": "*",
}  # fmt: skip


def test_ids_are_unique_and_every_action_says_what_it_does() -> None:
    ids = [action.id for action in every_action()]
    assert len(ids) == len(set(ids))
    for action in every_action():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", action.id)
        assert action.title
        assert action.tooltip.endswith(".")
        assert action.keys.split()


@pytest.mark.parametrize(("group", "home"), HOMES)
def test_every_action_has_a_method_or_a_command(group: Group, home: type | Mapping[str, object]) -> None:
    for action in group.actions:
        if isinstance(home, type):
            assert callable(getattr(home, "action_" + action.method.partition("(")[0])), action.id
        else:
            assert not action.method, action.id
            assert callable(home[action.id]), action.id


def test_every_command_belongs_to_an_action() -> None:
    assert {*ARTICLE_COMMANDS, *FRONT_PAGE_COMMANDS} == {action.id for action in every_action() if not action.method}


@pytest.mark.parametrize("groups", TOGETHER)
def test_no_key_has_two_actions_in_one_place(groups: tuple[object, ...]) -> None:
    first = {key for group in groups[:1] for action in group.actions for key in action.keys.split()}  # type: ignore[attr-defined]
    rest = [key for group in groups[1:] for action in group.actions for key in action.keys.split()]  # type: ignore[attr-defined]
    assert len(rest) == len(set(rest))
    assert not first.intersection(rest)


def test_every_action_is_pressed_in_a_test() -> None:
    """Walks the table: an action whose keys no test presses, and whose id no test names, fails here."""
    folders = (Path(__file__).parents[1], Path(__file__).parents[2] / "e2e")
    text = "\n".join(path.read_text("utf-8") for folder in folders for path in sorted(folder.rglob("test_*.py")))
    pressed = set(re.findall(r"""["']([^"'\s]{1,24})["']|'(")'""", text))
    keys = {TYPED.get(name, name) for pair in pressed for name in pair if name}
    missing = [action.id for action in every_action() if not keys.intersection((*action.keys.split(), action.id))]
    assert missing == []


def test_every_action_can_be_done_without_function_keys_or_mouse() -> None:
    for action in every_action():
        assert any(not re.fullmatch(r"f\d+", key) for key in action.keys.split()), action.id


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_names_actions_only_and_makes_no_clash(preset: str) -> None:
    known = {action.id for action in every_action()}
    changed = {"preset": preset}
    assert set(keymap(changed)) <= known
    for groups in TOGETHER:
        keys = [key for group in groups for action in group.actions for key in keys_of(action, changed)]
        allowed = {key for action in (*PASSAGES.actions, *LISTS.actions) for key in keys_of(action, changed)}
        assert len([key for key in keys if key not in allowed]) == len({key for key in keys if key not in allowed}), preset


async def test_keys_are_bound_anew_and_help_shows_it(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour, settings=Settings(keys={"next-section": "S,ctrl+n"}))
    async with app.run_test(size=(120, 40)) as pilot:
        assert isinstance(app.screen, ArticleScreen)
        view = app.screen.pane.view
        await pilot.press("right_square_bracket")
        await pilot.pause()
        assert view.place == (0, 0)
        await pilot.press("S")
        await pilot.pause()
        assert view.place == (6, 0)
        await pilot.press("?", "/", *"next section")
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        shown = "\n".join("".join(segment.text for segment in strip) for strip in strips)
        assert "S  Ctrl+N" in shown or "S Ctrl+N" in shown


async def test_the_newsboat_preset_labels_links_with_u(make_app: AppMaker, harbour: Article) -> None:
    app = make_app(harbour, settings=Settings(keys={"preset": "newsboat"}))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("G", "u")
        await pilot.pause()
        assert isinstance(app.screen, ArticleScreen)
        assert app.screen.pane.link_hints.labelled


def test_the_groups_stand_in_help_in_a_sensible_order() -> None:
    assert GROUPS[0].title == "Moving"
    assert GROUPS[-1].title == "Everywhere"
