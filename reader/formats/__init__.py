"""Article to str: what is printed, exported and piped.

An article (annotated or not) comes in, text goes out; nothing here opens a file or knows a terminal.

    to_text, to_markdown, to_html, to_json     the whole article; FORMATS: name to function, media type, ending
    to_raw(article, decisions)                 text, with what was stripped shown in its place and marked `~ `
    from_json                                  gives back the article that to_json wrote
    quotes, people, outline, links, meta       one side of it as a `View`; VIEWS: name to function
    to_tsv, to_jsonl, to_rows_json, to_table   a `View` as text

Every word passes the gate (`model/text.py:plain`) on its way out, whoever made the article.  Links lead to http, https and
mailto only; in HTML everything is escaped, and nothing is loaded.

Why it is done this way:

- The title stands whole on the first line of the text, so that `head -1` prints it; who draws on a terminal folds that line.
- Markdown is markdownify's, over our own HTML.  A writer of our own would need the same care for escaping; where
  markdownify falls short of the law (`markdown.py`), it is taught (`converter.py`).  It costs as much as extraction does, and
  loads Beautiful Soup, so it is imported when Markdown is asked for.
- Text is not made from the Markdown or the HTML but from the blocks: it is what `cat` prints, and should cost nothing.
- JSON leaves out nothing, and is read back with every field checked: it comes from files that anybody may have edited.
- A view is rows with names before it is text, so that a table, tab-separated lines and JSON never disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reader.formats.html import to_html
from reader.formats.json_in import from_json
from reader.formats.json_out import Json, dumped, record, to_json
from reader.formats.markdown import to_markdown
from reader.formats.raw_text import to_raw
from reader.formats.table_output import rows_record, to_jsonl, to_rows_json, to_table, to_tsv
from reader.formats.text import Links, to_text
from reader.formats.views import VIEWS, View, links, meta, outline, people, quotes, speaker_name, word_count
from reader.model import Article

__all__ = [
    "FORMATS",
    "VIEWS",
    "Format",
    "Json",
    "Links",
    "View",
    "dumped",
    "from_json",
    "links",
    "meta",
    "outline",
    "people",
    "quotes",
    "record",
    "rows_record",
    "speaker_name",
    "to_html",
    "to_json",
    "to_json_line",
    "to_jsonl",
    "to_markdown",
    "to_raw",
    "to_rows_json",
    "to_table",
    "to_text",
    "to_tsv",
    "word_count",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way to write a whole article."""

    write: Callable[[Article], str]
    media_type: str
    suffix: str
    """The ending of a file's name, with its dot."""


def to_json_line(article: Article) -> str:
    """Give the article as JSON on one line."""
    return to_json(article, indent=None)


FORMATS: Mapping[str, Format] = {
    "text": Format(write=to_text, media_type="text/plain", suffix=".txt"),
    "md": Format(write=to_markdown, media_type="text/markdown", suffix=".md"),
    "json": Format(write=to_json, media_type="application/json", suffix=".json"),
    "jsonl": Format(write=to_json_line, media_type="application/x-ndjson", suffix=".jsonl"),
    "html": Format(write=to_html, media_type="text/html", suffix=".html"),
}
