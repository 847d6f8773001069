"""What a page holds and does not show."""

from __future__ import annotations

import pytest

from reader.extraction.page import html_tree
from reader.extraction.page.visible import drop_hidden, remove

PROSE = "The lamp on the pier was lit again on Sunday, four winters after it had been carried into a cellar by the council. "


def left(body: str) -> str:
    root = html_tree.parse(f"<body>{body}</body>")
    drop_hidden(root)
    return "".join(map(str, root.itertext()))


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>Draft</p>",
        "<div style='color:red; display: none'>Draft</div>",
        "<span style='visibility:hidden'>Draft</span>",
        "<span class='sr-only'>Draft</span>",
        "<span class='u-visually-hidden'>Draft</span>",
        "<i class='screen-reader-text'>Draft</i>",
        "<span role='tooltip'>Draft</span>",
        "<span class='tooltip'>Draft</span>",
    ],
)
def test_what_is_hidden_is_gone_and_what_follows_it_stays(hidden: str) -> None:
    assert left(f"<p>{PROSE}</p>{hidden} behind") == f"{PROSE} behind"


@pytest.mark.parametrize(
    "shown", ["<p style='display:block'>Lamp</p>", "<p class='tooltip-section'>Lamp</p>", "<p class='hiddensee'>Lamp</p>"]
)
def test_what_only_looks_hidden_stays(shown: str) -> None:
    assert left(f"<p>{PROSE}</p>{shown}") == f"{PROSE}Lamp"


def test_a_hidden_story_is_to_be_shown_by_a_program() -> None:
    parts = f"<div hidden><p>{PROSE}</p></div>"
    assert left(f"<p>Loading</p>{parts * 3}").count("Sunday") == 3
    assert left(f"<p>{PROSE * 9}</p>{parts}").count("Sunday") == 9


def test_what_unfolds_stays() -> None:
    panel = f"<div style='display:none' role='region' aria-labelledby='q1'><p>{PROSE}</p></div>"
    assert left(f"<p>{PROSE * 9}</p>{panel}").count("Sunday") == 10


def test_an_element_is_removed_without_the_text_behind_it() -> None:
    root = html_tree.parse("<p>a<i>b</i>c<b>d</b>e</p>")
    for tag in ("i", "b"):
        remove(next(root.iter(tag)))
    assert "".join(map(str, root.itertext())) == "ace"
