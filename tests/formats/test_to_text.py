from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from reader.formats import to_raw, to_text
from reader.formats.tables import aligned
from reader.model import Article, Decision, Footnote, Heading, Item, Listing, Paragraph, Post, Quotation, Run, Style, Table


def paragraph(*runs: Run) -> Article:
    return Article(blocks=(Paragraph(runs=runs),))


def test_a_whole_article_is_set_as_text(article: Article) -> None:
    assert to_text(article, 60) == (
        "Harbour inquiry opens after storm\n"
        "Ada Ferreira, Northern Press · Brackwater Courier · 1 Nov\n"
        "2026 · updated 2 Nov 2026\n"
        "\n"
        '"We were warned in March," said Maria Okonkwo.\n'
        "\n"
        "\n"
        "What the report says\n"
        "\n"
        "Read the report in full.\n"
        "\n"
        "> A gate is a machine.\n"
        ">\n"
        "> It tells you.\n"
        ">\n"
        "> — Ines Barrow\n"
        "\n"
        "1. Gate Four\n"
        "   - the motor\n"
        "   - the hinge\n"
        "2. Gate Five\n"
        "\n"
        "Place       Damage\n"
        "──────────  ──────\n"
        "Brackwater    84.0\n"
        "港町           7.5\n"
        "\n"
        "G4 ???\n"
        "    G4 ???\n"
        "\n"
        "\n"
        "14:32 Gates closed\n"
        "\n"
        "────────────────────────────────────────────────────────────\n"
        "\n"
        "With reporting by CoastWire\n"
    )


def test_without_its_header_the_text_begins_with_the_story(article: Article) -> None:
    assert to_text(article, header=False).startswith('"We were warned')


def test_pictures_stand_as_captions_only_when_asked_for(article: Article) -> None:
    caption = "[Picture] The gap in the wall (Len Abbot)"
    assert caption not in to_text(article)
    assert caption in to_text(article, captions=True).split("\n")


def test_a_title_is_whole_however_narrow_the_page() -> None:
    title = "Six cities agree to share the bill for the last night train across the mountains"
    article = Article(title=title, blocks=(Heading(runs=(Run(text=title),), level=1),))
    assert to_text(article, 20) == title + "\n"


def test_an_article_whose_title_is_only_in_its_blocks_has_a_title_line() -> None:
    article = Article(blocks=(Heading(runs=(Run(text="Late hay"),), level=1), Paragraph(runs=(Run(text="It rained."),))))
    assert to_text(article) == "Late hay\n\nIt rained.\n"


def test_an_empty_article_is_empty_text() -> None:
    assert to_text(Article()) == ""


def test_an_article_that_is_cut_off_says_so() -> None:
    text = to_text(replace(paragraph(Run(text="It began.")), truncated=True))
    assert text.split("\n")[-2].startswith("The page ends here")


def test_width_zero_wraps_nothing() -> None:
    long = " ".join(["word"] * 200)
    assert to_text(paragraph(Run(text=long)), 0) == long + "\n"


def test_text_is_wrapped_by_display_width() -> None:
    assert to_text(paragraph(Run(text="止まった時計台が六十年ぶりに鐘を鳴らした。")), 20).split("\n") == [
        "止まった時計台が六十",
        "年ぶりに鐘を鳴らし",
        "た。",
        "",
    ]


def test_links_can_stand_behind_their_words(article: Article) -> None:
    assert "Read the report <https://inquiry.example/interim> in full." in to_text(article, links="inline")


def test_a_link_that_is_its_own_words_is_not_said_twice() -> None:
    mail = Run(text="ada@courier.example", href="mailto:ada@courier.example")
    assert to_text(paragraph(mail), links="inline") == "ada@courier.example\n"


def test_links_can_be_numbered_and_listed_once_each() -> None:
    one, other = "https://one.example/", "https://other.example/"
    text = to_text(
        paragraph(
            Run(text="a", href=one), Run(text=" and "), Run(text="b", href=other), Run(text=", "), Run(text="c", href=one)
        ),
        links="ref",
    )
    assert text == f"a[1] and b[2], c[1]\n\n[1] {one}\n[2] {other}\n"


def test_a_link_to_a_script_is_no_link() -> None:
    assert to_text(paragraph(Run(text="click", href="javascript:alert(1)")), links="inline") == "click\n"


def test_long_items_hang_under_their_first_word() -> None:
    items = (Item(runs=(Run(text="the motor of Gate Four"),)),)
    assert to_text(Article(blocks=(Listing(items=items),)), 15) == "- the motor of\n  Gate Four\n"


def test_items_without_a_word_in_them_are_left_out() -> None:
    empty = Item(runs=(), inner=(Listing(items=(Item(runs=()),)),))
    only_inner = Item(runs=(), inner=(Listing(items=(Item(runs=(Run(text="the motor"),)),), ordered=True),))
    listing = Listing(items=(empty, only_inner, Item(runs=(Run(text="the hinge"),))))
    assert to_text(Article(blocks=(listing,))) == "-\n  1. the motor\n- the hinge\n"


