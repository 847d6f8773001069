from __future__ import annotations

import pytest

from reader.library.terms.conditions import FIELDS, condition
from reader.library.terms.nodes import HAS, Arrived, Length, Named, Pattern


@pytest.mark.parametrize(
    ("node", "values"),
    [
        (Named("id", "7"), [7]),
        (Named("tag", "sea"), ["sea", "sea"]),
        (Named("author", "Ferréira"), ["ferreira"]),
        (Named("site", "WWW.Paper.example"), ["paper.example"]),
        (Named("lang", "de"), ["de", "de-%"]),
        (Arrived(5, None), [5, 1 << 62]),
        (Arrived(None, 9), [0, 9]),
        (Length(801, None), [801, 1 << 62]),
        (Pattern("a+"), ["a+", "a+", "a+"]),
    ],
)
def test_a_condition_has_a_value_for_each_question_mark(
    node: Arrived | Length | Named | Pattern, values: list[object]
) -> None:
    sql, given = condition(node)
    assert given == values
    assert sql.count("?") == len(values)


@pytest.mark.parametrize("name", [*HAS, "Quote", "pictures"])
def test_all_that_an_entry_may_have_can_be_asked_for(name: str) -> None:
    assert FIELDS["has"](name)[1] == []
