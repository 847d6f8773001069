"""An article as HTML: a whole document, well-formed as XML too, with nothing in it that loads or runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import assert_never

from reader.formats.lists import Row, rows
from reader.formats.run_cleanup import safe_href, tidied
from reader.formats.text import closing, credits_line, day, title, without_title
from reader.model import (
    Article,
    Block,
    Figure,
    Footnote,
    Heading,
    Listing,
    Paragraph,
    Post,
    Preformatted,
    Quotation,
    Run,
    Style,
    Table,
)
from reader.model.text import line, plain

# From the outside in: a link holds its emphasis, so that Markdown finds punctuation on both sides of it.
TAGS = (
    (Style.DELETED, "del"),
    (Style.STRONG, "strong"),
    (Style.EMPHASIS, "em"),
    (Style.SUPERSCRIPT, "sup"),
    (Style.SUBSCRIPT, "sub"),
    (Style.CODE, "code"),
)
_STYLE = (
    "body{max-width:40em;margin:2em auto;padding:0 1em;font:1.1em/1.5 Georgia,serif;color-scheme:light dark}"
    "h1,h2,h3,h4,h5,h6{line-height:1.2}pre,table{overflow-x:auto}td,th{padding:.2em .6em;text-align:start}"
    "blockquote{border-inline-start:3px solid;margin-inline:0;padding-inline-start:1em}header p,footer{opacity:.8}"
)
# The only mark that joins with a character of markup (in NFC, U+003E U+0338 is one character).
_JOINING = "\u0338"

Inline = Callable[[Sequence[Run]], str]
Picture = Callable[[Figure], str]


def to_html(article: Article, *, header: bool = True, captions: bool = False) -> str:
    """Return the article as an HTML document; every word is escaped, links lead to http, https and mailto only.

    Args:
        article: what to print.
        header: print the title, and a line of byline, site and date.
        captions: print pictures as their captions; the pictures themselves stay on their server.
    """
    language = f' lang="{text(line(article.language))}"' if article.language else ""
    canonical = safe_href(article.url)
    head = [
        '<meta charset="utf-8" />',
        '<meta name="viewport" content="width=device-width" />',
        f"<title>{text(title(article))}</title>",
        *(f'<meta name="author" content="{text(line(name))}" />' for name in article.byline),
        *([f'<meta name="description" content="{text(line(article.summary))}" />'] if article.summary else []),
        *([f'<link rel="canonical" href="{text(canonical)}" />'] if canonical else []),
        f"<style>{_STYLE}</style>",
    ]
    body = parts(article, header=header, captions=captions)
    lines = ["<!DOCTYPE html>", f'<html{language} dir="auto">', "<head>", *head, "</head>", "<body>", "<article>", *body]
    return "\n".join([*lines, "</article>", "</body>", "</html>", ""])


def parts(
    article: Article,
    *,
    header: bool = True,
    captions: bool = False,
    inline: Inline | None = None,
    picture: Picture | None = None,
) -> list[str]:
    """Return what stands inside the document's article, an element each: header, blocks, notes.

    Args:
        article: what to print.
        header: print the title, and a line of byline, site and date.
        captions: print pictures as their captions.
        picture: makes markup of a picture itself; without it only what is said of it is printed.
        inline: makes markup from runs; the default is `markup`.
    """
    inline = inline or markup
    elements = [_header(article, inline)] if header else []
    for block in without_title(article):
        if captions and picture and isinstance(block, Figure):
            elements.append(shown := picture(block))
            if shown and not (block.caption or block.credit):
                continue  # the image says its own alternative text
        elements.append(_block(block, inline, captions=captions))
    if notes := closing(article):
        elements += ["<hr />", f"<footer>{''.join(f'<p>{text(note)}</p>' for note in notes)}</footer>"]
    return [element for element in elements if element]


def text(words: str) -> str:
    """Return words as HTML text, or as the value of an attribute in double quotes."""
    return escape(plain(words)).replace(_JOINING, f"&#{ord(_JOINING)};")


def markup(runs: Iterable[Run]) -> str:
    """Return runs as HTML."""
    return "".join(wrapped(run, words(run)) for run in tidied(runs))


def words(run: Run) -> str:
    """Return a run's words as HTML, the mark of a footnote as a link to it."""
    if Style.REFERENCE in run.style:
        label = text(run.text.strip("[]"))
        return f'<sup><a href="#note-{label}" role="doc-noteref">{label}</a></sup>'
    return text(run.text).replace("\n", "<br />")


def wrapped(run: Run, html: str, *, prefix: str = "") -> str:
    """Put a run's markup around its escaped words; `prefix` goes before the names of its tags, but for the link's."""
    for style, tag in reversed(TAGS):
        if style in run.style:
            html = f"<{prefix}{tag}>{html}</{prefix}{tag}>"
    return f'<a href="{text(run.href)}">{html}</a>' if run.href else html


