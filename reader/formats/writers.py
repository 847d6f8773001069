"""The ways to write a whole article, by the names that users give them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from reader.formats.article_json import to_json
from reader.formats.html import to_html
from reader.formats.markdown import to_markdown
from reader.formats.text import to_text
from reader.model import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way to write a whole article."""

    write: Callable[[Article], str]
    media_type: str
    suffix: str
    """The ending of a file's name, with its dot."""


FORMATS: Mapping[str, Format] = {
    "text": Format(write=to_text, media_type="text/plain", suffix=".txt"),
    "md": Format(write=to_markdown, media_type="text/markdown", suffix=".md"),
    "json": Format(write=to_json, media_type="application/json", suffix=".json"),
    "jsonl": Format(write=partial(to_json, indent=None), media_type="application/x-ndjson", suffix=".jsonl"),
    "html": Format(write=to_html, media_type="text/html", suffix=".html"),
}
