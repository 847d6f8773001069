"""The bundled edition: it is complete, its feeds lead to its pages, and nothing in it leads to anybody's real site."""

from __future__ import annotations

import re
import tomllib
from urllib.parse import urlsplit

import pytest
from lxml import etree

from reader import resources

SEEDS = resources.seeds()
EDITION = tomllib.loads(SEEDS.joinpath("edition.toml").read_text("utf-8"))
PAGES, FEEDS = EDITION["page"], EDITION["feed"]
VOCABULARIES = frozenset(
    "schema.org ogp.me api.w.org www.w3.org search.yahoo.com purl.org".split()  # they name formats; nobody follows them
)


def test_the_edition_holds_all_it_names_and_names_all_it_holds() -> None:
    named = {entry["file"] for entry in (*PAGES, *FEEDS)}
    held = {str(path.relative_to(SEEDS)) for folder in ("pages", "feeds") for path in SEEDS.joinpath(folder).iterdir()}
    assert named == held


@pytest.mark.parametrize("key", ["name", "url"])
def test_no_two_entries_share_a_name_or_an_address(key: str) -> None:
    values = [entry[key] for entry in (*PAGES, *FEEDS)]
    assert len(values) == len(set(values))


def test_a_newcomer_meets_the_harbour_first() -> None:
    assert PAGES[0]["name"] == "harbour"


@pytest.mark.parametrize("entry", [*PAGES, *FEEDS], ids=lambda entry: str(entry["name"]))
def test_every_address_is_invented(entry: dict[str, str]) -> None:
    text = SEEDS.joinpath(entry["file"]).read_text("utf-8")
    hosts = {urlsplit(url).hostname or "" for url in [entry["url"], *re.findall(r"https?://[^\s\"'<>\\]+", text)]}
    assert not {host for host in hosts if not host.endswith(".example")} - VOCABULARIES


def test_the_feeds_lead_to_every_page() -> None:
    feeds = [etree.parse(SEEDS / feed["file"]).getroot() for feed in FEEDS]
    linked = {item.findtext("link") for feed in feeds for item in feed.iter("item")}
    linked |= {link.get("href") for feed in feeds for link in feed.iterfind(".//{*}entry/{*}link")}
    assert linked == {page["url"] for page in PAGES}


@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: str(feed["name"]))
def test_a_feed_calls_itself_what_the_edition_calls_it(feed: dict[str, str]) -> None:
    root = etree.parse(SEEDS / feed["file"]).getroot()
    assert root.findtext("{*}title") == feed["title"] or root.findtext("channel/title") == feed["title"]
