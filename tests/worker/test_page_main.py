"""What the worker process answers."""

from __future__ import annotations

from pathlib import Path

from reader.errors import NoArticleError
from reader.newsroom import Request
from reader.worker.page_main import answers
from reader.worker.protocol import Answer, Order


def answer(order: Order) -> Answer:
    *_, whole = answers(order)
    return whole


def test_a_page_without_an_article_is_an_answer(tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    path.write_text("<html><body><nav><a href='/'>Home</a></nav></body></html>")
    found = answer(Order(ticket=7, request=Request(source=str(path))))
    assert found.ticket == 7
    assert isinstance(found.error, NoArticleError)


def test_the_text_comes_before_its_people_and_quotes(page: str) -> None:
    first, second = answers(Order(ticket=7, request=Request(source=page)))
    assert (first.ticket, first.is_whole, second.ticket, second.is_whole) == (7, False, 7, True)
    assert first.reading is not None
    assert second.reading is not None
    assert first.reading.article.blocks == second.reading.article.blocks
    assert not first.reading.article.people
    assert [person.name for person in second.reading.article.people] == ["Lena Voss"]
    assert second.reading.article.quotes


def test_a_page_that_is_read_ahead_comes_in_one_answer(page: str) -> None:
    (only,) = answers(Order(ticket=7, request=Request(source=page), is_ahead=True))
    assert only.is_whole
    assert only.reading is not None
    assert only.reading.article.quotes
