"""Every action with its keys: as a help to read, and as a palette to type into.  What is chosen is done in both."""

from __future__ import annotations

from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from reader.tui.keys.actions import GROUPS, Action, done_by, find, keys_of
from reader.tui.keys.synonyms import SYNONYMS
from reader.tui.layout.columns import Column
from reader.tui.theme.styles import ThemeStyles
from reader.tui.theme.symbols import Symbols
from reader.tui.widgets.virtual_list import VirtualList

_LOW: Final = 20  # rows of the screen below which nothing but the list has room
_DESCRIBED: Final = 9  # the rank of an action whose description alone has what was typed
_NAMES = {
    "space": "Space", "enter": "Enter", "escape": "Esc", "tab": "Tab", "shift+tab": "Shift+Tab", "pagedown": "PgDn",
    "pageup": "PgUp", "home": "Home", "end": "End", "down": "↓", "up": "↑", "left": "←", "right": "→",
}  # fmt: skip


class CommandPalette(ModalScreen[Action | None]):
    """A list of all actions that is searched by typing; returns the one that is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *done_by({"search": "search", "escape": "escape", "back": "back", "help": "back"}).bindings
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (_LOW, "-high")]  # noqa: RUF012 -- Textual's declaration

    def __init__(self, title: str, changed: dict[str, str], symbols: Symbols, *, is_typed: bool) -> None:
        """Make the list.

        One list is used again and again: Textual 8.2.8 keeps the last rows of screens that are gone.

        Args:
            title: what it is called.
            changed: the user's changes of keys.
            symbols: the signs to use.
            is_typed: the line has the keys at once, as in a palette; otherwise the list has them, by groups, as in a help.
        """
        super().__init__()
        self._title, self._changed, self._symbols, self._is_typed = title, changed, symbols, is_typed
        columns = (Column("mark", 20), Column("main", 26), Column("aside"))
        self._list = VirtualList(*columns, id="actions", symbols=symbols)
        self._line = Input(compact=True)
        self._line.cursor_blink = False
        self._actions: list[Action | None] = []
        """By row; None: the name of a group."""

    def compose(self) -> ComposeResult:
        """A line to type on, and the list."""
        with Vertical(id="index"):
            yield Label(self._title, id="index-title", markup=False)
            yield self._line
            yield self._list
            yield Label("", id="index-tip", markup=False)

    def on_mount(self) -> None:
        """List the actions."""
        rows: list[tuple[str, ...]] = []
        for group in GROUPS:
            if not self._is_typed:
                rows.append(("", f"{self._symbols.rule * 2} {group.title}"))
                self._actions.append(None)
            for action in group.actions:
                keys = "  ".join(shown(key) for key in keys_of(action, self._changed))
                hidden = f"{action.id} {group.title} {' '.join(SYNONYMS.get(action.id, ()))}"  # it is found, not shown
                rows.append((keys, action.title, action.tooltip, hidden))
                self._actions.append(action)
        self._list.show(rows, at=0)
        search = " ".join(shown(key) for key in keys_of(find("search"), self._changed))
        self._line.placeholder = "type to search" if self._is_typed else f"{search} to search, Enter does it, Esc leaves"

    def restyle(self, theme_styles: ThemeStyles) -> None:
        """Draw the list in other styles."""
        self._list.restyle(theme_styles)

    def on_screen_resume(self) -> None:
        """Begin anew, with nothing searched."""
        self._line.value = ""
        self._list.filter_rows("")
        self._list.move_to(0)
        self.on_virtual_list_pointed(VirtualList.Pointed(self._list, self._list.index))
        self.set_focus(self._line if self._is_typed else self._list)
        if not self._is_typed:
            self.call_after_refresh(self._list.move_to, 1)  # below the name of the first group

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search, and point at what is called so, before what only has the words in its description."""
        self._list.filter_rows(event.value)
        self._list.move_to(0)
        ranks = {row: self._rank(action, event.value.strip()) for row, action in enumerate(self._actions) if action}
        best = min(ranks, key=lambda row: ranks[row])
        if event.value.strip() and ranks[best] < _DESCRIBED:
            self._list.point(best)
        self.on_virtual_list_pointed(VirtualList.Pointed(self._list, self._list.index))

    def _rank(self, action: Action, typed: str) -> int:
        """Return how well an action is called what was typed, 0 being best."""
        words = typed.casefold()
        title, names = action.title.casefold(), SYNONYMS.get(action.id, ())
        called = (
            typed in names,
            typed in keys_of(action, self._changed),
            words in (action.id, title),
            title.startswith(words) or action.id.startswith(words),
            any(name.startswith(words) for name in names),
            words in title,
        )
        return called.index(True) if True in called else _DESCRIBED

    def on_input_submitted(self) -> None:
        """Choose what the cursor stands on."""
        self._choose(self._list.index)

    def on_virtual_list_pointed(self, event: VirtualList.Pointed) -> None:
        """Say in full what the row that is pointed at does."""
        action = self._actions[event.index] if 0 <= event.index < len(self._actions) else None
        self.query_one("#index-tip", Label).update(f"{action.tooltip}  ({action.id})" if action else "")

    def on_virtual_list_chosen(self, event: VirtualList.Chosen) -> None:
        """Choose what is opened in the list."""
        self._choose(event.index)

    def on_key(self, event: events.Key) -> None:
        """Move the cursor while the keys are typed into the line."""
        steps = {"down": 1, "up": -1, "pagedown": self._list.page, "pageup": -self._list.page, "ctrl+n": 1, "ctrl+p": -1}
        if event.key in steps:
            event.stop()
            self._list.move_by(steps[event.key])

    @on(VirtualList.FilterWanted)
    def action_search(self) -> None:
        """Let the line have the keys."""
        self.set_focus(self._line)

    def action_escape(self) -> None:
        """Clear the search; without one, leave."""
        if self._line.value and not self._is_typed:
            self._line.value = ""
            self.set_focus(self._list)
        else:
            self._leave(None)

    @on(VirtualList.Left)
    def action_back(self) -> None:
        """Leave."""
        self._leave(None)

    def _choose(self, index: int) -> None:
        action = self._actions[index] if 0 <= index < len(self._actions) else None
        if action:
            self._leave(action)

    def _leave(self, action: Action | None) -> None:
        """Close, once: a key that was typed ahead may ask for it again."""
        if self.is_current:
            self.dismiss(action)


def shown(key: str) -> str:
    """Return a key as the help writes it."""
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[5:].upper()}"
    return _NAMES.get(key, key)
