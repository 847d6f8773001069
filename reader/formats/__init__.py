"""Article to str: what is printed, exported and piped.

An article (annotated or not) comes in, text goes out; nothing here opens a file or knows a terminal.

    to_text, to_markdown, to_html, to_json     the whole article; FORMATS: name to function, media type, ending
    ARTICLE                                    the schema of an article's JSON, for whoever puts it into a larger one
    to_raw(article, decisions)                 text, with what was stripped shown in its place and marked `~ `
    from_json                                  gives back the article that to_json wrote
    quotes, people, outline, links, meta       one side of it as a `View`; VIEWS: name to function
    to_tsv, to_jsonl, to_rows_json, to_table   a `View` as text

Every word passes the gate (`model/text.py:plain`) on its way out, whoever made the article.  Links lead to http, https and
mailto only; in HTML everything is escaped, and nothing is loaded.

Why it is done this way:

- The title stands whole on the first line of the text, so that `head -1` prints it; who draws on a terminal folds that line.
- Markdown is markdownify's, over our own HTML.  A writer of our own would need the same care for escaping; where
  markdownify falls short of the law (`markdown.py`), it is taught (`markdown_converter.py`).  It costs as much as extraction
  does, and loads Beautiful Soup, so it is imported when Markdown is asked for.
- Text is not made from the Markdown or the HTML but from the blocks: it is what `cat` prints, and should cost nothing.
- JSON leaves out nothing, and is read back with every field checked: it comes from files that anybody may have edited.
- A view is rows with names before it is text, so that a table, tab-separated lines and JSON never disagree.
- Names are looked up when they are first used: the app reads articles as JSON before its first paint, and prints none.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.formats.article_json import ARTICLE, article_record, dumped, from_json, to_json
    from reader.formats.html import to_html
    from reader.formats.markdown import to_markdown
    from reader.formats.raw_text import to_raw
    from reader.formats.table_output import quoted_cell, rows_record, to_jsonl, to_rows_json, to_table, to_tsv
    from reader.formats.text import Links, to_text
    from reader.formats.views import VIEWS, View, links, meta, outline, people, quotes, speaker_name, word_count
    from reader.formats.writers import FORMATS, Format
    from reader.schema import Json

_NAMES = {
    "reader.formats.article_json": "ARTICLE article_record dumped from_json to_json",
    "reader.formats.html": "to_html",
    "reader.formats.markdown": "to_markdown",
    "reader.formats.raw_text": "to_raw",
    "reader.formats.table_output": "quoted_cell rows_record to_jsonl to_rows_json to_table to_tsv",
    "reader.formats.text": "Links to_text",
    "reader.formats.views": "VIEWS View links meta outline people quotes speaker_name word_count",
    "reader.formats.writers": "FORMATS Format",
    "reader.schema": "Json",
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}

__all__ = [
    "ARTICLE",
    "FORMATS",
    "VIEWS",
    "Format",
    "Json",
    "Links",
    "View",
    "article_record",
    "dumped",
    "from_json",
    "links",
    "meta",
    "outline",
    "people",
    "quoted_cell",
    "quotes",
    "rows_record",
    "speaker_name",
    "to_html",
    "to_json",
    "to_jsonl",
    "to_markdown",
    "to_raw",
    "to_rows_json",
    "to_table",
    "to_text",
    "to_tsv",
    "word_count",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
