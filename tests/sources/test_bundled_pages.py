from __future__ import annotations

import pytest

from reader.errors import UsageError
from reader.model import Page
from reader.sources import fetch, seed_names


def test_every_page_of_the_bundled_edition_is_there() -> None:
    names = seed_names()
    assert len(names) == len(set(names)) >= 1
    for name in names:
        got = fetch(f"seed:{name}")
        assert isinstance(got, Page)
        assert got.url == f"seed:{name}"
        assert got.body
        assert got.media_type in ("text/html", "text/plain", "application/xhtml+xml")


def test_a_seed_that_is_not_there_names_the_nearest_one() -> None:
    name = seed_names()[0]
    with pytest.raises(UsageError) as caught:
        fetch(f"seed:{name}x")
    assert caught.value.advice == f"did you mean seed:{name}?"
    assert caught.value.source == f"seed:{name}x"


@pytest.mark.parametrize("name", ["", "../edition.toml", "qqqq", "a\0b"])
def test_a_seed_is_a_name_and_no_path(name: str) -> None:
    with pytest.raises(UsageError):
        fetch(f"seed:{name}")
