"""What class names hint at."""

from __future__ import annotations

import pytest

from reader.extraction.hints import class_names


@pytest.mark.parametrize(
    ("names", "bits"),
    [
        ("article-body", class_names.STORY),
        ("articleBody", class_names.STORY),
        ("ARTICLE__BODY", class_names.STORY),
        ("post-comments", class_names.COMMENTS),
        ("related stories", class_names.RELATED),
        ("x7 zq", 0),
        ("", 0),
    ],
)
def test_names_are_cut_into_words_at_marks_and_capitals(names: str, bits: int) -> None:
    assert class_names.read(names) & bits == bits
    assert bool(class_names.read(names)) == bool(bits)


def test_a_pair_of_words_may_stand_in_two_names() -> None:
    assert class_names.read("article body") & class_names.STORY


@pytest.mark.parametrize("names", ["has-comments", "no-comments", "with-sidebar"])
def test_what_a_page_says_that_it_has_hints_at_nothing(names: str) -> None:
    assert class_names.read(names) == 0


def test_an_elements_names_are_its_class_its_id_and_what_programs_call_it() -> None:
    named = class_names.names({"class": ["a", "b"], "id": "c", "data-testid": "d", "href": "e"})
    assert named.split() == ["a", "b", "c", "d"]
    assert class_names.names({"href": "e"}).split() == []
