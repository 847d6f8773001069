"""What a page states in its head."""

from __future__ import annotations

from reader.extraction.metadata import head
from reader.extraction.page import html_tree

PAGE = """<head><meta property="og:title" content=" Weir  opens "><meta name="OG:TITLE" content="Second"><meta name="empty" content=" ">
<script type="application/ld+json">{"@type": "NewsArticle", "publisher": {"name": "Brask Echo"}}</script></head>"""


def test_meta_tags_are_found_by_any_of_their_names_in_any_case() -> None:
    found = head.read(html_tree.parse(PAGE), "")
    assert found.metas["og:title"] == ["Weir opens", "Second"]
    assert found.meta("none", "og:title") == "Weir opens"
    assert found.meta("empty") == ""


def test_json_ld_is_asked_by_name_and_inner_name() -> None:
    found = head.read(html_tree.parse(PAGE), "")
    assert found.stated("publisher", "name") == "Brask Echo"
    assert found.stated("headline") == ""
