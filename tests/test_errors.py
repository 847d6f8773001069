from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import errors
from reader.errors import FetchError, ReaderError, StatusError


def kinds(kind: type[ReaderError] = ReaderError) -> Iterator[type[ReaderError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from kinds(below)


def test_the_drawing_of_the_tree_names_every_error() -> None:
    assert errors.__doc__
    drawn = errors.__doc__
    for kind in kinds():
        if kind.__module__ == errors.__name__:
            assert f" {kind.__name__} " in drawn


@pytest.mark.parametrize(
    ("source", "advice", "line"),
    [
        ("a.html", "check the name", "a.html: no such file (check the name)"),
        ("a.html", "", "a.html: no such file"),
        ("", "check the name", "no such file (check the name)"),
        ("", "", "no such file"),
    ],
)
def test_an_error_says_itself_in_one_line(source: str, advice: str, line: str) -> None:
    assert str(ReaderError("no such file", source=source, advice=advice)) == line


@given(st.text(), st.text(), st.text())
def test_an_error_crosses_from_one_process_to_another_whole(problem: str, source: str, advice: str) -> None:
    for error in (
        FetchError(problem, source=source, advice=advice),
        StatusError(problem, status=404, source=source, advice=advice),
    ):
        copy = pickle.loads(pickle.dumps(error))
        assert type(copy) is type(error)
        assert str(copy) == str(error)
        assert vars(copy) == vars(error)
