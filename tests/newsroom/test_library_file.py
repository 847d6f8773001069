from __future__ import annotations

from pathlib import Path

from reader.library import subscriptions
from reader.newsroom.library_file import has_library, path_of, to_keep, to_read
from reader.settings import folders


def test_looking_into_a_library_makes_no_file(tmp_path: Path) -> None:
    place = folders({"READER_HOME": str(tmp_path)})
    with to_read(place) as library:
        assert subscriptions.feeds(library) == ()
    assert not path_of(place).exists()
    assert not has_library(place)


def test_a_library_with_nothing_in_it_is_none(tmp_path: Path) -> None:
    place = folders({"READER_HOME": str(tmp_path)})
    with to_keep(place) as library:
        assert not has_library(place)
        subscriptions.subscribe(library, "https://courier.example/rss")
    assert has_library(place)
    with to_read(place) as library:
        assert len(subscriptions.feeds(library)) == 1
