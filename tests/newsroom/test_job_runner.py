from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from reader.library import Library, entries, subscriptions
from reader.library.subscriptions import Outcome
from reader.model import Article, Entry, Heading, Paragraph, Run
from reader.newsroom.job_runner import run_job
from reader.newsroom.jobs import AddJob, ExportJob, Finished, Progress, RefreshJob

ARTICLE = Article(
    title="Wall falls", blocks=(Heading(runs=(Run(text="Wall falls"),), level=1), Paragraph(runs=(Run(text="It fell."),)))
)


def test_a_refresh_with_no_feed_that_is_due_says_so(tmp_path: Path) -> None:
    assert [*run_job(RefreshJob(library=tmp_path / "library.db"))] == [
        Progress(done=0, of=0, new=0),
        Finished(said="No feed is due yet."),
    ]


def test_one_feed_that_failed_is_named_in_the_end(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library(path) as library:
        feed = subscriptions.subscribe(library, "http://127.0.0.1:9/rss", title="Courier", is_private=True)
        subscriptions.note(library, feed, Outcome(next_fetch=datetime(2020, 1, 1, tzinfo=UTC)))
    *_, last = run_job(RefreshJob(library=path))
    assert last == Finished(said="1 feed, 0 new entries, Courier: connection refused.")


def test_what_goes_wrong_is_the_last_report(tmp_path: Path) -> None:
    (report,) = run_job(AddJob(library=tmp_path / "library.db", source=str(tmp_path / "missing.html")))
    assert isinstance(report, Finished)
    assert report.error is not None
    assert "no such file" in report.said


def test_a_page_that_is_added_is_kept_and_named(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    story = "<p>The ferry to Lower Quay runs again from Monday, when the tide is high enough for it to pass.</p>" * 3
    page.write_text(f"<html><body><article><h1>Ferry back</h1>{story}</article></body></html>")
    (report,) = run_job(AddJob(library=tmp_path / "library.db", source=str(page)))
    assert isinstance(report, Finished)
    assert report.said == "Kept: Ferry back"
    with Library(tmp_path / "library.db") as library:
        assert entries.entry(library, report.entry or 0).entry.title == "Ferry back"


def test_an_export_writes_a_folder_or_a_book_and_replaces_no_file_by_a_folder(tmp_path: Path) -> None:
    job = ExportJob(library=tmp_path / "library.db", article=ARTICLE, target=tmp_path / "out")
    assert [*run_job(job)] == [Finished(said=f"1 file in {tmp_path / 'out'}")]
    assert "It fell." in (tmp_path / "out" / "wall-falls.md").read_text()
    book = ExportJob(library=tmp_path / "library.db", article=ARTICLE, target=tmp_path / "book.epub")
    assert [*run_job(book)] == [Finished(said=f"1 article in {tmp_path / 'book.epub'}")]
    (tmp_path / "taken").write_text("mine")
    (refused,) = run_job(ExportJob(library=tmp_path / "library.db", article=ARTICLE, target=tmp_path / "taken"))
    assert isinstance(refused, Finished)
    assert "there is a file of that name" in refused.said
    assert (tmp_path / "taken").read_text() == "mine"


def test_entries_are_exported_as_their_feed_gives_them(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library(path) as library:
        ids = entries.take_in(library, None, [Entry(guid="1", title="Gale", summary="It blew.")], datetime.now(UTC))
    assert [*run_job(ExportJob(library=path, entries=ids, target=tmp_path / "out"))] == [
        Finished(said=f"1 file in {tmp_path / 'out'}")
    ]
