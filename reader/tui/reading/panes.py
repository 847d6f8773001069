"""Which panes are shown, which of them has the keys, and the article alone."""

from __future__ import annotations

from typing import Final

from reader.tui.layout.panes import REGIONS
from reader.tui.messages import WidthChosen
from reader.tui.reading.base import ReadingBase
from reader.tui.state.pane_rows import has_rows

_NARROWEST, _WIDEST = 40, 120
_WITHOUT: Final = {
    "entries": "This is the only article.",
    "outline": "This article has one section only.",
    "people": "Nobody is named in this article.",
    "quotes": "Nobody is quoted in this article.",
}
"""Why there is nothing to go to."""


class PaneActions(ReadingBase):
    """Moving between panes."""

    is_zen = False
    sheet = ""
    """The pane that is open under the text, where there is room for the text alone."""
    wished = ""
    """The pane that was asked for before there was anything in it."""

    @property
    def is_narrow(self) -> bool:
        """There is room for the article alone."""
        return self.size.width < REGIONS or self.grid.is_linear

    def arrange_panes(self) -> None:
        """Lay out the panes that have something to show."""
        wanted = {name for name in self.lists if self.has_rows(name)}
        self.grid.arrange_panes(wanted, self.sheet if self.is_narrow else "", is_zen=self.is_zen)

    def has_rows(self, name: str) -> bool:
        """Say whether a list has something to show."""
        return has_rows(self.shelf, name, len(self.entries[name]))

    def action_pane(self, name: str) -> None:
        """Go to a pane, or back to the text from it."""
        self.take_count()
        self.wished = ""
        if name not in self.lists:
            self.say("This is on the front page: reader without a source opens it.")
        elif self.focused is self.lists[name]:
            self.to_text()
        elif not self.has_rows(name):
            self.say(_WITHOUT[name])
        elif self.story.is_partial and not self.entries[name]:
            self.wished = name
            self.say("Who is named and quoted is still being found …")
        else:
            self.is_zen = False
            if self.is_narrow:
                self.sheet = name
            self.arrange_panes()
            self.set_focus(self.lists[name])

    def action_next_pane(self, step: int) -> None:
        """Go to the next pane, in the order in which they stand."""
        names = self.grid.shown()
        if self.is_narrow and not self.is_zen:
            names = ("article", *(name for name in self.lists if self.has_rows(name)))
        at = names.index(str(self.pane.id)) if self.pane.id in names else 0
        name = names[(at + step) % len(names)]
        if name == "article":
            self.to_text()
        else:
            self.action_pane(name)

    def action_zen(self) -> None:
        """Show the article alone, or everything again."""
        self.is_zen = not self.is_zen
        self.to_text()

    def to_text(self) -> None:
        """Go back to the text."""
        self.sheet = self.wished = ""
        self.set_focus(self.view)
        self.arrange_panes()

    def action_resize(self, step: int) -> None:
        """Set the text in more or fewer columns; a count says how many."""
        count = self.take_count(0)
        columns = count or self.view.column + step
        columns = min(max(columns, _NARROWEST), _WIDEST)
        self.view.column = columns
        self.say(f"{columns} columns")
        self.post_message(WidthChosen(columns))
