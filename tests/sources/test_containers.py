from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest

from reader.errors import UnreadableError
from reader.model import Page
from reader.sources.containers import open_container, unpacked

PAGE = b"<html><body><article><h1>Ferry back</h1><p>The ferry runs again.</p></article></body></html>"


def page(body: bytes, media_type: str = "", final_url: str = "") -> Page:
    return Page(url="x", body=body, media_type=media_type, final_url=final_url, fetched_at=datetime.now(UTC))


@pytest.mark.parametrize(
    "body",
    [PAGE, gzip.compress(PAGE), gzip.compress(gzip.compress(PAGE)), gzip.compress(PAGE[:40]) + gzip.compress(PAGE[40:]), gzip.compress(PAGE) + b"\0" * 40],
    ids=["bare", "once", "twice", "in members", "padded"],
)  # fmt: skip
def test_gzip_data_is_unpacked(body: bytes) -> None:
    assert unpacked(body, source="x") == PAGE


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (gzip.compress(PAGE)[:-12], "ends too early"),
        (gzip.compress(PAGE)[:10] + b"\xff" * 40, "damaged"),
        (gzip.compress(bytes(21 << 20)), "larger than 20 MiB"),
        (gzip.compress(gzip.compress(bytes(200 << 20))), "larger than 20 MiB"),
        (gzip.compress(gzip.compress(gzip.compress(PAGE))), "gzip data in gzip data"),
        (gzip.compress(b"a") * 100_000, "too many pieces"),
    ],
    ids=["cut off", "damaged", "bomb", "bomb in a bomb", "thrice", "many members"],
)
def test_gzip_data_that_cannot_be_unpacked_is_told(body: bytes, told: str) -> None:
    with pytest.raises(UnreadableError, match=told) as caught:
        unpacked(body, source="x")
    assert caught.value.source == "x"


@pytest.mark.parametrize("media_type", ["", "text/plain", "message/rfc822", "multipart/related"])
def test_a_letter_becomes_a_page(media_type: str) -> None:
    letter = b"From: a@b.example\nSubject: Tides\nMIME-Version: 1.0\n\nThe tide is high.\n"
    opened = open_container(page(letter, media_type))
    assert (opened.media_type, opened.charset, opened.url) == ("text/html", "utf-8", "x")
    assert b"<h1>Tides</h1><p>The tide is high.</p>" in opened.body


def test_what_says_that_it_is_html_is_no_letter() -> None:
    letter = page(b"From: a@b.example\nSubject: Tides\n\nThe tide.\n", "text/html")
    assert open_container(letter) is letter


def test_a_saved_page_knows_where_it_is_from_unless_it_was_fetched_there() -> None:
    saved = b"<!-- saved from url=(0034)https://courier.example/a?x=1&amp;y=2 -->" + PAGE
    assert open_container(page(saved)).final_url == "https://courier.example/a?x=1&y=2"
    assert open_container(page(saved, final_url="https://breeze.example/")).final_url == "https://breeze.example/"
    assert open_container(page(PAGE)).final_url == ""


def test_a_packed_page_of_the_web_is_looked_at_anew() -> None:
    assert open_container(page(PAGE, "application/x-gzip")).media_type == ""
