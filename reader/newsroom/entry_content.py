"""An entry's own text: its author's markup with nothing around it, and what it carries.

It is no page.  A short text is taken whole, since a list of links or a picture is all that many entries are; from a long one
the rows of buttons and links that publishing software adds leave as they leave a page.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from reader import extraction
from reader.formats.entry_markup import MARK
from reader.model import Block, Figure, Heading, Paragraph, Run

_SHORT = 2_000
"""Characters of words up to which a text is taken whole."""
_MOST_LOST = 0.5
"""Of a long text: if a page's rules would leave less, it is taken whole too."""


def entry_blocks(markup: str, *, url: str, title: str, summary: str) -> tuple[Block, ...]:
    """Return the blocks of an entry, its title's heading left out.

    Args:
        markup: as `with_enclosures` makes it.
        url: what relative links are resolved against.
        title: the entry's.
        summary: what is said where there is no text.
    """
    text, _, carried = markup.partition(MARK)
    blocks = _text_blocks(text, url, title)
    if not blocks and summary:
        blocks = (Paragraph(runs=(Run(text=summary),)),)
    if blocks and all(isinstance(block, Figure) for block in blocks):
        blocks = (*blocks, *(_picture(block) for block in blocks if isinstance(block, Figure)))
    return (*blocks, *(_body(extraction.from_markup(carried, url=url).blocks) if carried else ()))


def _text_blocks(markup: str, url: str, title: str) -> tuple[Block, ...]:
    if not markup.strip():
        return ()
    whole = _body(extraction.from_markup(markup, url=url).blocks)
    size = _size(whole)
    if size <= _SHORT:
        return whole
    page = f"<html><body><article><h1>{escape(title)}</h1>{markup}</article></body></html>"
    chosen = _body(extraction.extract(page, url=url).blocks)
    return chosen if _size(chosen) >= _MOST_LOST * size else whole


def _body(blocks: Sequence[Block]) -> tuple[Block, ...]:
    return tuple(block for block in blocks if not (isinstance(block, Heading) and block.level == 1))


def _size(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks if not isinstance(block, Figure))


def _picture(figure: Figure) -> Paragraph:
    """Return the words of a picture that is all there is, with a link to it."""
    words = figure.caption or figure.alt or figure.image
    return Paragraph(runs=(Run(text=words, href=figure.image or None),))
