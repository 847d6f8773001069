"""The clause behind its say-verb."""

from __future__ import annotations

import pytest

from tests.language.reading import stated


@pytest.mark.parametrize(
    ("language", "text", "speaker", "statement"),
    [
        ("en", "Ana Prat said on Monday that the bridge was safe.", "Ana Prat", "the bridge was safe"),
        (
            "en",
            "The prince told a crowded sitting of the council that he would abdicate in May.",
            "The prince",
            "he would abdicate in May",
        ),
        ("en", "The clerk told reporters she had never seen the letter.", "The clerk", "she had never seen the letter"),
        ("en", "The guards warned the river would rise again.", "The guards", "the river would rise again"),
        ("en", "Ana Prat thanked the crew and said she had slept well.", "Ana Prat", "she had slept well"),
        ("en", "A senior Prat adviser said talks had broken down.", "A senior Prat adviser", "talks had broken down"),
        (
            "en",
            "With fires burning across Ruritania, Ana Prat warned that worse was to come.",
            "Ana Prat",
            "worse was to come",
        ),
        ("en", "A video from the camp said no town that resists would be spared.", "", "no town that resists would be spared"),
        (
            "en",
            "“I am glad,” Brent Prat said, adding that he had 30 days to appeal.",
            "Brent Prat",
            "he had 30 days to appeal",
        ),
        (
            "en",
            "A person close to her, who asked for silence, said the star had met producer Hal Prat.",
            "A person",
            "the star had met producer Hal Prat",
        ),
        ("en", "Ana Prat told a House committee the bank was in no hurry.", "Ana Prat", "the bank was in no hurry"),
        ("en", "Ana Prat promised to pay all of it by June.", "Ana Prat", "to pay all of it by June"),
        ("en", "Ana Prat advised the council that it must vote by June.", "Ana Prat", "it must vote by June"),
        (
            "de",
            "Der Sprecher sagte, die Polizei werde vorbereitet sein.",
            "Der Sprecher",
            "die Polizei werde vorbereitet sein",
        ),
        (
            "de",
            "Das Ministerium teilte auf Anfrage mit, es gebe ausreichend Impfstoff.",
            "Das Ministerium",
            "es gebe ausreichend Impfstoff",
        ),
        (
            "fr",
            "Le ministre, Luc Prat, a promis mardi de trouver une autre solution.",
            "Luc Prat",
            "de trouver une autre solution",
        ),
        ("es", "El marinero Tomás Prat negó haber cobrado un solo euro.", "Tomás Prat", "haber cobrado un solo euro"),
        (
            "it",
            "Poi il ministro ha precisato di non voler ricorrere alla legge.",
            "il ministro",
            "di non voler ricorrere alla legge",
        ),
        ("es", "El alcalde aseguró el martes que las obras terminarán en mayo.", "El alcalde", "las obras terminarán en mayo"),
        ("it", "Il ministro ha detto che la legge non cambierà.", "Il ministro", "la legge non cambierà"),
        ("ar", "قال سامر العكاري إن الماء حق للجميع في البلاد.", "سامر العكاري", "الماء حق للجميع في البلاد"),
        (
            "ar",
            "وأكدت رئيسة النقابة هدى خوري، أمس الأحد، أن المدرسة ستفتح أبوابها غدا.",
            "هدى خوري",
            "المدرسة ستفتح أبوابها غدا",
        ),
    ],
)
def test_a_clause_behind_a_verb_is_reported(language: str, text: str, speaker: str, statement: str) -> None:
    found = stated(text, language)
    assert [words for words, _ in found] == [statement]
    assert speaker in {found[0][1], ""}


@pytest.mark.parametrize(
    "text",
    [
        "In an open letter to the commissioner, the union wrote: “Enough.”",
        "Asked about the sentence, O’Boyle replied in two words.",
        "The sharpest exchange came when the moderator, Alma Greer, asked.",
        "Officials named a man they said may have planned the raid.",
        "Voss said nothing for several seconds.",
        "The mayor had, in the words of one surveyor, “a floor of chocolate”.",
        "The transport minister, Ana Prat, promised a law.",
        "He read it aloud to the families, and then could not go on.",
    ],
)
def test_what_reports_nothing_is_no_statement(text: str) -> None:
    assert stated(text) == []
