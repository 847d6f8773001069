"""Whose caption a caption is."""

from __future__ import annotations

from reader.model import Figure
from tests.extraction.pages import blocks


def test_a_caption_beside_its_picture_is_the_pictures() -> None:
    (found,) = blocks("<div class='photo'><img src='/ramp.jpg' width=800><p class='caption'>The ramp on Friday.</p></div>")
    assert isinstance(found, Figure)
    assert found.caption == "The ramp on Friday."
