"""Every action with its keys: as help to read, and as a palette to choose from; both are searched by typing."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from reader.tui.actions import GROUPS, Action, keys_of
from reader.tui.inks import Inks
from reader.tui.marks import Marks
from reader.tui.widgets.virtual_list import Column, VirtualList

_NAMES = {
    "space": "Space", "enter": "Enter", "escape": "Esc", "tab": "Tab", "shift+tab": "Shift+Tab", "pagedown": "PgDn",
    "pageup": "PgUp", "home": "Home", "end": "End", "down": "↓", "up": "↑", "left": "←", "right": "→",
}  # fmt: skip


class IndexScreen(ModalScreen[str | None]):
    """A searchable list of all actions; gives the call of the one that is chosen."""

    def __init__(self, title: str, changed: dict[str, str], marks: Marks, inks: Inks) -> None:
        """Make the index with the user's changes of keys."""
        super().__init__()
        self._title, self._changed = title, changed
        columns = (Column("mark", 20), Column("main", 26), Column("aside"))
        self._list = VirtualList(*columns, id="actions", marks=marks)
        self._list.dye(inks)
        self._actions: list[Action | None] = []

    def compose(self) -> ComposeResult:
        """A line to type on, and the list."""
        with Vertical(id="index"):
            yield Label(self._title, id="index-title", markup=False)
            yield Input(placeholder="type to search", compact=True)
            yield self._list
            yield Label("", id="index-tip", markup=False)

    def on_mount(self) -> None:
        """List the actions."""
        rows: list[tuple[str, ...]] = []
        for group in GROUPS:
            for action in group.actions:
                keys = "  ".join(shown(key) for key in keys_of(action, self._changed))
                rows.append((keys, action.title, action.tooltip))
                self._actions.append(action)
        self._list.show(rows, at=0)
        self.on_virtual_list_pointed(VirtualList.Pointed(self._list, 0))
        self.set_focus(self.query_one(Input))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search."""
        self._list.sift(event.value)
        self._list.move_to(0)
        self.on_virtual_list_pointed(VirtualList.Pointed(self._list, self._list.index))

    def on_input_submitted(self) -> None:
        """Choose what the cursor stands on."""
        self._choose(self._list.index)

    def on_virtual_list_pointed(self, event: VirtualList.Pointed) -> None:
        """Say in full what the row that is pointed at does."""
        action = self._actions[event.index] if 0 <= event.index < len(self._actions) else None
        self.query_one("#index-tip", Label).update(f"{action.tooltip}  ({action.id})" if action else "")

    def on_virtual_list_chosen(self, event: VirtualList.Chosen) -> None:
        """Choose what is clicked."""
        self._choose(event.index)

    def on_key(self, event: events.Key) -> None:
        """Move the cursor while the keys are typed into the line; leave with Escape."""
        steps = {"down": 1, "up": -1, "pagedown": self._list.page, "pageup": -self._list.page, "ctrl+n": 1, "ctrl+p": -1}
        if event.key == "escape":
            event.stop()
            self._leave(None)
        elif event.key in steps:
            event.stop()
            self._list.move_by(steps[event.key])

    def _choose(self, index: int) -> None:
        action = self._actions[index] if 0 <= index < len(self._actions) else None
        self._leave(action.call if action else None)

    def _leave(self, call: str | None) -> None:
        """Close, once: a key that was typed ahead may ask for it again."""
        if self.is_current:
            self.dismiss(call)


def shown(key: str) -> str:
    """Give a key as the help writes it."""
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[5:].upper()}"
    return _NAMES.get(key, key)
