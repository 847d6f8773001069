"""An article as Markdown (CommonMark with the tables and strikethrough of GitHub): markdownify over our own HTML.

The law is that the Markdown, rendered again, says the article's words.  Where Markdown has no way to set some words (emphasis
that begins or ends with punctuation inside a word, code with a bar in a table), the element itself is written out: `<em>`.
Raised and lowered words are always elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import category

from reader.formats import html
from reader.formats.run_cleanup import safe_href, tidied
from reader.lazy_import import postpone
from reader.model import Article, Figure, Run, Style
from reader.model.text import line, plain

_WRITTEN_OUT = "x-"
_LISTS = ("<ul", "<ol")
_DELIMITED = frozenset({Style.STRONG, Style.EMPHASIS, Style.DELETED})
_MARKED = frozenset({Style.CODE, Style.SUPERSCRIPT, Style.SUBSCRIPT})
# In an address these end it, or open code, a cell or an entity; parentheses need not balance.
_UNSAFE_IN_ADDRESS = re.compile(r"[()<>\\`|\[\]\"']|&(?=#?\w+;)")
_BRACKETS = re.compile(r"[\[\]\\`<>]")
_ASCII_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def to_markdown(article: Article, *, header: bool = True, captions: bool = False) -> str:
    """Return the article as Markdown; ends with a newline.

    Args:
        article: what to print.
        header: print the title, and a line of byline, site and date.
        captions: print pictures, with their captions and credits below.
    """
    postpone("soupsieve")  # which bs4 loads for CSS selectors
    from reader.formats.markdown_converter import convert  # noqa: PLC0415 - loads bs4, which no other format needs

    elements = html.parts(article, header=header, captions=captions, inline=_inline, picture=_picture)
    text = plain(convert("".join(_with_lists_parted(elements)))).strip("\n")
    return f"{text}\n" if text else ""


def _picture(figure: Figure) -> str:
    """Return a picture as an image; its address must be one that may be followed."""
    if not (href := safe_href(figure.image)):
        return ""
    alt = _BRACKETS.sub("", line(figure.alt))
    return f'<p><img src="{html.text(_safe_address(href))}" alt="{html.text(alt)}" /></p>'


def _with_lists_parted(elements: Sequence[str]) -> Iterator[str]:
    """Put a comment between two lists that follow each other: Markdown would make them one."""
    for before, element in zip(("", *elements), elements, strict=False):
        if before.startswith(_LISTS) and element.startswith(_LISTS):
            yield f"<{_WRITTEN_OUT}comment></{_WRITTEN_OUT}comment>"
        yield element


def _inline(runs: Sequence[Run]) -> str:
    """Return runs as HTML that Markdown can say."""
    tidy = tidied(runs)
    parts = []
    for before, run, after in zip((None, *tidy), tidy, (*tidy[1:], None), strict=False):
        prefix = "" if _can_be_said(run, before, after) else _WRITTEN_OUT
        words = (
            f"<{_WRITTEN_OUT}reference>{html.text(run.text.strip('[]'))}</{_WRITTEN_OUT}reference>"
            if Style.REFERENCE in run.style
            else html.words(run)
        )
        parts.append(html.wrapped(_with_safe_address(run), words, prefix=prefix))
    return "".join(parts)


def _with_safe_address(run: Run) -> Run:
    return Run(text=run.text, style=run.style, href=_safe_address(run.href or "") or None)


def _safe_address(href: str) -> str:
    return _UNSAFE_IN_ADDRESS.sub(lambda sign: "&amp;" if sign[0] == "&" else f"%{ord(sign[0]):02X}", href)


def _can_be_said(run: Run, before: Run | None, after: Run | None) -> bool:
    """Whether Markdown's signs around the run will be read as what they are meant for.

    CommonMark 0.31, section 6.2: a delimiter opens emphasis if no white space follows it, and if no punctuation does, or white
    space or punctuation stands before it too; the same mirrored for closing (https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run).
    """
    if Style.CODE in run.style and ("|" in run.text or "\n" in run.text):
        return False
    if run.href or not run.style & _DELIMITED:
        return True
    if any(side and side.style & _DELIMITED and not side.href for side in (before, after)):
        return False
    mixed = run.style & _MARKED or (Style.DELETED in run.style and run.style & _DELIMITED - {Style.DELETED})
    opens = not (mixed or _may_be_punctuation(run.text[0])) or before is None or _parts(before, before.text[-1])
    closes = not (mixed or _may_be_punctuation(run.text[-1])) or after is None or _parts(after, after.text[0])
    return opens and closes


def _parts(neighbour: Run, edge: str) -> bool:
    """Whether what stands next to a delimiter is white space or punctuation by every edition of CommonMark."""
    return bool(neighbour.href or neighbour.style) or edge.isspace() or edge in _ASCII_PUNCTUATION or category(edge)[0] == "P"


def _may_be_punctuation(edge: str) -> bool:
    return category(edge)[0] in "PS"
