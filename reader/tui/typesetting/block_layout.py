"""From the blocks of an article to a galley: how each kind of block is set."""

from __future__ import annotations

from typing import Final, NamedTuple, assert_never

from reader.model import (
    Article,
    Block,
    Decision,
    Figure,
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
from reader.tui.typesetting.table_layout import set_table

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
    marks: Symbols


def typeset(copy: ArticleContent, sheet: LayoutOptions) -> ArticleLayout:
    """Set an article: its title, the byline below it, its blocks with what was stripped between them, the notes."""
    strays: dict[int, list[BlockLayout]] = {}
    for decision in copy.dropped:
        before = strays.setdefault(decision.position, [])
        for slug in before[-1:]:
            slug.gap = 0
        before.append(_stray(decision, sheet))
    slugs: list[BlockLayout] = []
    for index, block in enumerate(copy.article.blocks):
        slugs += strays.pop(index, ())
        slug = _set(index, block, sheet)
        if len(slug):
            slugs.append(slug)
        if index == 0 and copy.byline:
            slug.gap = 0
            slugs.append(_aside(copy.byline, "byline", sheet))
    for position in sorted(strays):
        slugs += strays[position]
    slugs += [_aside(note, "note", sheet) for note in copy.notes]
    widest = max((_reach(line, copy.article) for slug in slugs for line in slug.lines if line.wide), default=0)
    return ArticleLayout(slugs, widest=widest)


def _reach(line: LayoutLine, article: Article) -> int:
    if line.block < 0:
        return width(line.words)
    text = article.blocks[line.block].text
    if line.pieces:
        return line.pieces[-1].column + width(text[line.pieces[-1].start : line.pieces[-1].end])
    return line.indent + width(text[line.start : line.end])


def _aside(words: str, kind: str, sheet: LayoutOptions) -> BlockLayout:
    """Set words that are not of the article's text."""
    lines = [LayoutLine(-1, 0, 0, kind, words=words[start:end]) for start, end in wrap(words, sheet.column)]
    return BlockLayout(-1, lines=lines)


def _stray(decision: Decision, sheet: LayoutOptions) -> BlockLayout:
    """Set a piece that was stripped on one row: its words, cut short, and the rule that took it."""
    lead, rule = f"{sheet.marks.dropped} ", f" [{decision.rule}]"
    room = max(sheet.column - len(lead) - width(rule), 1)
    words = clip(" ".join(decision.text.split()), room, ellipsis=sheet.marks.ellipsis) + rule
    return BlockLayout(-1, lines=[LayoutLine(-1, 0, 0, "dropped", lead=lead, words=words)])


def _set(index: int, block: Block, sheet: LayoutOptions) -> BlockLayout:
    if isinstance(block, Paragraph):  # most of all blocks, and the only ones that are kept as plain positions
        return BlockLayout(index, spans=wrap(block.text, sheet.column))
    return BlockLayout(index, lines=_lines(index, block, sheet))


def _lines(index: int, block: Block, sheet: LayoutOptions) -> list[LayoutLine]:
    lines: list[LayoutLine]
    match block:
        case Paragraph():
            lines = [LayoutLine(index, *span) for span in wrap(block.text, sheet.column)]
        case Heading(level=level):
            kind = "title" if level == 1 else "heading" if level == 2 else "subheading"
            lines = [LayoutLine(index, *span, kind) for span in wrap(block.text, sheet.column)]
        case Quotation():
            lines = _quotation(index, block, sheet)
        case Listing():
            setter = _ListSetter(index, sheet)
            setter.set(block, 0, 0)
            lines = setter.lines
        case Table():
            lines = _table(index, block, sheet)
        case Figure():
            lines = _figure(index, block, sheet)
        case Preformatted():
            lines = [LayoutLine(index, *span, "code", indent=1, wide=True) for span in wrap(block.text, 0)]
        case Post():
            lines = _post(index, block, sheet)
        case _:
            assert_never(block)
    return lines


def _quotation(index: int, block: Quotation, sheet: LayoutOptions) -> list[LayoutLine]:
    lead = f"{sheet.marks.bar} "
    room = max(sheet.column - len(lead), 1)
    lines = [LayoutLine(index, *span, "quotation", lead=lead) for span in wrap(block.text, room)]
    if block.author:
        words = f"{sheet.marks.dash} {block.author}"
        lines += [LayoutLine(-1, 0, 0, "caption", lead=lead, words=words[start:end]) for start, end in wrap(words, room)]
    return lines


class _ListSetter:
    """Sets a list and those inside it, counting through the characters of the whole."""

    def __init__(self, index: int, sheet: LayoutOptions) -> None:
        self._index, self._sheet = index, sheet
        self.lines: list[LayoutLine] = []

    def set(self, listing: Listing, at: int, depth: int) -> int:
        """Set a list whose text begins at a character of the block's; give the character behind it."""
        digits = len(str(len(listing.items)))
        for number, item in enumerate(listing.items):
            lead = f"{number + 1:>{digits}}. " if listing.ordered else f"{self._sheet.marks.bullet} "
            at = self._item(item, at + bool(number), depth, lead)  # a newline stands between two items
        return at

    def _item(self, item: Item, at: int, depth: int, lead: str) -> int:
        words = "".join(run.text for run in item.runs)
        indent = _NESTED_INDENT * min(depth, _DEEPEST)
        room = max(self._sheet.column - indent - len(lead), self._sheet.column // 3, 1)
        for row, (start, end) in enumerate(wrap(words, room)):
            sign = lead if row == 0 else " " * len(lead)
            self.lines.append(LayoutLine(self._index, at + start, at + end, indent=indent, lead=sign))
        at += len(words)
        for inner in item.inner:
            at = self.set(inner, at + 1, depth + 1)
        return at


def _table(index: int, block: Table, sheet: LayoutOptions) -> list[LayoutLine]:
    lines: list[LayoutLine] = []
    for row in set_table(block, sheet.column, sheet.reach):
        if row.is_rule:
            lines.append(LayoutLine(-1, 0, 0, "table-rule", words=sheet.marks.rule * row.width, wide=row.is_wide))
            continue
        pieces = tuple(LineSegment(*piece) for piece in row.pieces)
        start, end = (pieces[0].start, pieces[-1].end) if pieces else (0, 0)
        kind = "table-head" if row.is_head else "table"
        lines.append(LayoutLine(index, start, end, kind, pieces=pieces, wide=row.is_wide))
    return lines


def _figure(index: int, block: Figure, sheet: LayoutOptions) -> list[LayoutLine]:
    lead, after = f"{sheet.marks.figure} ", "  "
    room = max(sheet.column - len(lead), 1)
    lines = [LayoutLine(index, *span, "caption", lead=after) for span in (wrap(block.text, room) if block.text else ())]
    credit = block.credit if block.text else f" {sheet.marks.dot} ".join(part for part in (block.alt, block.credit) if part)
    for start, end in wrap(credit, room) if credit else ():
        lines.append(LayoutLine(-1, 0, 0, "credit", lead=after, words=credit[start:end]))
    return [lines[0]._replace(lead=lead), *lines[1:]] if lines else []


def _post(index: int, block: Post, sheet: LayoutOptions) -> list[LayoutLine]:
    clock = f"{block.time.astimezone():%H:%M}" if block.time else ""
    if not block.title:
        return [LayoutLine(-1, 0, 0, "heading", words=clock)] if clock else []
    lead = f"{clock}  " if clock else ""
    lines = [
        LayoutLine(index, *span, "heading", lead=" " * len(lead))
        for span in wrap(block.title, max(sheet.column - len(lead), 1))
    ]
    return [lines[0]._replace(lead=lead), *lines[1:]]
