"""Display width and line breaking, counted in terminal cells.

Lines are given as half-open positions in the text, so that whoever draws them can say which characters of the text stand
where on the screen.  Breaking is greedy and hyphen-free.  Text in the scripts that take one cell a character goes a short
way (one search a line); anything else is cut into grapheme clusters (UAX #29) and measured one by one.
Where lines may break follows UAX #14 in what matters to news: at spaces, after hyphens and dashes between letters, and
between East Asian characters but for the signs that may not open or close a line.
"""

from __future__ import annotations

import re

import wcwidth

# One cell a character, and nothing that joins: Latin, Greek, Cyrillic, general punctuation, currency, arrows, box drawing.
_NARROW = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff"
    "\u2500-\u25fc]*"
)
# Signs that may not stand at the start of a line, or at its end (JIS X 4051, the common core).
_NO_START = frozenset(
    "、。，．,.・：；？！:;?!％%゛゜´｀¨ヽヾゝゞ々ー’”）〕］｝〉》」』】»›)]}ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ…‥"
)
_NO_END = frozenset("‘“（〔［｛〈《「『【«‹([{¿¡")
_FRENCH_CLOSERS = frozenset("»›!?;:%")
_FRENCH_OPENERS = frozenset("«‹")
_BREAK_AFTER = frozenset("-‐–—/")


def width(text: str) -> int:
    """Give the number of terminal cells that some text takes; control characters take none."""
    if _NARROW.fullmatch(text):
        return len(text)
    return max(0, int(wcwidth.width(text)))


def graphemes(text: str) -> list[str]:
    """Cut text into grapheme clusters (UAX #29); joined, they are the text."""
    if text.isascii():
        return list(text)
    return list(wcwidth.iter_graphemes(text))


def clip(text: str, cells: int, *, ellipsis: str = "…") -> str:
    """Give text in at most so many cells; what is cut off is replaced by the ellipsis."""
    if width(text) <= cells:
        return text
    room = cells - width(ellipsis)
    if room < 0:
        return ""
    kept: list[str] = []
    for cluster in graphemes(text):
        room -= width(cluster)
        if room < 0:
            break
        kept.append(cluster)
    return "".join(kept).rstrip() + ellipsis


def wrap(text: str, columns: int) -> list[tuple[int, int]]:
    """Break text into lines of at most so many cells; a newline always breaks.

    Args:
        text: any text; tabs and controls should have been dealt with before.
        columns: 1 or more; 0 breaks at newlines only.

    Returns:
        Start and end of each line in the text, without the spaces at the break.  A word that is too long for a line is cut.
    """
    lines: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        if columns <= 0 or (len(paragraph) <= columns and _NARROW.fullmatch(paragraph)):
            lines.append((start, end))
        elif _NARROW.fullmatch(paragraph):
            _wrap_narrow(text, start, end, columns, lines)
        else:
            _wrap_wide(text, start, end, columns, lines)
        start = end + 1
    return lines


def fold(text: str, columns: int) -> list[str]:
    """Break text into lines of at most so many cells, given as strings; see `wrap`."""
    return [text[start:end] for start, end in wrap(text, columns)]


def _wrap_narrow(text: str, start: int, end: int, columns: int, lines: list[tuple[int, int]]) -> None:
    while end - start > columns:
        cut = _break_before(text, start, start + columns)
        stop = cut
        while stop > start and text[stop - 1] == " ":
            stop -= 1
        if stop == start:  # nothing but spaces, or one word that is longer than the line
            cut = stop = start + columns
        lines.append((start, stop))
        start = cut
        while start < end and text[start] == " ":
            start += 1
    if start < end:
        lines.append((start, end))


def _break_before(text: str, start: int, limit: int) -> int:
    """Give the last position in (start, limit] where a line may end; start if there is none."""
    at = limit
    while at > start:
        space = text.rfind(" ", start, at + 1)
        dash = _last_dash(text, max(start, space), limit)
        if dash > space:
            return dash
        if space <= start:
            return start
        if _may_break_at_space(text, space):
            return space
        at = space - 1
    return start


def _last_dash(text: str, start: int, limit: int) -> int:
    """Give the position behind the last dash in text[start:limit] that has letters on both sides; -1 if there is none."""
    for at in range(limit - 1, start, -1):
        if text[at] in _BREAK_AFTER and text[at - 1].isalpha() and text[at + 1 : at + 2].isalpha():
            return at + 1
    return -1


def _may_break_at_space(text: str, space: int) -> bool:
    """French sets a space inside its quotation marks and before some signs: no line breaks there."""
    before, after = text[space - 1 : space], text[space + 1 : space + 2]
    if after in _FRENCH_CLOSERS and not text[space + 2 : space + 3].isalnum():
        return False
    return before not in _FRENCH_OPENERS


def _wrap_wide(text: str, start: int, end: int, columns: int, lines: list[tuple[int, int]]) -> None:
    line_start, used, break_at = start, 0, -1
    at = start
    previous = ""
    for cluster in graphemes(text[start:end]):
        cells = width(cluster)
        if at > line_start and _may_break_between(text, previous, cluster, at):
            break_at = at
        if used + cells > columns and at > line_start and cluster != " ":
            cut = break_at if break_at > line_start else at
            lines.append((line_start, _without_spaces(text, line_start, cut)))
            line_start = cut
            while line_start < at and text[line_start] == " ":
                line_start += 1
            used, break_at = width(text[line_start:at]), -1
        if cluster == " " and at == line_start and at > start:
            line_start += 1
        else:
            used += cells
        at += len(cluster)
        previous = cluster
    if line_start < end:
        lines.append((line_start, max(_without_spaces(text, line_start, end), line_start)))


def _may_break_between(text: str, before: str, after: str, at: int) -> bool:
    if after[0] == " ":
        return False
    if before == " ":
        return _may_break_at_space(text, at - 1)
    if before in _BREAK_AFTER:
        return after[0].isalpha() and text[at - 2 : at - 1].isalpha()
    if before[-1] in _NO_END or after[0] in _NO_START:
        return False
    return (width(before) == 2 and before[0] >= "\u2e80") or (width(after) == 2 and after[0] >= "\u2e80")


def _without_spaces(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end
