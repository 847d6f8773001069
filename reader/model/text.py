"""The gate: all text from outside passes here on its way in, and again on its way to a terminal, a pipe or a file.

A terminal obeys what is printed to it, so no control character may come through: no C0 but newline and tab, no DEL, no C1 (it
holds the one-character forms of CSI, OSC and DCS), and no bidirectional embeddings, overrides or isolates, which let text show
itself in another order than it is stored (https://trojansource.codes).  Marks that scripts need stay: the zero-width joiner
and non-joiner, and the left-to-right, right-to-left and Arabic letter marks.
"""

from __future__ import annotations

import re
from unicodedata import is_normalized, normalize

_LINE_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_FORBIDDEN = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 (tab, newline and the breaks above apart), DEL, C1
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides and isolates
    "\u206a-\u206f\ufff9-\ufffb\ufeff\ufffe\uffff"  # deprecated format characters, annotation, byte order mark, noncharacters
    "]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_SEPARATORS = "\x1c\x1d\x1e\x1f"  # white space to `str.split`, and dropped by the gate
_SPACES = re.compile(r"\s+")
_LONG = 100_000  # characters


def plain(text: str) -> str:
    """Give text without control characters, in NFC, with newlines for line breaks of any kind; idempotent.

    Newlines and tabs stay.  A lone surrogate, which no encoding can print, becomes U+FFFD.
    """
    if not text.isprintable():  # what is forbidden, and all white space but the space, is not
        text = _SURROGATES.sub("\ufffd", _FORBIDDEN.sub("", _LINE_BREAKS.sub("\n", text)))
    return text if text.isascii() or is_normalized("NFC", text) else normalize("NFC", text)


def line(text: str) -> str:
    """Give text as one line: `plain`, with every run of white space (no-break spaces too) as one space, none at the ends."""
    if len(text) >= _LONG:
        return _long_line(plain(text))
    words = " ".join(text.split())
    if not words.isprintable() or (words != text and any(map(text.__contains__, _SEPARATORS))):
        return " ".join(plain(text).split())
    return words if words.isascii() or is_normalized("NFC", words) else normalize("NFC", words)


def _long_line(text: str) -> str:
    """Do it part by part: the words of a text of 20 MB, held all at once, take 300."""
    text = "".join(_SPACES.sub(" ", text[start : start + _LONG]) for start in range(0, len(text), _LONG))
    while "  " in text:  # where two parts met inside a run of white space
        text = text.replace("  ", " ")
    return text.strip()
