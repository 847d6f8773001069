from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from reader.library.terms.functions import register


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as opened:
        register(opened, lambda kept: str(kept or ""))
        yield opened


@pytest.mark.parametrize(
    ("expression", "values", "answer"),
    [
        ("folded_names(?)", ('["Ada Ferréira", "BEN"]',), "ada ferreira\nben"),
        ("folded_names(?)", ("[[[",), ""),
        ("is_on_site(?, ?)", ("https://news.paper.example/a", "paper.example"), 1),
        ("is_on_site(?, ?)", ("https://newspaper.example/a", "paper.example"), 0),
        ("is_on_site(?, ?)", ("http://[broken", "paper.example"), 0),
        ("words_in(?)", ("It fell, at 9.",), 4),
        ("holds(?, ?)", ("<img", "<p><img src=x>"), 1),
        ("matches(?, ?)", ("^wall", "The\nWall fell"), 1),
        ("matches(?, ?)", ("(a+)+", "aaa"), 0),
    ],
)
def test_queries_may_ask_what_sql_does_not_know(
    connection: sqlite3.Connection, expression: str, values: tuple[str, ...], answer: object
) -> None:
    assert connection.execute(f"SELECT {expression}", values).fetchone()[0] == answer
