"""The room's data files say where they come from, and are read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.extraction import hints
from reader.extraction.hints import data_files

FILES = sorted(Path(hints.__file__ or "").parents[1].joinpath("data").glob("*.json"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_data_file_says_in_its_head_what_it_is_and_whose(path: Path) -> None:
    about = json.loads(path.read_text("utf-8"))["about"]
    assert {"what", "source", "licence", "made"} <= set(about)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_list_has_a_word_a_line(path: Path) -> None:
    lines = [line.strip() for line in path.read_text("utf-8").split("\n")]
    assert not any(line.count('", "') for line in lines)


def test_lists_are_read_by_name() -> None:
    assert "january" in data_files.word_lists("months")["1"]
    assert "label" in data_files.phrases()
