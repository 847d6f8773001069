"""Exports of saved pages, as their services write them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from reader.feeds.read_later import SavedLink, read

URL = "https://courier.example/a/1"
DAY = datetime(2026, 11, 1, 8, 12, tzinfo=UTC)
SECONDS = str(int(DAY.timestamp()))
LINK = SavedLink(url=URL, title="Harbour inquiry", tags=("sea", "news"), added=DAY)

EXPORTS = {
    "pocket": f"""<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul>
<li><a href="{URL}" time_added="{SECONDS}" tags="sea,news">Harbour inquiry</a></li></ul><h1>Read Archive</h1><ul>
<li><a href="{URL}/read" time_added="{SECONDS}" tags="">Read</a></li></ul></body></html>""",
    "pocket-csv": f"title,url,time_added,tags,status\nHarbour inquiry,{URL},{SECONDS},sea|news,unread\nRead,{URL}/read,{SECONDS},,archive\n",
    "instapaper": f'URL,Title,Selection,Folder,Timestamp,Tags\n{URL},Harbour inquiry,,Unread,{SECONDS},"[""sea"",""news""]"\n'
    f"{URL}/read,Read,,Archive,{SECONDS},[]\n",
    "wallabag": f"""[{{"is_archived":0,"is_starred":0,"tags":["sea","news"],"title":"Harbour inquiry","url":"{URL}",
"created_at":"2026-11-01T08:12:00+0000"}},{{"is_archived":1,"title":"Read","url":"{URL}/read","created_at":"2026-11-01T08:12:00+0000"}}]""",
    "readeck": f'url,title,state,created,labels\n{URL},Harbour inquiry,,2026-11-01T08:12:00Z,"[""sea"",""news""]"\n{URL}/read,Read,archived,2026-11-01T08:12:00Z,[]\n',
    "omnivore": f"""[{{"title":"Harbour inquiry","url":"{URL}","labels":[{{"name":"sea"}},{{"name":"news"}}],"state":"Reading",
"savedAt":"2026-11-01T08:12:00.000Z"}},{{"title":"Read","url":"{URL}/read","state":"Archived","savedAt":"2026-11-01T08:12:00.000Z"}}]""",
    "bookmarks": f"""<!DOCTYPE NETSCAPE-Bookmark-file-1><TITLE>Bookmarks</TITLE><H1>Bookmarks</H1><DL><p>
<DT><A HREF="{URL}" ADD_DATE="{SECONDS}" TAGS="sea,news">Harbour inquiry</A>
<DT><A HREF="{URL}/read" ADD_DATE="{SECONDS}" TOREAD="0">Read</A><DT><A HREF="javascript:x">No</A></DL>""",
}


@pytest.mark.parametrize("name", EXPORTS)
def test_saved_pages_come_with_title_tags_and_date(name: str) -> None:
    links = read(EXPORTS[name].encode())
    assert links == (LINK, SavedLink(url=f"{URL}/read", title="Read", added=DAY, is_read=True))


def test_a_folder_of_bookmarks_and_of_instapaper_is_a_tag() -> None:
    text = f"<!DOCTYPE NETSCAPE-Bookmark-file-1><H1>Bookmarks</H1><DL><DT><H3>Sea</H3><DL><DT><A HREF='{URL}'>A</A></DL></DL>"
    assert [link.tags for link in read(text.encode()) or ()] == [("Sea",)]
    assert [link.tags for link in read(f"URL,Title,Selection,Folder,Timestamp\n{URL},A,,Sea,1\n".encode()) or ()] == [("sea",)]
    starred = read(f"URL,Title,Selection,Folder,Timestamp\n{URL},A,,Starred,{SECONDS}\n".encode())
    assert starred == (SavedLink(url=URL, title="A", added=DAY, is_starred=True),)


@pytest.mark.parametrize(
    "body",
    [
        b"", b"https://courier.example/rss sea\n", b"<opml><body><outline xmlUrl='https://a.example/'/></body></opml>", b"[]", b"{}",
        b"[1, 2]", b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "https://a.example/"}]}', b"[" * 100_000,
        b"<html><body><a href='https://a.example/'>A</a></body></html>", b"Harbour opens, title and all\nWords.\n", b'{"a": [{"b": 1}]}',
    ],
)  # fmt: skip
def test_what_is_no_export_is_none(body: bytes) -> None:
    assert read(body) is None