def _header(article: Article, inline: Inline) -> str:
    head, credit = article.blocks[:1], credits_line(article)
    runs = head[0].runs if head and isinstance(head[0], Heading) and head[0].level == 1 else ()
    words = inline(runs) if line("".join(run.text for run in runs)) == title(article) else text(title(article))
    return _element("header", _element("h1", words) + (f"<p><em>{text(credit)}</em></p>" if credit else ""))


def _block(block: Block, inline: Inline, *, captions: bool) -> str:  # noqa: PLR0911 - a case a kind of block
    match block:
        case Paragraph():
            return _element("p", inline(block.runs))
        case Heading():
            return _element(f"h{min(max(block.level, 1), 6)}", inline(block.runs))
        case Post():
            return _element("h2", _post(block))
        case Quotation():
            return _quotation(block, inline)
        case Footnote():
            return (
                f'<aside id="note-{text(line(block.label))}" role="doc-footnote">{_element("p", inline(block.runs))}</aside>'
            )
        case Listing():
            return _listing(block, inline)
        case Table():
            return _table(block, inline)
        case Preformatted():
            name = f' class="language-{text(line(block.language))}"' if block.language else ""
            return f"<pre><code{name}>{text(block.text)}</code></pre>" if block.text.strip() else ""
        case Figure():
            return _figure(block) if captions else ""
        case _:
            assert_never(block)


def _quotation(quotation: Quotation, inline: Inline) -> str:
    html, deep = "", 1
    for level, runs in zip(quotation.levels or (1,) * len(quotation.paragraphs), quotation.paragraphs, strict=True):
        html += "<blockquote>" * (level - deep) + "</blockquote>" * (deep - level)
        html += _element("p", inline(runs))
        deep = level
    html += "</blockquote>" * (deep - 1)
    return _element("blockquote", html + _author(quotation, inline))


def _author(quotation: Quotation, inline: Inline) -> str:
    if not (author := line(quotation.author)):
        return ""
    name = inline([Run(text=author, href=quotation.url or None)])
    posted = f', <time datetime="{quotation.posted.isoformat()}">{day(quotation.posted)}</time>' if quotation.posted else ""
    return f"<footer>— <cite>{name}</cite>{posted}</footer>"


def _element(tag: str, html: str) -> str:
    return f"<{tag}>{html}</{tag}>" if html.strip() else ""


def _post(post: Post) -> str:
    time = f'<time datetime="{post.time.isoformat()}">{post.time:%H:%M}</time>' if post.time else ""
    return " ".join(filter(None, (time, text(line(post.title)))))


def _figure(figure: Figure) -> str:
    words, credit = line(figure.caption) or line(figure.alt), line(figure.credit)
    caption = text(words) + (f" <small>{text(credit)}</small>" if credit else "")
    return f"<figure><figcaption>{caption}</figcaption></figure>" if words or credit else ""


def _listing(listing: Listing, inline: Inline) -> str:
    parts: list[str] = []
    closers: list[str] = []
    for row in rows(listing):
        _close(parts, closers, row)
        if row.opens:
            parts.append(f"<ol{_counting(row.listing)}>" if row.listing.ordered else "<ul>")
            closers.append("</ol>" if row.listing.ordered else "</ul>")
        value = "" if row.value is None else f' value="{row.value}"'
        parts.append(f"<li{value}>{inline(row.runs)}")
        closers.append("</li>")
    return "".join([*parts, *reversed(closers)])


def _counting(listing: Listing) -> str:
    start = "" if listing.start == 1 else f' start="{listing.start}"'
    numbering = f' type="{listing.numbering}"' if listing.numbering in ("a", "A", "i", "I") else ""
    return start + ' reversed="reversed"' * listing.reversed + numbering


def _close(parts: list[str], closers: list[str], row: Row) -> None:
    """Close what the row does not stand in: an open item and an open list a level, outermost first."""
    staying = 2 * row.depth + (not row.opens)
    while len(closers) > staying:
        parts.append(closers.pop())


def _table(table: Table, inline: Inline) -> str:
    """Return a table whose rows are all as long as the longest: what has no place in the head row is no cell in Markdown."""
    count = max(map(len, (table.header, *table.rows)))
    header = [inline(cell) for cell in table.header]
    body = [[inline(cell) for cell in row] for row in table.rows]
    head = f"<thead>{_row(header, 'th', count)}</thead>" if any(header) else ""
    lines = "".join(_row(row, "td", count) for row in body if any(row))
    return f"<table>{head}{_element('tbody', lines)}</table>" if head or lines else ""


def _row(cells: Sequence[str], tag: str, count: int) -> str:
    padded = [*cells, *[""] * (count - len(cells))]
    return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in padded) + "</tr>"
