"""An article set for the width there is, standing at the same passage whatever the width."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.strip import Strip

from reader.model import Span
from reader.tui.theme.styles import ThemeStyles
from reader.tui.theme.symbols import Symbols
from reader.tui.typesetting.article_renderer import ArticleRenderer
from reader.tui.typesetting.block_layout import ArticleContent
from reader.tui.typesetting.line_renderer import LineRenderer, TextColumn, place_column

Place = tuple[int, int]


class ArticleViewport:
    """One article, or none yet, and the place in it that stands at the top."""

    def __init__(self, column: int, symbols: Symbols) -> None:
        """Wish for so many columns of text."""
        self._symbols = symbols
        self.column = column
        self.text_column = TextColumn(left=0, column=column, width=column)
        """Where the text stands in the view."""
        self.content: ArticleContent | None = None
        self.place: Place = (0, 0)
        """The block and its character at the top; behind a jump that the end cut short, where it led."""
        self._renderer: ArticleRenderer | None = None
        self._line_renderer: LineRenderer | None = None

    @property
    def is_set(self) -> bool:
        """There is an article, and a width that it is set for."""
        return self._renderer is not None

    @property
    def height(self) -> int:
        """Rows of the whole."""
        return self._renderer.layout.height if self._renderer else 0

    def show(self, content: ArticleContent, at: Place | None) -> None:
        """Take an article to be set, with a place on top; None: the same words as before, with all that is lit."""
        self.content = content
        if at is not None:
            self._renderer, self.place = None, at

    def fit(self, width: int, *, is_new: bool = False) -> None:
        """Set the article for a width; a new one is set anew whatever the width."""
        if self.content is None:
            return
        column = place_column(width, self.column)._replace(reorder=self.text_column.reorder)
        before = self.text_column.column, self.text_column.width
        if is_new or self._renderer is None or (column.column, width) != before:
            over = self._renderer.lays() if self._renderer else {}
            self._renderer = ArticleRenderer(self.content, column, self._symbols)
            for name, spans in over.items():
                self._renderer.lay(name, spans)
        self.text_column = column
        self._renderer.forget()

    def move_column(self, *, shift: int | None = None, reorder: bool | None = None) -> None:
        """Move wide tables and code to a cell, or change who orders right-to-left text."""
        column = self.text_column
        widest = self._renderer.layout.widest if self._renderer else 0
        most = max(widest - (column.width - column.left - 1), 0)
        self.text_column = column._replace(
            shift=column.shift if shift is None else min(max(shift, 0), most),
            reorder=column.reorder if reorder is None else reorder,
        )
        self.forget_rows()

    def forget_rows(self) -> None:
        """Draw every row anew."""
        self._line_renderer = None
        if self._renderer:
            self._renderer.forget()

    def draw(self, row: int, theme_styles: ThemeStyles) -> Strip:
        """Draw a row of the article; behind its end, an empty one."""
        if self._line_renderer is None:
            self._line_renderer = LineRenderer(theme_styles, self._symbols)
        if self._renderer is None or row >= self._renderer.layout.height:
            return self._line_renderer.blank(self.text_column)
        return self._renderer.strip(row, self._line_renderer, self.text_column)

    def lay(self, name: str, spans: Iterable[Span]) -> None:
        """Lay a style over some passages, instead of those that it lay over before."""
        if self._renderer:
            self._renderer.lay(name, spans)

    def label(self, labels: Mapping[str, Span]) -> None:
        """Write labels over the first characters of some passages; none: take them away."""
        if self._renderer:
            self._renderer.label(labels)

    @property
    def has_lit(self) -> bool:
        """A passage is lit."""
        return self._renderer is not None and (self._renderer.has("lit") or self._renderer.has("person"))

    def top(self, height: int) -> int:
        """Return the row at the top of a view of some rows in which the place is to stand there."""
        return self._renderer.top(self.place, height) if self._renderer else 0

    def row_of(self, block: int, offset: int) -> int:
        """Return the row on which a character of a block stands."""
        return self._renderer.layout.row_of(block, offset) if self._renderer else 0

    def place_of(self, row: int) -> Place:
        """Return the block and the character that stand at a row or next below it."""
        return self._renderer.layout.place_of(row) if self._renderer else (0, 0)
