"""From the blocks of an article to a galley: how each kind of block is set."""

from __future__ import annotations

from typing import Final, NamedTuple, assert_never

from reader.model import (
    Article,
    Block,
    Decision,
    Figure,
    Footnote,
    Heading,
    Item,
    Listing,
    Paragraph,
    Post,
    Preformatted,
    Quotation,
    Table,
)
from reader.model.wrap import clip, width, wrap
from reader.tui.theme.symbols import Symbols
from reader.tui.typesetting.article_layout import ArticleLayout, BlockLayout, LayoutLine, LineSegment
from reader.tui.typesetting.table_layout import layout_table

_NESTED_INDENT: Final = 2
_DEEPEST: Final = 8  # levels of nested lists that still move to the right


class ArticleContent(NamedTuple):
    """What is to be set: an article, and the words around it that are not of its text."""

    article: Article
    byline: str = ""
    notes: tuple[str, ...] = ()
    dropped: tuple[Decision, ...] = ()
    """What was stripped from the page, where the reader wants to see it."""


class LayoutOptions(NamedTuple):
    """What a galley is set on: the text column, how far wide blocks may reach, and the signs."""

    column: int
    reach: int
    """Cells from the column's left edge to the edge of the view: tables and code may use them all."""
    symbols: Symbols


def layout_article(content: ArticleContent, options: LayoutOptions) -> ArticleLayout:
    """Set an article: its title, the byline below it, its blocks with what was stripped between them, the notes."""
    dropped: dict[int, list[BlockLayout]] = {}
    for decision in content.dropped:
        before = dropped.setdefault(decision.position, [])
        for block_rows in before[-1:]:
            block_rows.gap = 0
        before.append(_dropped(decision, options))
    parts: list[BlockLayout] = []
    for index, block in enumerate(content.article.blocks):
        parts += dropped.pop(index, ())
        block_rows = _set(index, block, options)
        if len(block_rows):
            parts.append(block_rows)
        if index == 0 and content.byline:
            block_rows.gap = 0
            parts.append(_aside(content.byline, "byline", options))
    for position in sorted(dropped):
        parts += dropped[position]
    parts += [_aside(note, "note", options) for note in content.notes]
    widest = max((_reach(line, content.article) for block_rows in parts for line in block_rows.lines if line.wide), default=0)
    return ArticleLayout(parts, widest=widest)


def _reach(line: LayoutLine, article: Article) -> int:
    if line.block < 0:
        return width(line.words)
    text = article.blocks[line.block].text
    if line.pieces:
        return line.pieces[-1].column + width(text[line.pieces[-1].start : line.pieces[-1].end])
    return line.indent + width(text[line.start : line.end])


def _aside(words: str, kind: str, options: LayoutOptions) -> BlockLayout:
    """Set words that are not of the article's text."""
    lines = [LayoutLine(-1, 0, 0, kind, words=words[start:end]) for start, end in wrap(words, options.column)]
    return BlockLayout(-1, lines=lines)


def _dropped(decision: Decision, options: LayoutOptions) -> BlockLayout:
    """Set a piece that was stripped on one row: its words, cut short, and the rule that took it."""
    lead, rule = f"{options.symbols.dropped} ", f" [{decision.rule}]"
    room = max(options.column - len(lead) - width(rule), 1)
    words = clip(" ".join(decision.text.split()), room, ellipsis=options.symbols.ellipsis) + rule
    return BlockLayout(-1, lines=[LayoutLine(-1, 0, 0, "dropped", lead=lead, words=words)])


def _set(index: int, block: Block, options: LayoutOptions) -> BlockLayout:
    if isinstance(block, Paragraph):  # most of all blocks, and the only ones that are kept as plain positions
        return BlockLayout(index, spans=wrap(block.text, options.column))
    return BlockLayout(index, lines=_lines(index, block, options))


