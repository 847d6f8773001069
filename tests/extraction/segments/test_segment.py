"""Containers and the runs of a segment."""

from __future__ import annotations

from reader.extraction.page import html_tree, soup
from reader.extraction.segments.segment import NO_STYLE, Container, InlineRun, runs
from reader.extraction.segments.segmenter import Segmenter
from reader.model import Run, Style

STRONG = frozenset({Style.STRONG})


def container(markup: str) -> Container:
    body = html_tree.parse(markup).find("body")
    assert body is not None
    return Segmenter("").cut(soup.convert(body))[0].container


def test_a_container_knows_the_quotation_and_the_post_around_it() -> None:
    inner = container("<article><blockquote><div><div>Words.</div></div></blockquote></article>")
    assert inner.quotation is not None
    assert inner.quotation.tag.name == "blockquote"
    assert inner.post is not None
    assert inner.post.tag.name == "article"


def test_a_container_inherits_the_hints_around_it() -> None:
    inner = container("<div class='comments'><div>Words.</div></div>")
    assert not inner.hints
    assert inner.inherited == inner.parent.hints if inner.parent else False
    assert inner.inherited


def test_the_letters_of_a_container_are_those_of_all_in_it() -> None:
    body = html_tree.parse("<div><p>One <a href='/x'>two</a></p><div>three</div></div>").find("body")
    assert body is not None
    outer = Segmenter("https://a.example/").cut(soup.convert(body))[0].container
    assert (outer.letters, outer.linked) == (12, 3)


def test_neighbours_that_are_set_alike_are_one_run() -> None:
    found = runs((InlineRun(" a", NO_STYLE, None), InlineRun("b ", NO_STYLE, None), InlineRun(" c ", STRONG, None)))
    assert found == (Run(text="ab "), Run(text="c", style=STRONG))


def test_runs_of_white_space_are_none() -> None:
    assert runs((InlineRun(" \n", NO_STYLE, None), InlineRun("\t", STRONG, None))) == ()
