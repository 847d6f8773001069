"""The project's side of the evaluation harness: it does no more than a user's call of the public API would."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypedDict

import reader
from reader.model import Article, Block, Figure, Paragraph, Post, Quotation, Quote, QuoteKind

if TYPE_CHECKING:
    from quotes.offsets import Offsets


class Extracted(TypedDict):
    """What the extraction harness asks for."""

    text: str
    without_posts: str
    markdown: str
    title: str
    author: list[str]
    date: str | None
    site: str


def extract(body: bytes, url: str = "") -> Extracted:
    """Return a page's article as the harness compares it: a block a line, without title, byline, captions and credits."""
    article = reader.extract(body, url=url)
    blocks = [block for block in article.blocks[1:] if not isinstance(block, Figure | Post)]
    date = article.published.date().isoformat() if article.published else None
    return {
        "text": "\n".join(map(_line, blocks)),
        "without_posts": "\n".join(_line(block) for block in blocks if not (isinstance(block, Quotation) and block.url)),
        "markdown": reader.to_markdown(article, header=False, captions=True) if url else "",
        "title": article.title,
        "author": list(article.byline),
        "date": date,
        "site": article.site,
    }


def _line(block: Block) -> str:
    return block.text.replace("\n", " ") if isinstance(block, Paragraph) else block.text


def annotate(text: str, *, name_weights: Mapping[str, float] | None = None) -> dict[str, list[dict[str, object]]]:
    """Return the quotes, statements and people of an article's plain text, with offsets in that text."""
    from quotes.offsets import Offsets  # noqa: PLC0415 - the extraction hook starts without it

    article = reader.annotate(reader.from_text(text), name_weights=name_weights)
    offsets = Offsets(text, article)
    indirect = [quote for quote in article.quotes if quote.kind is QuoteKind.INDIRECT]
    direct = [quote for quote in article.quotes if quote.kind is not QuoteKind.INDIRECT]
    return {
        "quotes": [row for quote in direct for row in _quote_rows(text, article, quote, offsets)],
        "statements": [row for quote in indirect for row in _quote_rows(text, article, quote, offsets)],
        "people": [
            {
                "name": person.name,
                "role": person.role,
                "mentions": [[*place, text[slice(*place)]] for span in person.mentions if (place := offsets.of(span))],
            }
            for person in article.people
        ],
    }


def _quote_rows(text: str, article: Article, quote: Quote, offsets: Offsets) -> list[dict[str, object]]:
    speaker = quote.speaker
    name = article.people[speaker.person].name if speaker and speaker.person is not None else speaker.text if speaker else None
    where = offsets.of(speaker.where) if speaker and speaker.where else None
    return [
        {
            "text": text[slice(*place)],
            "start": place[0],
            "end": place[1],
            "speaker": name,
            "speaker_text": speaker.text if speaker else None,
            "speaker_span": list(where) if where else None,
            "confidence": quote.confidence,
        }
        for span in quote.where
        if (place := offsets.of(span))
    ]
