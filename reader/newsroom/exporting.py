"""Entries out of the library: articles with a citation, each under a name that cannot leave its folder."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from reader.errors import OutputError
from reader.formats import FORMATS, Json, article_record
from reader.formats.epub import to_epub
from reader.library import Library, articles, entries
from reader.model import Article, Entry, Saved
from reader.model.text import line
from reader.newsroom.keeping import feed_text, stored

_LONGEST = 80
"""Characters of a file's name, without date and ending."""
_LIST = ".reader-export"
"""In a folder of exported files: what was written, so that nothing else is ever replaced."""
_BOOK = b">urn:broadsheet:"
"""In the package of a book of ours: its identifier."""
_HEAD = 4096
_UNFIT = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedArticle:
    """An entry on its way out of the library."""

    saved: Saved
    article: Article
    """As kept; the feed's own text where no page is.  Its last note is the citation."""
    citation: str
    accessed: datetime | None
    """When its page was read; None: it was not."""


def exported_articles(library: Library, chosen: Sequence[int], now: datetime) -> Iterator[ExportedArticle]:
    """Return entries with their articles, one at a time, however many there are."""
    for identity in chosen:
        saved = entries.entry(library, identity)
        article = stored(library, identity)
        accessed = articles.saved_at(library, identity) if article else None
        article = article or feed_text(library, identity)
        citation = citation_of(saved, article, accessed or now)
        yield ExportedArticle(
            saved=saved,
            article=replace(article, notes=(*article.notes, citation)),
            citation=citation,
            accessed=accessed,
        )


def export_unkept(article: Article, now: datetime) -> ExportedArticle:
    """Return an article that is not in the library as one on its way out of it."""
    entry = Entry(guid=article.url, url=article.url, title=article.title, byline=article.byline, published=article.published)
    saved = Saved(id=0, entry=entry)
    citation = citation_of(saved, article, now)
    kept = replace(article, notes=(*article.notes, citation))
    return ExportedArticle(saved=saved, article=kept, citation=citation, accessed=now)


def citation_of(saved: Saved, article: Article, accessed: datetime) -> str:
    """Return where an article is from: names, title, paper, date, address, and when it was looked up."""
    names = ", ".join(article.byline or saved.entry.byline)
    title = article.title or saved.entry.title
    paper = article.site or ", ".join(saved.feeds)
    published = article.published or saved.entry.published
    parts = [names, f"“{title}”" if title else "", paper, _day(published) if published else "", article.url or saved.entry.url]
    return line(f"{'. '.join(part for part in parts if part)} (accessed {_day(accessed)})")


def as_record(exported: ExportedArticle) -> Mapping[str, Json]:
    """Return an article as JSON of schema 1, with what the library knows of it under names of its own."""
    saved = exported.saved
    return {
        **article_record(exported.article),
        "citation": exported.citation,
        "accessed": exported.accessed.isoformat() if exported.accessed else None,
        "feeds": list(saved.feeds),
        "tags": list(saved.tags),
        "starred": saved.starred,
        "read": saved.read_at is not None,
    }


def write_files(found: Iterator[ExportedArticle], folder: Path, kind: str) -> tuple[Path, ...]:
    """Write a file an article into a folder, in one of `FORMATS`.

    What an earlier export left there is replaced, if it is still as it was written; a list of it stands beside it.

    Raises:
        OutputError: a file cannot be written, or one of its name is not an export's.
    """
    kept: dict[str, None] = {}
    written: list[Path] = []
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        ours = _listed(folder / _LIST)
        try:
            for exported in found:
                path = folder / _unlike(kept, file_name(exported.article), FORMATS[kind].suffix)
                content = FORMATS[kind].write(exported.article).encode()
                if os.path.lexists(path) and ours.get(path.name) != _fingerprint(path):
                    raise _not_ours(path, len(written))
                write_file(path, content)
                ours[path.name] = hashlib.sha256(content).hexdigest()
                written.append(path)
        finally:
            write_file(folder / _LIST, "".join(f"{mark}  {name}\n" for name, mark in sorted(ours.items())).encode())
    return tuple(written)


def write_epub(found: Iterator[ExportedArticle], path: Path, *, title: str, now: datetime) -> int:
    """Write articles as one EPUB; return how many there are.

    Raises:
        OutputError: it cannot be written, or there is a file of its name that is no book of ours.
    """
    articles = [exported.article for exported in found]
    with _told(path):
        if os.path.lexists(path) and not _is_our_book(path):
            raise _not_ours(path, 0)
        write_file(path, to_epub(articles, title=title, made=now))
    return len(articles)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        problem = (getattr(error, "strerror", None) or "no such file").lower()
        raise OutputError(f"it cannot be written: {problem}", source=str(path)) from error


def _not_ours(path: Path, written: int) -> OutputError:
    before = f"; {written} {'file was' if written == 1 else 'files were'} written before it" if written else ""
    problem = f"there is a file of that name which no export has written, or which was changed since{before}"
    return OutputError(problem, source=str(path), advice="move it away, or export to another place")


def _listed(path: Path) -> dict[str, str]:
    """Return what earlier exports wrote into a folder: names to SHA-256, as `sha256sum` writes them."""
    try:
        lines = path.read_text("utf-8", "replace").splitlines() if not path.is_symlink() else []
    except FileNotFoundError:
        return {}
    return {name: mark for mark, _, name in (one.partition("  ") for one in lines) if name}


def _fingerprint(path: Path) -> str:
    if path.is_symlink() or not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _is_our_book(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    try:
        with zipfile.ZipFile(path) as book:
            return _BOOK in book.read("EPUB/package.opf")[:_HEAD]
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, zlib.error, EOFError):
        return False


def write_file(path: Path, content: bytes) -> None:
    """Write a file under another name first, so that what was there stays until all is written, and no link is followed."""
    unfinished = path.with_name(f".{os.getpid()}.part")
    try:
        with unfinished.open("xb") as file:
            file.write(content)
        unfinished.replace(path)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def file_name(article: Article) -> str:
    """Return a name for an article's file: letters, digits and hyphens of its date and title, no ending."""
    words = _UNFIT.sub("-", unicodedata.normalize("NFC", article.title)).replace("_", "-").strip("-").lower()
    date = f"{article.published:%Y-%m-%d}-" if article.published else ""
    # Of a letter that UTF-8 writes in four bytes, the longest name is still one that file systems take.
    return f"{date}{words[:_LONGEST].encode()[:200].decode('utf-8', 'ignore').strip('-') or 'article'}"


def _unlike(kept: dict[str, None], name: str, suffix: str) -> str:
    number, chosen = 1, name
    while chosen.casefold() in kept:
        number += 1
        chosen = f"{name}-{number}"
    kept[chosen.casefold()] = None
    return f"{chosen}{suffix}"


def _day(time: datetime) -> str:
    return f"{time.day} {time:%B} {time.year}"
