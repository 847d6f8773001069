"""What stands around the text when nothing is said."""

from __future__ import annotations

import pytest

from reader.errors import QueryError
from reader.model import Article
from reader.newsroom import Request
from reader.tui.state import status_text
from reader.tui.state.open_articles import OpenArticle, OpenArticles
from reader.tui.theme.symbols import UNICODE
from tests.tui.conftest import reading


def opened(article: Article, *, count: int = 1) -> OpenArticles:
    one = OpenArticle(request=Request(source="https://a.example/"), reading=reading(article), is_read=True)
    return OpenArticles(stories=(one, *(one._replace(is_read=False) for _ in range(count - 1))))


def test_the_site_stands_before_the_title_where_nothing_else_names_it(harbour: Article) -> None:
    assert status_text.heading(opened(harbour), UNICODE, is_framed=True) == harbour.title
    assert status_text.heading(opened(harbour), UNICODE, is_framed=False) == f"Brackwater Courier › {harbour.title}"


def test_progress_counts_articles_where_no_list_does(harbour: Article) -> None:
    assert status_text.progress(opened(harbour), 38, is_framed=False) == "38%"
    assert status_text.progress(opened(harbour, count=3), 38, is_framed=True) == "38%"
    assert status_text.progress(opened(harbour, count=3), 38, is_framed=False) == "1/3  2 unread  38%"
    waiting = OpenArticles(stories=(OpenArticle(request=Request(source="https://a.example/")),))
    assert status_text.progress(waiting, 0, is_framed=True) == ""


@pytest.mark.parametrize("columns", [200, 120, 80, 40, 10])
def test_the_bar_of_the_first_run_fits(columns: int) -> None:
    words = status_text.first_run(columns)
    assert "q leave" in words
    assert len(words) <= max(columns - 6, 38)


def test_the_word_of_a_query_that_is_meant_is_pointed_at() -> None:
    error = QueryError(
        "feeed: there is no such field", source="storm feeed:x new", start=6, end=13, advice="did you mean feed:?"
    )
    told = status_text.pointed_at(error)
    assert told.startswith("storm >feeed:x< new: ")
    assert told.endswith("(did you mean feed:?)")


def test_quotes_and_people_are_counted_in_their_number(harbour: Article) -> None:
    left, right = status_text.rest(harbour, UNICODE, "2/4 On the quay", is_framed=False, is_linear=False)
    assert left == '§2/4 On the quay │ " 8 quotes  @ 4 people'
    assert right == "; links  ? help"
    assert status_text.rest(Article(), UNICODE, "", is_framed=False, is_linear=False)[0] == ""


def test_what_was_stripped_is_counted() -> None:
    assert status_text.stripped(0).startswith("Nothing")
    assert status_text.stripped(1).startswith("One piece was")
    assert status_text.stripped(3).startswith("3 pieces were")
