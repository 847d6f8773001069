from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import QueryError
from reader.library.query import All, Any, Flag, Named, Not, Published, Words, parse

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", ()),
        ("unread", (Flag("unread"),)),
        ("Starred harbour", (Flag("starred"), Words("harbour"))),
        ('"sea wall" -storm', (Words("sea wall"), Not(Words("storm")))),
        ("harb* title:wall", (Words("harb", prefix=True), Words("wall", title=True))),
        ('feed:courier person:"Ada Ferreira"', (Named("feed", "courier"), Named("person", "Ada Ferreira"))),
        ("newer:2d", (Published(int(NOW.timestamp()) - 2 * 86400, None),)),
        ("before:2026-11", (Published(None, int(datetime(2026, 11, 1, tzinfo=UTC).timestamp())),)),
        ("at 12:30 well-known", (Words("at"), Words("12:30"), Words("well-known"))),
        ("-(a b)", (Not(All((Words("a"), Words("b")))),)),
    ],
)
def test_a_query_is_its_terms(text: str, terms: tuple[object, ...]) -> None:
    assert parse(text, NOW) == All(terms)  # type: ignore[arg-type]  # the table holds nodes of every kind


def test_or_binds_weaker_than_standing_side_by_side() -> None:
    assert parse("a b or c", NOW).terms == (Any((All((Words("a"), Words("b"))), All((Words("c"),)))),)


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        ("unread befor:2026", "befor:2026", "did you mean before:?"),
        ("a (b", "(", "not closed"),
        ("a) b", ")", "nothing for it to close"),
        ("a or", "or", "both sides"),
        ("x before:2026-13", "before:2026-13", "no date"),
        ("newer:soon", "newer:soon", "no age"),
        ("tag: x", "tag:", "wants a value"),
    ],
)
def test_an_error_points_at_the_word(text: str, word: str, said: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text, NOW)
    assert text[caught.value.start : caught.value.end] == word
    assert said in str(caught.value)


@given(st.text(alphabet='ab ()-":*or\n東' + "before:newer:2d", max_size=60) | st.text(max_size=60))
def test_whatever_is_typed_is_a_query_or_a_query_error(text: str) -> None:
    try:
        parse(text, NOW)
        start = end = 0
    except QueryError as error:
        start, end = error.start, error.end
    assert 0 <= start <= end <= max(len(text), start) + len("the end")
