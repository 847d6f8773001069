from __future__ import annotations

import json
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import FeedError
from reader.feeds import Parser, parse

RSS = """<?xml version="1.0" encoding="ISO-8859-1"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Brackwater Courier &amp; Mail</title><link>https://courier.example/</link>
<item><title>Caf\xe9 &lt;b&gt;opens&lt;/b&gt; on the quay</title><link>/news/cafe</link><guid isPermaLink="false">c-1</guid>
<dc:creator>Ada Ferreira</dc:creator><pubDate>Mon, 23 Nov 2026 09:00:00 +0100</pubDate>
<description>Short &amp;amp; sweet.</description><content:encoded><![CDATA[<p>The whole <em>story</em>.</p>]]></content:encoded></item>
<item><title>Older</title><link>https://courier.example/news/older</link><pubDate>Sun, 22 Nov 2026 09:00:00 GMT</pubDate></item>
<item><title>Hostile &#8238;title\x85</title><link>javascript:alert(1)</link></item>
</channel></rss>""".encode("latin-1")

ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">The &lt;i&gt;Herald&lt;/i&gt;</title>
<link rel="alternate" href="https://herald.example/"/><entry><id>tag:herald,1</id><title>Bridge</title>
<link href="https://herald.example/bridge"/><author><name>R. Vane</name></author><author><name>M. Sole</name></author>
<updated>2026-11-20T08:00:00Z</updated><content type="html">&lt;p&gt;Shut.&lt;/p&gt;</content></entry></feed>"""

RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel rdf:about="x"><title>Old</title><link>https://old.example/</link></channel>
<item rdf:about="https://old.example/1"><title>Tide</title><link>https://old.example/1</link></item></rdf:RDF>"""

JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Signal",
    "home_page_url": "https://signal.example/",
    "items": [
        {"id": 7, "url": "/a", "title": "A", "content_text": "One <two>\n\nThree", "authors": [{"name": "Ada"}, {"x": 1}]},
        {
            "id": "8",
            "external_url": "https://signal.example/b",
            "content_html": "<p>B</p>",
            "date_published": "2026-11-23T10:00:00+02:00",
        },
        "not an item",
    ],
}


@pytest.mark.parametrize("sign", ["&amp;#1;", "&amp;#27;", "&amp;#xFFFE;", "&amp;#xD800;", "&amp;#0;", "\ufffe"])
def test_a_control_character_in_an_entry_is_no_harm_to_its_feed(sign: str) -> None:
    item = f"<item><title>A{sign}</title><description>a&lt;p&gt;b&lt;/p&gt;{sign}c&lt;br/&gt;{sign}&lt;/p&gt;d</description></item>"
    feed = parse(f"<rss version='2.0'><channel><title>Courier</title>{item}</channel></rss>".encode())
    assert feed.entries[0].summary.replace("\ufffd", "").split() == ["ab", "c", "d"]


def test_rss_is_read() -> None:
    feed = parse(RSS, url="https://courier.example/rss", media_type="application/rss+xml")
    assert (feed.title, feed.site_url) == ("Brackwater Courier & Mail", "https://courier.example/")
    first, second, third = feed.entries
    assert (first.title, first.url, first.guid) == ("Café opens on the quay", "https://courier.example/news/cafe", "c-1")
    assert first.byline == ("Ada Ferreira",)
    assert first.published == datetime(2026, 11, 23, 8, tzinfo=UTC)
    assert first.summary == "Short & sweet."
    assert first.content == "<p>The whole <em>story</em>.</p>"
    assert (second.title, second.guid) == ("Older", "https://courier.example/news/older Older")
    assert (third.title, third.url) == ("Hostile title…", "")


def test_atom_is_read() -> None:
    feed = parse(ATOM, url="https://herald.example/atom")
    assert feed.title == "The Herald"
    assert feed.entries[0].byline == ("R. Vane", "M. Sole")
    assert feed.entries[0].published == datetime(2026, 11, 20, 8, tzinfo=UTC)
    assert feed.entries[0].content == "<p>Shut.</p>"


def test_rdf_is_read() -> None:
    assert [entry.url for entry in parse(RDF).entries] == ["https://old.example/1"]


def test_json_feed_is_read() -> None:
    feed = parse(json.dumps(JSON_FEED).encode(), url="https://signal.example/feed.json")
    assert (feed.title, feed.site_url) == ("Signal", "https://signal.example/")
    newest, undated = feed.entries
    assert newest.published == datetime(2026, 11, 23, 8, tzinfo=UTC)
    assert (undated.guid, undated.url, undated.byline) == ("7", "https://signal.example/a", ("Ada",))
    assert undated.content == "<p>One &lt;two&gt;</p><p>Three</p>"