def _lines(index: int, block: Block, options: LayoutOptions) -> list[LayoutLine]:
    lines: list[LayoutLine]
    match block:
        case Paragraph():
            lines = [LayoutLine(index, *span) for span in wrap(block.text, options.column)]
        case Heading(level=level):
            kind = "title" if level == 1 else "heading" if level == 2 else "subheading"
            lines = [LayoutLine(index, *span, kind) for span in wrap(block.text, options.column)]
        case Footnote():
            lead = f"[{block.label}] "
            lines = [LayoutLine(index, *span, lead=lead) for span in wrap(block.text, max(options.column - width(lead), 1))]
            lines[1:] = [one._replace(lead=" " * width(lead)) for one in lines[1:]]
        case Quotation():
            lines = _quotation(index, block, options)
        case Listing():
            setter = _ListSetter(index, options)
            setter.set(block, 0, 0)
            lines = setter.lines
        case Table():
            lines = _table(index, block, options)
        case Figure():
            lines = _figure(index, block, options)
        case Preformatted():
            lines = [LayoutLine(index, *span, "code", indent=1, wide=True) for span in wrap(block.text, 0)]
        case Post():
            lines = _post(index, block, options)
        case _:
            assert_never(block)
    return lines


def _quotation(index: int, block: Quotation, options: LayoutOptions) -> list[LayoutLine]:
    lead = f"{options.symbols.bar} "
    room = max(options.column - len(lead), 1)
    lines = [LayoutLine(index, *span, "quotation", lead=lead) for span in wrap(block.text, room)]
    if block.author:
        words = f"{options.symbols.dash} {block.author}"
        lines += [LayoutLine(-1, 0, 0, "caption", lead=lead, words=words[start:end]) for start, end in wrap(words, room)]
    return lines


class _ListSetter:
    """Sets a list and those inside it, counting through the characters of the whole."""

    def __init__(self, index: int, options: LayoutOptions) -> None:
        self._index, self._options = index, options
        self.lines: list[LayoutLine] = []

    def set(self, listing: Listing, at: int, depth: int) -> int:
        """Set a list whose text begins at a character of the block's; give the character behind it."""
        labels = listing.labels
        digits = max(map(len, labels), default=0)
        for number, item in enumerate(listing.items):
            lead = f"{labels[number]:>{digits}}. " if listing.ordered else f"{self._options.symbols.bullet} "
            at = self._item(item, at + bool(number), depth, lead)  # a newline stands between two items
        return at

    def _item(self, item: Item, at: int, depth: int, lead: str) -> int:
        words = "".join(run.text for run in item.runs)
        indent = _NESTED_INDENT * min(depth, _DEEPEST)
        room = max(self._options.column - indent - len(lead), self._options.column // 3, 1)
        for row, (start, end) in enumerate(wrap(words, room)):
            sign = lead if row == 0 else " " * len(lead)
            self.lines.append(LayoutLine(self._index, at + start, at + end, indent=indent, lead=sign))
        at += len(words)
        for inner in item.inner:
            at = self.set(inner, at + 1, depth + 1)
        return at


def _table(index: int, block: Table, options: LayoutOptions) -> list[LayoutLine]:
    lines: list[LayoutLine] = []
    for row in layout_table(block, options.column, options.reach):
        if row.is_rule:
            lines.append(LayoutLine(-1, 0, 0, "table-rule", words=options.symbols.rule * row.width, wide=row.is_wide))
            continue
        pieces = tuple(LineSegment(*piece) for piece in row.pieces)
        start, end = (pieces[0].start, pieces[-1].end) if pieces else (0, 0)
        kind = "table-head" if row.is_head else "table"
        lines.append(LayoutLine(index, start, end, kind, pieces=pieces, wide=row.is_wide))
    return lines


def _figure(index: int, block: Figure, options: LayoutOptions) -> list[LayoutLine]:
    lead, after = f"{options.symbols.figure} ", "  "
    room = max(options.column - len(lead), 1)
    lines = [LayoutLine(index, *span, "caption", lead=after) for span in (wrap(block.text, room) if block.text else ())]
    credit = (
        block.credit if block.text else f" {options.symbols.dot} ".join(part for part in (block.alt, block.credit) if part)
    )
    for start, end in wrap(credit, room) if credit else ():
        lines.append(LayoutLine(-1, 0, 0, "credit", lead=after, words=credit[start:end]))
    return [lines[0]._replace(lead=lead), *lines[1:]] if lines else []


def _post(index: int, block: Post, options: LayoutOptions) -> list[LayoutLine]:
    clock = f"{block.time.astimezone():%H:%M}" if block.time else ""
    if not block.title:
        return [LayoutLine(-1, 0, 0, "heading", words=clock)] if clock else []
    lead = f"{clock}  " if clock else ""
    lines = [
        LayoutLine(index, *span, "heading", lead=" " * len(lead))
        for span in wrap(block.title, max(options.column - len(lead), 1))
    ]
    return [lines[0]._replace(lead=lead), *lines[1:]]
