"""An article as plain text with all that was stripped of its page, in its place and marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from reader.formats.text import Links, Setting, without_title
from reader.model import Article, Decision
from reader.model.text import line

MARK = "~ "
"""Stands before each line of what was stripped."""


def to_raw(
    article: Article, decisions: Iterable[Decision], width: int = 80, *, links: Links = "none", header: bool = True
) -> str:
    """Return the article as plain text, pictures as their captions, and each dropped piece where it stood.

    A dropped piece is set as `~ [rule] its words`.

    Args:
        article: what to print.
        decisions: what was decided of each piece of its page.
        width: terminal cells; 0 wraps nothing.
        links: as for `to_text`.
        header: print the title, and a line of byline, site and date.
    """
    setting = Setting(width=width, links=links, captions=True)
    dropped: dict[int, list[str]] = defaultdict(list)
    said_below = set(map(line, article.notes))
    for decision in decisions:
        words = line(decision.text)
        if words and not decision.kept and words not in said_below:
            dropped[decision.position] += setting.lines(f"[{line(decision.rule)}] {words}", MARK, MARK)
    body = without_title(article)
    start = len(article.blocks) - len(body)
    parts = setting.head(article) if header else []
    parts.append([text for position in range(start + 1) for text in dropped[position]])
    for position, block in enumerate(body, start):
        parts += [setting.block(block), dropped[position + 1]]
    return setting.finished([part for part in parts if part], article)
