"""What is fuzzed: each body takes bytes, makes of them what a stranger could send, and holds the result to the laws.

A body raises only if a law is broken: errors that the program raises on purpose are answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from reader import formats
from reader.errors import ReaderError
from reader.extraction import examine
from reader.feeds import discover, newsboat, opml, parse
from reader.language import annotate
from reader.library.query import parse as parse_query
from reader.model import Article, Heading, Paragraph, Run
from reader.model.text import plain
from tests.hardening.hostile import found

ROOT = Path(__file__).resolve().parents[3]
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LANGUAGES = ("en", "fr", "de", "es", "ru", "ar", "ja", "zh", "tr", "pl", "sv", "")


def article_holds(article: Article) -> None:
    """Hold an article to what every format and every reader of it relies on."""
    read = annotate(article)
    assert read.blocks == article.blocks
    assert annotate(read) == read
    for person in read.people:
        assert person.name in person.aliases
        assert all(read.words([span]) in person.aliases for span in person.mentions)
    for quote in read.quotes:
        assert read.words(quote.where).strip()
        assert quote.speaker is None or quote.speaker.person is None or quote.speaker.person < len(read.people)
    assert formats.from_json(formats.to_json(read)) == read
    for name, one in formats.FORMATS.items():
        assert not found(one.write(read)), name
    for name, make in formats.VIEWS.items():
        assert not found(formats.to_tsv(make(read))), name


def page(data: bytes) -> None:
    """Read bytes as a page."""
    article_holds(examine(data, url="https://courier.example/news/1").article)


def page_in_a_page(data: bytes) -> None:
    """Read bytes as the inside of a story that stands on a page."""
    story = b"<p>The ferry to Lower Quay runs again from Monday, when the tide is high enough for it to pass the bar.</p>"
    article_holds(examine(b"<html><body><article><h1>A title</h1>" + story + data + story + b"</article>").article)


def text(data: bytes) -> None:
    """Read bytes as plain text."""
    article_holds(examine(data, media_type="text/plain").article)


def words(data: bytes) -> None:
    """Read bytes as the paragraphs of an article, the first byte choosing its language."""
    given = plain(data[1:].decode("utf-8", "replace")).split("\n")
    blocks = tuple(Paragraph(runs=(Run(text=line),)) for line in given if line.strip())
    language = LANGUAGES[data[0] % len(LANGUAGES)] if data else ""
    article_holds(Article(title="A", language=language, blocks=(Heading(runs=(Run(text="A"),), level=1), *blocks)))


def feed(data: bytes) -> None:
    """Read bytes as a feed, and as a page that names feeds."""
    for address, title in discover(data, "https://a.example/"):
        assert not found(address + title)
    try:
        read = parse(data, url="https://a.example/rss")
    except ReaderError:
        return
    for entry in read.entries:
        assert not found("".join((entry.guid, entry.url, entry.title, entry.summary, *entry.byline)))


def lists(data: bytes) -> None:
    """Read bytes as lists of subscriptions."""
    listed = newsboat.read(data.decode("utf-8", "replace")).feeds
    try:
        listed = (*listed, *opml.read(data).feeds)
    except ReaderError:
        pass
    assert not found(opml.write(listed))


def query(data: bytes) -> None:
    """Read bytes as a query."""
    try:
        parse_query(data.decode("utf-8", "replace"), NOW)
    except ReaderError:
        pass


def json(data: bytes) -> None:
    """Read bytes as an article in JSON."""
    try:
        article = formats.from_json(data.decode("utf-8", "surrogatepass" if data[:1] == b" " else "replace"))
    except ReaderError:
        return
    except UnicodeDecodeError:
        return
    for name, one in formats.FORMATS.items():
        assert not found(one.write(article)), name


BODIES: Mapping[str, Callable[[bytes], None]] = {
    "page": page, "inside": page_in_a_page, "text": text, "words": words, "feed": feed, "lists": lists, "query": query, "json": json,
}  # fmt: skip


def seeds(name: str) -> list[bytes]:
    """Give what a body's inputs are mutated from."""
    pages = [path.read_bytes() for path in sorted((ROOT / "seeds" / "pages").glob("*.html"))]
    feeds = [path.read_bytes() for path in sorted((ROOT / "seeds" / "feeds").glob("*")) if path.is_file()]
    articles = [examine(body).article for body in pages[:3]]
    whole = [formats.to_text(article, 0).encode() for article in articles]
    asian = "市長は「三月に警告を受けていた」と語った。\n王小明说：“我们走吧。”\n«Да», — сказал Иван Громов.".encode()
    outline = (
        b"<opml version='2.0'><body><outline text='a'><outline xmlUrl='http://a.example/' title='b'/></outline></body></opml>"
    )
    known = {
        "text": [formats.to_text(article).encode() for article in articles],
        "words": [*(b"\0" + line for line in whole), *(number + asian for number in (b"\4", b"\6", b"\7"))],
        "feed": [
            *feeds,
            b'{"version": "https://jsonfeed.org/version/1.1", "title": "A", "items": [{"id": "1", "title": "A"}]}',
        ],
        "lists": [outline, b'http://a.example/ "tag" "~Title"\n"query:a:b = \\"c\\""\nexec:x\n'],
        "query": [b'unread feed:courier -tag:"a b" (person:x or quoted:"y") newer:2d after:2026-11 title:"wall fell" w*'],
        "json": [formats.to_json(annotate(article)).encode() for article in articles],
    }
    return known.get(name, pages)
