import pytest
from lxml import etree

from reader.extraction.page import html_tree
from tests.extraction.pages import paragraphs as paragraphs_of
from tests.extraction.pages import read_pier


def words(root: etree._Element) -> str:
    return " ".join(" ".join(map(str, root.itertext())).split())


def test_a_page_without_anything_gives_a_tree() -> None:
    for text in ("", " ", "<", "\0", "<!doctype html>", "<?xml version='1.0'?>", "]]>"):
        assert html_tree.parse(text) is not None


def test_no_word_is_lost_below_a_hundred_thousand_nested_tags() -> None:
    for tag in ("div", "b", "ul><li", "table><tr><td", "blockquote"):
        opened = f"<{tag}>" * 100_000
        root = html_tree.parse(f"<body><p>before</p>{opened}deep down</body>")
        assert words(root) == "before deep down"


def test_text_behind_a_deep_hole_is_not_lost() -> None:
    hole = "<div>" * 5_000 + "hole" + "</div>" * 5_000
    root = html_tree.parse(f"<body>{hole}<p>behind</p></body>")
    assert words(root) == "hole behind"


def test_a_page_of_too_many_tags_is_cut_before_it_is_parsed() -> None:
    root = html_tree.parse("<p>a" * (html_tree.MAX_TAGS * 2))
    assert sum(1 for _ in root.iter("p")) == html_tree.MAX_TAGS


@pytest.mark.parametrize("before", ["", f"<script>{'x' * 2 * html_tree.MAX_TAG}</script>"])
def test_an_endless_tag_loses_its_attributes_also_behind_a_long_script(before: str) -> None:
    attributes = " ".join(f"data-{n}" for n in range(html_tree.MAX_TAG // 4))
    page = f"<body>{before}<p {attributes}>kept</p></body>"
    for encoded in (None, page.encode()):
        root = html_tree.parse(page, encoded)
        assert [(element.text, len(element.attrib)) for element in root.iter("p")] == [("kept", 0)]


def test_plain_text_is_cut_at_empty_lines_and_line_ends() -> None:
    assert html_tree.paragraphs("One\ntwo\n\n  three \n \nfour") == ["One", "two", "three", "four"]


def test_lines_wrapped_by_hand_are_joined() -> None:
    text = (
        "The harbour master said on Tuesday that the eastern quay would stay\n"
        "closed until divers had looked at every one of its wooden piles and\n"
        "reported to the council.\n"
        "\n"
        "Nobody was hurt when the crane fell, but two fishing boats that were\n"
        "tied up below it sank within the hour.\n"
    )
    assert html_tree.paragraphs(text) == [
        "The harbour master said on Tuesday that the eastern quay would stay closed until divers had looked at every one of its"
        " wooden piles and reported to the council.",
        "Nobody was hurt when the crane fell, but two fishing boats that were tied up below it sank within the hour.",
    ]


def test_a_short_line_above_a_line_is_not_joined_to_it() -> None:
    long = "The council of the island met on Monday to talk about the ferry, which has not sailed since the storm in October of last year."
    assert html_tree.paragraphs(f"A title of a film that is shown here and is rather long\nplease wait\n\n{long}") == [
        "A title of a film that is shown here and is rather long",
        "please wait",
        long,
    ]


@pytest.mark.parametrize("first", ["article", "main", "section", "header", "div"])
def test_a_page_without_a_body_tag_has_a_body(first: str) -> None:
    root = html_tree.parse(
        f"<title>Pier</title><meta charset=utf-8><{first}><p>One</p></{first}><script>x()</script><p>Two</p>"
    )
    assert [child.tag for child in root.find("head")] == ["title", "meta"]  # type: ignore[union-attr] # a missing head fails too
    assert [child.tag for child in root.find("body") if child.tag != "script"] == [first, "p"]  # type: ignore[union-attr]


def test_nul_is_dropped() -> None:
    words = "The smith, they say, never a\0te another eel."
    assert words.replace("\0", "") in paragraphs_of(read_pier(f"<p>{words}</p>"))
