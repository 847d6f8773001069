from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.errors import FetchError, LibraryError, NoArticleError, NotFoundError
from reader.library import Library, entries
from reader.model import Article, Entry, Heading, Paragraph, Run
from reader.newsroom import Request
from reader.newsroom.keeping import keep_article
from reader.newsroom.kept_reading import entry_number, expect_entry, page_request, read_entry, read_kept

NOW = datetime(2026, 11, 1, 8, 12, tzinfo=UTC)
URL = "https://courier.example/ferry"
FERRY = Article(
    title="Ferry back",
    url=URL,
    blocks=(Heading(runs=(Run(text="Ferry back"),), level=1), Paragraph(runs=(Run(text="The ferry runs again."),))),
)


@pytest.fixture
def library() -> Library:
    return Library(":memory:")


def listed(library: Library, *, url: str = URL, summary: str = "") -> int:
    """Take in an entry that has not been read."""
    (identity,) = entries.take_in(library, None, [Entry(guid="1", url=url, title="Ferry back", summary=summary)], NOW)
    return identity


@pytest.mark.parametrize(("source", "number"), [("id:7", 7), ("id:", None), ("id:x", None), ("id:-1", None), ("xid:7", None), ("id:" + "9" * 19, None)])  # fmt: skip
def test_only_a_number_behind_id_is_an_entry(source: str, number: int | None) -> None:
    assert entry_number(source) == number


def test_what_is_kept_is_read_without_the_network(library: Library) -> None:
    identity = keep_article(library, FERRY, NOW)
    done, failure = read_entry(library, Request(source=f"id:{identity}", offline=True))
    assert (done.article, failure) == (FERRY, None)
    assert done.page.fetched_at == NOW


def test_what_was_asked_fresh_and_cannot_be_had_is_what_is_kept_and_that_is_told(library: Library) -> None:
    identity = keep_article(library, FERRY, NOW)
    done, failure = read_entry(library, Request(source=f"id:{identity}", offline=True), fresh=True)
    assert done.article == FERRY
    assert isinstance(failure, FetchError)


def test_an_entry_without_its_page_is_what_its_feed_says(library: Library) -> None:
    identity = listed(library, summary="It runs again, says the harbour master.")
    done, failure = read_entry(library, Request(source=f"id:{identity}", offline=True))
    assert done.article.blocks[1].text == "It runs again, says the harbour master."
    assert isinstance(failure, FetchError)


def test_an_entry_of_which_there_is_nothing_fails_as_its_page_does(library: Library) -> None:
    identity = listed(library)
    with pytest.raises(FetchError):
        read_entry(library, Request(source=f"id:{identity}", offline=True))


def test_an_entry_that_is_not_there_is_not_found(library: Library) -> None:
    for source in ("id:7", "id:x"):
        with pytest.raises(NotFoundError, match="there is no such entry"):
            expect_entry(library, source)


def test_a_page_is_found_by_its_address_if_it_is_kept(library: Library) -> None:
    assert read_kept(library, URL) is None
    listed(library)
    assert read_kept(library, URL) is None
    keep_article(library, FERRY, NOW)
    found = read_kept(library, f"{URL}?utm_source=feed")
    assert found is not None
    assert found.article == FERRY


def test_the_page_of_an_entry_is_asked_for_as_the_entry_was(library: Library) -> None:
    identity = listed(library)
    request = page_request(library, Request(source=f"id:{identity}", timeout=3, kind="text"))
    assert (request.source, request.timeout, request.kind) == (URL, 3, "text")
    bare = listed(library, url="")
    with pytest.raises((NoArticleError, LibraryError)):
        page_request(library, Request(source=f"id:{bare}"))
