"""The words of the languages, as their files list them."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from reader.language.lexicon.word_lists import fold, lexicon, sections

FILES = sorted(
    file.name for file in resources.files("reader.language").joinpath("data").iterdir() if file.name.endswith(".txt")
)


@pytest.mark.parametrize("file", FILES)
def test_a_list_says_where_it_comes_from_and_has_a_word_a_line(file: str) -> None:
    text = resources.files("reader.language").joinpath("data", file).read_text(encoding="utf-8")
    head = text[: text.index("\n[")]
    assert all(line.startswith("#") for line in head.splitlines())
    assert "# source: " in head
    if file != "weights.txt":
        assert not [line for line in text[len(head) :].splitlines() if len(line.split()) > 1]


@pytest.mark.parametrize("file", FILES)
def test_no_section_stands_twice(file: str) -> None:
    text = resources.files("reader.language").joinpath("data", file).read_text(encoding="utf-8")
    heads = re.findall(r"^\[(\w[^\]]*)\]", text, flags=re.MULTILINE)
    assert sorted(set(heads)) == sorted(heads)


def test_words_are_parted_by_lines_and_blanks_inside_are_underlined() -> None:
    assert "d’après" in lexicon("fr")["according"]
    assert "à en croire" in lexicon("fr")["according"]
    assert lexicon("fr")["no such section"] == frozenset()
    assert not lexicon("../en")


def test_a_trade_is_a_title_and_a_role() -> None:
    trades = sections("en")["trades"]
    assert trades
    assert trades <= lexicon("en")["titles"] & lexicon("en")["roles"]


def test_words_for_one_role_are_alike() -> None:
    assert "lawmaker" in lexicon("en").alike("senator")
    assert lexicon("en").alike("juggler") == {"juggler"}
    assert lexicon("ar").alike("الوزير") >= {"وزير"}


@pytest.mark.parametrize(
    ("name", "folded"), [("Łukasz", "lukasz"), ("Ørsted", "orsted"), ("José", "jose"), ("Йосип", "йосип")]
)
def test_names_are_sought_without_accents(name: str, folded: str) -> None:
    assert fold(name) == folded
