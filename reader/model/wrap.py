"""Display width and line breaking, counted in terminal cells.

Lines are given as half-open positions in the text, so that whoever draws them can say which characters of the text stand
where on the screen.  Breaking is greedy and hyphen-free.  Text in the scripts that take one cell a character goes a short
way (one search a line); anything else is cut into grapheme clusters (UAX #29) and measured one by one.
Where lines may break follows UAX #14 in what matters to news: at spaces, after hyphens and dashes between letters, and
between East Asian characters but for the signs that may not open or close a line.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from types import ModuleType

# One cell a character, and nothing that joins: Latin, Greek, Cyrillic, Armenian, Hebrew and Arabic letters without points,
# Georgian, general punctuation, currency, arrows, box drawing.
_NARROW = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u0531-\u058a\u05be\u05d0-\u05f4\u060c-\u060f\u061b\u061d-\u064a"
    "\u0660-\u066f\u0671-\u06d5\u10a0-\u10ff\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2500-\u25fc]*"
)
# Two cells a character, and nothing that joins: kana but for their voicing marks, Han, Hangul syllables, full-width forms.
_WIDE = "[\u3000-\u3020\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60\uffe0-\uffe6]"
# Signs that may not stand at the start of a line, or at its end (JIS X 4051, the common core).
_NO_START = (
    "、。，．,.・：；？！:;?!％%゛゜´｀¨ヽヾゝゞ々ー’”）〕］｝〉》」』】»›)]}ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ…‥"
)
_NO_END = "‘“（〔［｛〈《「『【«‹([{¿¡"
_FILLER = "\0"  # stands behind each character of two cells while a line is sought, so that characters count cells

# Where a line may end, besides the end of the text; French sets a space inside its quotation marks and before some signs.
_AT_END = "(?<! )(?= *$)"
_AT_SPACE = "(?= )(?<![ «‹])(?! +[»›!?;:%](?!\\w))"
_AT_DASH = "(?<=[^\\W\\d_][-‐–—/])(?=[^\\W\\d_])"
_AT_WIDE = (
    f"(?:(?<={_FILLER})|(?={_WIDE}))(?![ {_FILLER}{re.escape(_NO_START)}])"
    f"(?<![ {re.escape(_NO_END)}])(?<![{re.escape(_NO_END)}]{_FILLER})"
)


def width(text: str) -> int:
    """Return the number of terminal cells that some text takes: the sum over its grapheme clusters, which may take none."""
    if _NARROW.fullmatch(text):
        return len(text)
    if _is_simple(text):
        return len(text) + len(_wide().findall(text))
    return sum(map(_cluster_width, graphemes(text)))


def graphemes(text: str) -> list[str]:
    """Cut text into grapheme clusters (UAX #29); joined, they are the text."""
    if _NARROW.fullmatch(text) or _is_simple(text):
        return list(text)
    return list(_unicode().iter_graphemes(text))


def clip(text: str, cells: int, *, ellipsis: str = "…") -> str:
    """Return text in at most so many cells; what is cut off is replaced by the ellipsis."""
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
        if columns <= 0:
            lines.append((start, end))
        elif _NARROW.fullmatch(paragraph):
            if len(paragraph) <= columns:
                lines.append((start, end))
            else:
                lines += [match.span() for match in _lines(columns).finditer(text, start, end)] or [(start, start)]
        elif _is_simple(paragraph):
            lines += _wrap_wide(paragraph, start, columns)
        else:
            _wrap_clusters(text, start, end, columns, lines)
        start = end + 1
    return lines


def fold(text: str, columns: int) -> list[str]:
    """Break text into lines of at most so many cells, given as strings; see `wrap`."""
    return [text[start:end] for start, end in wrap(text, columns)]


@lru_cache(maxsize=4096)
def _cluster_width(cluster: str) -> int:
    return max(0, int(_unicode().width(cluster)))


def _unicode() -> ModuleType:
    import wcwidth  # noqa: PLC0415 - it costs as much as all of this room, and few texts need it

    return wcwidth


@cache
def _wide() -> re.Pattern[str]:
    """Return the pattern of characters of two cells; made when it is needed, since it takes 3 ms."""
    return re.compile(_WIDE)


def _is_simple(text: str) -> bool:
    """Say whether every character takes one cell or two, and none joins another."""
    return _NARROW.fullmatch(_wide().sub("", text)) is not None


@lru_cache(maxsize=64)
def _lines(columns: int, *, is_wide: bool = False) -> re.Pattern[str]:
    """Return a pattern that matches one line after another in text of one cell a character.

    A line is as long as it can be: up to the end, a space or a dash between letters (in East Asian text also up to most of the
    characters); where there is none of them, a word is cut.
    """
    if not is_wide:
        return re.compile(f"(?=[^ ])(?:.{{1,{columns}}}(?:{_AT_SPACE}|{_AT_END}|{_AT_DASH})|.{{1,{columns}}})")
    cut = f".{{1,{columns}}}(?!{_FILLER})|.{_FILLER}"
    return re.compile(f"(?=[^ ])(?:.{{1,{columns}}}(?!{_FILLER})(?:{_AT_SPACE}|{_AT_END}|{_AT_DASH}|{_AT_WIDE})|{cut})")


def _wrap_wide(paragraph: str, start: int, columns: int) -> list[tuple[int, int]]:
    """Break text of characters of one and two cells, none of which join."""
    filled = _wide().sub(f"\\g<0>{_FILLER}", paragraph)
    lines: list[tuple[int, int]] = []
    at, fillers = 0, 0
    for match in _lines(columns, is_wide=True).finditer(filled):
        first, last = match.span()
        fillers += filled.count(_FILLER, at, first)
        begin = first - fillers
        fillers += filled.count(_FILLER, first, last)
        lines.append((start + begin, start + last - fillers))
        at = last
    return lines or [(start, start)]


def _may_break_at_space(text: str, space: int) -> bool:
    """French sets a space inside its quotation marks and before some signs: no line breaks there."""
    before, after = text[space - 1 : space], text[space + 1 : space + 2]
    if after in tuple("»›!?;:%") and not text[space + 2 : space + 3].isalnum():
        return False
    return before not in ("«", "‹")


def _wrap_clusters(text: str, start: int, end: int, columns: int, lines: list[tuple[int, int]]) -> None:
    """Break any text, cluster by cluster."""
    line_start, used, break_at = start, 0, -1
    at = start
    previous = ""
    for cluster in graphemes(text[start:end]):
        cells = width(cluster)
        if at > line_start and _may_break_between(text, previous, cluster, at):
            break_at = at
        while used + cells > columns and at > line_start and cluster != " ":
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
    if before in tuple("-‐–—/"):
        return after[0].isalpha() and text[at - 2 : at - 1].isalpha()
    if before[-1] in _NO_END or after[0] in _NO_START:
        return False
    return (width(before) == 2 and before[0] >= "\u2e80") or (width(after) == 2 and after[0] >= "\u2e80")


def _without_spaces(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] == " ":
        end -= 1
    return end
