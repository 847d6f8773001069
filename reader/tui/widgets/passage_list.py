"""A list of passages of the article: its quotes, its people."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from reader.tui.keys.actions import PASSAGES
from reader.tui.widgets.virtual_list import VirtualList


class PassageList(VirtualList):
    """A list whose rows stand for passages, with the actions that passages have; the screen carries them out."""

    BINDINGS: ClassVar[list[BindingType]] = [*PASSAGES.bindings]
