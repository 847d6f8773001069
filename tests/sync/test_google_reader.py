"""What is asked of a server, and what is made of its answers."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import UnreadableError
from reader.sync import google_reader as protocol


def test_a_password_travels_in_the_body_alone() -> None:
    call = protocol.login("ada", "geheim")
    assert call.query == ()
    assert ("Passwd", "geheim") in (call.form or ())


@pytest.mark.parametrize("body", [b'{"SID": "x", "Auth": "a/b"}', b"SID=x\nLSID=\nAuth=a/b\n"])
def test_an_authorization_comes_as_json_or_in_lines(body: bytes) -> None:
    assert protocol.read_login(body) == "a/b"


@pytest.mark.parametrize("body", [b"", b"<html>", b"{}", b'{"Auth": "a\\nX-Evil: 1"}', b"Error=BadAuthentication"])
def test_what_is_no_authorization_is_refused(body: bytes) -> None:
    with pytest.raises(UnreadableError):
        protocol.read_login(body)


def test_ids_of_all_spellings_are_the_same() -> None:
    body = json.dumps(
        {"itemRefs": [{"id": "-1"}, {"id": "18446744073709551615"}, {"id": f"{protocol._ITEM}ffffffffffffffff"}]}
    )
    assert protocol.read_item_ids(body.encode()).ids == (-1, -1, -1)
    call = protocol.item_contents([-1, 26], "t")
    assert [value for name, value in call.form or () if name == "i"] == [
        "tag:google.com,2005:reader/item/ffffffffffffffff",
        "tag:google.com,2005:reader/item/000000000000001a",
    ]


@pytest.mark.parametrize(
    "body", [b'{"itemRefs": [{"id": "1"}', b"[]", b"{}x", b'{"itemRefs": {}}', b'{"itemRefs": [{"id": "x"}]}']
)
def test_a_list_that_is_not_whole_is_refused(body: bytes) -> None:
    with pytest.raises(UnreadableError):
        protocol.read_item_ids(body)


def test_json_is_always_asked_for_and_a_state_is_changed_alone() -> None:
    assert ("output", "json") in protocol.item_ids(protocol.READING_LIST).query
    assert ("output", "json") in protocol.subscriptions().query
    form = protocol.edit_state([1], "read", "t", value=True).form or ()
    assert [value for name, value in form if name in "ar"] == [protocol.READ]
    assert ("r", protocol.STARRED) in (protocol.edit_state([1], "starred", "t", value=False).form or ())


def test_feeds_keep_their_address_and_folders_and_what_is_no_address_is_left_out() -> None:
    listed = [
        {"id": "feed/1", "url": "https://a.example/rss", "title": "A &amp; B", "categories": [{"id": "user/-/label/Local"}]},
        {"id": "feed/https://b.example/rss", "title": "C", "categories": [{"label": "Far", "id": "user/1/label/Far"}]},
        {"id": "feed/3", "url": "file:///etc/passwd", "title": "D"},
    ]
    feeds = protocol.read_subscriptions(json.dumps({"subscriptions": listed}).encode())
    assert [(feed.url, feed.title, feed.folders) for feed in feeds] == [
        ("https://a.example/rss", "A & B", ("Local",)),
        ("https://b.example/rss", "C", ("Far",)),
    ]


def test_an_item_passes_the_gate_and_knows_whether_it_was_read() -> None:
    item = {
        "id": "tag:google.com,2005:reader/item/0000000000000007",
        "title": "Storm \x1b]0;x\x07 <b>over</b> the quay",
        "published": 1e300,
        "author": "Ada Ferreira",
        "categories": ["user/1/state/com.google/read"],
        "canonical": [{"href": "javascript:alert(1)"}],
        "alternate": [{"href": "https://a.example/7"}],
        "content": {"content": "<p>The quay is <i>shut</i>.</p>"},
        "origin": {"streamId": "feed/1"},
    }
    (read,) = protocol.read_items(json.dumps({"items": [item]}).encode())
    assert (read.remote, read.feed, read.is_read) == (7, "feed/1", True)
    assert (read.entry.url, read.entry.byline, read.entry.published) == ("https://a.example/7", ("Ada Ferreira",), None)
    assert "\x1b" not in read.entry.title
    assert read.entry.summary == "The quay is shut ."


ANSWERS = (
    protocol.read_login,
    protocol.read_token,
    protocol.read_subscriptions,
    protocol.read_item_ids,
    protocol.read_items,
    protocol.check_ok,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner)
        | st.dictionaries(st.sampled_from(("subscriptions", "itemRefs", "items", "id", "Auth", "origin")), inner)
    ),
)


@given(st.one_of(st.binary(), JSON.map(lambda value: json.dumps(value).encode())))
def test_no_answer_raises_but_what_is_told(body: bytes) -> None:
    for read in ANSWERS:
        try:
            read(body)
        except UnreadableError:
            continue
