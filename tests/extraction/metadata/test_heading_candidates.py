"""Which headings may be the headline, and what each says."""

from __future__ import annotations

import pytest

from reader.extraction import extract

STORY = f"<p>{'Words of a story that goes on for a while. ' * 8}</p>"
OTHER = "<meta property='og:title' content='Otters, rivers, bans: everything you need to know'>"


def title(body: str, head: str = "") -> str:
    return extract(f"<html><head>{head}</head><body>{body}</body></html>", url="https://weir.example/a").title


@pytest.mark.parametrize(
    "trail",
    [
        "<nav><h1>Otters, rivers, bans: everything you need to know</h1></nav>",
        "<ol><li><h1>Otters, rivers, bans: everything you need to know</h1></li></ol>",
        "<div class='breadCrumbs'><h1>Otters, rivers, bans: everything you need to know</h1></div>",
    ],
)
def test_the_last_crumb_of_a_trail_is_no_headline(trail: str) -> None:
    head = OTHER + '<script type=\'application/ld+json\'>{"@type":"NewsArticle","headline":"Otters win in court"}</script>'
    assert title(f"{trail}<article><h2>Otters win in court</h2>{STORY}</article>", head) == "Otters win in court"


def test_a_heading_that_leads_to_the_front_page_is_the_name_of_the_site() -> None:
    body = f"<h1><a href='https://weir.example/'>Weir Post and River News</a></h1><h2>Otters win in court</h2>{STORY}"
    assert title(body, "<title>Weir Post and River News: Otters win in court</title>") == "Otters win in court"


def test_words_in_a_heading_are_parted_where_its_lines_are() -> None:
    assert title(f"<h1>OTTERS<br>WIN <div>IN COURT</div></h1>{STORY}") == "OTTERS WIN IN COURT"
    assert title(f"<h1>Ott<em>ers</em> win in court<b>.</b></h1>{STORY}") == "Otters win in court."


def test_a_heading_does_not_say_how_its_words_are_read_or_what_its_pictures_are_called() -> None:
    read = "<ruby>川<rp>(</rp><rt>かわ</rt><rp>)</rp></ruby>のかわうそ、裁判に勝つ"
    body = f"<h1>{read}<svg><title>Copy</title></svg></h1>{STORY}"
    assert title(body, "<title>川新聞</title>") == "川のかわうそ、裁判に勝つ"


def test_what_a_page_has_escaped_twice_is_read() -> None:
    assert title(f"<h1>Otters &amp;#x26; beavers win in court</h1>{STORY}") == "Otters & beavers win in court"
    head = "<meta property='og:title' content='Otters &amp;amp; beavers: R&amp;D'><title>Otters &amp;amp; beavers: R&amp;D</title>"
    assert title(STORY, head) == "Otters & beavers: R&D"