@pytest.mark.parametrize(
    "body",
    [b"", b"   ", b"<html><body><p>Hello</p></body></html>", b'{"version": 1}', b"{", b"\x89PNG\r\n\x1a\n", b"[" * 100_000],
)
def test_what_is_no_feed_is_told(body: bytes) -> None:
    with pytest.raises(FeedError, match="no feed"):
        parse(body)


@pytest.mark.parametrize("sample", [RSS, ATOM, RDF, json.dumps(JSON_FEED).encode()], ids=["rss", "atom", "rdf", "json"])
@given(data=st.data())
def test_a_damaged_feed_is_a_feed_with_less_in_it_or_none(sample: bytes, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(sample)))
    noise = data.draw(st.binary(max_size=20))
    try:
        feed = parse(sample[:cut] + noise + sample[cut + data.draw(st.integers(0, 40)) :])
    except FeedError:
        return
    assert all(not entry.url or entry.url.startswith(("http://", "https://")) for entry in feed.entries)
    assert all(
        character.isprintable() or character == " "
        for entry in feed.entries
        for character in entry.title
        if ord(character) < 0xA0
    )


def test_a_feed_that_takes_too_long_is_killed_and_the_next_one_read() -> None:
    bomb = (
        b"<rss version='2.0'><channel><item><description>" + b"&lt;b&gt;" * 400_000 + b"</description></item></channel></rss>"
    )
    with Parser(patience=0.3) as parser:
        start = time.monotonic()
        with pytest.raises(FeedError, match="cannot be read within"):
            parser.parse(bomb, url="https://bomb.example/")
        assert time.monotonic() - start < 5
        parser.patience = 30
        assert parser.parse(ATOM, url="https://herald.example/atom").title == "The Herald"
        with pytest.raises(FeedError, match="no feed"):
            parser.parse(b"nothing", url="https://x.example/")


def test_a_bomb_of_entities_is_not_unfolded() -> None:
    levels = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    bomb = f'<!DOCTYPE rss [<!ENTITY l0 "ha">{levels}]><rss version="2.0"><channel><title>&l9;</title></channel></rss>'
    try:
        assert len(parse(bomb.encode()).title) < 10_000
    except FeedError as error:
        assert "no feed" in str(error)  # noqa: PT017 - either answer is right, growing is not


def rss(*items: str) -> bytes:
    return f"<rss version='2.0'><channel><title>T</title>{''.join(f'<item>{one}</item>' for one in items)}</channel></rss>".encode()


def guids(*items: str) -> list[str]:
    return [entry.guid for entry in parse(rss(*items)).entries]


@pytest.mark.parametrize(
    "items",
    [
        [f"<title>Post {n}</title><link>https://a.example/{n}</link><guid>https://a.example/</guid>" for n in range(3)],
        [f"<title>Notice {n}</title><link>https://a.example/log</link>" for n in range(3)],
        [f"<title>Notice</title><pubDate>0{n} May 2023</pubDate>" for n in range(1, 4)],
        [f"<title>Notice</title><description>Text {n}</description>" for n in range(3)],
        [f"<title>Notice</title><link>https://a.example/log</link><description>Text {n}</description>" for n in range(3)],
        [f"<description>Only words, {n}</description>" for n in range(3)],
    ],
)
def test_entries_that_share_an_id_or_have_none_have_names_of_their_own(items: list[str]) -> None:
    names = guids(*items)
    assert len(set(names)) == len(items)
    assert guids(*reversed(items), "<title>Newer</title><guid>n</guid>")[-4:] != []
    assert set(names) <= set(guids(*reversed(items), "<title>Newer</title><guid>n</guid>"))


def test_an_id_that_is_the_entrys_own_is_its_name() -> None:
    assert guids("<title>A</title><guid>1</guid>", "<title>A</title><guid>2</guid>") == ["1", "2"]


def test_an_untitled_entry_is_called_by_its_first_words() -> None:
    (entry,) = parse(rss("<description>&lt;p&gt;The gate is open.&lt;/p&gt;</description>")).entries
    assert entry.title == "The gate is open."


def test_a_json_feed_that_breaks_off_is_read_as_far_as_it_goes_and_told() -> None:
    whole = json.dumps(JSON_FEED)
    feed = parse(whole[: whole.index('"B"') if '"B"' in whole else whole.index("<p>B</p>")].encode())
    assert [entry.title for entry in feed.entries] == ["A"]
    assert "cut off" in feed.problem
