"""An article as JSON, schema 1, out and in again.

    {"schema": 1, "url", "title", "byline": [], "published", "modified", "site", "language", "summary", "lead_image",
     "truncated", "blocks": [], "notes": [], "people": [], "quotes": []}

- Every name stands always, but for `runs`, which stands only where words are set or linked in part: a part is
  `{"text", "style": [], "href"}`, its style and address left out where there are none.
- A block has a `type`, and a `text` whose characters (Unicode code points, from 0) spans count: `{"block", "start", "end"}`.
- Times are ISO 8601 with an offset, or null.
- A quote's `text` is its spans' words joined by newlines; like the `text` of blocks it is there to be read, not read back.

Every word passes the gate both ways.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from itertools import chain
from typing import get_args

from reader.errors import UnreadableError
from reader.model import (
    Article,
    Figure,
    Footnote,
    Heading,
    Item,
    Listing,
    Paragraph,
    Person,
    Post,
    Preformatted,
    Quotation,
    Quote,
    QuoteKind,
    Run,
    Span,
    Speaker,
    SpeakerKind,
    Style,
    Table,
)
from reader.model.blocks import Numbering
from reader.model.text import plain
from reader.schema import (
    FLAG,
    INTEGER,
    NUMBER,
    TIME,
    Codec,
    Field,
    Json,
    SchemaError,
    checked,
    enumeration,
    field,
    optional,
    record,
    set_of,
    tagged,
    text,
    tuple_of,
)

SCHEMA = 1
_MARK_BEHIND_ESCAPE = re.compile(r"(\\[bfnrt]|\\u[0-9a-f]{4})([\u0300-\u036f\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f])")
DEEPEST = 32
"""Lists inside lists that are written so; `extract` makes no more than 12.  What lies deeper joins the list at that depth,
in reading order, so that the block's text, and with it every span, stays as it is."""


def to_json(article: Article, *, indent: int | None = 2) -> str:
    """Return the article as JSON that `from_json` reads back to an equal article; ends with a newline.

    Args:
        article: what to print.
        indent: spaces a level; None: all on one line, for JSON Lines.
    """
    return dumped(article_record(article), indent=indent)


def dumped(value: Json, *, indent: int | None = None) -> str:
    r"""Return a value as JSON; ends with a newline.

    Letters are not escaped, but for a mark that the gate would compose with the letter of the escape before it (`\n`).
    """
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    return _MARK_BEHIND_ESCAPE.sub(lambda found: found[1] + json.dumps(found[2])[1:-1], written) + "\n"


def from_json(document: str) -> Article:
    """Return the article that `to_json` wrote.

    Raises:
        UnreadableError: this is not an article of schema 1; the error names what is wrong.
    """
    try:
        return read_article(json.loads(document))
    except json.JSONDecodeError as error:
        raise UnreadableError(f"not JSON: {error.msg} in line {error.lineno}", source="JSON") from error
    except ValueError as error:
        raise UnreadableError(f"not an article of schema {SCHEMA}: {error!s:.200}", source="JSON") from error
    except RecursionError as error:
        raise UnreadableError("nested too deep", source="JSON") from error


def article_record(article: Article) -> dict[str, Json]:
    """Return the article as a JSON value."""
    data = {"schema": SCHEMA, **checked(_ARTICLE.write(article), dict)}
    data["quotes"] = [quote_record(article, quote) for quote in article.quotes]
    return data


def quote_record(article: Article, quote: Quote) -> dict[str, Json]:
    """Return a quote as a JSON value."""
    data = checked(_QUOTE.write(quote), dict)
    return {"kind": data["kind"], "text": plain(article.words(quote.where)), **data}


def read_article(value: object) -> Article:
    """Return the article that a JSON value stands for.

    Raises:
        SchemaError: it is none.
    """
    if checked(value, dict).get("schema") != SCHEMA:
        raise SchemaError("it names another schema, or none")
    article: Article = _ARTICLE.read(value)
    _check_positions(article)
    return article


def _check_positions(article: Article) -> None:
    speakers = [quote.speaker for quote in article.quotes if quote.speaker]
    lengths = [len(block.text) for block in article.blocks]
    for span in chain(
        (span for person in article.people for span in person.mentions),
        (span for quote in article.quotes for span in quote.where),
        (speaker.where for speaker in speakers if speaker.where),
    ):
        if not (0 <= span.block < len(lengths) and 0 <= span.start <= span.end <= lengths[span.block]):
            raise SchemaError(f"{span} stands nowhere in the blocks")
    for speaker in speakers:
        if speaker.person is not None and not 0 <= speaker.person < len(article.people):
            raise SchemaError(f"there is no person {speaker.person}")


def _words_written(runs: Sequence[Run]) -> Json:
    words = plain("".join([run.text for run in runs]))
    if tuple(runs) == ((Run(text=words),) if words else ()):
        return {"text": words}
    return {"text": words, "runs": [_RUN.write(run) for run in runs]}


def _words_read(value: object) -> tuple[Run, ...]:
    data = checked(value, dict)
    if "runs" in data:
        return tuple(map(_RUN.read, checked(data["runs"], list)))
    words = plain(checked(data.get("text"), str))
    return (Run(text=words),) if words else ()


