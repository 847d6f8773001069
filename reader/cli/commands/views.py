"""`quotes`, `people`, `outline`, `links` and `meta`: one side of an article."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from reader import formats, newsroom
from reader.cli.commands.sections import section_of
from reader.cli.commands.sources import each
from reader.cli.options import Choices
from reader.cli.output.console import Console
from reader.cli.output.styles import Ink, Piece
from reader.formats import Json, View
from reader.model import Article
from reader.model.address import display_url
from reader.model.text import line
from reader.newsroom import Reading, Request

Make = Callable[[Reading], View]


def quotes(choices: Choices, console: Console) -> int:
    """Print who says what."""
    return _view(choices, console, lambda reading: formats.quotes(reading.article))


def people(choices: Choices, console: Console) -> int:
    """Print who is named."""
    return _view(choices, console, lambda reading: formats.people(reading.article))


def outline(choices: Choices, console: Console) -> int:
    """Print the sections, with the numbers that `--section` takes."""
    return _view(choices, console, lambda reading: _numbered(reading.article))


def links(choices: Choices, console: Console) -> int:
    """Print where the story's links lead."""
    return _view(choices, console, lambda reading: formats.links(reading.article))


def meta(choices: Choices, console: Console) -> int:
    """Print what is known about the article."""
    return _view(choices, console, lambda reading: formats.meta(reading.article))


def show(view: View, choices: Choices, console: Console) -> None:
    """Print rows as they were asked for: a table on a terminal, tab-separated lines in a pipe."""
    match choices.format or ("text" if console.is_terminal else "tsv"):
        case "jsonl":
            console.write(formats.to_jsonl(view))
        case "tsv":
            console.write(formats.to_tsv(view))
        case _:
            read = _COLUMNS.get(view.name, view.columns)
            short = replace(view, columns=tuple(name for name in view.columns if name in (*read, "source")))
            rows = formats.to_table(short, console.columns).splitlines()
            head = rows[:2] if rows[1:2] and set(rows[1]) <= set("─ ") else []  # none where rows stand one below the other
            top = [(Piece(row, Ink.BOLD),) for row in head] if choices.header else []
            console.lines((*top, *((Piece(row),) for row in rows[len(head) :])))


def _view(choices: Choices, console: Console, make: Make) -> int:
    several = len(choices.words) > 1
    records: list[Json] = []

    def work(request: Request) -> bool:
        view = make(_study(request, choices))
        if choices.format == "json":
            named: dict[str, Json] = {"source": display_url(line(request.source))} if several else {}
            records.append({**formats.rows_record(view), **named})
        else:
            show(_from(view, request) if several else view, choices, console)
        if not view.rows:
            console.say(f"{request.source}: no {view.name} in this article")
        return bool(view.rows)

    status = each(choices, console, work)
    if several and choices.format == "json":
        console.write(formats.dumped(records, indent=2))
    elif records:
        console.write(formats.dumped(records[0], indent=2))
    return status


_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "quotes": ("name", "text", "kind", "cue"),
    "links": ("text", "href"),
    "outline": ("number", "level", "title", "words"),
}
"""What a table to be read shows of a row; what only a program needs is left to the other formats."""


def _study(request: Request, choices: Choices) -> Reading:
    reading = newsroom.read_annotated(request)
    if not choices.section:
        return reading
    return replace(reading, article=section_of(reading.article, choices.section, source=request.source))


def _numbered(article: Article) -> View:
    """Count the sections from 1; the title stands for the text before the first sub-headline, and has no number without it."""
    view = formats.outline(article)
    numbers = {section.start if section.heading else 0: number for number, section in enumerate(article.sections, 1)}
    rows: tuple[Mapping[str, Json], ...] = tuple({"number": numbers.get(_place(row)), **row} for row in view.rows)
    return replace(view, columns=("number", *view.columns), rows=rows)


def _place(row: Mapping[str, Json]) -> int:
    block = row["block"]
    return block if isinstance(block, int) else 0


def _from(view: View, request: Request) -> View:
    """Say of each row where it is from."""
    rows = tuple({"source": display_url(line(request.source)), **row} for row in view.rows)
    return replace(view, columns=("source", *view.columns), rows=rows)
