"""What is known of names before an article is read."""

from __future__ import annotations

import pytest

from reader.language.lexicon.gazetteer import bases, is_common, is_derived, is_family, is_given, is_place, sex


@pytest.mark.parametrize("word", ["Lounge", "Citizenship", "studies", "planned", "colours", "Gamification", "Outposts"])
def test_a_common_word_is_known_however_it_is_bent(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize("word", ["Hayes", "Cooper", "Blankenship", "Fox", "Odell", "Kherson", "Elizabeth"])
def test_a_name_is_no_common_word_though_it_ends_like_one(word: str) -> None:
    assert not is_common(word)


@pytest.mark.parametrize(("given", "known"), [("Anna", "f"), ("Иван", "m"), ("Kim", ""), ("محمد", "m"), ("Xyzzy", "")])
def test_a_given_name_tells_the_sex_where_it_is_clear(given: str, known: str) -> None:
    assert sex(given) == known


@pytest.mark.parametrize("word", ["Jean-Paul", "Abdulghafur", "Роман", "José", "健一"])
def test_given_names_are_known_in_every_script(word: str) -> None:
    assert is_given(word)


def test_family_names_and_places_are_known() -> None:
    assert is_family("Kowalski")
    assert not is_family("Xyzzy")
    assert is_place("New South Wales") or is_place("Ohio")
    assert is_place("Frankreich")
    assert not is_place("Xyzzy")


def test_a_bent_word_has_bases() -> None:
    assert "study" in set(bases("studies"))
    assert "plan" in set(bases("planned"))
    assert is_derived("gamification")
    assert not is_derived("vision")
