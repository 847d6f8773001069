"""An article set for the width there is and drawn line by line, which stays at the same passage whatever the width."""

from __future__ import annotations

from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip

from reader.tui.theme.symbols import UNICODE, Symbols
from reader.tui.typesetting.article_renderer import ArticleRenderer
from reader.tui.typesetting.block_layout import ArticleContent
from reader.tui.typesetting.line_renderer import LineRenderer, TextColumn, ground_for
from reader.tui.widgets.motions import Moving


class ArticleViewport(Moving):
    """Shows the proof of one article."""

    def __init__(self, *, id: str, column: int = 72, marks: Symbols = UNICODE) -> None:  # noqa: A002 -- Textual's name
        """Make an empty view that will set text in so many columns."""
        super().__init__(id=id)
        self._column, self._marks = column, marks
        self._copy: ArticleContent | None = None
        self._proof: ArticleRenderer | None = None
        self._ink: LineRenderer | None = None
        self._ground = TextColumn(left=0, column=column, width=column)
        self._anchor = (0, 0)

    def show(self, copy: ArticleContent, *, at: tuple[int, int] | None = (0, 0)) -> None:
        """Show an article, with its block and character `at` on top; None: the same words as before, with all that is lit."""
        self._copy = copy
        if at is not None:
            self._proof, self._anchor = None, at
        self._set(anew=True)

    @property
    def has_copy(self) -> bool:
        """Something is shown, or will be as soon as there is room."""
        return self._copy is not None

    @property
    def place(self) -> tuple[int, int]:
        """The block and its character that stand at the top; behind a jump that the end cut short, where it led."""
        return self._anchor

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
        self._ground = TextColumn(
            left=ground.left,
            column=ground.column,
            width=ground.width,
            shift=ground.shift if shift is None else min(max(shift, 0), most),
            reorder=ground.reorder if reorder is None else reorder,
        )
        self._draw_anew()

    @property
    def ground(self) -> TextColumn:
        """Where the text stands in the view."""
        return self._ground

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
            self._ink = LineRenderer(self.inks, self._marks)
        if self._proof is None or row >= self._proof.galley.height:
            return self._ink.blank(self._ground)
        return self._proof.strip(row, self._ink, self._ground)

    def _tell(self) -> None:
        """Tell where the text stands now."""
        raise NotImplementedError

    def _set(self, *, anew: bool = False) -> None:
        """Set the article for the present size, and stand where the reader stood."""
        width = self.size.width
        if self._copy is None or not width:
            return
        ground = ground_for(width, self._column)._replace(reorder=self._ground.reorder)
        stays = anew and self._proof is not None
        if anew or self._proof is None or (ground.column, width) != (self._ground.column, self._ground.width):
            over = self._proof.lays() if self._proof else {}
            self._proof = ArticleRenderer(self._copy, ground, self._marks)
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

    def _draw_anew(self) -> None:
        if self._proof:
            self._proof.forget()
        self.refresh()
