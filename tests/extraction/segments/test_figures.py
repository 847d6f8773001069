"""Pictures with caption and credit apart."""

from __future__ import annotations

import pytest

from reader.model import Figure
from tests.extraction.pages import blocks


def test_a_figure_keeps_caption_and_credit_apart() -> None:
    (found,) = blocks(
        "<figure><img src='/ramp.jpg' alt='A broken ramp' width=800><figcaption>The ramp on Friday."
        " <span class='credit'>Photo: Jon Ask</span></figcaption></figure>"
    )
    assert found == Figure(
        image="https://courier.example/ramp.jpg", alt="A broken ramp", caption="The ramp on Friday.", credit="Photo: Jon Ask"
    )


@pytest.mark.parametrize(
    "image",
    [
        "<img data-src='/ramp.jpg' src='data:image/gif;base64,AA' alt='Ramp'>",
        "<img srcset='/small.jpg 300w, /ramp.jpg 900w' alt='Ramp'>",
        "<picture><source srcset='/ramp.jpg 2x, /small.jpg 1x'><img alt='Ramp'></picture>",
    ],
)
def test_a_picture_is_found_however_it_is_loaded(image: str) -> None:
    (found,) = blocks(f"<figure>{image}</figure>")
    assert isinstance(found, Figure)
    assert (found.image, found.alt) == ("https://courier.example/ramp.jpg", "Ramp")


def test_a_picture_in_a_sentence_stands_behind_its_paragraph() -> None:
    words = "The ramp lies at Lindholm and not at Vester, where there is none to be seen"
    found = blocks(f"<p>{words} <img src='/ramp.jpg' alt='Ramp'> since the storm.</p>")
    assert [type(block).__name__ for block in found] == ["Paragraph", "Figure"]
