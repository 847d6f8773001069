"""Hypothesis strategies for what the house is about: words, runs, blocks, whole articles with their people and quotes.

All that is drawn obeys the model's laws: text has passed the gate, white space is collapsed but in preformatted text, spans lie
inside their block's text, and every speaker's person exists.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from reader.model import (
    Article,
    Block,
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
from reader.model.text import line, plain

MARKUP = "*_`~#+-=|<>[](){}!\\&.:;\"'^$/@0123456789"
LETTERS = "abcdefg ABC éßñ æø šč жщ αβ אב كتاب ﷺ 東京は火のー、。「」 한글 ไทย नमस्ते 🌊👩‍🚒🇫🇷 “”„‘’«»‹›—–…·•€"
JOINERS = "\u0301\u0338\u200d\u200c\u200f\u00ad\u200b\u2060"

anything = st.text(max_size=200)
"""Any text at all, controls and lone surrogates too."""

characters = st.one_of(
    st.sampled_from(LETTERS), st.sampled_from(LETTERS), st.sampled_from(MARKUP), st.sampled_from(JOINERS), st.characters()
)
openings = st.sampled_from(
    ["1. ", "12) ", "- ", "+ ", "* ", "# ", "###### ", "> ", "=== ", "---", "***", "```", "~~~", "| a | b |", "[x]: y "]
)
lines = st.one_of(
    st.text(characters, min_size=1, max_size=40),
    st.text(characters, min_size=1, max_size=40),
    st.builds(str.__add__, openings, st.text(characters, max_size=20)),
).map(line).filter(bool)  # fmt: skip
"""Words on one line, never empty; some open as a block of Markdown does."""
maybe_lines = st.one_of(st.just(""), lines)

hrefs = st.sampled_from(
    [
        "https://courier.example/a?b=1&copy=2&amp;c#d",
        "http://wiki.example/Mole_(harbour)",
        "https://courier.example/odd)(path|with`signs\\and\"quotes'",
        "https://[::1]:8080/%C3%A4/ö",
        "mailto:news@courier.example",
        "https://courier.example/*emphasis*_and_~this~",
    ]
)
styles = st.frozensets(st.sampled_from([style for style in Style if style is not Style.REFERENCE]), max_size=2)
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
times = st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1), timezones=st.one_of(st.just(UTC), zones))  # noqa: DTZ001 - hypothesis wants naive bounds


@st.composite
def runs(draw: st.DrawFn, words: st.SearchStrategy[str] = lines) -> tuple[Run, ...]:
    """Draw one line of words, cut into runs anywhere."""
    text = draw(words)
    cuts = sorted(draw(st.sets(st.integers(1, max(1, len(text) - 1)), max_size=4)) & set(range(1, len(text))))
    parts = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    return tuple(Run(text=part, style=draw(styles), href=draw(st.one_of(st.none(), st.none(), hrefs))) for part in parts)


item_runs = st.one_of(runs(), runs(), runs(), st.just(()))
items = st.recursive(
    st.builds(Item, runs=item_runs),
    lambda inner: st.builds(
        Item,
        runs=item_runs,
        inner=st.lists(
            st.builds(Listing, items=st.lists(inner, min_size=1, max_size=3).map(tuple), ordered=st.booleans()), max_size=2
        ).map(tuple),
    ),
    max_leaves=6,
)
listings = st.builds(
    Listing,
    items=st.lists(items, min_size=1, max_size=4).map(tuple),
    ordered=st.booleans(),
    start=st.sampled_from([1, 1, 1, 4, 0]),
    reversed=st.booleans(),
    numbering=st.sampled_from(["1", "1", "a", "A", "i", "I"]),
)
cells = st.lists(st.one_of(runs(), st.just(())), min_size=1, max_size=3).map(tuple)
tables = st.builds(Table, header=st.one_of(st.just(()), cells), rows=st.lists(cells, min_size=1, max_size=3).map(tuple))
preformatted = st.builds(
    Preformatted,
    text=st.text(st.one_of(characters, st.sampled_from(" \t\n`")), max_size=60).map(plain),
    language=st.sampled_from(["", "python", "c++"]),
)
headings = st.builds(Heading, runs=runs(), level=st.integers(2, 6))
posts = st.builds(Post, time=st.one_of(st.none(), times), title=maybe_lines)
figures = st.builds(Figure, image=st.one_of(st.just(""), hrefs), alt=maybe_lines, caption=maybe_lines, credit=maybe_lines)


@st.composite
def quotations_drawn(draw: st.DrawFn) -> Quotation:
    """Draw a block quotation, some of whose paragraphs may stand deeper."""
    said = draw(st.lists(runs(), min_size=1, max_size=3).map(tuple))
    levels = draw(st.one_of(st.just(()), st.tuples(*[st.integers(1, 3) for _ in said])))
    return Quotation(
        paragraphs=said,
        author=draw(maybe_lines),
        levels=levels,
        posted=draw(st.one_of(st.none(), times)),
        url=draw(st.one_of(st.just(""), hrefs)),
    )


several_lines = st.lists(lines, min_size=2, max_size=3).map("\n".join)
quotations = quotations_drawn()
paragraphs = st.builds(Paragraph, runs=st.one_of(runs(), runs(), runs(several_lines)))
footnotes = st.builds(Footnote, label=st.sampled_from(["1", "2", "*", "a"]), runs=runs())
blocks: st.SearchStrategy[Block] = st.one_of(
    paragraphs, paragraphs, headings, quotations, listings, tables, figures, preformatted, posts, footnotes
)


@st.composite
def spans(draw: st.DrawFn, body: tuple[Block, ...]) -> Span:
    """Draw a passage of at least one character."""
    position = draw(st.sampled_from([i for i, block in enumerate(body) if block.text]))
    length = len(body[position].text)
    start = draw(st.integers(0, length - 1))
    return Span(block=position, start=start, end=draw(st.integers(start + 1, length)))


@st.composite
def persons(draw: st.DrawFn, body: tuple[Block, ...]) -> Person:
    """Draw a person whose mentions each cover an alias."""
    mentions = tuple(sorted(draw(st.lists(spans(body), min_size=1, max_size=3))))
    surfaces = [body[span.block].text[span.start : span.end] for span in mentions]
    aliases = tuple(sorted(dict.fromkeys(surfaces), key=len, reverse=True))
    return Person(name=aliases[0], aliases=aliases, role=draw(maybe_lines), mentions=mentions)


@st.composite
def spoken(draw: st.DrawFn, body: tuple[Block, ...], count: int) -> Quote:
    """Draw a quote, said by one of so many people, by somebody else, or by nobody."""
    who = st.builds(
        Speaker,
        kind=st.sampled_from(SpeakerKind),
        text=lines,
        where=st.one_of(st.none(), spans(body)),
        person=st.one_of(st.none(), st.integers(0, count - 1)) if count else st.none(),
    )
    return Quote(
        kind=draw(st.sampled_from(QuoteKind)),
        where=tuple(sorted(draw(st.lists(spans(body), min_size=1, max_size=2)))),
        speaker=draw(st.one_of(st.none(), who)),
        cue=draw(maybe_lines),
        confidence=draw(st.floats(0, 1)),
    )


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Draw an article that has been annotated."""
    title = draw(lines)
    head = Heading(runs=draw(runs(st.just(title))), level=1)
    body = (head, *draw(st.lists(blocks, max_size=5)))
    people = tuple(draw(st.lists(persons(body), max_size=2)))
    return Article(
        url=draw(st.one_of(st.just(""), hrefs)),
        title=title,
        byline=tuple(draw(st.lists(lines, max_size=2))),
        published=draw(st.one_of(st.none(), times)),
        modified=draw(st.one_of(st.none(), times)),
        site=draw(maybe_lines),
        language=draw(st.sampled_from(["", "en", "pt-BR", "ar", "ja"])),
        summary=draw(maybe_lines),
        lead_image=draw(st.one_of(st.just(""), hrefs)),
        blocks=body,
        notes=tuple(draw(st.lists(lines, max_size=2))),
        truncated=draw(st.booleans()),
        people=people,
        quotes=tuple(draw(st.lists(spoken(body, len(people)), max_size=2))),
    )
