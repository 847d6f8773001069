from __future__ import annotations

from reader.cli.output.styles import Style, StyledText, rendered


def test_every_word_passes_the_gate_at_the_door() -> None:
    line = (StyledText("\x1b]0;owned\x07a\x9b31mb", Style.BOLD), StyledText("c\u202ed"))
    assert rendered([line], colour=True) == "\x1b[1m]0;owneda31mb\x1b[0mcd\n"
    assert rendered([line], colour=False) == "]0;owneda31mbcd\n"
