"""The headline: what is printed over the story, and what pages state of it elsewhere."""

from __future__ import annotations

import pytest

from reader.extraction import extract
from reader.extraction.metadata import titles

STORY = f"<p>{'Words of a story that goes on for a while. ' * 8}</p>"
OTHER = "<meta property='og:title' content='Otters, rivers, bans: everything you need to know'>"


def title(body: str, head: str = "") -> str:
    return extract(f"<html><head>{head}</head><body>{body}</body></html>", url="https://weir.example/a").title


def test_the_only_heading_over_the_story_wins_over_what_search_engines_are_told() -> None:
    assert title(f"<h1>The river takes back its bend</h1>{STORY}", OTHER) == "The river takes back its bend"


def test_a_heading_within_the_story_is_not_its_headline() -> None:
    assert title(f"{STORY}<h1>The river takes back its bend</h1>{STORY}", OTHER).startswith("Otters, rivers")


def test_one_short_word_over_the_story_is_the_name_of_a_section() -> None:
    assert title(f"<h1>Nature</h1>{STORY}", OTHER).startswith("Otters, rivers")


COURT = '<script type=\'application/ld+json\'>{"@type":"NewsArticle","headline":"Otters win in court"}</script>'


@pytest.mark.parametrize("trail", ["<nav><h1>Otters, rivers, bans: everything you need to know</h1></nav>", ""])
def test_where_none_is_printed_the_stated_headline_wins_over_what_is_made_for_sharing(trail: str) -> None:
    assert title(f"{trail}<article>{STORY}</article>", OTHER + COURT) == "Otters win in court"


@pytest.mark.parametrize("end", ["...", "…"])
def test_a_stated_headline_that_is_cut_short_is_none(end: str) -> None:
    assert title(STORY, OTHER + COURT.replace("in court", f"in{end}")).startswith("Otters, rivers")


def test_a_line_of_several_news_is_a_tickers_and_not_the_pages_title() -> None:
    ticker = "Weir gives way +++ Otters are safe +++ Bridge closed"
    assert title(f"<h1>{ticker}</h1>{STORY}", OTHER).startswith("Otters, rivers")
    assert title(f"<h1>{ticker}</h1>{STORY}") == ticker
    assert title(f"<h1>+++ Weir gives way at noon +++</h1>{STORY}", OTHER) == "+++ Weir gives way at noon +++"


def test_of_several_headings_that_are_parts_of_the_title_the_longest_is_it() -> None:
    body = f"<h1>Announcements</h1><h1>Otters win in the court of Weir</h1>{STORY}"
    head = "<title>Weir online - Announcements - Otters win in the court of Weir - 2026</title>"
    assert title(body, head) == "Otters win in the court of Weir"


@pytest.mark.parametrize("greater", ["River news for all", "Otters win in court - River news for all"])
def test_a_heading_that_says_the_sites_name_leaves_the_title_to_the_lesser_one(greater: str) -> None:
    head = "<title>Otters win in court - River news for all</title>"
    assert title(f"<h1>{greater}</h1><h2>Otters win in court</h2>{STORY}", head) == "Otters win in court"
    assert title(f"<h1>{greater}</h1>{STORY}<h2>Otters win in court</h2>{STORY}", head) == greater


def test_a_stated_title_that_its_own_quotation_mark_has_cut_off_is_not_believed() -> None:
    head = "<title>Otters call the ban \"a joke\" in court</title><meta property='og:title' content='Otters call the ban'>"
    assert title(STORY, head) == 'Otters call the ban "a joke" in court'


def test_the_prose_of_a_cookie_banner_begins_no_story() -> None:
    banner = f"<div class='cookie-banner'>{STORY}</div>"
    assert title(f"{banner}<h1>The river takes back its bend</h1>{STORY}", OTHER) == "The river takes back its bend"


def test_a_line_of_its_own_in_a_heading_goes_where_the_page_states_the_title_without_it() -> None:
    head = "<meta property='og:title' content='Otters win in court'>"
    assert title(f"<h1>Otters win in court <span>A ruling and its price</span></h1>{STORY}", head) == "Otters win in court"
    assert title(f"<h1><time>4 May</time> Otters win in court</h1>{STORY}", head) == "Otters win in court"


def test_what_stands_behind_the_headline_in_one_heading_is_left_out_where_the_page_states_that() -> None:
    body = f"<h1>Otters win in court <small>(<a href='/weir'>weir.example</a>)</small> <span>87</span></h1>{STORY}"
    assert title(body, "<title>Otters win in court - Weir Post</title><meta property='og:site_name' content='Weir Post'>") == (
        "Otters win in court"
    )


def test_a_mark_that_only_screen_readers_say_is_no_line_of_its_own() -> None:
    hidden = "<span class='visually-hidden'>:</span>"
    body = f"<h1><span>Rivers{hidden}</span> <span class='topline'>Otters win in court</span></h1>{STORY}"
    assert title(body, OTHER) == "Rivers: Otters win in court"


def test_a_kicker_is_kept_with_the_marks_that_the_page_states() -> None:
    head = "<meta property='og:title' content='Rivers: Otters win in court'>"
    assert title(f"<h1><span>Rivers</span> Otters win in court</h1>{STORY}", head) == "Rivers: Otters win in court"


@pytest.mark.parametrize(
    ("stated", "site", "bare"),
    [
        ("Otters win in court | Nature | weir.example", "", "Otters win in court | Nature"),
        (
            "Weir Post - Otters win: Weir Post's story of the year, told anew",
            "Weir Post",
            "Otters win: Weir Post's story of the year, told anew",
        ),
        ("Otters win in court | Weir Post - River, Lock and Weir", "Weir Post - River, Lock and Weir", "Otters win in court"),
        ("かわうそ、裁判に勝つ！-川新聞", "", "かわうそ、裁判に勝つ！"),
        ("Otters win in court", "Otters win in court", "Otters win in court"),
    ],
)
def test_a_stated_title_loses_the_name_of_its_site(stated: str, site: str, bare: str) -> None:
    assert titles.without_site(stated, site) == bare


def test_character_references_in_json_ld_are_read() -> None:
    head = '<script type=\'application/ld+json\'>{"@type":"NewsArticle","headline":"Otters &#8211; and why they win"}</script>'
    assert title(STORY, head) == "Otters – and why they win"


def test_a_title_loses_its_site_and_only_that() -> None:
    assert titles.without_site("Ferry stays away | Courier", "Courier") == "Ferry stays away"
    assert titles.without_site("War – and peace on the island", "Courier") == "War – and peace on the island"


def test_one_word_is_the_headline_where_the_pages_title_begins_with_it() -> None:
    assert title(f"<h1>Aftermath</h1>{STORY}", "<title>Aftermath - The Brask Evening Echo</title>") == "Aftermath"


def test_a_stated_headline_that_describes_the_subject_does_not_replace_the_printed_one() -> None:
    head = '<title>Old Slate - Brackpedia, the open lexicon</title><script type="application/ld+json">{"@type":"Article","headline":"town in the north"}</script>'
    assert title(f"<h1>Old Slate</h1>{STORY}", head) == "Old Slate"


def test_the_title_of_a_blogs_post_wins_over_that_of_the_blog() -> None:
    body = f"<h1>Sea Notes</h1><h3 class='post-title'>The wall</h3>{STORY}"
    assert title(body, "<title>Sea Notes: The wall</title>") == "The wall"
