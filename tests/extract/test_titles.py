"""The headline: what is printed over the story, and what pages state of it elsewhere."""

from __future__ import annotations

import pytest

from reader.extract import extract, titles

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


def test_what_the_navigation_says_word_for_word_is_stated_for_search_engines() -> None:
    head = OTHER + '<script type=\'application/ld+json\'>{"@type":"NewsArticle","headline":"Otters win in court"}</script>'
    trail = "<nav><h1>Otters, rivers, bans: everything you need to know</h1></nav>"
    assert title(f"{trail}<article>{STORY}</article>", head) == "Otters win in court"


def test_a_stated_title_that_its_own_quotation_mark_has_cut_off_is_not_believed() -> None:
    head = "<title>Otters call the ban \"a joke\" in court</title><meta property='og:title' content='Otters call the ban'>"
    assert title(STORY, head) == 'Otters call the ban "a joke" in court'


def test_the_prose_of_a_cookie_banner_begins_no_story() -> None:
    banner = f"<div class='cookie-banner'>{STORY}</div>"
    assert title(f"{banner}<h1>The river takes back its bend</h1>{STORY}", OTHER) == "The river takes back its bend"


def test_a_heading_that_leads_to_the_front_page_is_the_name_of_the_site() -> None:
    body = f"<h1><a href='https://weir.example/'>Weir Post and River News</a></h1><h2>Otters win in court</h2>{STORY}"
    assert title(body, "<title>Weir Post and River News: Otters win in court</title>") == "Otters win in court"


def test_a_line_of_its_own_in_a_heading_goes_where_the_page_states_the_title_without_it() -> None:
    head = "<meta property='og:title' content='Otters win in court'>"
    assert title(f"<h1>Otters win in court <span>A ruling and its price</span></h1>{STORY}", head) == "Otters win in court"
    assert title(f"<h1><time>4 May</time> Otters win in court</h1>{STORY}", head) == "Otters win in court"


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
