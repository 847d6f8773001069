"""An article as JSON, schema 1.

    {"schema": 1, "url", "title", "byline": [], "published", "modified", "site", "language", "summary", "lead_image",
     "truncated", "blocks": [], "notes": [], "people": [], "quotes": []}

- Every name stands always, but for `runs`, which stands only where words are set or linked in part: a part is
  `{"text", "style": [], "href"}`, its style and address left out where there are none.
- A block has a `type`, and a `text` whose characters (Unicode code points, from 0) spans count: `{"block", "start", "end"}`.
- Times are ISO 8601 with an offset, or null.
- A quote's `text` is its spans' words joined by newlines; like the `text` of blocks it is there to be read, not read back.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import assert_never

from reader.model import (
    Article,
    Block,
    Figure,
    Heading,
    Item,
    Listing,
    Paragraph,
    Person,
    Post,
    Preformatted,
    Quotation,
    Quote,
    Run,
    Span,
    Speaker,
    Table,
)
from reader.model.text import plain

SCHEMA = 1
DEEPEST = 32
"""Lists inside lists that are written so; `extract` makes no more than 12.  What lies deeper joins the list at that depth,
in reading order, so that the block's text, and with it every span, stays as it is."""

Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


def to_json(article: Article, *, indent: int | None = 2) -> str:
    """Give the article as JSON that `from_json` reads back to an equal article; ends with a newline.

    Args:
        article: what to print.
        indent: spaces a level; None: all on one line, for JSON Lines.
    """
    return dumped(record(article), indent=indent)


def dumped(value: Json, *, indent: int | None = None) -> str:
    """Give a value as JSON, not escaping letters; ends with a newline."""
    return json.dumps(value, ensure_ascii=False, indent=indent) + "\n"


def record(article: Article) -> dict[str, Json]:
    """Give the article as a JSON value."""
    return {
        "schema": SCHEMA,
        "url": plain(article.url),
        "title": plain(article.title),
        "byline": _texts(article.byline),
        "published": _time(article.published),
        "modified": _time(article.modified),
        "site": plain(article.site),
        "language": plain(article.language),
        "summary": plain(article.summary),
        "lead_image": plain(article.lead_image),
        "truncated": article.truncated,
        "blocks": [_block(block) for block in article.blocks],
        "notes": _texts(article.notes),
        "people": [_person(person) for person in article.people],
        "quotes": [quote_record(article, quote) for quote in article.quotes],
    }


def quote_record(article: Article, quote: Quote) -> dict[str, Json]:
    """Give a quote as a JSON value."""
    return {
        "kind": quote.kind.value,
        "text": plain(article.words(quote.where)),
        "where": _spans(quote.where),
        "speaker": _speaker(quote.speaker),
        "cue": plain(quote.cue),
        "confidence": quote.confidence,
    }


def _texts(texts: Sequence[str]) -> list[Json]:
    return [plain(text) for text in texts]


def _time(when: datetime | None) -> str | None:
    return when.isoformat() if when else None


def _span(span: Span) -> dict[str, Json]:
    return {"block": span.block, "start": span.start, "end": span.end}


def _spans(spans: Sequence[Span]) -> list[Json]:
    return [_span(span) for span in spans]


def _person(person: Person) -> dict[str, Json]:
    return {
        "name": plain(person.name),
        "aliases": _texts(person.aliases),
        "role": plain(person.role),
        "mentions": _spans(person.mentions),
    }


def _speaker(speaker: Speaker | None) -> dict[str, Json] | None:
    if speaker is None:
        return None
    return {
        "kind": speaker.kind.value,
        "text": plain(speaker.text),
        "where": _span(speaker.where) if speaker.where else None,
        "person": speaker.person,
    }


def _words(runs: Sequence[Run]) -> dict[str, Json]:
    text = plain("".join(run.text for run in runs))
    return (
        {"text": text}
        if tuple(runs) == ((Run(text=text),) if text else ())
        else {"text": text, "runs": [_run(run) for run in runs]}
    )


def _run(run: Run) -> dict[str, Json]:
    parts: dict[str, Json] = {"text": plain(run.text)}
    if run.style:
        parts["style"] = sorted(style.value for style in run.style)
    if run.href is not None:
        parts["href"] = plain(run.href)
    return parts


def _item(item: Item, depth: int) -> dict[str, Json]:
    return {**_words(item.runs), "inner": [_listing(listing, depth + 1) for listing in item.inner]}


def _listing(listing: Listing, depth: int = 1) -> dict[str, Json]:
    items = listing.items if depth < DEEPEST else (Item(runs=runs) for runs in listing.lines)
    return {"ordered": listing.ordered, "items": [_item(item, depth) for item in items]}


def _row(cells: Sequence[Sequence[Run]]) -> list[Json]:
    return [_words(cell) for cell in cells]


def _block(block: Block) -> dict[str, Json]:  # noqa: PLR0911 - a case a kind of block
    match block:
        case Heading():
            return {"type": "heading", "level": block.level, **_words(block.runs)}
        case Paragraph():
            return {"type": "paragraph", **_words(block.runs)}
        case Quotation():
            paragraphs: Json = [_words(runs) for runs in block.paragraphs]
            return {"type": "quotation", "text": plain(block.text), "paragraphs": paragraphs, "author": plain(block.author)}
        case Listing():
            return {"type": "listing", "text": plain(block.text), **_listing(block)}
        case Table():
            rows: Json = [_row(row) for row in block.rows]
            return {"type": "table", "text": plain(block.text), "header": _row(block.header), "rows": rows}
        case Figure():
            words = {"caption": plain(block.caption), "credit": plain(block.credit)}
            return {"type": "figure", "text": plain(block.text), "image": plain(block.image), "alt": plain(block.alt), **words}
        case Preformatted():
            return {"type": "preformatted", "text": plain(block.text), "language": plain(block.language)}
        case Post():
            return {"type": "post", "text": plain(block.text), "time": _time(block.time)}
        case _:
            assert_never(block)
