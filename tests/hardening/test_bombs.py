"""Pages, feeds and lists that are made to hurt: read in time, in bounded memory, with one clear line at most."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader import formats
from reader.errors import FeedError, QueryError, ReaderError, UnreadableError
from reader.extraction import examine
from reader.feeds import Parser, discover, newsboat, opml, parse
from reader.formats.article_json import DEEPEST
from reader.language import annotate
from reader.library.query import parse as parse_query
from reader.model import Article, Heading, Item, Listing, Paragraph, Run, Table
from tests.hardening.bombs import HEAD, MB, PAGES, PASSAGES, SMALL, STORY, filled
from tests.hardening.cost import cost

MOST_SECONDS = 5.0
"""For anything on disk below 1 MB."""
MOST_MEBIBYTES = 300
SIZE = 100_000
ROOM = 40 * SIZE / MB
"""Seconds of processor time for so much in this process: as many times less as it is smaller, and room for a slow machine."""
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_extracted_and_printed_in_time(name: str) -> None:
    body = PAGES[name](SIZE)

    def read() -> None:
        article = examine(body, url="https://courier.example/1").article
        formats.to_text(article, links="ref")
        formats.to_html(article)
        formats.from_json(formats.to_json(article))

    assert seconds(read) < ROOM


@pytest.mark.parametrize("name", PASSAGES)
def test_quotes_and_people_are_found_in_time(name: str) -> None:
    article = examine(PASSAGES[name](SIZE)).article
    assert seconds(lambda: annotate(article)) < ROOM


WHOLE = (
    "nested lists", "lines broken by <br>", "a table of 10,000 columns", "links", "one long word", "pictures", "numbers for authors", "controls",
)  # fmt: skip
LARGE = {
    "10 MB of one line": lambda: filled(b"word, and more words; ", 10 * MB, head=HEAD + b"<p>"),
}


@pytest.mark.parametrize("name", WHOLE)
def test_the_program_reads_a_megabyte_within_its_bounds(name: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(PAGES[name](SMALL))
    within("cat", str(path), most=MOST_SECONDS)


@pytest.mark.parametrize("name", LARGE)
def test_the_program_reads_the_largest_pages_within_its_bounds(name: str, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(LARGE[name]())
    within("cat", str(path), most=15.0)


def within(command: str, path: str, *, most: float) -> None:
    """Run a command, and hold what it took to the bounds; what it says must be an article, or one line and a status."""
    took = cost(command, path)
    assert took.status in (0, 1, 5, 6), took
    assert took.said.count("\n") == 0, took
    assert took.mebibytes < MOST_MEBIBYTES, took
    assert took.seconds < most, took


def test_the_memory_of_whoever_measures_is_not_counted() -> None:
    ballast = bytearray(400 * MB)
    ballast[::4096] = b"x" * len(ballast[::4096])
    assert 0 < cost("--version").mebibytes < 100


def nested(levels: int, word: str = "item") -> Article:
    runs = (Run(text=word),) if word else ()
    listing = Listing(items=(Item(runs=(Run(text="bottom"),)), Item(runs=(), inner=(Listing(items=()),))))
    for _ in range(levels):
        listing = Listing(items=(Item(runs=runs, inner=(listing,)), Item(runs=(Run(text="after"),))))
    return Article(title="A", blocks=(Heading(runs=(Run(text="A"),), level=1), listing))


WIDE = Article(
    title="A",
    blocks=(Heading(runs=(Run(text="A"),), level=1), Table(rows=((tuple((Run(text="cell"),) for _ in range(10_000))),) * 3)),
)
LONG = Article(
    title="A",
    blocks=(Heading(runs=(Run(text="A"),), level=1), Paragraph(runs=(Run(text="a" * MB), Run(text=" *_`<[" * 20_000)))),
)


@pytest.mark.parametrize("name", formats.FORMATS)
@pytest.mark.parametrize(
    "article",
    [nested(4_000), nested(4_000, ""), WIDE, LONG],
    ids=["deep list", "deep list of nothing", "wide table", "long word"],
)
def test_any_article_is_written_in_time(name: str, article: Article) -> None:
    assert seconds(lambda: formats.FORMATS[name].write(article)) < MOST_SECONDS


@pytest.mark.parametrize("name", formats.VIEWS)
def test_any_article_is_seen_from_every_side(name: str) -> None:
    for article in (nested(4_000), nested(4_000, "")):
        assert formats.to_tsv(formats.VIEWS[name](annotate(article))) is not None


@pytest.mark.parametrize("levels", [1, DEEPEST - 3, DEEPEST - 1, DEEPEST, DEEPEST + 1, 5_000])
@pytest.mark.parametrize("word", ["item", ""])
def test_json_keeps_the_words_and_places_of_lists_however_deep(levels: int, word: str) -> None:
    article = nested(levels, word)
    read = formats.from_json(formats.to_json(article))
    assert [block.text for block in read.blocks] == [block.text for block in article.blocks]
    assert not word or formats.to_text(read) == formats.to_text(article)
    assert levels > DEEPEST - 3 or read == article


@pytest.mark.parametrize(("levels", "is_read"), [(DEEPEST, True), (5_000, False)])
def test_json_of_lists_that_somebody_else_nested_is_read_or_refused(levels: int, is_read: bool) -> None:
    listing = '{"text": "a", "inner": [{"ordered": false, "items": [' * levels + "]}]}" * levels
    text = formats.to_json(nested(1)).replace('"inner": []', f'"inner": [{{"ordered": false, "items": [{listing}]}}]')
    if is_read:
        assert formats.from_json(text).blocks[1].text.count("a\n") >= levels
        return
    with pytest.raises(UnreadableError, match="nested too deep"):
        formats.from_json(text)


@pytest.mark.parametrize("text", ["[" * MB, '{"a":' * 200_000, '{"schema": 1, "blocks": ' + "[" * 100_000, '"' * MB, "1" * MB])
def test_json_that_is_made_to_hurt_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(UnreadableError) as error:
        formats.from_json(text)
    assert len(str(error.value)) < 500
    assert "\n" not in str(error.value)


LAUGHS = b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12))
FEEDS = {
    "nested tags in an item": b"<rss version='2.0'><channel><item><title>A</title><description>" + b"&lt;div&gt;" * 100_000 + b"</description></item></channel></rss>",
    "nested tags": b"<rss version='2.0'><channel><item>" + b"<a>" * 100_000,
    "billion laughs": b'<!DOCTYPE rss [<!ENTITY a "ha">' + LAUGHS + b"]><rss version='2.0'><channel><title>&m;</title><item><title>&m;</title></item></channel></rss>",
    "outside entities": b'<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>root&a;</title></channel></rss>',
    "items without end": b"<rss version='2.0'><channel>" + b"<item><title>A</title></item>" * 30_000,
    "a title of 10 MB": b"<rss version='2.0'><channel><title>" + b"a " * (5 * MB) + b"</title></channel></rss>",
    "nested JSON": b'{"version": "https://jsonfeed.org/version/1.1", "items": ' + b"[" * 100_000,
    "white space": b" " * (5 * MB),
}  # fmt: skip


@pytest.mark.parametrize("name", FEEDS)
def test_a_feed_is_read_in_time_or_given_up(name: str) -> None:
    start = time.monotonic()
    with Parser(patience=3.0) as parser:
        try:
            feed = parser.parse(FEEDS[name], url="https://a.example/rss")
        except FeedError:
            pass
        else:
            assert len(feed.title) < 10_000
            assert "root:" not in feed.title
            assert all(len(entry.title) < 10_000 for entry in feed.entries)
    assert time.monotonic() - start < 20


@pytest.mark.parametrize("name", ["outside entities", "billion laughs"])
def test_an_entity_of_a_feed_is_nothing(name: str) -> None:
    try:
        feed = parse(FEEDS[name], url="https://a.example/rss")
    except FeedError:
        return
    assert len(feed.title) < 100
    assert "root:" not in feed.title


LISTS = {
    "nested outlines": b"<opml><body>" + b"<outline text='a'>" * 100_000,
    "billion laughs": b'<!DOCTYPE opml [<!ENTITY a "ha">' + LAUGHS + b"]><opml><body><outline text='&m;' xmlUrl='http://a.example/'/></body></opml>",
    "many outlines": b"<opml><body>" + b"<outline xmlUrl='http://a.example/%d'/>" * 20_000,
    "a long attribute": b"<opml><body><outline text='" + b"a/" * (5 * MB) + b"' xmlUrl='http://a.example/'/></body></opml>",
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_subscriptions_is_read_in_time(name: str) -> None:
    def read() -> None:
        try:
            imported = opml.read(LISTS[name])
        except ReaderError:
            return
        opml.write(imported.feeds)

    assert seconds(read) < MOST_SECONDS


@pytest.mark.parametrize("piece", ['"', "\\", '"\\', "a ", "a\n", "http://a.example/ ", 'http://a.example/ "~', "exec:"])
def test_a_urls_file_is_read_in_time(piece: str) -> None:
    assert seconds(lambda: newsboat.read(piece * (MB // len(piece)))) < MOST_SECONDS


@pytest.mark.parametrize(
    "piece", [b"<link rel=alternate type=application/rss+xml href=/a>", b"<div>", b"<a href=/rss>", b"<a href=/rss>x</a>"]
)
def test_feeds_of_a_page_are_found_in_time(piece: bytes) -> None:
    page = HEAD + STORY + piece * (SMALL // len(piece))
    assert seconds(lambda: discover(page, "https://a.example/")) < MOST_SECONDS


@pytest.mark.parametrize("piece", ["(", ")", "-", '"', "a ", "a or ", "- ", "(a) ", "feed:", "newer:9d ", "a:", ":", " "])
def test_a_query_is_read_or_refused_in_time(piece: str) -> None:
    def read() -> None:
        try:
            parse_query(piece * (SIZE // len(piece)), NOW)
        except QueryError:
            pass

    assert seconds(read) < 2.0


@pytest.mark.parametrize("text", ["newer:99999y", "older:99999y", "newer:99999m", "before:0001", "after:9999-12-31"])
def test_a_time_out_of_all_reach_is_a_query_like_any_other(text: str) -> None:
    assert parse_query(text, NOW).terms
