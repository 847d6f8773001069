"""An article as plain text, wrapped by display width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, assert_never

from reader.formats.lists import rows
from reader.formats.run_cleanup import tidied
from reader.formats.tables import aligned
from reader.model import (
    Article,
    Block,
    Figure,
    Footnote,
    Heading,
    Listing,
    Paragraph,
    Post,
    Preformatted,
    Quotation,
    Run,
    Style,
    Table,
)
from reader.model.text import line, plain
from reader.model.wrap import fold

Links = Literal["none", "inline", "ref"]

NARROWEST = 10
"""Cells that a line keeps for words, however deep it is indented."""
RULE = 72
"""Cells of the rule before the notes, where the lines are not shorter."""
_POWER = re.compile(r"[-+−–]?\d[\d.,]*|[-+−–]?[a-zA-Z]")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
CUT_OFF = "The page ends here, but the story does not: the rest is for subscribers."


def to_text(article: Article, width: int = 80, *, links: Links = "none", header: bool = True, captions: bool = False) -> str:
    """Return the article as plain text; ends with a newline.

    The title stands whole on the first line, however long, so that `head -1` prints it.  Nothing else is wider than `width`
    but preformatted text and the addresses that `ref` lists.

    Args:
        article: what to print.
        width: terminal cells; 0 wraps nothing.
        links: `inline` sets the address behind a link's words, `ref` a number, and lists the addresses at the end.
        header: print the title, and a line of byline, site and date.
        captions: print pictures as their captions.
    """
    return Setting(width=width, links=links, captions=captions).document(article, header=header)


def day(when: datetime) -> str:
    """Return a date as it is printed: `1 Nov 2026`."""
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def credits_line(article: Article) -> str:
    """Return the line under the title: byline, site, date; empty if nothing of it is known."""
    parts = [", ".join(map(line, article.byline)), line(article.site)]
    if article.published:
        parts.append(day(article.published))
    if article.modified and not (article.published and day(article.modified) == day(article.published)):
        parts.append(f"updated {day(article.modified)}")
    return " · ".join(filter(None, parts))


def without_title(article: Article) -> Sequence[Block]:
    """Return the blocks behind the title's heading."""
    head = article.blocks[0] if article.blocks else None
    return article.blocks[1:] if isinstance(head, Heading) and head.level == 1 else article.blocks


def title(article: Article) -> str:
    """Return the title on one line."""
    return line(article.title or (article.blocks[0].text if len(without_title(article)) < len(article.blocks) else ""))


def closing(article: Article) -> list[str]:
    """Return what is said behind the story: its notes, and whether it is cut off."""
    return [*filter(None, map(line, article.notes)), *([CUT_OFF] if article.truncated else [])]


