from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.formats.epub import to_epub
from reader.model import Article, Heading, Paragraph, Run
from tests.strategies import articles

MADE = datetime(2026, 11, 23, 12, tzinfo=UTC)
OPF = "{http://www.idpf.org/2007/opf}"
HTML = "{http://www.w3.org/1999/xhtml}"


def _opened(book: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def _story(title: str, text: str = "The wall fell.") -> Article:
    blocks = (Heading(runs=(Run(text=title),), level=1), Paragraph(runs=(Run(text=text),)))
    return Article(title=title, language="en", blocks=blocks)


def test_the_first_file_says_what_it_is_and_is_not_compressed() -> None:
    book = to_epub([_story("Wall")], title="News", made=MADE)
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type, archive.read(first)) == (
            "mimetype",
            zipfile.ZIP_STORED,
            b"application/epub+zip",
        )
    assert book[30:58] == b"mimetypeapplication/epub+zip"


def test_every_file_is_listed_and_every_chapter_is_read_in_order() -> None:
    files = _opened(to_epub([_story("Wall & <harbour>"), _story("Ferry")], title="News", made=MADE))
    package = ET.fromstring(files["EPUB/package.opf"])
    listed = {item.get("href") for item in package.iter(f"{OPF}item")}
    assert {f"EPUB/{name}" for name in listed} == set(files) - {"mimetype", "META-INF/container.xml", "EPUB/package.opf"}
    assert [item.get("idref") for item in package.iter(f"{OPF}itemref")] == ["nav", "article-0001", "article-0002"]
    assert b"<dc:language>en</dc:language>" in files["EPUB/package.opf"]
    assert b"2026-11-23T12:00:00Z" in files["EPUB/package.opf"]
    contents = ET.fromstring(files["EPUB/nav.xhtml"])
    links = {link.get("href"): link.text for link in contents.iter(f"{HTML}a")}
    assert links == {"article-0001.xhtml": "Wall & <harbour>", "article-0002.xhtml": "Ferry"}


def test_the_same_articles_give_the_same_bytes() -> None:
    books = {to_epub([_story("Wall")], title="News", made=MADE) for _ in range(3)}
    assert len(books) == 1


def test_an_empty_book_is_a_book() -> None:
    assert ET.fromstring(_opened(to_epub([], title="", made=MADE))["EPUB/nav.xhtml"]).tag == f"{HTML}html"


@settings(max_examples=40, deadline=None)
@given(st.lists(articles(), max_size=3), st.text(max_size=50))
def test_whatever_stands_in_it_every_page_is_well_formed(stories: list[Article], title: str) -> None:
    for name, content in _opened(to_epub(stories, title=title, made=MADE)).items():
        if name.endswith((".xhtml", ".opf", ".xml")):
            ET.fromstring(content)


def test_a_chapter_says_its_language_if_the_article_does() -> None:
    silent = Article(title="Wall", blocks=_story("Wall").blocks)
    book = _opened(to_epub([_story("Wall"), silent], title="News", made=MADE))
    assert b'lang="en" xml:lang="en"' in book["EPUB/article-0001.xhtml"]
    assert b"lang=" not in book["EPUB/article-0002.xhtml"]
