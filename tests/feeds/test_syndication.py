from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.feeds import parse
from reader.model import Enclosure, Entry, Feed

MEDIA = 'xmlns:media="http://search.yahoo.com/mrss/"'


def rss(items: str, head: str = "<title>Log</title><link>https://site.example/blog/</link>", names: str = "") -> Feed:
    return parse(
        f"<rss version='2.0' {names}><channel>{head}{items}</channel></rss>".encode(), url="https://feeds.example/rss"
    )


def item(inner: str, names: str = MEDIA) -> Entry:
    (entry,) = rss(f"<item>{inner}</item>", names=names).entries
    return entry


def atom(inner: str, head: str = "") -> Entry:
    feed = f"<feed xmlns='http://www.w3.org/2005/Atom' {MEDIA}><title>T</title>{head}<entry>{inner}</entry></feed>"
    (entry,) = parse(feed.encode(), url="https://site.example/atom").entries
    return entry


def test_the_caption_of_a_picture_is_not_the_text_of_the_entry() -> None:
    entry = item(
        "<title>Wall</title><description>The wall gave way.</description><media:content url='https://i.example/1.jpg'>"
        "<media:title>A view</media:title><media:description>The wall, seen from the very long quay.</media:description></media:content>"
    )
    assert (entry.title, entry.summary, entry.content) == ("Wall", "The wall gave way.", "<p>The wall gave way.</p>")


def test_the_caption_of_a_film_is_the_text_where_there_is_no_other() -> None:
    entry = atom(
        "<title>Tour</title><media:group><media:title>X</media:title><media:description>One.\n\n0:00 Start\n2:10 End</media:description></media:group>"
    )
    assert entry.title == "Tour"
    assert entry.content == "<p>One.</p><p>0:00 Start<br>2:10 End</p>"


def test_what_an_entry_carries_is_listed_with_type_and_size_once() -> None:
    entry = item(
        "<title>Talk</title><enclosure url='/1.mp3' type='audio/mpeg' length='1200'/><media:content url='https://pod.example/1.mp4' medium='video'/>"
        "<media:content url='https://site.example/1.mp3'/><enclosure url='javascript:x' length='none'/>"
    )
    assert entry.enclosures == (
        Enclosure(url="https://site.example/1.mp3", media_type="audio/mpeg", bytes=1200),
        Enclosure(url="https://pod.example/1.mp4", media_type="video"),
    )


def test_categories_and_the_place_of_comments_come_along() -> None:
    entry = item(
        "<title>A</title><category>Harbour</category><category>Sea</category><category>Sea</category><comments>/c/1</comments>"
    )
    assert (entry.categories, entry.comments_url) == (("Harbour", "Sea"), "https://site.example/c/1")


def test_an_items_link_starts_from_the_channels_and_an_entrys_from_the_feed_or_its_base() -> None:
    assert item("<title>A</title><link>how-to/</link>").url == "https://site.example/blog/how-to/"
    assert atom("<title>A</title><link href='one.html'/>").url == "https://site.example/one.html"
    entry = atom("<title>A</title><link xml:base='https://b.example/x/' href='one.html'/>")
    assert entry.url == "https://b.example/x/one.html"


def test_links_in_a_text_with_a_base_of_its_own_start_from_it() -> None:
    entry = atom(
        "<title>A</title><link href='/a/b'/><content type='html' xml:base='https://b.example/x/'>&lt;a href='c.html'&gt;c&lt;/a&gt;</content>"
    )
    assert 'href="https://b.example/x/c.html"' in entry.content


@pytest.mark.parametrize(
    ("kind", "written", "title"),
    [
        ("", "Use &lt;b&gt; for bold", "Use <b> for bold"),
        (" type='text'", "AT&amp;T &lt;i&gt;x&lt;/i&gt;", "AT&T <i>x</i>"),
        (" type='html'", "&lt;i&gt;Quantum&lt;/i&gt; &amp;lt;b&amp;gt;", "Quantum <b>"),
        (" type='xhtml'", "<div xmlns='http://www.w3.org/1999/xhtml'><i>Quantum</i> &lt;b&gt;</div>", "Quantum <b>"),
    ],
)
def test_a_title_of_atom_is_what_its_type_says(kind: str, written: str, title: str) -> None:
    assert atom(f"<title{kind}>{written}</title>").title == title


def test_an_entry_without_an_author_has_the_feeds() -> None:
    assert atom("<title>A</title>", "<author><name>Ada Ferreira</name></author>").byline == ("Ada Ferreira",)
    assert atom("<title>A</title><author><name>Tom</name></author>", "<author><name>Ada</name></author>").byline == ("Tom",)
    edited = rss("<item><title>A</title></item>", "<title>T</title><managingEditor>e@site.example (Ed)</managingEditor>")
    assert edited.entries[0].byline == ()
    assert item("<title>A</title><author>tom@harbour.online (Tom Reyes)</author>").byline == ("Tom Reyes",)


def test_the_first_date_that_can_be_read_is_the_entrys() -> None:
    entry = item(
        "<title>A</title><pubDate>soon</pubDate><dc:date>2023-05-30</dc:date>", 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    assert entry.published in (None, datetime(2023, 5, 30, tzinfo=UTC))
    assert item("<title>A</title><pubDate>30.05.2023 12:00</pubDate>").published == datetime(2023, 5, 30, 12, tzinfo=UTC)


def test_a_feed_that_breaks_off_is_read_as_far_as_it_goes_and_told() -> None:
    feed = parse(b"<rss version='2.0'><channel><title>T</title><item><title>One</title></item><item><title>Tw")
    assert feed.entries[0].title == "One"
    assert "cut off" in feed.problem
    assert not rss("<item><title>A</title></item>").problem


def test_the_title_of_an_items_picture_or_author_is_not_the_items() -> None:
    image = "<image><url>https://i.example/1.png</url><title>Logo</title><link>https://l.example/</link></image>"
    for inner in (f"<title>Tide</title><link>/1</link>{image}", f"{image}<title>Tide</title><link>/1</link>"):
        entry = item(inner)
        assert (entry.title, entry.url) == ("Tide", "https://site.example/1")
    assert item("<title>Tide</title><author><name>Ada</name><title>Editor</title></author>").title == "Tide"
