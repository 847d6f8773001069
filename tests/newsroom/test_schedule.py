from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import FetchError, ReaderError, StatusError
from reader.model import Feed, NotModified, Page, Subscription
from reader.newsroom.schedule import INTERVAL, LONGEST, after_answer, after_failure, host_wait

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def _feed(failures: int = 0) -> Subscription:
    return Subscription(id=1, url="https://x.example/rss", title="X", failures=failures)


def test_an_answer_is_good_for_an_hour_and_its_validators_replace_the_old_ones() -> None:
    page = Page(url="u", fetched_at=NOW, etag='W/"a"', moved_to="https://y.example/")
    outcome = after_answer(page, Feed(url="u", title="T"), "hash", NOW)
    assert (outcome.next_fetch, outcome.etag, outcome.last_modified, outcome.title) == (NOW + INTERVAL, 'W/"a"', "", "T")
    assert outcome.moved_to == "https://y.example/"


def test_an_unchanged_feed_keeps_its_validators() -> None:
    outcome = after_answer(NotModified(url="u", fetched_at=NOW), None, "hash", NOW)
    assert (outcome.etag, outcome.last_modified, outcome.body_hash) == (None, None, "hash")


@given(st.integers(0, 100), st.floats(0, 1))
def test_failures_wait_longer_each_time_up_to_a_day(failures: int, chance: float) -> None:
    outcome = after_failure(_feed(failures), FetchError("refused"), NOW, chance)
    wait = outcome.next_fetch - NOW
    assert INTERVAL <= wait <= LONGEST
    assert outcome.failures == failures + 1
    assert wait >= min(INTERVAL * 2 ** min(failures + 1, 10), LONGEST) * 0.9 - timedelta(seconds=1)


def test_chance_brings_a_feed_back_earlier_or_later_than_the_others() -> None:
    early, middle, late = (
        after_failure(_feed(), FetchError("refused"), NOW, chance).next_fetch - NOW for chance in (0, 0.5, 1)
    )
    assert (early, middle, late) == (INTERVAL * 1.8, INTERVAL * 2, INTERVAL * 2.2)


def test_a_server_that_asks_for_longer_gets_it() -> None:
    error = StatusError("busy", status=503, retry_after=3 * 86400.0)
    outcome = after_failure(_feed(), error, NOW, 0.5)
    assert outcome.next_fetch == outcome.not_before == NOW + timedelta(days=3)
    assert after_failure(_feed(), StatusError("busy", status=503), NOW, 0.5).not_before is None


@pytest.mark.parametrize(("status", "gone"), [(410, True), (404, False), (500, False)])
def test_only_410_ends_it(status: int, gone: bool) -> None:
    assert after_failure(_feed(), StatusError("no", status=status), NOW, 0.5).gone is gone


@pytest.mark.parametrize(
    ("error", "wait"),
    [
        (StatusError("slow down", status=429, retry_after=7200.0), timedelta(hours=2)),
        (StatusError("down", status=503), None),
        (StatusError("not found", status=404), None),
        (FetchError("refused"), None),
    ],
)
def test_429_and_503_speak_for_the_whole_host_as_far_as_they_ask(error: ReaderError, wait: timedelta | None) -> None:
    assert host_wait(error) == wait
