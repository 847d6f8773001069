"""The language of a text, where the page tells it wrongly or not at all."""

from __future__ import annotations

import pytest

from reader.language.text.language_id import guess, language_of
from tests.language.reading import lines

GERMAN = "Der Rat hat am Montag beschlossen, dass die Brücke nicht mehr für den Verkehr geöffnet wird. " * 6
ENGLISH = "The council said on Monday that the bridge will not be opened to traffic again this year. " * 6


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "de"),
        (ENGLISH, "en"),
        ("Мост закрыли, а объезд не объявили.", "ru"),
        ("Міст закрили, і об’їзду не оголосили.", "uk"),
        ("Міст закрито", "uk"),
        ("市长表示，桥将加固。", "zh"),
        ("市長は橋を直すと述べた。", "ja"),
        ("قال الوزير إن الجسر آمن.", "ar"),
        ("وزیر گفت که پل امن است.", "fa"),
        ("12345 67890", ""),
    ],
)
def test_script_and_small_words_tell_the_language(text: str, language: str) -> None:
    assert guess(lines(text)) == language


@pytest.mark.parametrize(
    ("stated", "text", "language"),
    [
        ("en", GERMAN, "de"),
        ("en", GERMAN[:90], "en"),
        ("de_AT", GERMAN, "de"),
        ("no", "Kort.", "nb"),
        ("nn-NO", "Kort.", "nb"),
        ("", ENGLISH, "en"),
        ("ceb", "Unsa ang imong ngalan?", "ceb"),
    ],
)
def test_a_page_is_believed_unless_a_long_text_proves_it_wrong(stated: str, text: str, language: str) -> None:
    assert language_of(stated, lines(text)) == language
