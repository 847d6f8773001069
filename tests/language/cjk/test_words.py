"""Titles and honorifics beside a place."""

from __future__ import annotations

from reader.language.cjk.words import alternatives, says, tells, title_before, title_behind
from reader.language.lexicon.word_lists import lexicon


def test_the_longest_word_is_found_first() -> None:
    found = alternatives(frozenset({"部长", "副部长", "长"})).search("一副部长")
    assert found is not None
    assert found.group() == "副部长"
    assert alternatives(frozenset()).search("anything") is None


def test_titles_stand_before_or_behind_a_name() -> None:
    assert title_before("首相の山田", 3, lexicon("ja")) == "首相"
    assert title_behind("山田首相は", 2, lexicon("ja")) == "首相"
    assert title_before("x山田", 1, lexicon("ja")) == ""


def test_verbs_say_and_tell() -> None:
    assert says("王说", 1, lexicon("zh"))
    assert not says("王走", 1, lexicon("zh"))
    assert tells("王对记者说", 1, lexicon("zh"))
    assert tells("王接受采访时表示", 1, lexicon("zh"))
    assert not tells("王走了", 1, lexicon("zh"))
