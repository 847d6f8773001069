"""Boxes in and below the story."""

from __future__ import annotations

import pytest

from reader.extraction import extract
from tests.extraction.pages import FIRST, SECOND, THIRD, URL, pier, read_pier


def texts(*inside: str) -> list[str]:
    return [block.text for block in read_pier(*inside).blocks[1:]]


def teaser(number: int) -> str:
    return (
        f"<div class='zz'><h3><a href='/s{number}'>Another story of the week</a></h3>"
        f"<p>A baker of the upper town, number {number}, has counted the steps to the pier and says so at length.</p></div>"
    )


def test_a_row_of_boxes_that_begin_with_links_is_other_stories() -> None:
    below = f"<div><h2>From the town</h2>{teaser(1)}{teaser(2)}</div>"
    found = extract(pier().replace("</div></article>", f"</div>{below}</article>"), url=URL)
    assert [block.text for block in found.blocks[1:]] == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("box", ["<div class='related'>{}</div>", "<p>Read also</p>{}"])
def test_links_in_a_box_that_is_called_related_are_gone(box: str) -> None:
    links = "<ul><li><a href='/1'>Ferry stops for the winter</a></li><li><a href='/2'>Mayor speaks at noon</a></li></ul>"
    assert texts(box.format(links)) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("name", ["admonition warning", "callout", "alert alert-info"])
def test_a_callout_between_paragraphs_stays(name: str) -> None:
    assert "Stay off the mole." in texts(f"<div class='{name}'><p>Storm</p><p>Stay off the mole.</p></div>")


def test_a_list_stays_under_its_heading_where_the_story_goes_on() -> None:
    inside = "<h2>Sources</h2><ul><li><a href='https://a.example/1'>Log of the pier</a></li></ul>"
    assert texts(inside) == [FIRST, SECOND, "Sources", "Log of the pier", THIRD]


def test_a_copy_of_the_story_for_other_windows_is_gone() -> None:
    copy = f"<div class='mobile'><p>{FIRST}</p><p>{SECOND}</p></div>"
    assert texts(copy).count(FIRST) == 1
