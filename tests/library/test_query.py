from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import QueryError
from reader.library.query import All, Any, Arrived, Flag, Length, Named, Not, Pattern, Published, Sort, Words, parse

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def _at(year: int, month: int, day: int = 1) -> int:
    return int(datetime(year, month, day, tzinfo=UTC).timestamp())


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
        ("id:1 sea id:2", (Any((Named("id", "1"), Named("id", "2"))), Words("sea"))),
        ("author:Ferreira site:paper.example", (Named("author", "Ferreira"), Named("site", "paper.example"))),
        ("words:>800 words:<=20 words:7", (Length(801, None), Length(None, 20), Length(7, 7))),
        ("/sea ?walls?/ sort:oldest", (Pattern("sea ?walls?"), Sort("oldest"))),
        ("arrived:2d", (Arrived(int(NOW.timestamp()) - 2 * 86400, None),)),
        ("arrived:2026-12", (Arrived(_at(2026, 12), _at(2027, 1)),)),
        ("arrived:2026-11-23", (Arrived(_at(2026, 11, 23), _at(2026, 11, 24)),)),
        ("https://paper.example/a", (Words("https://paper.example/a"),)),
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
        ("autor:Ada", "autor:Ada", "did you mean author:?"),
        ("colour:red", "colour:red", "there is no field 'colour'"),
        ("sea !!!", "!!!", "no word in it"),
        ('"..."', '"..."', "no word in it"),
        ("has:wings", "has:wings", "nothing that an entry has"),
        ("words:many", "words:many", "no length"),
        ("sort:colour", "sort:colour", "no order"),
        ("/(a+)+/", "/(a+)+/", "may never end"),
        ("/[/", "/[/", "no pattern"),
        ("arrived:2026-02-30", "arrived:2026-02-30", "no date"),
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


def test_while_it_is_typed_every_word_is_a_beginning() -> None:
    assert parse('har "sea wall" title:fa', NOW, live=True).terms == (
        Words("har", prefix=True),
        Words("sea wall"),
        Words("fa", prefix=True, title=True),
    )
