"""What the terminal sends, before Textual reads it: keys, the mouse and pastes pass, and nothing else.

Terminals answer late (colours, `OSC 10`; what they are, `CSI c`; light or dark, `CSI ?997n`), speak protocols that nobody
asked for, and send bytes in their user's own encoding.  Textual 8.2.8 reads an answer that it does not know as keys, and
ends at a byte that is not UTF-8 and at a number that it does not expect.  The forms are those of ECMA-48, of xterm's
control sequences (https://invisible-island.net/xterm/ctlseqs/ctlseqs.html) and of kitty's keyboard protocol
(https://sw.kovidgoyal.net/kitty/keyboard-protocol/).
"""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from typing import Final

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS

_ESCAPE: Final = b"\x1b"
_PASTE_BEGINS, _PASTE_ENDS = b"\x1b[200~", b"\x1b[201~"
_OLD_MOUSE = re.compile(rb"\x1b\[M[\s\S]{3}")
_CONTROL = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]")
_STRING = re.compile(rb"\x1b[\]P_^X][^\x07\x1b]*(?:\x07|\x1b\\)")
_UNFINISHED = re.compile(rb"\x1b(?:\[M[\s\S]{0,2}|\[[0-?]*[ -/]*|[\]P_^X][^\x07\x1b]*\x1b?|O)?\Z")
_BROKEN = re.compile(rb"\x1b\[[0-?]*[ -/]*|\x1b[\]P_^X][^\x07\x1b]*")
_KNOWN = re.compile(
    rb"\x1b\[(?:<\d{1,5};-?\d{1,6};-?\d{1,6}[Mm]|\?\d{1,5};\d\$y|\d{1,5};\d{1,5}R|[IO]"
    rb"|48;\d{1,5}(?::\d{1,5})*(?:;\d{1,5}(?::\d{1,5})*){3}t)"
)
_KEY = re.compile(rb"\x1b\[(\d{0,7})(?::\d{0,7})*(?:;(\d{0,3})(?::(\d))?(?:;([\d:]{0,64}))?)?([u~ABCDEFHPQRS])")
_RELEASED: Final = b"3"
_MOST_HELD: Final = 65_536
"""Bytes of a string that has not ended."""
_MOST_PAUSES: Final = 10
"""How many times the terminal may be silent within a string: about a second."""


class TerminalInput:
    """Bytes in, text for Textual's parser out; what is cut off is held until more comes or the terminal is silent."""

    def __init__(self) -> None:
        """Start between two keys."""
        self._held = b""
        self._is_pasting = False
        self._pauses = 0
        self._decode = getincrementaldecoder("utf-8")("replace").decode

    def feed(self, data: bytes) -> str:
        """Return what is to be parsed of some more bytes; a byte that is no UTF-8 becomes U+FFFD."""
        self._pauses = 0
        rest, self._held = self._held + data, b""
        passed = bytearray()
        while rest:
            rest = self._pasted(rest, passed) if self._is_pasting else self._typed(rest, passed)
        return self._decode(bytes(passed))

    def pause(self) -> str:
        """Return what is to be parsed of what is held, now that nothing has come for a tenth of a second."""
        held, self._held = self._held, b""
        if self._is_pasting or len(held) <= 2:
            return self._decode(held)
        if held[1:2] != b"[" and self._pauses < _MOST_PAUSES:
            self._pauses += 1
            self._held = held[:3]
        return ""

    def _pasted(self, rest: bytes, passed: bytearray) -> bytes:
        """Pass what is pasted, to its end, but for escapes; return what follows."""
        text, end, after = rest.partition(_PASTE_ENDS)
        if end:
            passed += text.replace(_ESCAPE, b"") + end
            self._is_pasting = False
            return after
        cut = next((size for size in range(len(_PASTE_ENDS) - 1, 0, -1) if rest.endswith(_PASTE_ENDS[:size])), 0)
        passed += rest[: len(rest) - cut].replace(_ESCAPE, b"")
        self._held = rest[len(rest) - cut :]
        return b""

    def _typed(self, rest: bytes, passed: bytearray) -> bytes:
        """Pass what stands before the next sequence, and the sequence if a parser knows it; return what follows."""
        plain, escape, _ = rest.partition(_ESCAPE)
        passed += plain
        rest = rest[len(plain) :]
        if not escape:
            return b""
        if dropped := _OLD_MOUSE.match(rest) or _STRING.match(rest):
            return rest[dropped.end() :]
        if _UNFINISHED.match(rest):
            self._held = rest if len(rest) <= _MOST_HELD else rest[:3]
            return b""
        if found := _CONTROL.match(rest):
            passed += _known(found.group())
            self._is_pasting = found.group() == _PASTE_BEGINS
            return rest[found.end() :]
        if broken := _BROKEN.match(rest):
            return rest[broken.end() :]
        passed += escape
        return rest[1:]


def _known(sequence: bytes) -> bytes:
    """Return a control sequence as Textual's parser reads it; nothing, if it cannot."""
    if (
        _KNOWN.fullmatch(sequence)
        or sequence in (_PASTE_BEGINS, _PASTE_ENDS)
        or sequence.decode("latin-1") in ANSI_SEQUENCES_KEYS
    ):
        return sequence
    key = _KEY.fullmatch(sequence)
    if key is None or key[3] == _RELEASED:
        return b""
    code, modifiers, _, text, end = key.groups(b"")
    points = [int(number or b"0") for number in (code, *text.split(b":"))]
    if any(point > 0x10FFFF or 0xD800 <= point < 0xE000 for point in points):
        return b""
    return b"\x1b[" + (code or b"1") + b";" + (modifiers or b"1") + (b";" + text if text else b"") + end
