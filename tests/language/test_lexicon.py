"""The words of the languages, as their files list them."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from reader.language.lexicon.gazetteer import is_common
from reader.language.lexicon.word_lists import lexicon
from reader.language.people.roles import is_role

FILES = [
    file for file in resources.files("reader.language").joinpath("data").iterdir() if re.fullmatch(r"[a-z]{2}\.txt", file.name)
]


@pytest.mark.parametrize("name", sorted(file.name for file in FILES))
def test_no_section_stands_twice(name: str) -> None:
    (text,) = (file.read_text(encoding="utf-8") for file in FILES if file.name == name)
    heads = re.findall(r"^\[(\w+)\]", text, flags=re.MULTILINE)
    assert sorted(set(heads)) == sorted(heads)


def test_how_trades_end_is_no_title() -> None:
    french = lexicon("fr")
    assert is_role("maraîchère", french)
    assert not french.any_of("titles", "roles") & french["trade_endings"]
    assert not is_role("leur", french)


@pytest.mark.parametrize("word", ["Lounge", "Citizenship", "studies", "planned", "colours", "Gamification", "Outposts"])
def test_a_common_word_is_known_however_it_is_bent(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize("word", ["Hayes", "Cooper", "Blankenship", "Fox", "Odell", "Kherson", "Elizabeth"])
def test_a_name_is_no_common_word_though_it_ends_like_one(word: str) -> None:
    assert not is_common(word)
