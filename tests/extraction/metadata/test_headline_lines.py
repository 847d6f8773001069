"""The short lines around a headline."""

from __future__ import annotations

from reader.extraction.metadata import headline_lines
from reader.extraction.page import html_tree

PROSE = (
    "The ferry to Lindholm has not sailed since the storm of last Tuesday, and nobody on the island can say when it will. " * 2
)


def lines(body: str) -> list[str]:
    return [one.text for one in headline_lines.around(html_tree.parse(f"<body>{body}</body>"), "Ferry stays away")]


def test_the_lines_behind_the_headline_come_first_and_end_where_the_story_begins() -> None:
    body = f"<p>Islands</p><h1>Ferry stays away</h1><div>By <b>Ida Holm</b></div><p>4 May</p><p>{PROSE}</p><p>Late</p>"
    assert lines(body) == ["By Ida Holm", "4 May", "Islands"]


def test_boxes_of_other_kinds_are_passed_over() -> None:
    others = "<aside>By Jo Winter</aside><div class='comments'>By Kim</div><blockquote>1 May</blockquote><nav>News</nav>"
    assert lines(f"<h1>Ferry stays away</h1>{others}<p>By Ida Holm</p>") == ["By Ida Holm"]


def test_a_line_break_ends_a_line_and_an_inline_element_does_not() -> None:
    assert lines("<h1>Ferry stays away</h1><p>By <span>Ida</span> Holm<br>4 May 2026</p>") == ["By Ida Holm", "4 May 2026"]


def test_a_line_knows_its_links_and_the_time_that_it_states() -> None:
    html = "<h1>Ferry stays away</h1><p>by <a href='/u'>ferryfan</a> <time datetime='2026-05-04'>a day ago</time></p>"
    (found,) = headline_lines.around(html_tree.parse(f"<body>{html}</body>"), "Ferry stays away")
    assert (found.linked, found.stated) == (["ferryfan"], "2026-05-04")


def test_the_foot_of_an_article_is_its_own_and_that_of_a_page_is_not() -> None:
    root = html_tree.parse("<article><footer><i>a</i></footer></article><footer><b>b</b></footer><aside><u>c</u></aside>")
    found = {tag: headline_lines.is_other(next(root.iter(tag))) for tag in ("i", "b", "u")}
    assert found == {"i": False, "b": True, "u": True}


def test_a_headline_may_be_no_heading() -> None:
    assert lines("<p>Today, 7 May</p><div>Ferry stays away</div><p>4 May</p>") == ["4 May", "Today, 7 May"]
