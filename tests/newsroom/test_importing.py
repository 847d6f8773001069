from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.errors import FeedError
from reader.feeds import opml
from reader.library import Library, search, subscriptions
from reader.library.query import parse
from reader.model import Page
from reader.newsroom.importing import export_opml, import_list

OPML = b"""<opml version="2.0"><body><outline text="Local">
<outline text="Courier" xmlUrl="https://courier.example/rss" category="sea"/></outline>
<outline text="Disk" xmlUrl="file:///etc/passwd"/></body></opml>"""


def _page(body: bytes, now: datetime) -> Page:
    return Page(url="", body=body, fetched_at=now)


def test_opml_comes_in_with_folders_and_tags_and_goes_out_again(library: Library, now: datetime) -> None:
    done = import_list(library, _page(b"\xef\xbb\xbf" + OPML, now), "feeds.opml", now)
    assert (done.new, done.known) == (1, 0)
    assert done.refused == (("file:///etc/passwd", "only http and https addresses are followed"),)
    (feed,) = subscriptions.feeds(library)
    assert (feed.title, feed.folder, feed.tags) == ("Courier", "Local", ("sea",))
    assert opml.read(export_opml(library).encode()).feeds == opml.read(OPML).feeds


def test_newsboats_file_comes_in_and_nothing_of_it_is_run(library: Library, now: datetime) -> None:
    done = import_list(library, _page(b'https://courier.example/rss sea "~My Courier"\nexec:touch /tmp/x\n', now), "urls", now)
    assert (done.new, [what for what, _ in done.refused]) == (1, ["exec:touch"])
    assert subscriptions.feeds(library)[0].title == "My Courier"


def test_what_is_followed_already_stays_as_the_user_has_arranged_it(library: Library, now: datetime) -> None:
    subscriptions.subscribe(library, "https://courier.example/rss", title="Mine", folder="Home")
    done = import_list(library, _page(OPML, now), "feeds.opml", now)
    assert (done.new, done.known) == (0, 1)
    (feed,) = subscriptions.feeds(library)
    assert (feed.title, feed.folder, feed.tags) == ("Mine", "Home", ("sea",))


def test_xml_that_is_no_opml_is_told(library: Library, now: datetime) -> None:
    with pytest.raises(FeedError, match="no OPML"):
        import_list(library, _page(b"<rss/>", now), "rss.xml", now)


WALLABAG = b"""[{"is_archived":1,"is_starred":1,"tags":["news"],"title":"Harbour inquiry opens","url":"https://courier.example/a/1",
"content":"<p>Words.</p>","created_at":"2026-11-01T08:12:00+0000"},{"title":"Tide","url":"https://courier.example/a/2"}]"""


def test_saved_pages_are_taken_in_with_their_state_and_once(library: Library, now: datetime) -> None:
    done = import_list(library, _page(WALLABAG, now), "wallabag.json", now)
    assert (done.articles, done.known) == (2, 0)
    first, second = sorted(search.entries(library, parse("", now)), key=lambda saved: saved.entry.title)
    assert (first.entry.title, first.starred, first.tags) == ("Harbour inquiry opens", True, ("news",))
    assert first.entry.published == datetime(2026, 11, 1, 8, 12, tzinfo=UTC)
    assert first.read_at is not None
    assert (second.entry.url, second.read_at, second.has_article) == ("https://courier.example/a/2", None, False)
    again = import_list(library, _page(WALLABAG, now), "wallabag.json", now)
    assert (again.articles, again.known) == (0, 2)
