"""The article's text: set for the width there is, drawn line by line, and kept at the same passage whatever the width."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from reader.model import Span
from reader.tui.ink import Ground, Ink, ground_for
from reader.tui.marks import UNICODE, Marks
from reader.tui.proof import Proof
from reader.tui.typeset import Copy
from reader.tui.widgets.moving import Moving


class ArticleView(Moving):
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

    def __init__(self, *, id: str, column: int = 72, marks: Marks = UNICODE) -> None:  # noqa: A002 -- Textual's name
        """Make an empty view that will set text in so many columns."""
        super().__init__(id=id)
        self._column, self._marks = column, marks
        self._copy: Copy | None = None
        self._proof: Proof | None = None
        self._ink: Ink | None = None
        self._ground = Ground(left=0, column=column, width=column)
        self._anchor = (0, 0)

    def show(self, copy: Copy, *, at: tuple[int, int] | None = (0, 0)) -> None:
        """Show an article, with its block and character `at` on top; None: the same words as before, with all that is lit."""
        self._copy = copy
        if at is not None:
            self._proof, self._anchor = None, at
        self._set(anew=True)

    def lay(self, name: str, spans: Iterable[Span]) -> None:
        """Lay a style over some passages: `lit`, `match`, `match-here` or `person`."""
        if self._proof:
            self._proof.lay(name, spans)
            self.refresh()

    def label(self, labels: Mapping[str, Span]) -> None:
        """Write labels over the first characters of some passages; none: take them away."""
        if self._proof:
            self._proof.label(labels)
            self.refresh()

    @property
    def has_lit(self) -> bool:
        """A passage is lit."""
        return self._proof is not None and (self._proof.has("lit") or self._proof.has("person"))

    @property
    def has_copy(self) -> bool:
        """Something is shown, or will be as soon as there is room."""
        return self._copy is not None

    @property
    def place(self) -> tuple[int, int]:
        """The block and its character that stand at the top; behind a jump that the end cut short, where it led."""
        return self._anchor

    @property
    def row(self) -> int:
        """The row at the top of the view."""
        return round(self.scroll_y)

    @property
    def column(self) -> int:
        """Columns of text that are wished for; a narrow view has fewer."""
        return self._column

    @column.setter
    def column(self, columns: int) -> None:
        self._column = columns
        self._set()

    def set_ground(self, *, shift: int | None = None, reorder: bool | None = None) -> None:
        """Move wide tables and code to a cell, or change who orders right-to-left text."""
        ground = self._ground
        widest = self._proof.galley.widest if self._proof else 0
        most = max(widest - (ground.width - ground.left - 1), 0)
        self._ground = Ground(
            left=ground.left,
            column=ground.column,
            width=ground.width,
            shift=ground.shift if shift is None else min(max(shift, 0), most),
            reorder=ground.reorder if reorder is None else reorder,
        )
        self._draw_anew()

    @property
    def ground(self) -> Ground:
        """Where the text stands in the view."""
        return self._ground

    def reveal(self, block: int, offset: int = 0, *, top: bool = False) -> None:
        """Bring a character into view: to the top, or, if it is not in view yet, to the upper third."""
        if self._proof is None:
            return
        row = self._proof.galley.row_of(block, offset)
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
        if self._proof is None:
            return (0, 0), (0, 0)
        first = round(self.scroll_y)
        return self._proof.galley.place_of(first), self._proof.galley.place_of(first + self.page)

    def move_by(self, rows: int) -> None:
        """Scroll."""
        self._scroll(round(self.scroll_y) + rows)

    def move_to(self, row: int | None) -> None:
        """Scroll to a row."""
        self._scroll(self.virtual_size.height if row is None else row)

    # What Textual calls --------------------------------------------------------------------------------------------------

    def on_resize(self, _event: events.Resize) -> None:
        """Set the text anew for another width, at the same passage."""
        self._set()

    def forget_rows(self) -> None:
        """Draw every row anew."""
        self._ink = None
        self._draw_anew()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows that are asked for; before it hears of its size, the view is asked for its first rows."""
        if self._proof is None:
            self._set()
        rows = [self.render_line(y) for y in range(crop.y, crop.bottom)]
        if crop.x == 0 and crop.width >= self.size.width:
            return rows
        return [row.crop(crop.x, crop.right) for row in rows]

    def render_line(self, y: int) -> Strip:
        """Draw one row of the view."""
        row = round(self.scroll_y) + y
        if self._ink is None:
            self._ink = Ink(self.inks, self._marks)
        if self._proof is None or row >= self._proof.galley.height:
            return self._ink.blank(self._ground)
        return self._proof.strip(row, self._ink, self._ground)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell where the text stands now."""
        super().watch_scroll_y(old_value, new_value)
        if self._proof and round(old_value) != round(new_value):
            self._anchor = self._proof.galley.place_of(round(new_value))
            self._tell()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Give the article's own words between the two ends of a selection."""
        if self._copy is None:
            return None
        blocks = self._copy.article.blocks
        spans = _selected(selection, [len(block.text) for block in blocks])
        return "\n\n".join(blocks[span.block].text[span.start : span.end] for span in spans), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Light what is selected."""
        if self._copy and self._proof:
            lengths = [len(block.text) for block in self._copy.article.blocks]
            self._proof.lay("selected", _selected(selection, lengths) if selection else ())
            self.refresh()

    # Inside --------------------------------------------------------------------------------------------------------------

    def _set(self, *, anew: bool = False) -> None:
        """Set the article for the present size, and stand where the reader stood."""
        width = self.size.width
        if self._copy is None or not width:
            return
        ground = ground_for(width, self._column)._replace(reorder=self._ground.reorder)
        stays = anew and self._proof is not None
        if anew or self._proof is None or (ground.column, width) != (self._ground.column, self._ground.width):
            over = self._proof.lays() if self._proof else {}
            self._proof = Proof(self._copy, ground, self._marks)
            for name, spans in over.items():
                self._proof.lay(name, spans)
        self._ground = ground
        self._draw_anew()
        place = self._anchor
        before, self.virtual_size = self.virtual_size, Size(width, self._proof.galley.height)
        if not (stays and before == self.virtual_size):
            self._scroll(self._proof.top(place, self.page))
        self._anchor = place
        self._tell()

    def _scroll(self, row: int) -> None:
        self.scroll_to(y=min(max(row, 0), max(self.virtual_size.height - self.page, 0)), animate=False, force=True)

    def _tell(self) -> None:
        height = self.virtual_size.height
        seen = min(round(self.scroll_y) + self.page, height)
        self.post_message(self.Moved(self, *self._anchor, percent=100 * seen // height if height else 100))

    def _draw_anew(self) -> None:
        if self._proof:
            self._proof.forget()
        self.refresh()


def _selected(selection: Selection, lengths: Sequence[int]) -> list[Span]:
    """Give the passages of a selection, whose offsets are (character, block)."""
    start = selection.start or Offset(0, 0)
    end = selection.end or Offset(lengths[-1] if lengths else 0, len(lengths) - 1)
    return [
        Span(block=block, start=start.x if block == start.y else 0, end=end.x if block == end.y else lengths[block])
        for block in range(start.y, min(end.y + 1, len(lengths)))
    ]
