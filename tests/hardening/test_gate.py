"""Nothing of a stranger's reaches the terminal, whichever way it came: formats, views, files, the library's rows, errors."""

from __future__ import annotations

import io
import json
import sqlite3
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from reader import formats
from reader.cli import main
from reader.errors import FeedError
from reader.feeds import discover, newsboat, opml, parse
from reader.feeds.subscription_lists import Listed
from reader.formats.epub import to_epub
from reader.language import annotate
from reader.library import Library, actions, entries, subscriptions
from reader.model import Article, Decision, Entry, Heading, Paragraph, Run
from reader.newsroom import keeping, library_file
from reader.settings import folders
from tests.hardening.hostile import ATTACKS, attacks, found, poisoned
from tests.strategies import articles

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def writings(article: Article) -> dict[str, str]:
    """Give an article in every way in which it is ever printed."""
    dropped = (Decision(text=article.title, kept=False, rule=article.site or "rule", position=0),)
    texts = {
        f"{name} {width}": formats.to_text(article, width, links=name, captions=True)
        for name in ("none", "inline", "ref")
        for width in (0, 1, 72)
    }
    views = {name: make(article) for name, make in formats.VIEWS.items()}
    return {
        **texts,
        **{name: one.write(article) for name, one in formats.FORMATS.items()},
        "md with captions": formats.to_markdown(article, captions=True),
        "html with captions": formats.to_html(article, captions=True),
        "raw": formats.to_raw(article, dropped),
        **{f"{name} tsv": formats.to_tsv(view) for name, view in views.items()},
        **{f"{name} jsonl": formats.to_jsonl(view) for name, view in views.items()},
        **{f"{name} json": formats.to_rows_json(view) for name, view in views.items()},
        **{f"{name} table": formats.to_table(view, 40) for name, view in views.items()},
    }  # fmt: skip


@given(articles(), attacks)
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
def test_no_format_and_no_view_lets_anything_of_any_field_through(article: Article, attack: str) -> None:
    bad = poisoned(article, attack)
    for name, written in writings(bad).items():
        assert not found(written), f"{name}: {found(written)}"
    for name, make in formats.VIEWS.items():
        view = make(bad)
        rows = formats.to_tsv(view).splitlines()
        assert len(rows) == len(view.rows), name
        assert len({row.count("\t") for row in rows}) <= 1, name
        assert len(formats.to_jsonl(view).splitlines()) == (1 if view.is_record else len(view.rows)), name
    assert len(formats.to_json(bad, indent=None).splitlines()) == 1


@given(articles(), attacks)
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
def test_a_book_holds_nothing_of_it(article: Article, attack: str) -> None:
    bad = poisoned(article, attack)
    book = zipfile.ZipFile(io.BytesIO(to_epub([bad], title=f"A {attack} title", made=NOW)))
    for name in book.namelist():
        assert not found(name)
        assert not found(book.read(name).decode()), name
        if name.endswith(("html", "xml", "opf", "ncx")):
            etree.fromstring(book.read(name))


@given(st.sampled_from(ATTACKS), st.sampled_from(["en", "", "zh", "ar"]))
@settings(max_examples=30)
def test_reading_a_poisoned_article_adds_nothing_that_is_printed(attack: str, language: str) -> None:
    article = formats.from_json(formats.to_json(annotate(poisoned(_said(language), attack))))
    for name, written in writings(article).items():
        assert not found(written), f"{name}: {found(written)}"


def _said(language: str) -> Article:
    text = "“We were warned,” said Maria Okonkwo, the mayor of Brackwater."
    blocks = (Heading(runs=(Run(text="A"),), level=1), Paragraph(runs=(Run(text=text),)))
    return Article(url="https://a.example/", title="A", byline=("Ada",), language=language, blocks=blocks, notes=("n",))


