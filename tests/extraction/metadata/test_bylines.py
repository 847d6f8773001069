"""Names without the words around them."""

from __future__ import annotations

import pytest

from reader.extraction.metadata import bylines
from tests.extraction.pages import read_pier


def test_names_without_the_words_around_them() -> None:
    assert bylines.clean(["By ADA FERREIRA and Jon Ask | Political Correspondent"]) == ("ADA FERREIRA", "Jon Ask")
    assert bylines.clean(["von Ilse Brandvik, Vestmark"])[0] == "Ilse Brandvik"
    assert bylines.clean(["https://courier.example/people/7", "admin", "12 minutes ago"]) == ()


def test_an_address_is_no_author() -> None:
    head = (
        '<meta property="article:author" content="https://news.example/profile/ida">'
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": "https://news.example/profile/ida"}</script>'
    )
    assert read_pier(head=head).byline == ()


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("By Ida Holm, Vestmark Radio News, Brask", ("Ida Holm",)),
        ("By Ida Holm, Chief Science Correspondent in Brask and Jon Ask, Culture Editor", ("Ida Holm", "Jon Ask")),
        ("By Ida Holm Senior Reporter", ("Ida Holm",)),
        ("By Ida Holm, Pictures by Jon Ask", ("Ida Holm",)),
        ("Written by Ida Holm in Islands on 4 May 2026 at 09:31 AM", ("Ida Holm",)),
        ("Par Ida Holm (envoyée spéciale à Brask)", ("Ida Holm",)),
        ("By IDA HOLM, JON ASK and PER DAHL MAY 4, 2026", ("IDA HOLM", "JON ASK", "PER DAHL")),
        ("文・山本春子", ("山本春子",)),
        ("作者：王小明", ("王小明",)),
        ("Holm, Ida", ("Ida Holm",)),
        ("Ida Holm | ida@courier.example", ("Ida Holm",)),
        ("von Ida Holm und dpa", ("Ida Holm", "dpa")),
        ("Society for Lamp Keeping", ("Society for Lamp Keeping",)),
    ],
)
def test_a_byline_gives_names_alone(printed: str, names: tuple[str, ...]) -> None:
    assert bylines.clean([printed]) == names


@pytest.mark.parametrize(
    "line", ["By the time the ferry came, Ida Holm had left", "By signing up you accept our Privacy Policy"]
)
def test_a_sentence_that_begins_with_by_names_nobody(line: str) -> None:
    assert bylines.signed(line) == ()
