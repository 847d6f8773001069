from __future__ import annotations

import pytest

from reader.formats import to_text
from reader.formats.entry_markup import with_enclosures
from reader.model import Article, Enclosure, Entry
from reader.newsroom.entry_content import entry_blocks

URL = "https://site.example/blog/how-to/"


def shown(markup: str, summary: str = "") -> str:
    return to_text(Article(blocks=entry_blocks(markup, url=URL, title="Title", summary=summary)), 0, links="inline")


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<ul><li>Ferry: cancelled</li><li>Bus: every hour</li></ul>", "- Ferry: cancelled\n- Bus: every hour"),
        ("<ul><li><a href='foo.html'>Foo</a></li></ul>", "- Foo <https://site.example/blog/how-to/foo.html>"),
        ("<h2>Fixes</h2><p>Typo</p><p><a href='/log'>Full Changelog</a></p>", "Full Changelog <https://site.example/log>"),
        ("<img src='1.png' alt='Two divers talk'>", "Two divers talk <https://site.example/blog/how-to/1.png>"),
        ("<img src='1.png'>", "https://site.example/blog/how-to/1.png"),
        ("<p>Words.</p><script>run()</script>", "Words."),
    ],
)
def test_a_short_text_is_its_authors_and_nothing_of_it_is_dropped(markup: str, words: str) -> None:
    assert words in shown(markup)
    assert "run()" not in shown(markup)


def test_an_entry_without_a_text_has_its_summary() -> None:
    assert shown("", "The gate is open.") == "The gate is open.\n"
    assert shown("", "") == ""


def test_what_an_entry_carries_stands_below_its_text_as_links() -> None:
    carried = (Enclosure(url="https://pod.example/1.mp3?a=1&b=2", media_type="audio/mpeg", bytes=12_345_678),)
    entry = Entry(guid="1", content="<p>Words.</p>", enclosures=carried)
    assert shown(with_enclosures(entry)) == "Words.\n\naudio/mpeg, 12.3 MB <https://pod.example/1.mp3?a=1&b=2>\n"
    assert with_enclosures(Entry(guid="1", content="<p>Words.</p>")) == "<p>Words.</p>"


def test_a_long_text_leaves_what_publishing_software_adds() -> None:
    story = "".join(
        f"<p>The harbour wall gave way in the night, said the engineer, and part {n} of it fell.</p>" for n in range(40)
    )
    buttons = '<div class="sharedaddy"><ul><li><a href="https://x.example/share">Share on X</a></li></ul></div>'
    text = shown(story + buttons)
    assert "part 39" in text
    assert "Share on X" not in text