@given(attacks)
@settings(max_examples=60)
@example("\x1b]0;owned\x07")
def test_feeds_and_lists_come_in_clean(attack: str) -> None:
    bad = f"a{attack}b"
    sign = "".join(f"&#{ord(letter)};" for letter in attack if not "\ud800" <= letter <= "\udfff")
    rss = f"<rss version='2.0'><channel><title>{bad}{sign}</title><link>http://a.example/{bad}</link><item><title>{bad}{sign}</title><guid>{bad}</guid><author>{bad}</author><link>http://a.example/{bad}</link><description>{bad}{sign}&lt;b&gt;</description></item></channel></rss>"
    item = {"id": bad, "title": bad, "url": f"http://a.example/{bad}", "authors": [{"name": bad}], "summary": bad}
    made = json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": bad, "items": [item]})
    for body in (rss, made):
        try:
            feed = parse(body.encode("utf-8", "surrogatepass"), url="http://a.example/")
        except FeedError:
            continue
        texts = [feed.title, feed.site_url]
        for entry in feed.entries:
            texts += [entry.guid, entry.url, entry.title, entry.summary, *entry.byline]
        assert not any(map(found, texts)), texts
        assert all("\n" not in text for text in texts)
    page = f"<link rel=alternate type=application/rss+xml title='{bad}' href='/{bad}'><a href='/x.rss'>{bad}</a>"
    for address, title in discover(page.encode("utf-8", "surrogatepass"), "http://a.example/"):
        assert not found(title)
        assert not found(address)
    for one in newsboat.read(f'http://a.example/{bad} "~{bad}" {bad}\n').feeds:
        assert not any(map(found, (one.title, *one.tags)))
    written = opml.write([Listed(url="http://a.example/", title=bad, folder=bad, tags=(bad,))], title=bad)
    assert not found(written)


def older_library(attack: str) -> None:
    """Keep a few things, and then change every text of the library's rows behind its back, as no version of ours would."""
    place = folders()
    with library_file.to_keep(place) as library:
        _fill(library)
    connection = sqlite3.connect(library_file.path_of(place))
    tables = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")
    ]
    for table in tables:
        for _, column, kind, *_ in connection.execute(f"PRAGMA table_info('{table}')").fetchall():
            if kind.upper() == "TEXT" and not table.endswith(("_data", "_idx", "_content", "_docsize", "_config")):
                try:
                    connection.execute(
                        f"UPDATE {table} SET {column} = {column} || ? WHERE typeof({column}) = 'text' AND {column} != ''",
                        (attack,),
                    )
                except sqlite3.DatabaseError:
                    continue
    connection.commit()
    connection.close()


def _fill(library: Library) -> None:
    feed = subscriptions.subscribe(library, "https://courier.example/rss", title="Courier", folder="News", tags=("sea",))
    entry = Entry(
        guid="1",
        url="https://courier.example/1",
        title="Harbour wall falls",
        byline=("Ada",),
        published=NOW,
        summary="It fell.",
        content="<p>It fell, said Ada Berg.</p>",
    )
    entries.take_in(library, feed, [entry], NOW)
    keeping.keep_article(library, annotate(_said("en")), NOW, source="https://courier.example/2")
    actions.star(library, [1], NOW)


COMMANDS = (
    ["list"], ["list", "-f", "json"], ["list", "-f", "jsonl"], ["list", "-f", "text"], ["feeds"], ["feeds", "-f", "json"], ["search", "wall"], ["search", "-f", "text", "fell"],
    ["search", "-f", "json", "warned"], ["person", "Okonkwo"], ["person", "-f", "json", "Okonkwo"], ["export", "kept"], ["export", "opml"], ["mark", "--dry-run", "unread"],
)  # fmt: skip


@pytest.mark.parametrize(
    "attack", ["\x1b]0;owned\x07", "\x9b31m", "\u202edenwo\n", "\x85\r\b"], ids=["osc", "csi", "bidi", "line"]
)
def test_rows_of_a_library_that_somebody_else_wrote_come_out_clean(
    attack: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("READER_HOME", str(tmp_path / "home"))
    older_library(attack)
    printed = 0
    for words in COMMANDS:
        status = main(words)
        out, err = capfd.readouterr()
        assert not found(out), f"{words}: {found(out)}"
        assert not found(err), f"{words}: {found(err)}"
        assert status in range(9), f"{words}: {err}"
        printed += bool(out)
    assert printed > 5
