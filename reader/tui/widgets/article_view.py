"""The article's text: what is laid over it, which passage is in view, and what of it is selected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection
from textual.widget import Widget

from reader.model import Span
from reader.tui.widgets.article_viewport import ArticleViewport


class ArticleView(ArticleViewport):
    """One article.  What it shows is handed down (`show`, `lay`, `reveal`); where it stands is told by `Moved`."""

    class Moved(Message):
        """Another passage stands at the top."""

        def __init__(self, view: ArticleView, block: int, offset: int, percent: int) -> None:
            """Say it.

            Args:
                view: the view.
                block: index of the block at the top of the view.
                offset: the first of its characters there.
                percent: how much of the text has been seen: 0 to 100.
            """
            super().__init__()
            self.view = view
            self.block = block
            self.offset = offset
            self.percent = percent

        @property
        def control(self) -> Widget:
            """The view."""
            return self.view

    def lay(self, name: str, spans: Iterable[Span]) -> None:
        """Lay a style over some passages: `lit`, `match`, `match-here` or `person`."""
        if self._renderer:
            self._renderer.lay(name, spans)
            self.refresh()

    def label(self, labels: Mapping[str, Span]) -> None:
        """Write labels over the first characters of some passages; none: take them away."""
        if self._renderer:
            self._renderer.label(labels)
            self.refresh()

    @property
    def has_lit(self) -> bool:
        """A passage is lit."""
        return self._renderer is not None and (self._renderer.has("lit") or self._renderer.has("person"))

    @property
    def row(self) -> int:
        """The row at the top of the view."""
        return round(self.scroll_y)

    def reveal(self, block: int, offset: int = 0, *, top: bool = False) -> None:
        """Bring a character into view: to the top, or, if it is not in view yet, to the upper third."""
        if self._renderer is None:
            return
        row = self._renderer.layout.row_of(block, offset)
        first, height = round(self.scroll_y), self.page
        if top:
            self._scroll(row)
            if self._anchor != (block, offset):  # near the end it cannot come to the top: the reader stands there all the same
                self._anchor = (block, offset)
                self._tell()
        elif not first + 1 <= row < first + height - 1:
            self._scroll(row - height // 3)

    def span_in_view(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """Give the places (block, character) at which the visible text begins and ends."""
        if self._renderer is None:
            return (0, 0), (0, 0)
        first = round(self.scroll_y)
        return self._renderer.layout.place_of(first), self._renderer.layout.place_of(first + self.page)

    def move_by(self, rows: int) -> None:
        """Scroll."""
        self._scroll(round(self.scroll_y) + rows)

    def move_to(self, row: int | None) -> None:
        """Scroll to a row."""
        self._scroll(self.virtual_size.height if row is None else row)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell where the text stands now."""
        super().watch_scroll_y(old_value, new_value)
        if self._renderer and round(old_value) != round(new_value):
            self._anchor = self._renderer.layout.place_of(round(new_value))
            self._tell()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Give the article's own words between the two ends of a selection."""
        if self._content is None:
            return None
        blocks = self._content.article.blocks
        spans = _selected(selection, [len(block.text) for block in blocks])
        return "\n\n".join(blocks[span.block].text[span.start : span.end] for span in spans), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Light what is selected."""
        if self._content and self._renderer:
            lengths = [len(block.text) for block in self._content.article.blocks]
            self._renderer.lay("selected", _selected(selection, lengths) if selection else ())
            self.refresh()

    def _tell(self) -> None:
        height = self.virtual_size.height
        seen = min(round(self.scroll_y) + self.page, height)
        self.post_message(self.Moved(self, *self._anchor, percent=100 * seen // height if height else 100))


def _selected(selection: Selection, lengths: Sequence[int]) -> list[Span]:
    """Give the passages of a selection, whose offsets are (character, block)."""
    start = selection.start or Offset(0, 0)
    end = selection.end or Offset(lengths[-1] if lengths else 0, len(lengths) - 1)
    return [
        Span(block=block, start=start.x if block == start.y else 0, end=end.x if block == end.y else lengths[block])
        for block in range(start.y, min(end.y + 1, len(lengths)))
    ]
