"""The words around an article that are not of its text: byline, date, how long it takes, and the notes behind it."""

from __future__ import annotations

import re
from datetime import datetime, tzinfo
from functools import cache
from typing import Final

from reader.model import Article, Decision, Preformatted
from reader.tui.theme.symbols import Symbols
from reader.tui.typesetting.block_layout import ArticleContent

MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WORDS_A_MINUTE: Final = 238
"""Silent reading of non-fiction in English (Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047)."""
_SIGNS_A_MINUTE: Final = 500
"""Chinese and Japanese are read by the sign: about 500 a minute."""
_DENSE: Final = 1.3
"""Bytes a character (UTF-8) below which there is no need to look for such signs, of three bytes each; looking takes long."""
_CUT_OFF: Final = "The page ends here: this is not the whole story."


def byline(article: Article, symbols: Symbols, zone: tzinfo | None = None) -> str:
    """Return the line below the title: who, where, when, how long.

    Args:
        article: the article.
        symbols: the signs to use.
        zone: the reader's own time zone; None: that of the machine.
    """
    parts = [
        ", ".join(article.byline),
        article.site,
        day(article.published, zone) if article.published else "",
        f"{minutes(article)} min",
    ]
    return f" {symbols.dot} ".join(part for part in parts if part)


def day(time: datetime, zone: tzinfo | None = None) -> str:
    """Return a date as it is written in the reader's zone: `1 Nov 2026`."""
    local = time.astimezone(zone)
    return f"{local.day} {MONTHS[local.month - 1]} {local.year}"


@cache
def _signs() -> re.Pattern[str]:
    """Return the pattern of Chinese and Japanese signs; made when it is needed, since it takes 3 ms."""
    return re.compile("[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")


def minutes(article: Article) -> int:
    """Return how many minutes it takes to read; at least 1."""
    words = signs = 0
    for block in article.blocks:
        if isinstance(block, Preformatted):
            continue
        text = block.text
        words += text.count(" ") + 1
        if not text.isascii() and len(text.encode(errors="replace")) > _DENSE * len(text):
            signs += len(_signs().findall(text))
    return max(1, round(words / _WORDS_A_MINUTE + signs / _SIGNS_A_MINUTE))


def article_content(article: Article, symbols: Symbols, *, dropped: tuple[Decision, ...] = ()) -> ArticleContent:
    """Return an article as it is set, perhaps with what was stripped from its page."""
    return ArticleContent(article=article, byline=byline(article, symbols), notes=notes(article), dropped=dropped)


def notes(article: Article) -> tuple[str, ...]:
    """Return what stands behind the text."""
    return (*((_CUT_OFF,) if article.truncated else ()), *article.notes)
