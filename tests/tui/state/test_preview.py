"""What is shown of an entry before it is opened."""

from __future__ import annotations

from dataclasses import replace

from reader.model import Article, Entry, Saved
from reader.tui.state.preview import preview_article, reading_of, with_entry

ENTRY = Entry(
    guid="1", url="https://courier.example/wall", title="Wall falls", summary="Nobody was hurt.", byline=("Ada Ferreira",)
)
SAVED = Saved(id=1, entry=ENTRY, feeds=("Courier", "Press"))


def test_a_preview_is_title_and_summary() -> None:
    assert [block.text for block in preview_article(SAVED).blocks] == ["Wall falls", "Nobody was hurt."]


def test_an_entry_without_a_title_is_called_by_its_address() -> None:
    bare = replace(SAVED, entry=replace(ENTRY, title="", summary=""))
    assert [block.text for block in preview_article(bare).blocks] == ["https://courier.example/wall"]


def test_a_preview_reads_like_an_article() -> None:
    assert reading_of(SAVED).article.title == "Wall falls"


def test_the_page_is_believed_before_the_entry() -> None:
    assert with_entry(Article(), SAVED).byline == ("Ada Ferreira",)
    assert with_entry(Article(byline=("Tomas Roy",)), SAVED).byline == ("Tomas Roy",)
    assert with_entry(Article(), SAVED).site == "Courier, Press"
    assert with_entry(Article(site="Times"), SAVED).site == "Times"