def _listing_written(listing: Listing, depth: int = 1) -> dict[str, Json]:
    items = listing.items if depth < DEEPEST else [Item(runs=runs) for runs in listing.lines]
    counting = checked(_COUNTING.write(listing), dict)
    return {"ordered": listing.ordered, **counting, "items": [_item_written(item, depth) for item in items]}


def _item_written(item: Item, depth: int) -> Json:
    words = checked(_words_written(item.runs), dict)
    value: dict[str, Json] = {} if item.value is None else {"value": item.value}
    return {**words, **value, "inner": [_listing_written(listing, depth + 1) for listing in item.inner]}


def _numbering_written(value: Numbering) -> Json:
    return value if value in get_args(Numbering) else "1"


def _numbering_read(value: object) -> str:
    if value not in get_args(Numbering):
        raise SchemaError(f"{value!r} is no numbering of a list")
    return str(value)


def _listing_read(value: object) -> Listing:
    listing: Listing = _LISTING.read(value)
    return listing


_TEXT = text(plain)
_TEXTS = tuple_of(_TEXT)
_READ_ALONG = Field("text", _TEXT, "text", is_derived=True)
"""A block's words where they are not all that it is made of."""
_RUN = record(
    Run,
    [
        field("text", _TEXT),
        field("style", set_of(enumeration(Style)), omitted=frozenset()),
        field("href", optional(_TEXT), omitted=None),
    ],
)
_WORDS = Codec(_words_written, _words_read)
_RUNS = Field("", _WORDS, "runs")
_ROW = tuple_of(_WORDS)
_ITEM = record(
    Item,
    [_RUNS, field("value", optional(INTEGER), omitted=None), field("inner", tuple_of(Codec(_listing_written, _listing_read)))],
)
_COUNTING_FIELDS = (
    field("start", INTEGER, omitted=1),
    field("reversed", FLAG, omitted=False),
    field("numbering", Codec(_numbering_written, _numbering_read), omitted="1"),
)
_COUNTING = record(Listing, _COUNTING_FIELDS)
_LISTING = record(Listing, [field("ordered", FLAG), *_COUNTING_FIELDS, field("items", tuple_of(_ITEM))])
_BLOCK = tagged(
    {
        "heading": (Heading, record(Heading, [field("level", INTEGER), _RUNS])),
        "paragraph": (Paragraph, record(Paragraph, [_RUNS])),
        "quotation": (
            Quotation,
            record(
                Quotation,
                [
                    _READ_ALONG,
                    field("paragraphs", _ROW),
                    field("author", _TEXT),
                    field("levels", tuple_of(INTEGER), omitted=()),
                    field("posted", optional(TIME), omitted=None),
                    field("url", _TEXT, omitted=""),
                ],
            ),
        ),
        "listing": (
            Listing,
            Codec(lambda block: {"text": plain(block.text), **_listing_written(block)}, _listing_read),
        ),
        "table": (Table, record(Table, [_READ_ALONG, field("header", _ROW), field("rows", tuple_of(_ROW))])),
        "figure": (
            Figure,
            record(Figure, [_READ_ALONG, *(field(name, _TEXT) for name in ("image", "alt", "caption", "credit"))]),
        ),
        "preformatted": (Preformatted, record(Preformatted, [field("text", _TEXT), field("language", _TEXT)])),
        "footnote": (Footnote, record(Footnote, [field("label", _TEXT), _RUNS])),
        "post": (Post, record(Post, [Field("text", _TEXT, "title"), field("time", optional(TIME))])),
    }
)
_SPAN = record(Span, [field("block", INTEGER), field("start", INTEGER), field("end", INTEGER)])
_SPEAKER = record(
    Speaker,
    [
        field("kind", enumeration(SpeakerKind)),
        field("text", _TEXT),
        field("where", optional(_SPAN)),
        field("person", optional(INTEGER)),
    ],
)
_QUOTE = record(
    Quote,
    [
        field("kind", enumeration(QuoteKind)),
        field("where", tuple_of(_SPAN)),
        field("speaker", optional(_SPEAKER)),
        field("cue", _TEXT),
        field("confidence", NUMBER),
    ],
)
_PERSON = record(
    Person,
    [field("name", _TEXT), field("aliases", _TEXTS), field("role", _TEXT), field("mentions", tuple_of(_SPAN))],
)
_ARTICLE = record(
    Article,
    [
        field("url", _TEXT),
        field("title", _TEXT),
        field("byline", _TEXTS),
        field("published", optional(TIME)),
        field("modified", optional(TIME)),
        field("site", _TEXT),
        field("language", _TEXT),
        field("summary", _TEXT),
        field("lead_image", _TEXT),
        field("truncated", FLAG),
        field("blocks", tuple_of(_BLOCK)),
        field("notes", _TEXTS),
        field("people", tuple_of(_PERSON)),
        field("quotes", Codec(lambda _: [], tuple_of(_QUOTE).read)),  # `article_record` adds them with their words
    ],
)
ARTICLE = Codec(article_record, read_article)
