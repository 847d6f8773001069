"""The noun phrase behind "according to", whatever its head."""

from __future__ import annotations

import pytest

from reader.language.lexicon.word_lists import lexicon
from reader.language.quotes.source_phrases import is_own_source, source_bounds
from tests.language.reading import stated, words


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("de", "Laut Bergwacht liegt noch Schnee.", "Bergwacht"),
        ("de", "Den Fischern zufolge fehlt der Aal.", "Den Fischern"),
        ("de", "Nach Angaben des alten Vereins ist Schluss.", "des alten Vereins"),
        ("de", "Es fehlen nach eigenen Angaben vier Boote.", "eigenen Angaben"),
        ("de", "Es fehlen nach Vereinsangaben vier Boote.", "Vereinsangaben"),
        ("de", "Die Schleuse, so der Bericht des Amtes, ist marode.", "der Bericht des Amtes"),
        ("sv", "Enligt sjöräddningen saknas fyra båtar.", "sjöräddningen"),
        ("ru", "По словам очевидцев мост качался.", "очевидцев"),
        ("fr", "Selon le cabinet Morvane, tout va bien.", "le cabinet Morvane"),
    ],
)
def test_the_source_is_found(language: str, text: str, source: str) -> None:
    row = words(text, language)
    found = source_bounds(row, [None] * len(row.words), lexicon(language))
    assert [" ".join(row.words[first:last]) for first, last in found] == [source]


@pytest.mark.parametrize("text", ["Er kam so der Reihe nach an.", "Nach Angaben von gestern.", "Laut „Bote“ schneit es."])
def test_what_only_looks_like_a_source_is_none(text: str) -> None:
    row = words(text, "de")
    assert [bounds for bounds in source_bounds(row, [None] * len(row.words), lexicon("de")) if bounds[1] - bounds[0] > 1] == []


def test_what_is_somebody_s_is_no_source_of_its_own() -> None:
    row = words("Nach Angaben des Vereins", "de")
    assert not is_own_source(row, 1, 2)


@pytest.mark.parametrize(
    ("language", "text", "statement"),
    [
        ("de", "Laut Bergwacht liegt auf dem Pass noch Schnee.", "liegt auf dem Pass noch Schnee"),
        ("de", "Auf dem Pass liegt laut Bergwacht noch Schnee.", "Auf dem Pass liegt laut Bergwacht noch Schnee"),
        ("nl", "Volgens de havendienst ligt het schip nog stil.", "ligt het schip nog stil"),
        ("da", "Ifølge havnevagten ligger skibet stadig stille.", "ligger skibet stadig stille"),
    ],
)
def test_what_a_source_tells_is_a_statement(language: str, text: str, statement: str) -> None:
    assert [words for words, _ in stated(text, language)] == [statement]
