"""What the terminal sends is read, whatever it is: keys and pastes pass, all else is dropped, and nothing raises."""

from __future__ import annotations

import random

import pytest
from textual import events
from textual._xterm_parser import XTermParser

from reader.tui.startup.terminal_input import TerminalInput

RUNS = 2_000
PIECES = (
    b"\x1b", b"[", b"]", b"P", b"O", b"M", b"<", b"?", b";", b":", b"0", b"1", b"9", b"48", b"106", b"200~", b"201~", b"99999999999",
    b"u", b"m", b"t", b"R", b"c", b"~", b"$y", b"\x07", b"\x1b\\", b"a", b"q", b"\xff", b"\xc3", b"\xa9", b"\x9b", b"\x00",
    b"\x1b[200~", b"\x1b[201~", b"\x1b]11;rgb:0000/0000/0000", b"\x1b[?997;1n", b"\x1b[<0;5;5M", b"\x1b[48;24;80;480;640t",
    b"\x1b[106;1:3u", b"\x1b[1114112u", "ж".encode(), "👍🏽".encode(),
)  # fmt: skip


def keys_of(*chunks: bytes) -> list[str]:
    """Return the keys that Textual reads of some input."""
    terminal, parser = TerminalInput(), XTermParser()
    found: list[str] = []
    for text in (*map(terminal.feed, chunks), terminal.pause()):
        found += [event.key for event in parser.feed(text) if isinstance(event, events.Key)] if text else []
    return found


@pytest.mark.parametrize(
    "answer",
    [
        b"\x1b]11;rgb:ffff/ffff/ffff\x07",
        b"\x1b]10;rgb:0000/0000/0000\x1b\\",
        b"\x1b]4;1;rgb:cd00/0000/0000\x1b\\",
        b"\x1b]52;c;aGFyYm91cg==\x07",
        b"\x1b[?62;22c",
        b"\x1b[>0;276;0c",
        b"\x1bP>|XTerm(370)\x1b\\",
        b"\x1b[?997;1n",
        b"\x1b_Gi=1;OK\x1b\\",
        b"\x1b[M !!",
        b"\x1b[M\xff\xfe\xfd",
        b"\x1b[106;1:3u",
        b"\x1b[1114112u",
        b"\x1b[99999999999u",
    ],
)
def test_an_answer_of_the_terminal_is_no_key(answer: bytes) -> None:
    assert keys_of(b"j" + answer + b"k") == ["j", "k"]
    for cut in range(1, len(answer)):
        assert keys_of(b"j" + answer[:cut], answer[cut:] + b"k") == ["j", "k"], cut


def test_a_byte_that_is_no_utf8_costs_no_key_beside_it() -> None:
    assert [key for key in keys_of(b"j\xff\xe9k") if len(key) == 1 and key.isascii()] == ["j", "k"]


def test_a_letter_cut_in_two_is_one_letter() -> None:
    terminal = TerminalInput()
    assert terminal.feed(b"\xd0") + terminal.feed(b"\xb6") == "ж"


@pytest.mark.parametrize(
    ("sent", "key"),
    [(b"\x1b[A", "up"), (b"\x1bOP", "f1"), (b"\x1b[5~", "pageup"), (b"\x1b[106;5u", "ctrl+j"), (b"\x1b[106;5:1u", "ctrl+j")],
)
def test_a_key_of_several_bytes_is_a_key_however_it_is_cut(sent: bytes, key: str) -> None:
    assert keys_of(sent) == [key]
    for cut in range(1, len(sent)):
        assert keys_of(sent[:cut], sent[cut:]) == [key]


def test_escape_alone_is_escape() -> None:
    terminal = TerminalInput()
    assert terminal.feed(b"\x1b") + terminal.pause() == "\x1b"


def test_what_is_pasted_is_passed_without_escapes() -> None:
    terminal, parser = TerminalInput(), XTermParser()
    text = terminal.feed(b"\x1b[200~one \x1b]11;x\x07 \xff two\x1b[20") + terminal.feed(b"1~q")
    pasted = [event.text for event in parser.feed(text) if isinstance(event, events.Paste)]
    assert len(pasted) == 1
    assert pasted[0].startswith("one ]11;x")
    assert pasted[0].endswith(" \ufffd two")


def test_a_string_that_never_ends_takes_no_key_for_ever() -> None:
    terminal = TerminalInput()
    terminal.feed(b"\x1b]11;rgb:")
    assert "".join(terminal.pause() for _ in range(20)) == ""
    assert terminal.feed(b"q") == "q"


def test_no_input_raises_or_is_held_for_ever() -> None:
    chance = random.Random(4242)
    for _ in range(RUNS):
        terminal, parser = TerminalInput(), XTermParser()
        for _ in range(chance.randrange(1, 4)):
            list(parser.feed(terminal.feed(b"".join(chance.choices(PIECES, k=chance.randrange(1, 12)))) or "j"))
        for _ in range(12):
            list(parser.feed(terminal.pause() or "j"))
        assert len(terminal._held) < 8