def test_a_table_without_a_word_is_left_out() -> None:
    assert to_text(Article(blocks=(Table(header=((),), rows=(((), ()),)), Paragraph(runs=(Run(text="x"),))))) == "x\n"


def test_posts_tell_the_day_when_they_span_several() -> None:
    posts = tuple(Post(time=datetime(2026, 11, day, 9, 5, tzinfo=UTC), title="Fog") for day in (1, 2))
    assert "1 Nov 2026 09:05 Fog\n" in to_text(Article(blocks=posts))
    assert to_text(Article(blocks=posts[:1])) == "09:05 Fog\n"


def test_a_table_that_does_not_fit_becomes_lines() -> None:
    header, rows = ["Department", "2027"], [["Streets and lights", "43.7"], ["Harbor", ""]]
    assert aligned(header, rows, 24) == [
        "Department          2027",
        "──────────────────  ────",
        "Streets and lights  43.7",
        "Harbor",
    ]
    assert aligned(header, rows, 23) == [
        "Department: Streets and",
        "  lights",
        "2027: 43.7",
        "",
        "Department: Harbor",
    ]


def test_rows_may_be_longer_than_the_head_row() -> None:
    assert aligned(["A"], [["x", "y"], ["z"]], 0) == ["A", "─  ─", "x  y", "z"]
    assert aligned(["Name"], [["x", "a note of some length"]], 10) == ["Name: x", "a note of", "  some", "  length"]


def test_lists_nested_deeper_than_calls_are_printed() -> None:
    listing = Listing(items=(Item(runs=(Run(text="deepest"),)),))
    for depth in range(5000):
        listing = Listing(items=(Item(runs=(Run(text=f"level {depth}"),), inner=(listing,)),), ordered=True)
    text = to_text(Article(blocks=(listing,)))
    assert text.count("level") == 5000
    assert text.endswith(" deepest\n")


def test_raw_text_shows_what_was_stripped_in_its_place(article: Article) -> None:
    decisions = [
        Decision(text="Skip to content", kept=False, rule="label", position=0),
        Decision(text="Harbour inquiry opens after storm", kept=True, rule="title", position=0),
        Decision(text="Share this \x1b]0;pwned\x07 story with everybody you know", kept=False, rule="share-row", position=2),
        Decision(text="Cookies", kept=False, rule="weighed", position=len(article.blocks)),
    ]
    lines = to_raw(article, decisions, 40).split("\n")
    assert lines.index("~ [label] Skip to content") < lines.index('"We were warned in March," said Maria')
    at = lines.index("~ [share-row] Share this ]0;pwned story")
    assert lines[at + 1] == "~ with everybody you know"
    assert lines.index('"We were warned in March," said Maria') < at < lines.index("What the report says")
    assert lines.index("~ [weighed] Cookies") > lines.index("[Picture] The gap in the wall (Len")


def test_lists_count_as_the_page_does() -> None:
    items = tuple(Item(runs=(Run(text=word),)) for word in ("one", "two"))

    def printed(listing: Listing) -> str:
        return to_text(Article(blocks=(listing,)), 0, header=False)

    assert printed(Listing(items=items, ordered=True, start=4)) == "4. one\n5. two\n"
    assert printed(Listing(items=items, ordered=True, start=2, reversed=True)) == "2. one\n1. two\n"
    assert printed(Listing(items=items, ordered=True, start=27, numbering="a")) == "aa. one\nab. two\n"
    assert printed(Listing(items=items, ordered=True, start=4, numbering="I")) == "IV. one\nV. two\n"
    assert printed(Listing(items=(items[0], replace(items[1], value=9)), ordered=True)) == "1. one\n9. two\n"


def test_what_is_raised_or_lowered_is_not_read_as_more_of_a_number() -> None:
    raised, lowered = frozenset({Style.SUPERSCRIPT}), frozenset({Style.SUBSCRIPT})
    runs = (
        Run(text="10"),
        Run(text="12", style=raised),
        Run(text=" bytes, H"),
        Run(text="2", style=lowered),
        Run(text="O, 2"),
    )
    words = to_text(Article(blocks=(Paragraph(runs=(*runs, Run(text="nd", style=raised))),)), 0, header=False)
    assert words == "10^12 bytes, H₂O, 2nd\n"


def test_a_quotation_in_a_quotation_stands_a_step_deeper() -> None:
    said = tuple((Run(text=word),) for word in ("outer", "inner", "outer again"))
    text = to_text(Article(blocks=(Quotation(paragraphs=said, levels=(1, 2, 1)),)), 0, header=False)
    assert text == "> outer\n>\n> > inner\n>\n> outer again\n"


def test_a_footnote_stands_behind_its_label() -> None:
    assert to_text(Article(blocks=(Footnote(label="3", runs=(Run(text="Said so."),)),)), 0, header=False) == "[3] Said so.\n"
