from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import OutputError
from reader.formats import dumped, from_json
from reader.library import Library, actions, entries, subscriptions
from reader.model import Article, Entry, Heading, Paragraph, Run
from reader.newsroom.exporting import (
    ExportedArticle,
    as_record,
    citation_of,
    exported_articles,
    file_name,
    write_epub,
    write_files,
)
from reader.newsroom.keeping import file_story

PUBLISHED = datetime(2026, 11, 1, 9, tzinfo=UTC)


def _article(title: str, text: str = "The wall fell on Monday night.") -> Article:
    return Article(
        url="https://courier.example/wall",
        title=title,
        byline=("Ada Ferreira",),
        published=PUBLISHED,
        site="Brackwater Courier",
        blocks=(Heading(runs=(Run(text=title),), level=1), Paragraph(runs=(Run(text=text),))),
    )


@pytest.fixture
def shelf(library: Library, now: datetime) -> tuple[int, ...]:
    """Keep two articles of one title, and an entry of which no page has been read; give their ids."""
    feed = subscriptions.subscribe(library, "https://courier.example/rss", title="Courier")
    listed = [
        Entry(guid="0", url="https://courier.example/0", title="Wall falls", published=PUBLISHED),
        Entry(guid="1", url="https://courier.example/1", title="WALL falls", published=PUBLISHED),
        Entry(guid="2", url="https://courier.example/2", title="Ferry back", summary="It runs again.", published=PUBLISHED),
    ]
    ids = entries.take_in(library, feed, listed, now)
    for identity, entry in zip(ids[:2], listed, strict=False):
        file_story(library, identity, replace(_article(entry.title), url=entry.url), now)
    actions.tag(library, ids, "sea", now)
    return ids


def test_an_article_is_cited_with_its_source_and_the_day_it_was_read(
    library: Library, shelf: tuple[int, ...], now: datetime
) -> None:
    exported = next(exported_articles(library, shelf, now))
    assert exported.citation == (
        "Ada Ferreira. “Wall falls”. Brackwater Courier. 1 November 2026. https://courier.example/0 (accessed 23 November 2026)"
    )
    assert exported.article.notes[-1] == exported.citation
    assert exported.accessed == now


def test_what_has_not_been_read_is_exported_as_its_feed_gives_it(
    library: Library, shelf: tuple[int, ...], now: datetime
) -> None:
    exported = list(exported_articles(library, shelf, now))[2]
    assert exported.article.blocks[1].text == "It runs again."
    assert exported.accessed is None
    assert "Courier. 1 November 2026. https://courier.example/2 (accessed 23 November 2026)" in exported.citation


def test_each_article_has_a_file_of_its_own_and_a_second_export_replaces_it(
    library: Library, shelf: tuple[int, ...], now: datetime, tmp_path: Path
) -> None:
    for _ in range(2):
        written = write_files(exported_articles(library, shelf, now), tmp_path / "out", "md")
    names = ["2026-11-01-wall-falls.md", "2026-11-01-wall-falls-2.md", "2026-11-01-ferry-back.md"]
    assert [path.name for path in written] == names
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted([".reader-export", *names])
    text = written[0].read_text(encoding="utf-8")
    assert text.startswith("# Wall falls\n")
    assert "accessed 23 November 2026" in text


@pytest.mark.parametrize("how", ["file", "link", "folder", "changed"])
def test_what_no_export_has_written_is_never_replaced(
    library: Library, shelf: tuple[int, ...], now: datetime, tmp_path: Path, how: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    path = folder / "2026-11-01-ferry-back.html"
    if how == "changed":
        write_files(exported_articles(library, shelf[2:], now), folder, "html")
    if how == "folder":
        path.mkdir()
    elif how == "link":
        (tmp_path / "victim").write_text("mine")
        path.symlink_to(tmp_path / "victim")
    else:
        path.write_text("mine")
    with pytest.raises(OutputError, match=r"ferry-back\.html: there is a file .* 2 files were written before it"):
        write_files(exported_articles(library, shelf, now), folder, "html")
    assert path.is_dir() or path.read_text() == "mine"
    path.rename(tmp_path / "elsewhere")
    assert len(write_files(exported_articles(library, shelf, now), folder, "html")) == 3


def test_a_book_replaces_a_book_of_ours_and_nothing_else(
    library: Library, shelf: tuple[int, ...], now: datetime, tmp_path: Path
) -> None:
    path = tmp_path / "week.epub"
    for _ in range(2):
        assert write_epub(exported_articles(library, shelf, now), path, title="Week", now=now) == 3
    for number, content in enumerate((b"my notes", b"PK\x03\x04 torn")):
        other = tmp_path / f"other{number}.epub"
        other.write_bytes(content)
        with pytest.raises(OutputError, match="no export has written"):
            write_epub(exported_articles(library, shelf, now), other, title="Week", now=now)
        assert other.read_bytes() == content


def test_a_folder_that_cannot_be_made_is_told(library: Library, shelf: tuple[int, ...], now: datetime, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        write_files(exported_articles(library, shelf, now), tmp_path / "file" / "out", "md")


def test_json_has_the_article_and_what_the_library_knows_of_it(
    library: Library, shelf: tuple[int, ...], now: datetime
) -> None:
    exported = next(exported_articles(library, shelf, now))
    text = dumped(dict(as_record(exported)))
    assert from_json(text) == exported.article
    record = json.loads(text)
    assert (record["feeds"], record["tags"], record["starred"], record["read"]) == (["Courier"], ["sea"], False, False)
    assert record["accessed"] == "2026-11-23T12:00:00+00:00"


@given(st.text(max_size=300))
def test_no_title_leads_out_of_the_folder(title: str) -> None:
    name = file_name(Article(title=title))
    assert name
    assert "/" not in name
    assert "\\" not in name
    assert not name.startswith((".", "-"))
    assert len(name.encode()) <= 220
    assert name.isprintable()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ("..", "article"),
        ("C:\\con", "c-con"),
        ("東京都の防災計画", "東京都の防災計画"),
        ("A\u202eB\x00C", "a-b-c"),
    ],
)
def test_titles_become_names(title: str, name: str) -> None:
    assert file_name(Article(title=title)) == name


def test_a_citation_has_what_there_is(now: datetime, library: Library) -> None:
    (identity,) = entries.take_in(library, None, [Entry(guid="1", title="Note")], now)
    saved = entries.entry(library, identity)
    assert citation_of(saved, Article(), now) == "“Note” (accessed 23 November 2026)"
    assert isinstance(next(exported_articles(library, [identity], now)), ExportedArticle)
