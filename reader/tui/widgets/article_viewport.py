"""An article set for the width there is and drawn line by line, which stays at the same passage whatever the width."""

from __future__ import annotations

from textual import events
from textual.geometry import Region, Size
from textual.strip import Strip

from reader.tui.theme.symbols import UNICODE, Symbols
from reader.tui.typesetting.article_renderer import ArticleRenderer
from reader.tui.typesetting.block_layout import ArticleContent
from reader.tui.typesetting.line_renderer import LineRenderer, TextColumn, place_column
from reader.tui.widgets.motions import MotionPane


class ArticleViewport(MotionPane):
    """Shows the proof of one article."""

    def __init__(self, *, id: str, column: int = 72, symbols: Symbols = UNICODE) -> None:  # noqa: A002 -- Textual's name
        """Make an empty view that will set text in so many columns."""
        super().__init__(id=id)
        self._column, self._symbols = column, symbols
        self._content: ArticleContent | None = None
        self._renderer: ArticleRenderer | None = None
        self._line_renderer: LineRenderer | None = None
        self._text_column = TextColumn(left=0, column=column, width=column)
        self._anchor = (0, 0)

    def show(self, content: ArticleContent, *, at: tuple[int, int] | None = (0, 0)) -> None:
        """Show an article, with its block and character `at` on top; None: the same words as before, with all that is lit."""
        self._content = content
        if at is not None:
            self._renderer, self._anchor = None, at
        self._set(anew=True)

    @property
    def has_content(self) -> bool:
        """Something is shown, or will be as soon as there is room."""
        return self._content is not None

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

    def move_column(self, *, shift: int | None = None, reorder: bool | None = None) -> None:
        """Move wide tables and code to a cell, or change who orders right-to-left text."""
        text_column = self._text_column
        widest = self._renderer.layout.widest if self._renderer else 0
        most = max(widest - (text_column.width - text_column.left - 1), 0)
        self._text_column = TextColumn(
            left=text_column.left,
            column=text_column.column,
            width=text_column.width,
            shift=text_column.shift if shift is None else min(max(shift, 0), most),
            reorder=text_column.reorder if reorder is None else reorder,
        )
        self._draw_anew()

    @property
    def text_column(self) -> TextColumn:
        """Where the text stands in the view."""
        return self._text_column

    def on_resize(self, _event: events.Resize) -> None:
        """Set the text anew for another width, at the same passage."""
        self._set()

    def forget_rows(self) -> None:
        """Draw every row anew."""
        self._line_renderer = None
        self._draw_anew()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows that are asked for; before it hears of its size, the view is asked for its first rows."""
        if self._renderer is None:
            self._set()
        rows = [self.render_line(y) for y in range(crop.y, crop.bottom)]
        if crop.x == 0 and crop.width >= self.size.width:
            return rows
        return [row.crop(crop.x, crop.right) for row in rows]

    def render_line(self, y: int) -> Strip:
        """Draw one row of the view."""
        row = round(self.scroll_y) + y
        if self._line_renderer is None:
            self._line_renderer = LineRenderer(self.theme_styles, self._symbols)
        if self._renderer is None or row >= self._renderer.layout.height:
            return self._line_renderer.blank(self._text_column)
        return self._renderer.strip(row, self._line_renderer, self._text_column)

    def _tell(self) -> None:
        """Tell where the text stands now."""
        raise NotImplementedError

    def _set(self, *, anew: bool = False) -> None:
        """Set the article for the present size, and stand where the reader stood."""
        width = self.size.width
        if self._content is None or not width:
            return
        text_column = place_column(width, self._column)._replace(reorder=self._text_column.reorder)
        stays = anew and self._renderer is not None
        if (
            anew
            or self._renderer is None
            or (text_column.column, width) != (self._text_column.column, self._text_column.width)
        ):
            over = self._renderer.lays() if self._renderer else {}
            self._renderer = ArticleRenderer(self._content, text_column, self._symbols)
            for name, spans in over.items():
                self._renderer.lay(name, spans)
        self._text_column = text_column
        self._draw_anew()
        place = self._anchor
        before, self.virtual_size = self.virtual_size, Size(width, self._renderer.layout.height)
        if not (stays and before == self.virtual_size):
            self._scroll(self._renderer.top(place, self.page))
        self._anchor = place
        self._tell()

    def _scroll(self, row: int) -> None:
        self.scroll_to(y=min(max(row, 0), max(self.virtual_size.height - self.page, 0)), animate=False, force=True)

    def _draw_anew(self) -> None:
        if self._renderer:
            self._renderer.forget()
        self.refresh()
