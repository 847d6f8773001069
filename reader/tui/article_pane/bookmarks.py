"""Bookmarks: places of the open articles, each under a letter."""

from __future__ import annotations

from reader.tui.article_pane.widgets import PaneWidgets

_BACK = "'"
"""The letter under which a jump leaves the place that it began at."""


class Bookmarks:
    """Sets bookmarks, and goes to them; the letter is the next key."""

    def __init__(self, widgets: PaneWidgets) -> None:
        """Begin without a bookmark."""
        self._widgets = widgets
        self._places: dict[tuple[int, str], tuple[int, int]] = {}
        """Block and character, by article and letter."""
        self._is_setting = False
        self.is_waiting = False
        """The next key is the letter of a bookmark."""

    def wait(self, *, is_setting: bool) -> None:
        """Wait for the letter of a bookmark to set, or to go to."""
        self._widgets.take_count()
        self.is_waiting, self._is_setting = True, is_setting
        self._widgets.say("Mark this place: a letter" if is_setting else "Go to the mark: its letter")
        self._widgets.focus(self._widgets.key_catcher)

    def use(self, article: int, letter: str) -> None:
        """Set the bookmark of a letter in an article, or go to it; no letter: do neither."""
        view, say = self._widgets.view, self._widgets.say
        self.is_waiting = False
        self._widgets.focus(view)
        say("")
        if not letter:
            return
        key = (article, letter)
        if self._is_setting:
            self._places[key] = view.place
            say(f"Marked {letter!r}.")
        elif key in self._places:
            place = self._places[key]
            self._places[(article, _BACK)] = view.place
            view.reveal(*place, top=True)
            say(f"At mark {letter!r}.")
        else:
            say(f"There is no mark {letter!r}.")
