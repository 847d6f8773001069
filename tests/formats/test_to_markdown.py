from __future__ import annotations

import subprocess
import sys

import pytest

from reader.formats import to_markdown
from reader.model import Article, Figure, Footnote, Heading, Item, Listing, Paragraph, Preformatted, Run, Style, Table


def paragraph(*runs: Run) -> str:
    return to_markdown(Article(blocks=(Paragraph(runs=runs),))).removesuffix("\n")


def run(text: str, *style: Style, href: str | None = None) -> Run:
    return Run(text=text, style=frozenset(style), href=href)


def test_a_whole_article_is_set_as_markdown(article: Article) -> None:
    assert to_markdown(article) == (
        "# Harbour inquiry opens after storm\n\n"
        "*Ada Ferreira, Northern Press · Brackwater Courier · 1 Nov 2026 · updated 2 Nov 2026*\n\n"
        '"We were warned in March," said Maria Okonkwo.\n\n'
        "## What the *report* says\n\n"
        "Read [the report](https://inquiry.example/interim) in full.\n\n"
        "> A gate is a machine.\n>\n> It tells you.\n>\n> — Ines Barrow\n\n"
        "1. Gate Four\n   - the motor\n   - the hinge\n2. Gate Five\n\n"
        "| Place | Damage |\n| --- | --- |\n| Brackwater | 84.0 |\n| 港町 | 7.5 |\n\n"
        "```log\nG4 ???\n    G4 ???\n```\n\n"
        "## 14:32 Gates closed\n\n"
        "---\n\n"
        "With reporting by CoastWire\n"
    )


@pytest.mark.parametrize(
    ("runs", "markdown"),
    [
        ((run("bold", Style.STRONG), run(" words")), "**bold** words"),
        ((run("both", Style.STRONG, Style.EMPHASIS),), "***both***"),
        ((run("gone", Style.DELETED),), "~~gone~~"),
        ((run("x = `1`", Style.CODE),), "`` x = `1` ``"),
        ((run("10"), run("th", Style.SUPERSCRIPT)), "10<sup>th</sup>"),
        ((run("彼は"), run("「否」", Style.STRONG), run("と言った")), "彼は<strong>「否」</strong>と言った"),
        ((run("one", Style.EMPHASIS), run("two", Style.STRONG)), "<em>one</em><strong>two</strong>"),
        ((run(" spaced ", Style.EMPHASIS), run("out")), "*spaced* out"),
        ((run("a|b", Style.CODE),), "<code>a|b</code>"),
        ((run("Look!"), run("here", href="https://a.example/")), r"Look\![here](https://a.example/)"),
        ((run("x", href="https://a.example/(b)?q=1&copy;=2"),), "[x](https://a.example/%28b%29?q=1&amp;copy;=2)"),
        ((run("x", href="javascript:alert(1)"),), "x"),
        ((run("1. Not a list"),), r"1\. Not a list"),
        ((run("-5 degrees"),), "-5 degrees"),
        ((run("- - -"),), r"\- - -"),
        ((run("# Not a headline"),), r"\# Not a headline"),
        ((run("<b>not a tag</b> & not an &amp;"),), r"\<b>not a tag\</b> & not an \&amp;"),
        ((run("R&D in 2021. 5 < 6 - x = snake_case + [sic]"),), r"R&D in 2021. 5 < 6 - x = snake_case + \[sic\]"),
    ],
)
def test_words_say_in_markdown_what_they_say(runs: tuple[Run, ...], markdown: str) -> None:
    assert paragraph(*runs) == markdown


def test_a_headline_may_end_in_hashes() -> None:
    assert to_markdown(Article(blocks=(Heading(runs=(run("Learning C #######"),)),))) == "## Learning C \\#######\n"


def test_a_fence_is_longer_than_any_in_the_text() -> None:
    assert to_markdown(Article(blocks=(Preformatted(text="````\ncode\n"),))) == "`````\n````\ncode\n`````\n"


def test_rows_longer_than_the_head_row_lose_nothing() -> None:
    table = Table(header=((run("A"),),), rows=(((run("x"),), (run("y"),)),))
    assert to_markdown(Article(blocks=(table,))) == "| A |  |\n| --- | --- |\n| x | y |\n"


def test_two_lists_in_a_row_stay_two() -> None:
    one, two = (Listing(items=(Item(runs=(run(name),)),)) for name in "ab")
    assert to_markdown(Article(blocks=(one, two))) == "- a\n\n<!-- -->\n\n- b\n"


def test_deep_lists_do_not_end_in_a_recursion_error() -> None:
    listing = Listing(items=(Item(runs=(run("deepest"),)),))
    for _ in range(3000):
        listing = Listing(items=(Item(runs=(run("x"),), inner=(listing,)),))
    assert "deepest" in to_markdown(Article(blocks=(listing,)))


def test_beautiful_soup_is_loaded_for_markdown_alone() -> None:
    code = "import sys, reader.formats as f, reader.model as m; f.to_html(m.Article()); sys.exit('bs4' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_footnotes_are_marked_and_set() -> None:
    mark = Run(text="[3]", style=frozenset({Style.REFERENCE}))
    blocks = (Paragraph(runs=(Run(text="It held."), mark)), Footnote(label="3", runs=(Run(text="Until 2019."),)))
    assert to_markdown(Article(blocks=blocks), header=False) == "It held.[^3]\n\n[^3]: Until 2019.\n"


def test_a_line_end_is_a_hard_break() -> None:
    assert to_markdown(Article(blocks=(Paragraph(runs=(Run(text="one,\n- two"),)),)), header=False) == "one,  \n\\- two\n"


def test_pictures_stand_as_images_with_what_is_said_of_them_below() -> None:
    figures = (
        Figure(image="https://img.example/a(1).jpg", alt="A [low] wall", caption="The wall.", credit="Ida"),
        Figure(image="https://img.example/b.jpg", alt="A gate"),
        Figure(image="javascript:x", caption="No picture."),
    )
    markdown = to_markdown(Article(blocks=figures), header=False, captions=True)
    assert markdown.split("\n\n") == [
        "![A low wall](https://img.example/a%281%29.jpg)", "The wall. Ida", "![A gate](https://img.example/b.jpg)", "No picture.\n",
    ]  # fmt: skip
    assert to_markdown(Article(blocks=figures), header=False) == ""
