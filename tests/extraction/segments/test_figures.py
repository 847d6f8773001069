"""Pictures with caption and credit apart."""

from __future__ import annotations

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
