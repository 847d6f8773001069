"""The article's text: what is laid over it, which passage is in view, and what of it is selected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from reader.model import Span
from reader.tui.theme.symbols import UNICODE, Symbols
from reader.tui.typesetting.block_layout import ArticleContent
from reader.tui.typesetting.line_renderer import TextColumn
from reader.tui.widgets.article_viewport import ArticleViewport, Place
from reader.tui.widgets.motions import MotionPane


class ArticleView(MotionPane):
    """One article.  What it shows is handed down (`show`, `lay`, `reveal`); where it stands is told by `Moved`."""

    class Moved(Message):
        """Another passage stands at the top."""

        def __init__(self, view: ArticleView, block: int, offset: int, percent: int) -> None:
            """Take where the text stands.

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

    def __init__(self, *, id: str, column: int = 72, symbols: Symbols = UNICODE) -> None:  # noqa: A002 -- Textual's name
        """Make an empty view that will set text in so many columns."""
        super().__init__(id=id)
        self._viewport = ArticleViewport(column, symbols)

    def show(self, content: ArticleContent, *, at: Place | None = (0, 0)) -> None:
        """Show an article, with its block and character `at` on top; None: the same words as before, with all that is lit."""
        self._viewport.show(content, at)
        self._set(is_new=True)

    @property
    def has_content(self) -> bool:
        """Something is shown, or will be as soon as there is room."""
        return self._viewport.content is not None

    @property
    def place(self) -> Place:
        """The block and its character that stand at the top; behind a jump that the end cut short, where it led."""
        return self._viewport.place

    @property
    def column(self) -> int:
        """Columns of text that are wished for; a narrow view has fewer."""
        return self._viewport.column

    @column.setter
    def column(self, columns: int) -> None:
        self._viewport.column = columns
        self._set()

    @property
    def text_column(self) -> TextColumn:
        """Where the text stands in the view."""
        return self._viewport.text_column

    def move_column(self, *, shift: int | None = None, reorder: bool | None = None) -> None:
        """Move wide tables and code to a cell, or change who orders right-to-left text."""
        self._viewport.move_column(shift=shift, reorder=reorder)
        self.refresh()

    def lay(self, name: str, spans: Iterable[Span]) -> None:
        """Lay a style over some passages: `lit`, `match`, `match-here` or `person`."""
        self._viewport.lay(name, spans)
        self.refresh()

    def label(self, labels: Mapping[str, Span]) -> None:
        """Write labels over the first characters of some passages; none: take them away."""
        self._viewport.label(labels)
        self.refresh()

    @property
    def has_lit(self) -> bool:
        """A passage is lit."""
        return self._viewport.has_lit

    @property
    def row(self) -> int:
        """The row at the top of the view."""
        return round(self.scroll_y)

    def reveal(self, block: int, offset: int = 0, *, top: bool = False) -> None:
        """Bring a character into view: to the top, or, if it is not in view yet, to the upper third."""
        if not self._viewport.is_set:
            return
        row = self._viewport.row_of(block, offset)
        first, height = self.row, self.page
        if top:
            self._scroll(row)
            if self.place != (block, offset):  # near the end it cannot come to the top: the reader stands there all the same
                self._viewport.place = (block, offset)
                self._tell()
        elif not first + 1 <= row < first + height - 1:
            self._scroll(row - height // 3)

    def span_in_view(self) -> tuple[Place, Place]:
        """Return the places at which the visible text begins and ends."""
        return self._viewport.place_of(self.row), self._viewport.place_of(self.row + self.page)

    def move_by(self, rows: int) -> None:
        """Scroll."""
        self._scroll(self.row + rows)

    def move_to(self, row: int | None) -> None:
        """Scroll to a row."""
        self._scroll(self.virtual_size.height if row is None else row)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell where the text stands now."""
        super().watch_scroll_y(old_value, new_value)
        if self._viewport.is_set and round(old_value) != round(new_value):
            self._viewport.place = self._viewport.place_of(round(new_value))
            self._tell()

    def on_resize(self, _event: events.Resize) -> None:
        """Set the text anew for another width, at the same passage."""
        self._set()

    def forget_rows(self) -> None:
        """Draw every row anew."""
        self._viewport.forget_rows()
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows that are asked for; before it hears of its size, the view is asked for its first rows."""
        if not self._viewport.is_set:
            self._set()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one row of the view."""
        return self._viewport.draw(self.row + y, self.theme_styles)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the article's own words between the two ends of a selection."""
        if self._viewport.content is None:
            return None
        blocks = self._viewport.content.article.blocks
        spans = _selected(selection, [len(block.text) for block in blocks])
        return "\n\n".join(blocks[span.block].text[span.start : span.end] for span in spans), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Light what is selected."""
        if self._viewport.content:
            lengths = [len(block.text) for block in self._viewport.content.article.blocks]
            self.lay("selected", _selected(selection, lengths) if selection else ())

    def _set(self, *, is_new: bool = False) -> None:
        """Set the article for the present size, and stand where the reader stood."""
        width, place = self.size.width, self._viewport.place
        if not self.has_content or not width:
            return
        stays = is_new and self._viewport.is_set
        self._viewport.fit(width, is_new=is_new)
        self.refresh()
        before, self.virtual_size = self.virtual_size, Size(width, self._viewport.height)
        if not (stays and before == self.virtual_size):
            self._scroll(self._viewport.top(self.page))
        self._viewport.place = place
        self._tell()

    def _scroll(self, row: int) -> None:
        self.scroll_to(y=min(max(row, 0), max(self.virtual_size.height - self.page, 0)), animate=False, force=True)

    def _tell(self) -> None:
        height = self.virtual_size.height
        seen = min(self.row + self.page, height)
        self.post_message(self.Moved(self, *self.place, percent=100 * seen // height if height else 100))


def _selected(selection: Selection, lengths: Sequence[int]) -> list[Span]:
    """Return the passages of a selection, whose offsets are (character, block)."""
    start = selection.start or Offset(0, 0)
    end = selection.end or Offset(lengths[-1] if lengths else 0, len(lengths) - 1)
    return [
        Span(block=block, start=start.x if block == start.y else 0, end=end.x if block == end.y else lengths[block])
        for block in range(start.y, min(end.y + 1, len(lengths)))
    ]
