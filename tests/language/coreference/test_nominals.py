"""Whom a nominal means."""

from __future__ import annotations

import pytest

from reader.language.coreference.nominals import is_one, kind_of_head
from reader.language.lexicon.word_lists import lexicon
from reader.model import SpeakerKind
from tests.language.challenge import Case, faults
from tests.language.reading import said, small_texts


@small_texts("en-speakers")
def test_small_texts_are_understood(case: Case) -> None:
    assert faults(case) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Yusuf Hallam, an economist, spoke. Ana Prat left. “Stone is cheap,” the economist said.", "Yusuf Hallam"),
        ("Ana Prat, the deputy mayor, and Jan Prat, the mayor, spoke. “It is over,” the mayor said.", "Jan Prat"),
        ("Ana Prat left. “It is over,” a source said.", "a source"),
        ("Ana Prat left. “It is over,” the islanders said.", "the islanders"),
        ("“It is over,” said the teacher, a young man named Isak Tveit.", "Isak Tveit"),
        ("Liam Doyle left. “It is over,” the brother of Liam Doyle said.", "the brother"),
    ],
)
def test_a_nominal_means_whom_its_words_describe_or_nobody(text: str, speaker: str) -> None:
    assert said(text)[-1][1] == speaker


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("wife", "kin"),
        ("committee", "group"),
        ("19-year-old", "aged"),
        ("croatian", "demonyms"),
        ("tailfin", "word"),
    ],
)
def test_the_head_tells_what_kind_it_is(head: str, kind: str) -> None:
    assert kind_of_head(head, lexicon("en")) == kind


def test_a_crowd_is_not_one_human_being() -> None:
    assert is_one(SpeakerKind.NOMINAL, "a spokeswoman", lexicon("en"))
    assert not is_one(SpeakerKind.NOMINAL, "the islanders", lexicon("en"))
    assert not is_one(SpeakerKind.NOMINAL, "the committee", lexicon("en"))
    assert not is_one(SpeakerKind.PRONOUN, "she", lexicon("en"))
