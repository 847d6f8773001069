"""The gate: all text from outside passes here on its way in, and again on its way to a terminal, a pipe or a file.

A terminal obeys what is printed to it, so no control character may come through: no C0 but newline and tab, no DEL, no C1 (it
holds the one-character forms of CSI, OSC and DCS), and no bidirectional embeddings, overrides or isolates, which let text show
itself in another order than it is stored (https://trojansource.codes).  Marks that scripts need stay: the zero-width joiner
and non-joiner, and the left-to-right, right-to-left and Arabic letter marks.

At most 30 combining marks come through on end: no language needs more, and a headline with 1,900 on one letter takes longer to
draw than a whole page.  The number is that of the Stream-Safe Text Format (UAX #15, section 13,
https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format), whose joiners would let the rest through; here it is dropped.
"""

from __future__ import annotations

import re
from unicodedata import category, is_normalized, normalize

_LINE_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 (tab, newline and the breaks above apart), DEL, C1
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides and isolates
    "\u00ad\u200b\u2060"  # soft hyphens, zero-width spaces, word joiners: places in a word, and no letters of it
    "\u206a-\u206f\ufff9-\ufffb\ufeff\ufffe\uffff"  # deprecated format characters, annotation, byte order mark, noncharacters
    "]"
)
_MARKS = 30
_MANY_SIGNS = re.compile(rf"[^\w\s\x21-\x7e]{{{_MARKS + 1},}}")  # marks stand only among these
_SURROGATES = re.compile("[\ud800-\udfff]")
_SEPARATORS = "\x1c\x1d\x1e\x1f"  # white space to `str.split`, and dropped by the gate
_SPACES = re.compile(r"\s+")
_LONG = 100_000  # characters


def plain(text: str) -> str:
    """Return text without control characters, in NFC, with newlines for line breaks of any kind; idempotent.

    Newlines and tabs stay.  A lone surrogate, which no encoding can print, becomes U+FFFD.
    """
    if not text.isprintable():  # what is forbidden, and all white space but the space, is not
        text = _SURROGATES.sub("\ufffd", _FORBIDDEN.sub("", _LINE_BREAKS.sub("\n", text)))
    return _normal(text)


def line(text: str) -> str:
    """Return text as one line: `plain`, with every run of white space (no-break spaces too) as one space, none at the ends."""
    if len(text) >= _LONG:
        return _long_line(plain(text))
    words = " ".join(text.split())
    if not words.isprintable() or (words != text and any(map(text.__contains__, _SEPARATORS))):
        return " ".join(plain(text).split())
    return _normal(words)


def _normal(text: str) -> str:
    """Return text in NFC with no more marks on end than there may be, before and after: some marks are two in NFC."""
    if text.isascii():
        return text
    text = _MANY_SIGNS.sub(_with_fewer_marks, text)
    return text if is_normalized("NFC", text) else _MANY_SIGNS.sub(_with_fewer_marks, normalize("NFC", text))


def _with_fewer_marks(signs: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for sign in signs[0]:
        marks = marks + 1 if category(sign)[0] == "M" else 0
        if marks <= _MARKS:
            kept.append(sign)
    return "".join(kept)


def _long_line(text: str) -> str:
    """Join a long text part by part: the words of a text of 20 MB, held all at once, take 300."""
    text = "".join(_SPACES.sub(" ", text[start : start + _LONG]) for start in range(0, len(text), _LONG))
    while "  " in text:  # where two parts met inside a run of white space
        text = text.replace("  ", " ")
    return text.strip()