@dataclass(slots=True)
class Setting:
    """How one article is set, and the addresses met on the way."""

    width: int
    links: Links = "none"
    captions: bool = False
    hrefs: dict[str, int] = field(default_factory=dict)

    def document(self, article: Article, *, header: bool) -> str:
        """Return the whole text."""
        parts = self.head(article) if header else []
        body = without_title(article)
        dated = _spans_days(body)
        parts += [part for block in body if (part := self.block(block, dated=dated))]
        return self.finished(parts, article)

    def finished(self, parts: list[list[str]], article: Article) -> str:
        """Return the parts and what stands behind them as one text."""
        if notes := closing(article):
            parts += [[self.rule()], *(fold(note, self.width) for note in notes)]
        if self.hrefs:
            parts.append([f"[{number}] {href}" for href, number in self.hrefs.items()])
        text = "\n\n".join("\n".join(part) for part in parts).strip("\n")
        return plain(f"{text}\n" if text else "")

    def head(self, article: Article) -> list[list[str]]:
        """Return the title, and the line under it."""
        credit = credits_line(article)
        lines = [title(article), *(fold(credit, self.width) if credit else [])]
        return [[words for words in lines if words]] if any(lines) else []

    def rule(self) -> str:
        """Return the rule that parts the story from its notes."""
        return "─" * min(self.width or RULE, RULE)

    def block(self, block: Block, *, dated: bool = False) -> list[str]:  # noqa: PLR0911 - a case a kind of block
        """Return the lines of one block; none if it has no words.

        Args:
            block: what to set.
            dated: print the day too where a post has a time.
        """
        match block:
            case Paragraph():
                return self.lines(self.words(block.runs))
            case Footnote():
                return self.lines(self.words(block.runs), f"[{line(block.label)}] ")
            case Heading():
                return _apart(self.lines(self.words(block.runs)))
            case Post():
                return _apart(self.lines(post_line(block, dated=dated)))
            case Quotation():
                return self._quotation(block)
            case Listing():
                return self._listing(block)
            case Table():
                return self._table(block)
            case Preformatted():
                return plain(block.text).strip("\n").split("\n") if block.text.strip() else []
            case Figure():
                return self.lines(figure_line(block)) if self.captions else []
            case _:
                assert_never(block)

    def lines(self, words: str, first: str = "", rest: str | None = None) -> list[str]:
        """Break words into lines behind a mark; `rest` is the mark of the lines after the first, else its width in spaces."""
        if not words:
            return []
        rest = " " * len(first) if rest is None else rest
        room = max(self.width - len(first), NARROWEST) if self.width else 0
        start, *more = fold(words, room)
        return [(first + start).rstrip(), *((rest + text).rstrip() for text in more)]

    def words(self, runs: Iterable[Run]) -> str:
        """Return runs as words, with their addresses where they are asked for."""
        return "".join(_raised(run) + self._address(run) for run in tidied(runs)).strip()

    def _address(self, run: Run) -> str:
        if self.links == "none" or not run.href:
            return ""
        if self.links == "ref":
            return f"[{self.hrefs.setdefault(run.href, len(self.hrefs) + 1)}]"
        return "" if run.href.removeprefix("mailto:") == run.text else f" <{run.href}>"

    def _quotation(self, quotation: Quotation) -> list[str]:
        levels = quotation.levels or (1,) * len(quotation.paragraphs)
        texts = [
            ("> " * level, words)
            for level, runs in zip(levels, quotation.paragraphs, strict=True)
            if (words := self.words(runs))
        ]
        if author := line(quotation.author):
            when = f", {day(quotation.posted)}" if quotation.posted else ""
            texts.append(("> ", f"— {author}{when}"))
        found: list[str] = []
        for i, (mark, words) in enumerate(texts):
            found += [min(mark, texts[i - 1][0]).rstrip()] if i else []
            found += self.lines(words, mark, mark)
        return found

    def _listing(self, listing: Listing) -> list[str]:
        lines: list[str] = []
        indents = [0]
        for row in rows(listing):
            mark = f"{row.label}. " if row.label else "- "
            del indents[row.depth + 1 :]
            indents.append(indents[row.depth] + len(mark))
            first = " " * indents[row.depth] + mark
            lines += self.lines(self.words(row.runs), first) or [first.rstrip()]
        return lines

    def _table(self, table: Table) -> list[str]:
        grid = [[self.words(cell).replace("\n", " ") for cell in row] for row in (table.header, *table.rows)]
        if not any(map(any, grid)):
            return []
        return aligned(grid[0] if any(grid[0]) else [], [row for row in grid[1:] if any(row)], self.width)


def _raised(run: Run) -> str:
    """Return a run's words so that what is raised or lowered is not read as more of the number before it."""
    if Style.SUPERSCRIPT in run.style and _POWER.fullmatch(run.text):
        return f"^{run.text}"
    if Style.SUBSCRIPT in run.style:
        return run.text.translate(_LOWERED)
    return run.text


def post_line(post: Post, *, dated: bool = False) -> str:
    """Return the head of a live page's post: its time in the page's own zone, and its title."""
    time = f"{day(post.time)} " * dated + f"{post.time:%H:%M}" if post.time else ""
    return " ".join(filter(None, (time, line(post.title))))


def figure_line(figure: Figure) -> str:
    """Return a picture as a line of words: its caption (or what it shows) and credit."""
    words = line(figure.caption) or line(figure.alt)
    credit = line(figure.credit)
    text = f"{words} ({credit})" if words and credit else words or credit
    return f"[Picture] {text}" if text else ""


def _spans_days(blocks: Iterable[Block]) -> bool:
    return len({block.time.date() for block in blocks if isinstance(block, Post) and block.time}) > 1


def _apart(lines: list[str]) -> list[str]:
    """One more blank line sets a headline apart from the paragraphs."""
    return ["", *lines] if lines else []
