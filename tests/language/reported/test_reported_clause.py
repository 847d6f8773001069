"""The clause beside "according to"."""

from __future__ import annotations

import pytest

from tests.language.reading import stated


@pytest.mark.parametrize(
    ("language", "text", "speaker", "statement"),
    [
        (
            "en",
            "According to Ana Prat, director of the port, the bridge will stay shut.",
            "Ana Prat",
            "the bridge will stay shut",
        ),
        ("en", "Four bolts were missing, according to the Harbour Office.", "Harbour Office", "Four bolts were missing"),
        ("en", "According to him, doctors at three hospitals knew of it.", "him", "doctors at three hospitals knew of it"),
        (
            "fr",
            "Aucun acheteur ne s’est présenté, selon un conseiller du maire.",
            "un conseiller",
            "Aucun acheteur ne s’est présenté",
        ),
        (
            "fr",
            "D’après un conseiller de l’exécutif, le chef savait que Prat partirait.",
            "un conseiller",
            "le chef savait que Prat partirait",
        ),
        (
            "it",
            "L’azienda, secondo Ugo Bellandi, avrebbe disatteso l’accordo firmato.",
            "Ugo Bellandi",
            "avrebbe disatteso l’accordo firmato",
        ),
        ("nl", "Volgens hem zijn er negen bijeenkomsten geweest.", "hem", "zijn er negen bijeenkomsten geweest"),
        ("fr", "Selon la préfète, Anne Prat, personne n’a été blessé hier.", "Anne Prat", "personne n’a été blessé hier"),
        (
            "nl",
            "Volgens de wethouder zijn er negen bijeenkomsten geweest.",
            "de wethouder",
            "zijn er negen bijeenkomsten geweest",
        ),
        ("ar", "وبحسب الخبير نبيل قاسم، فإن مستوى النهر انخفض كثيرا.", "نبيل قاسم", "مستوى النهر انخفض كثيرا"),
    ],
)
def test_a_clause_beside_a_source_is_reported(language: str, text: str, speaker: str, statement: str) -> None:
    found = stated(text, language)
    assert [words for words, _ in found] == [statement]
    assert speaker in {found[0][1], ""}


def test_a_quote_of_the_source_is_none() -> None:
    assert stated("The mayor had, in the words of one surveyor, “a floor of chocolate”.") == []
