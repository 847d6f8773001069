"""A line without spaces, and what may name a speaker in it."""

from __future__ import annotations

from reader.language.cjk.line import Line, mentions, named
from reader.language.lexicon.word_lists import lexicon
from reader.language.text.quotation_marks import marked

TEXT = "市长说：“老桥。不拆。”他走了。警方表示，没事。"
LINE = Line(TEXT, marked(TEXT), mentions(0, TEXT, [named(0, 0, 2, 0)], lexicon("zh")))


def test_sentences_end_outside_quotes() -> None:
    assert [TEXT[start:end].rstrip("。") for start, end in LINE.sentences()][-1] == "警方表示，没事"
    assert LINE.sentence(marked(TEXT)[0]) == 0


def test_what_stands_behind_a_quote_is_a_clause() -> None:
    assert LINE.clause_behind(marked(TEXT)[0]).startswith("他走了")


def test_roles_and_pronouns_may_name_a_speaker() -> None:
    assert [TEXT[each.start : each.end] for each in LINE.between(0, len(TEXT))] == ["市长", "他", "警方"]
