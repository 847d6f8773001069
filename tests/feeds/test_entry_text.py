from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.feeds.entry_text import as_markup, first_words, person_name, title_of, words_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A free guide to <head> elements", "A free guide to <head> elements"),
        ("Why List<String> is not List<Object>", "Why List<String> is not List<Object>"),
        ("The <title> tag, explained", "The <title> tag, explained"),
        ("Use <b> for bold", "Use <b> for bold"),
        ("The &lt;dialog&gt; element", "The <dialog> element"),
        ("<i>Quantum</i> on <b class='x'>general <u>release</u></b>", "Quantum on general release"),
        ("&lt;i&gt;Quantum&lt;/i&gt; on release", "Quantum on release"),
        ("Fish &amp; chips", "Fish & chips"),
        ("Fish &amp;amp; chips", "Fish & chips"),
        ("Profits < 5% and > 2%", "Profits < 5% and > 2%"),
        ("One<br/>two<!-- three -->", "One two "),
        ("<script>alert(1)</script>Tide", "Tide"),
        ("I <3 harbours", "I <3 harbours"),
        ("a < b > c", "a < b > c"),
    ],
)
def test_only_what_is_markup_for_sure_leaves_a_title(text: str, title: str) -> None:
    assert title_of(text) == title


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("One.\n\nTwo,\nthree.", "<p>One.</p><p>Two,<br>three.</p>"),
        ("a < b & c", "<p>a &lt; b &amp; c</p>"),
        ("Short &amp; sweet.", "<p>Short &amp; sweet.</p>"),
        ("<p>One.\n\nTwo.</p>", "<p>One.\n\nTwo.</p>"),
        (" \n", " \n"),
        ("0:00 Start\r\n2:10 The breach", "<p>0:00 Start<br>2:10 The breach</p>"),
    ],
)
def test_plain_text_keeps_its_paragraphs_and_lines(text: str, markup: str) -> None:
    assert as_markup(text) == markup


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("tom@harbour.online (Tom Reyes)", "Tom Reyes"),
        ("Tom Reyes <tom@harbour.online>", "Tom Reyes"),
        ('"Tom Reyes" <tom@harbour.online>', "Tom Reyes"),
        ("Tom Reyes (tom@harbour.online)", "Tom Reyes"),
        ("Tom Reyes (mailto:tom@harbour.online)", "Tom Reyes"),
        ("tom@harbour.online", "tom@harbour.online"),
        ("Tom Reyes (Brackwater)", "Tom Reyes (Brackwater)"),
        ("", ""),
    ],
)
def test_of_an_address_with_a_name_the_name_is_taken(text: str, name: str) -> None:
    assert person_name(text) == name


def test_an_entry_without_a_title_is_called_by_its_first_words() -> None:
    assert first_words("The gate is open.") == "The gate is open."
    assert first_words("The harbour gate is open again. " + "More of it. " * 20) == "The harbour gate is open again."
    assert first_words("word " * 50) == ("word " * 18).strip() + "…"


def test_the_words_of_html_are_one_line_and_blocks_are_parted() -> None:
    assert words_of("<p>One</p><p>two<script>x</script></p>").split() == ["One", "two"]


@given(st.text())
def test_no_text_raises(text: str) -> None:
    title_of(text)
    as_markup(text)
    person_name(text)
    assert len(first_words(text)) <= 91
