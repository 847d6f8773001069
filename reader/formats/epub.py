"""Articles as an EPUB 3.3 book (https://www.w3.org/TR/epub-33/): a zip of XHTML, a chapter an article.

Written with zipfile: the one library for it in reach is AGPL.  Nothing in the book loads or runs, and the same articles give
the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import blake2b

from reader.formats.html import parts, text
from reader.formats.text import title as title_of
from reader.model import Article
from reader.model.text import line

_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>
"""
_STYLE = "body{line-height:1.4}h1,h2,h3{line-height:1.2}blockquote{border-inline-start:2px solid;padding-inline-start:1em}\n"
_PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"{language}>
<head><meta charset="utf-8"/><title>{title}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body>{body}</body>
</html>
"""
_PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{language}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">{identifier}</dc:identifier><dc:title>{title}</dc:title><dc:language>{language}</dc:language>
<meta property="dcterms:modified">{modified}</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
{manifest}
</manifest>
<spine><itemref idref="nav"/>
{spine}
</spine>
</package>
"""


@dataclass(frozen=True, slots=True)
class _Chapter:
    name: str
    title: str
    page: str


def to_epub(articles: Sequence[Article], *, title: str, made: datetime) -> bytes:
    """Return a book of articles, in their order, with a table of contents.

    Args:
        articles: what to print.
        title: of the book.
        made: when; aware.
    """
    chapters = [_chapter(number, article) for number, article in enumerate(articles, 1)]
    language = next((article.language for article in articles if article.language), "") or "und"
    contents = "".join(f'<li><a href="{one.name}.xhtml">{one.title}</a></li>' for one in chapters)
    body = f'<nav epub:type="toc" id="toc"><h1>{_words(title)}</h1><ol>{contents}</ol></nav>'
    package = _PACKAGE.format(
        language=_words(language),
        identifier=f"urn:broadsheet:{blake2b(''.join(one.page for one in chapters).encode(), digest_size=16).hexdigest()}",
        title=_words(title),
        modified=f"{made.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        manifest="\n".join(
            f'<item id="{one.name}" href="{one.name}.xhtml" media-type="application/xhtml+xml"/>' for one in chapters
        ),
        spine="\n".join(f'<itemref idref="{one.name}"/>' for one in chapters),
    )
    return _zipped(
        {
            "META-INF/container.xml": _CONTAINER,
            "EPUB/package.opf": package,
            "EPUB/nav.xhtml": _PAGE.format(language="", title=_words(title), body=body),
            "EPUB/style.css": _STYLE,
            **{f"EPUB/{one.name}.xhtml": one.page for one in chapters},
        }
    )


def _chapter(number: int, article: Article) -> _Chapter:
    language = _words(article.language)
    heading = _words(title_of(article)) or "—"
    page = _PAGE.format(
        language=f' lang="{language}" xml:lang="{language}"' if language else "",
        title=heading,
        body=f"<article>{''.join(parts(article))}</article>",
    )
    return _Chapter(name=f"article-{number:04}", title=heading, page=page)


def _words(words: str) -> str:
    return text(line(words))


def _zipped(files: dict[str, str]) -> bytes:
    """Zip the book: `mimetype` first and not compressed (OCF 3.3, section 4.2)."""
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_info("mimetype", zipfile.ZIP_STORED), "application/epub+zip")
        for name, content in files.items():
            archive.writestr(_info(name, zipfile.ZIP_DEFLATED), content)
    return book.getvalue()


def _info(name: str, how: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    info.compress_type = how
    info.external_attr = 0o644 << 16
    return info
