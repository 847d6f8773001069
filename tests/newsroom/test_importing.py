from __future__ import annotations

from datetime import datetime

import pytest

from reader.errors import FeedError
from reader.feeds import opml
from reader.library import Library, subscriptions
from reader.model import Page
from reader.newsroom.importing import export_opml, import_list

OPML = b"""<opml version="2.0"><body><outline text="Local">
<outline text="Courier" xmlUrl="https://courier.example/rss" category="sea"/></outline>
<outline text="Disk" xmlUrl="file:///etc/passwd"/></body></opml>"""


def _page(body: bytes, now: datetime) -> Page:
    return Page(url="", body=body, fetched_at=now)


def test_opml_comes_in_with_folders_and_tags_and_goes_out_again(library: Library, now: datetime) -> None:
    done = import_list(library, _page(b"\xef\xbb\xbf" + OPML, now), "feeds.opml")
    assert (done.new, done.known) == (1, 0)
    assert done.refused == (("file:///etc/passwd", "only http and https addresses are followed"),)
    (feed,) = subscriptions.feeds(library)
    assert (feed.title, feed.folder, feed.tags) == ("Courier", "Local", ("sea",))
    assert opml.read(export_opml(library).encode()).feeds == opml.read(OPML).feeds


def test_newsboats_file_comes_in_and_nothing_of_it_is_run(library: Library, now: datetime) -> None:
    done = import_list(library, _page(b'https://courier.example/rss sea "~My Courier"\nexec:touch /tmp/x\n', now), "urls")
    assert (done.new, [what for what, _ in done.refused]) == (1, ["exec:touch"])
    assert subscriptions.feeds(library)[0].title == "My Courier"


def test_what_is_followed_already_stays_as_the_user_has_arranged_it(library: Library, now: datetime) -> None:
    subscriptions.subscribe(library, "https://courier.example/rss", title="Mine", folder="Home")
    done = import_list(library, _page(OPML, now), "feeds.opml")
    assert (done.new, done.known) == (0, 1)
    (feed,) = subscriptions.feeds(library)
    assert (feed.title, feed.folder, feed.tags) == ("Mine", "Home", ("sea",))


def test_xml_that_is_no_opml_is_told(library: Library, now: datetime) -> None:
    with pytest.raises(FeedError, match="no OPML"):
        import_list(library, _page(b"<rss/>", now), "rss.xml")
