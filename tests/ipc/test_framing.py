from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.ipc.framing import FrameReader, framed


@given(st.lists(st.binary(max_size=40), max_size=5), st.data())
def test_messages_come_whole_out_of_pieces_of_any_size(messages: list[bytes], data: st.DataObject) -> None:
    wire = b"".join(map(framed, messages))
    frames = FrameReader()
    come: list[bytes] = []
    while wire:
        size = data.draw(st.integers(1, len(wire)))
        come += frames.feed(wire[:size])
        wire = wire[size:]
    assert come == messages


def test_a_message_that_is_not_there_yet_is_waited_for() -> None:
    frames = FrameReader()
    assert frames.feed(framed(b"tide")[:-1]) == []
    assert frames.feed(b"e" + framed(b"")) == [b"tide", b""]
