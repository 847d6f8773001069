from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import FeedError
from reader.feeds import newsboat, opml
from reader.feeds.subscription_lists import Listed
from reader.model.text import line

OPML = b"""<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<opml version="2.0"><body>
<outline text="News"><outline text="Local"><outline text="Courier" xmlUrl="https://courier.example/rss" category="sea,/port"/></outline>
<outline text="Passwords &x;" xmlUrl="file:///etc/passwd"/></outline>
<outline title="Herald" text="h" xmlUrl="https://herald.example/atom"/><outline text="again" xmlUrl="https://herald.example/atom"/>
</body></opml>"""


def test_a_list_reads_no_other_file(tmp_path: Path) -> None:
    (tmp_path / "secret.dtd").write_text('<!ENTITY secret "https://secret.example/">')
    declared = f'<!DOCTYPE opml SYSTEM "{(tmp_path / "secret.dtd").as_uri()}">'
    inside = f'<!DOCTYPE opml [<!ENTITY % all SYSTEM "{(tmp_path / "secret.dtd").as_uri()}">%all;]>'
    for head in (declared, inside):
        text = f'{head}<opml><body><outline text="A" xmlUrl="https://a.example/"/><outline xmlUrl="&secret;"/></body></opml>'
        imported = opml.read(text.encode())
        assert [feed.url for feed in imported.feeds] == ["https://a.example/"]
        assert imported.refused == ()


def test_opml_gives_feeds_with_their_folders_and_refuses_other_addresses() -> None:
    imported = opml.read(OPML)
    assert imported.feeds == (
        Listed(url="https://courier.example/rss", title="Courier", folder="News/Local", tags=("sea", "port")),
        Listed(url="https://herald.example/atom", title="Herald"),
    )
    assert imported.refused == (("file:///etc/passwd", "only http and https addresses are followed"),)


@pytest.mark.parametrize("body", [b"", b"<html/>", b"not xml", b"<opml" * 300_000])
def test_what_is_no_opml_is_told(body: bytes) -> None:
    with pytest.raises(FeedError, match="no OPML"):
        opml.read(body, "list.opml")


_WORDS = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=12)


@given(
    st.lists(
        st.builds(
            Listed,
            url=_WORDS.map(lambda word: f"https://x.example/{word}?a=1&b=2"),
            title=_WORDS,
            folder=st.lists(_WORDS, max_size=3).map("/".join),
            tags=st.lists(_WORDS, max_size=3, unique=True).map(tuple),
        ),
        unique_by=lambda feed: feed.url,
        max_size=6,
    )
)
def test_what_is_written_reads_back(feeds: list[Listed]) -> None:
    assert set(opml.read(opml.write(feeds).encode()).feeds) == {_normal(feed) for feed in feeds}


def _normal(feed: Listed) -> Listed:
    return Listed(
        url=line(feed.url),
        title=line(feed.title),
        folder="/".join(line(part) for part in feed.folder.split("/")),
        tags=tuple(dict.fromkeys(line(tag) for tag in feed.tags)),
    )


def test_newsboats_file_gives_feeds_with_tags_and_lists_what_it_will_not_run() -> None:
    imported = newsboat.read(
        '# my feeds\nhttps://courier.example/rss sea "front page" "~The \\"Courier\\"" !hidden\n\n'
        '"query:Unread:unread = \\"yes\\""\nexec:~/bin/get.sh\nfilter:x:https://y.example/\nhttps://courier.example/rss again\nftp://z.example/\n'
    )
    assert imported.feeds == (Listed(url="https://courier.example/rss", title='The "Courier"', tags=("sea", "front page")),)
    assert [what for what, _ in imported.refused] == [
        'query:Unread:unread = "yes"',
        "exec:~/bin/get.sh",
        "filter:x:https://y.example/",
        "ftp://z.example/",
    ]
    assert "never run" in imported.refused[1][1]


@given(st.text())
def test_no_text_breaks_the_reading_of_a_urls_file(text: str) -> None:
    assert all(feed.url.lower().startswith(("http://", "https://")) for feed in newsboat.read(text).feeds)


@pytest.mark.parametrize(
    "text",
    [
        '<OPML version="1.1"><BODY><OUTLINE TEXT="A &amp; B" XMLURL="https://a.example/?x=1&amp;y=2" TYPE="rss"/></BODY></OPML>',
        '<opml><outline text="A &amp; B" xmlUrl="https://a.example/?x=1&amp;y=2"/></opml>',
        '<opml><body><outline text="A & B" xmlUrl="https://a.example/?x=1&y=2"/></body></opml>',
        '<o:opml xmlns:o="x"><o:body><o:outline text="A &amp; B" xmlurl="https://a.example/?x=1&amp;y=2"/></o:body></o:opml>',
        '<opml xmlns="http://opml.org/spec2"><body><outline title="A &amp; B" xmlUrl="feed:https://a.example/?x=1&amp;y=2"/></body></opml>',
        '<?xml version="1.0" encoding="UTF-16"?><opml><body><outline text="A &amp; B" xmlUrl="https://a.example/?x=1&amp;y=2"/></body></opml>',
        '\n\n<opml><body><outline text="A &amp; B" xmlUrl="https://a.example/?x=1&amp;y=2">',
    ],
)
def test_a_list_is_read_however_it_is_spelt(text: str) -> None:
    assert opml.read(text.encode()).feeds == (Listed(url="https://a.example/?x=1&y=2", title="A & B"),)
    assert opml.read(text.replace("UTF-16", "utf-8").encode("utf-16")).feeds == (
        Listed(url="https://a.example/?x=1&y=2", title="A & B"),
    )


def test_an_outline_that_names_only_a_site_is_told() -> None:
    imported = opml.read(
        b'<opml><body><outline text="Site" type="rss" htmlUrl="https://s.example/"/><outline text="Folder"/></body></opml>'
    )
    assert imported.refused == (("https://s.example/", "it names no feed"),)
