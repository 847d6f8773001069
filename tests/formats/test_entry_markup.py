from __future__ import annotations

import pytest

from reader.formats.entry_markup import with_enclosures
from reader.model import Enclosure, Entry


@pytest.mark.parametrize(
    ("size", "label"),
    [(None, "audio/mpeg"), (0, "audio/mpeg"), (950, "audio/mpeg, 950 bytes"), (12_345_678, "audio/mpeg, 12.3 MB")],
)
def test_what_an_entry_carries_is_a_link_with_its_type_and_size(size: int | None, label: str) -> None:
    one = Enclosure(url="https://pod.example/1.mp3?a=1&b=2", media_type="audio/mpeg", bytes=size)
    markup = with_enclosures(Entry(guid="1", content="<p>Words.</p>", enclosures=(one,)))
    assert markup.startswith("<p>Words.</p><!--")
    assert markup.endswith(f'<p><a href="https://pod.example/1.mp3?a=1&amp;b=2">{label}</a></p>')


def test_an_entry_that_carries_nothing_is_its_text() -> None:
    assert with_enclosures(Entry(guid="1", content="<p>Words.</p>")) == "<p>Words.</p>"


def test_an_enclosure_of_no_known_type_is_called_by_its_address() -> None:
    one = Enclosure(url="https://pod.example/1")
    assert ">https://pod.example/1</a>" in with_enclosures(Entry(guid="1", enclosures=(one,)))
