"""Linked tags are the tags that BeautifulSoup would have made of the same markup, but for white space between blocks."""

from __future__ import annotations

import gc
import re

import pytest
from bs4 import BeautifulSoup
from bs4.element import PageElement, Tag
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reader.extraction import extract
from reader.extraction.page import html_tree, soup

PAGES = [
    "<div>a<p class='x y' id=z>b<b>c</b>d</p>e<br>f<img src=i alt='&amp;'>g</div>h",
    "<p>one<p>two<ul><li>three<li>four</ul>tail",
    "<table><tr><td>a<td>b</table><pre>\n x\n  y</pre>",
    "<p></p>",
    "text alone",
    "<div> <p>one</p> <p> <b>two</b> <i>three</i> </p>\n four <img> <br> <a> <span>five</span></a> </div> ",
    "<div> <pre> <b>a</b>\n<div>b</div>\n</pre> </div>",
]


def converted(page: str) -> tuple[Tag, Tag]:
    body = html_tree.parse(page).find("body")
    assert body is not None
    mine = soup.convert(body)
    serialised = etree.tostring(body, encoding="unicode", method="html", with_tail=False)
    theirs = BeautifulSoup(serialised, "lxml").body
    assert theirs is not None
    if theirs.find(soup.VERBATIM) is None:
        close_up(theirs)
    return mine, theirs


def close_up(root: Tag) -> None:
    """Take out white space at the edges of blocks, where it parts no words."""
    for string in root.find_all(string=re.compile(r"\A\s+\Z")):
        edge = string.previous_sibling or string.parent
        if isinstance(edge, Tag) and edge.name not in soup.BESIDE_WORDS:
            string.extract()


def walk(root: Tag) -> list[PageElement]:
    found: list[PageElement] = [root]
    waiting = list(reversed(root.contents))
    while waiting:
        node = waiting.pop()
        found.append(node)
        if isinstance(node, Tag):
            waiting.extend(reversed(node.contents))
    return found


def check(page: str) -> None:
    mine, theirs = converted(page)
    assert mine == theirs
    assert mine.decode() == theirs.decode()
    ours, others = walk(mine), walk(theirs)
    assert [isinstance(node, Tag) for node in ours] == [isinstance(node, Tag) for node in others]
    assert all(isinstance(mine, type(other)) for mine, other in zip(ours, others, strict=True))
    places = {id(node): at for at, node in enumerate(ours)}
    other_places = {id(node): at for at, node in enumerate(others)}
    for node, other in zip(ours[1:], others[1:], strict=True):
        for link in ("parent", "previous_element", "next_element", "previous_sibling", "next_sibling"):
            here, there = getattr(node, link), getattr(other, link)
            assert places.get(id(here)) == other_places.get(id(there)), link


@pytest.mark.parametrize("page", PAGES)
def test_tags_are_linked_as_if_they_had_been_parsed(page: str) -> None:
    check(page)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<b class='a b'>",
                "</b>",
                "x",
                " y ",
                "</p> <p>",
                "</div>\n<ul> <li>",
                "</b> <b>",
                "<br>",
                "<ul><li>",
                "</ul>",
                "<img src=q>",
                "<a href='/z'>",
                "</a>",
                "<div>",
            ]
        ),
        max_size=30,
    )
)
def test_whatever_the_tags(parts: list[str]) -> None:
    check("<i>start</i>" + "".join(parts))


def test_bs4_works_on_linked_tags() -> None:
    mine, _ = converted("<div><p>a <b>b</b></p><p class='ad'>c</p><p>d</p></div>")
    assert mine.get_text(" ", strip=True) == "a b c d"
    found = mine.find("p", class_="ad")
    assert isinstance(found, Tag)
    found.decompose()
    assert [tag.get_text() for tag in mine.find_all("p")] == ["a b", "d"]


def test_a_page_that_has_been_read_leaves_nothing_to_collect() -> None:
    page = "<main><article><h1>t</h1><p>a</p><blockquote><p>b</p><cite>c</cite></blockquote></article></main>"
    extract(page)
    gc.collect()
    gc.disable()
    try:
        extract(page)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_several_elements_are_gathered_in_one() -> None:
    root = html_tree.parse("<h1>t</h1><p>a</p><div><p>b</p></div>")
    found = soup.gather(list(root.iter("p")))
    assert found.get_text("|") == "a|b"
    assert [tag.name for tag in found.find_all(True)] == ["p", "p"]
