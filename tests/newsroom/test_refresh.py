"""Refreshing against servers on loopback that record every request."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from reader.errors import UnreadableError
from reader.library import Library, entries, search, subscriptions
from reader.library.query import parse
from reader.model import Page
from reader.newsroom.refresh import Failed, ReadAhead, Refreshed, RefreshOptions, refresh
from reader.newsroom.schedule import after_answer

START = datetime(2026, 11, 23, tzinfo=UTC)
FEED = """<rss version="2.0"><channel><title>Courier</title>
<item><guid>1</guid><title>Storm</title><link>{base}/story</link></item></channel></rss>"""


@dataclass
class Site:
    """A server, what it is to answer on each path, and the requests that it has had."""

    base: str
    answers: dict[str, tuple[int, dict[str, str], str]] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def paths(self) -> list[str]:
        return [path for path, _ in self.requests]


@pytest.fixture
def site() -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known.requests.append((self.path, dict(self.headers)))
            status, headers, body = known.answers.get(self.path, (404, {}, ""))
            if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                status, body = 304, ""
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body.encode()))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    known = Site(f"http://127.0.0.1:{server.server_port}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield known
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def library() -> Iterator[Library]:
    with Library(":memory:") as opened:
        yield opened


def _terms(now: datetime = START) -> RefreshOptions:
    return RefreshOptions(timeout=5, pause=0.01, clock=lambda: now, chance=lambda: 0.5)


def test_what_is_new_is_kept_and_the_next_request_is_conditional(site: Site, library: Library) -> None:
    site.answers["/rss"] = (
        200,
        {"ETag": '"v1"', "Last-Modified": "Mon, 23 Nov 2026 00:00:00 GMT"},
        FEED.format(base=site.base),
    )
    feed = subscriptions.subscribe(library, f"{site.base}/rss", is_private=True)
    (first,) = refresh(library, options=_terms())
    assert isinstance(first, Refreshed)
    assert len(first.new) == 1
    assert list(refresh(library, options=_terms(START + timedelta(minutes=59)))) == []
    (second,) = refresh(library, options=_terms(START + timedelta(hours=1)))
    assert isinstance(second, Refreshed)
    assert second.new == ()
    assert site.requests[1][1]["If-None-Match"] == '"v1"'
    assert site.requests[1][1]["If-Modified-Since"] == "Mon, 23 Nov 2026 00:00:00 GMT"
    assert subscriptions.feed(library, feed).title == "Courier"


def test_a_body_that_is_known_by_its_hash_is_not_parsed(site: Site, library: Library) -> None:
    body = FEED.format(base=site.base)
    site.answers["/rss"] = (200, {}, body)
    known, other = (subscriptions.subscribe(library, f"{site.base}/rss{mark}", is_private=True) for mark in ("", "?other"))
    site.answers["/rss?other"] = site.answers["/rss"]
    page = Page(url=f"{site.base}/rss", fetched_at=START)
    body_hash = hashlib.blake2b(body.encode(), digest_size=16).hexdigest()
    subscriptions.note(library, known, after_answer(page, None, body_hash, START))
    outcomes = list(refresh(library, options=_terms(START + timedelta(days=1))))
    new = {one.feed.id: len(one.new) for one in outcomes if isinstance(one, Refreshed)}
    assert new == {known: 0, other: 1}


def test_one_broken_feed_stops_no_other(site: Site, library: Library) -> None:
    site.answers |= {
        "/good": (200, {}, FEED.format(base=site.base)),
        "/html": (200, {}, "<p>Not a feed</p>"),
        "/error": (500, {}, ""),
    }
    for path in ("/missing", "/html", "/error", "/good"):
        subscriptions.subscribe(library, site.base + path, is_private=True)
    subscriptions.subscribe(library, "http://127.0.0.1:9/refused", is_private=True)
    outcomes = {
        item.feed.url.rpartition("/")[2]: type(item)
        for item in refresh(library, options=_terms())
        if not isinstance(item, ReadAhead)
    }
    assert outcomes == {"missing": Failed, "html": Failed, "error": Failed, "good": Refreshed, "refused": Failed}
    errors = {feed.url.rpartition("/")[2]: feed.error for feed in subscriptions.feeds(library)}
    assert "404" in errors["missing"]
    assert "no feed" in errors["html"]
    assert errors["good"] == ""


def test_a_busy_server_is_left_alone_with_all_its_feeds(site: Site, library: Library) -> None:
    for path in ("/a", "/b", "/c"):
        site.answers[path] = (429, {"Retry-After": "7200"}, "")
        subscriptions.subscribe(library, site.base + path, is_private=True)
    list(refresh(library, options=_terms()))
    assert len(site.requests) <= 2  # the second may have begun before the first was answered
    list(refresh(library, options=_terms(START + timedelta(seconds=7100))))
    assert len(site.requests) <= 2
    list(refresh(library, options=_terms(START + timedelta(days=1))))
    assert len(site.requests) >= 2


def test_a_feed_that_is_gone_is_asked_once(site: Site, library: Library) -> None:
    site.answers["/rss"] = (410, {}, "")
    subscriptions.subscribe(library, f"{site.base}/rss", is_private=True)
    for day in range(9):
        list(refresh(library, options=_terms(START + timedelta(days=day))))
    assert site.paths() == ["/rss"]


def test_who_names_a_feed_has_it_asked_before_its_time(site: Site, library: Library) -> None:
    site.answers["/rss"] = (200, {}, FEED.format(base=site.base))
    named = [subscriptions.subscribe(library, f"{site.base}/{path}", is_private=True) for path in ("rss", "missing")]
    for _ in range(2):
        outcomes = list(refresh(library, named, options=_terms()))
    assert sorted(site.paths()) == ["/missing", "/missing", "/rss", "/rss"]
    (failed,) = (one for one in outcomes if isinstance(one, Failed))
    assert "404" in failed.error.problem
    assert "next try 2026-11-23" in failed.error.advice
    assert list(refresh(library, options=_terms(START + timedelta(minutes=5)))) == []


def test_a_server_that_wants_to_be_left_alone_is_not_asked_and_the_user_is_told_until_when(
    site: Site, library: Library
) -> None:
    site.answers["/rss"] = (503, {"Retry-After": "7200"}, "")
    feed = subscriptions.subscribe(library, f"{site.base}/rss", is_private=True)
    list(refresh(library, [feed], options=_terms()))
    (told,) = refresh(library, [feed], options=_terms(START + timedelta(minutes=119)))
    assert isinstance(told, Failed)
    assert "wants to be left alone until 2026-11-23" in told.error.problem
    assert len(site.requests) == 1
    list(refresh(library, [feed], options=_terms(START + timedelta(minutes=121))))
    assert len(site.requests) == 2


def test_one_feed_that_is_down_for_no_stated_time_silences_no_other(site: Site, library: Library) -> None:
    site.answers |= {"/down": (503, {}, ""), "/rss": (200, {}, FEED.format(base=site.base))}
    for path in ("/down", "/rss"):
        subscriptions.subscribe(library, site.base + path, is_private=True)
    assert [type(one) for one in refresh(library, options=_terms())] == [Failed, Refreshed]


def test_pages_of_new_entries_are_read_ahead_where_the_feed_wants_it(site: Site, library: Library) -> None:
    story = "".join(
        f"<p>Paragraph {n} of the storm story, said Ada Ferreira, with enough words to be a story.</p>" for n in range(9)
    )
    site.answers["/rss"] = (200, {}, FEED.format(base=site.base))
    site.answers["/story"] = (
        200,
        {"Content-Type": "text/html"},
        f"<html><body><article><h1>Storm</h1>{story}</article></body></html>",
    )
    feed = subscriptions.subscribe(library, f"{site.base}/rss", is_private=True)
    subscriptions.read_ahead(library, feed, ahead=True)
    outcomes = list(refresh(library, options=_terms()))
    (ahead,) = (item for item in outcomes if isinstance(item, ReadAhead))
    assert ahead.error is None
    assert "/story" in site.paths()
    assert entries.entry(library, ahead.entry).has_article


def test_a_feed_leads_to_no_other_place_of_the_users_network(site: Site, library: Library) -> None:
    elsewhere = site.base.replace("127.0.0.1", "127.0.0.2")
    site.answers["/rss"] = (200, {}, FEED.format(base=elsewhere))
    feed = subscriptions.subscribe(library, f"{site.base}/rss", is_private=True)
    subscriptions.read_ahead(library, feed, ahead=True)
    (ahead,) = (item for item in refresh(library, options=_terms()) if isinstance(item, ReadAhead))
    assert ahead.error is not None
    assert "private" in str(ahead.error)
    assert site.paths() == ["/rss"]


def test_a_simulated_week_is_polite(site: Site, library: Library) -> None:
    moments: dict[str, list[datetime]] = {"/rss": [], "/busy": [], "/gone": []}
    site.answers |= {
        "/rss": (200, {"ETag": 'W/"a b\\c"'}, FEED.format(base=site.base)),
        "/gone": (410, {}, ""),
    }
    for path in moments:
        subscriptions.subscribe(library, site.base + path, is_private=True)
    for step in range(7 * 24 * 4):
        now = START + timedelta(minutes=15 * step)
        before = {feed.url.removeprefix(site.base): feed for feed in subscriptions.feeds(library)}
        seen = len(site.requests)
        list(refresh(library, options=_terms(now)))
        for path, headers in site.requests[seen:]:
            moments[path].append(now)
            assert now >= (before[path].next_fetch or START)
            if before[path].etag:
                assert headers["If-None-Match"] == before[path].etag
    assert len(moments["/gone"]) == 1
    assert len(moments["/rss"]) == 7 * 24
    assert len(moments["/busy"]) < 15
    assert search.count(library, parse("", START)) == 1


@pytest.mark.parametrize("url", ["http://127.0.0.1:{port}/rss", "http://localhost:{port}/rss", "/etc/hostname", "seed:ferry"])
def test_an_address_that_only_a_list_names_leads_nowhere_but_to_the_public_net(site: Site, library: Library, url: str) -> None:
    site.answers["/rss"] = (200, {}, FEED.format(base=site.base))
    subscriptions.subscribe(library, url.format(port=site.base.rpartition(":")[2]))
    (failed,) = refresh(library, options=_terms())
    assert isinstance(failed, Failed)
    assert isinstance(failed.error, UnreadableError)
    assert site.requests == []


def test_a_feed_that_breaks_off_is_told_and_its_whole_items_are_kept(site: Site, library: Library) -> None:
    site.answers["/rss"] = (200, {}, FEED.format(base=site.base).partition("</channel>")[0] + "<item><title>Ha")
    feed = subscriptions.subscribe(library, f"{site.base}/rss", is_private=True)
    (first,) = refresh(library, options=_terms())
    assert isinstance(first, Refreshed)
    assert len(first.new) == 1
    assert "cut off" in first.problem
    assert subscriptions.feed(library, feed).error == first.problem
    site.answers["/rss"] = (200, {}, FEED.format(base=site.base))
    (second,) = refresh(library, options=_terms(START + timedelta(hours=2)))
    assert isinstance(second, Refreshed)
    assert (second.new, second.problem) == ((), "")
