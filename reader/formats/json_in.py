"""JSON of schema 1 read back to an article: every value is checked, every word passes the gate."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from reader.errors import UnreadableError
from reader.formats.json_out import SCHEMA
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
    QuoteKind,
    Run,
    Span,
    Speaker,
    SpeakerKind,
    Style,
    Table,
)
from reader.model.text import plain

T = TypeVar("T")
Record = dict[str, object]


def from_json(text: str) -> Article:
    """Give back the article that `to_json` wrote.

    Raises:
        UnreadableError: this is not an article of schema 1; the error names what is wrong.
    """
    try:
        data = _record(json.loads(text), "article")
        if data.get("schema") != SCHEMA:
            raise UnreadableError(f"not an article of schema {SCHEMA}", source="JSON")
        return _article(data)
    except json.JSONDecodeError as error:
        raise UnreadableError(f"not JSON: {error.msg} in line {error.lineno}", source="JSON") from error
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableError(f"not an article of schema {SCHEMA}: {error}", source="JSON") from error
    except RecursionError as error:
        raise UnreadableError("nested too deep", source="JSON") from error


def _article(data: Record) -> Article:
    article = Article(
        url=_text(data, "url"),
        title=_text(data, "title"),
        byline=_many(data, "byline", _string),
        published=_time(data, "published"),
        modified=_time(data, "modified"),
        site=_text(data, "site"),
        language=_text(data, "language"),
        summary=_text(data, "summary"),
        lead_image=_text(data, "lead_image"),
        blocks=_many(data, "blocks", _block),
        notes=_many(data, "notes", _string),
        truncated=_typed(data["truncated"], bool, "truncated"),
        people=_many(data, "people", _person),
        quotes=_many(data, "quotes", _quote),
    )
    _check_positions(article)
    return article


def _check_positions(article: Article) -> None:
    spans = [span for person in article.people for span in person.mentions]
    spans += [span for quote in article.quotes for span in quote.where]
    speakers = [quote.speaker for quote in article.quotes if quote.speaker]
    spans += [speaker.where for speaker in speakers if speaker.where]
    lengths = [len(block.text) for block in article.blocks]
    for span in spans:
        if not (0 <= span.block < len(lengths) and 0 <= span.start <= span.end <= lengths[span.block]):
            raise ValueError(f"{span} stands nowhere in the blocks")
    for speaker in speakers:
        if speaker.person is not None and not 0 <= speaker.person < len(article.people):
            raise ValueError(f"there is no person {speaker.person}")


def _typed(value: object, kind: type[T], name: str) -> T:
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise TypeError(f"{name} is {type(value).__name__}, not {kind.__name__}")
    return value


def _record(value: object, name: str) -> Record:
    return _typed(value, dict, name)


def _string(value: object) -> str:
    return plain(_typed(value, str, "text"))


def _text(data: Record, name: str) -> str:
    return plain(_typed(data[name], str, name))


def _number(data: Record, name: str) -> int:
    return _typed(data[name], int, name)


def _many(data: Record, name: str, read: Callable[[object], T]) -> tuple[T, ...]:
    return tuple(read(value) for value in _typed(data[name], list, name))


def _time(data: Record, name: str) -> datetime | None:
    if data[name] is None:
        return None
    when = datetime.fromisoformat(_text(data, name))
    if when.tzinfo is None:
        raise ValueError(f"{name} has no offset")
    return when


def _span(value: object) -> Span:
    data = _record(value, "span")
    return Span(block=_number(data, "block"), start=_number(data, "start"), end=_number(data, "end"))


def _person(value: object) -> Person:
    data = _record(value, "person")
    aliases, mentions = _many(data, "aliases", _string), _many(data, "mentions", _span)
    return Person(name=_text(data, "name"), aliases=aliases, role=_text(data, "role"), mentions=mentions)


def _quote(value: object) -> Quote:
    data = _record(value, "quote")
    confidence = data["confidence"]
    return Quote(
        kind=QuoteKind(_text(data, "kind")),
        where=_many(data, "where", _span),
        speaker=None if data["speaker"] is None else _speaker(_record(data["speaker"], "speaker")),
        cue=_text(data, "cue"),
        confidence=confidence if isinstance(confidence, int) else _typed(confidence, float, "confidence"),
    )


def _speaker(data: Record) -> Speaker:
    return Speaker(
        kind=SpeakerKind(_text(data, "kind")),
        text=_text(data, "text"),
        where=None if data["where"] is None else _span(data["where"]),
        person=None if data["person"] is None else _number(data, "person"),
    )


def _runs(data: Record) -> tuple[Run, ...]:
    if "runs" in data:
        return _many(data, "runs", _run)
    text = _text(data, "text")
    return (Run(text=text),) if text else ()


def _run(value: object) -> Run:
    data = _record(value, "run")
    style = frozenset(Style(name) for name in _many(data, "style", _string)) if "style" in data else frozenset()
    return Run(text=_text(data, "text"), style=style, href=_text(data, "href") if "href" in data else None)


def _cell(value: object) -> tuple[Run, ...]:
    return _runs(_record(value, "words"))


def _row(value: object) -> tuple[tuple[Run, ...], ...]:
    return tuple(_cell(cell) for cell in _typed(value, list, "row"))


def _item(value: object) -> Item:
    data = _record(value, "item")
    return Item(runs=_runs(data), inner=_many(data, "inner", _listing))


def _listing(value: object) -> Listing:
    data = _record(value, "listing")
    return Listing(items=_many(data, "items", _item), ordered=_typed(data["ordered"], bool, "ordered"))


def _table(data: Record) -> Table:
    return Table(header=_row(data["header"]), rows=_many(data, "rows", _row))


def _figure(data: Record) -> Figure:
    image, alt = _text(data, "image"), _text(data, "alt")
    return Figure(image=image, alt=alt, caption=_text(data, "caption"), credit=_text(data, "credit"))


_BLOCKS: dict[str, Callable[[Record], Block]] = {
    "heading": lambda data: Heading(runs=_runs(data), level=_number(data, "level")),
    "paragraph": lambda data: Paragraph(runs=_runs(data)),
    "quotation": lambda data: Quotation(paragraphs=_many(data, "paragraphs", _cell), author=_text(data, "author")),
    "listing": _listing,
    "table": _table,
    "figure": _figure,
    "preformatted": lambda data: Preformatted(text=_text(data, "text"), language=_text(data, "language")),
    "post": lambda data: Post(time=_time(data, "time"), title=_text(data, "text")),
}


def _block(value: object) -> Block:
    data = _record(value, "block")
    kind = _text(data, "type")
    if kind not in _BLOCKS:
        raise ValueError(f"no block is a {kind!r}")
    return _BLOCKS[kind](data)
