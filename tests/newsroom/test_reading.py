from __future__ import annotations

from pathlib import Path

import pytest

import reader
from reader.errors import NoArticleError, UnreadableError, UsageError
from reader.model import Article, Figure, Heading, Paragraph, Run
from reader.newsroom import Request, has_story, read_annotated, read_article, read_page

BODY = b"""<html><head><title>Ferry back</title></head><body><nav><a href="/">Home</a><a href="/s">Sport</a></nav><article>
<h1>Ferry back</h1><p>The ferry to Lower Quay runs again from Monday, when the tide is high enough for it to pass the bar.</p>
<p>"It was time," said Ada Ferreira, the harbour master, who had <a href="/letters">written letters</a> about it since March.</p>
</article></body></html>"""
TEXT = b"Ferry back\n\nThe ferry to Lower Quay runs again from Monday, when the tide is high enough for it to pass the bar.\n"
LOGIN = b"<html><head><title>Log in</title></head><body><form><input name=user><button>Log in</button></form></body></html>"


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "a.html"
    path.write_bytes(BODY)
    return str(path)


def hrefs(article: Article) -> set[str]:
    return {run.href for block in article.blocks if isinstance(block, Paragraph) for run in block.runs if run.href}


def test_reading_is_fetching_extracting_and_annotating(page: str) -> None:
    article = reader.read(page)
    assert article.title == "Ferry back"
    assert [article.words(quote.where).rstrip(",") for quote in article.quotes] == ["It was time"]
    assert "Ada Ferreira" in {person.name for person in article.people}


def test_studying_keeps_the_page_and_what_was_decided(page: str) -> None:
    reading = read_annotated(Request(source=page))
    assert reading.page.body == BODY
    assert {decision.kept for decision in reading.decisions} >= {True}
    assert reading.article == reader.read(page)


def test_skimming_looks_for_nobody(page: str) -> None:
    article = read_article(Request(source=page)).article
    assert (article.people, article.quotes) == ((), ())
    assert article.blocks == reader.read(page).blocks


def test_a_page_without_a_story_is_no_article_but_can_be_examined() -> None:
    request = Request(source="-", body=LOGIN)
    for read in (read_annotated, read_article):
        with pytest.raises(NoArticleError) as caught:
            read(request)
        assert caught.value.source == "-"
    assert read_page(request).article.title in ("Log in", "")


def test_a_body_that_was_read_already_is_not_fetched(page: str) -> None:
    assert read_annotated(Request(source="nosuch", body=BODY)).article.title == "Ferry back"
    with pytest.raises(UnreadableError):
        read_annotated(Request(source="-", body=b""))


def test_links_are_resolved_against_the_base(page: str) -> None:
    assert hrefs(read_article(Request(source=page, base="https://paper.example/news/1")).article) == {
        "https://paper.example/letters"
    }


def test_a_page_of_no_declared_kind_is_what_it_looks_like() -> None:
    assert read_article(Request(source="-", body=TEXT)).article.title == "Ferry back"
    assert read_article(Request(source="-", body=BODY)).article.title == "Ferry back"


def test_a_page_is_what_the_reader_says_it_is(page: str) -> None:
    as_text = read_article(Request(source=page, kind="text")).article
    assert any("<p>" in block.text for block in as_text.blocks)


def test_a_seed_that_is_not_there_is_a_wrong_call() -> None:
    with pytest.raises(UsageError):
        read_annotated(Request(source="seed:nosuch"))


def test_a_story_is_more_than_headlines_and_pictures() -> None:
    heading = Heading(runs=(Run(text="Ferry back"),), level=1)
    assert not has_story(Article())
    assert not has_story(Article(blocks=(heading, Figure(caption="The ferry"), Paragraph(runs=(Run(text=" "),)))))
    assert has_story(Article(blocks=(heading, Paragraph(runs=(Run(text="It runs."),)))))
