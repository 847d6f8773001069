"""Names without the words around them."""

from __future__ import annotations

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
