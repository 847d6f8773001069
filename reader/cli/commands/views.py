"""`quotes`, `people`, `outline`, `links` and `meta`: one side of an article; `explain`: what was decided of its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from reader import formats, newsroom
from reader.cli.command import command
from reader.cli.commands.cat import decision_record
from reader.cli.commands.sections import section_of
from reader.cli.commands.sources import each, page_of, read_source
from reader.cli.output.console import Console
from reader.cli.output.styles import Line, Style, StyledText
from reader.cli.parameters import RowOptions, SourceOptions, row_options, section_option, source_options
from reader.formats import Json, View
from reader.model import Article, Decision
from reader.model.address import display_url
from reader.model.text import line
from reader.model.wrap import clip, width
from reader.newsroom import Reading, Request

_FEWEST = 20  # columns that the words of a decision keep, however long the rules' names are

Make = Callable[[Article], View]


_DETAILS = (
    "On a terminal this is a table to read; in a pipe, a line a row, parted by tabs, without a head. "
    "Of several sources, each row begins with its source. Exit status 1 says that there are none."
)


@command(
    "quotes",
    details=f"{_DETAILS} Columns: speaker, words, kind, cue, confidence, block.",
    examples=(
        ("reader quotes page.html", "a table of them"),
        ("reader quotes page.html | cut -f1 | sort | uniq -c", "who is quoted how often"),
        ("reader quotes -f json page.html", "with positions"),
    ),
)
@row_options()
@section_option
@source_options
def quotes(console: Console, reading: SourceOptions, rows: RowOptions, section: str) -> int:
    """Print who says what."""
    return _print_views(console, reading, rows, formats.quotes, section)


@command(
    "people",
    details=f"{_DETAILS} Columns: name, role, quotes, mentions, names used.",
    examples=(("reader people page.html", "a table of them"), ("reader people page.html | cut -f1", "their names")),
)
@row_options()
@section_option
@source_options
def people(console: Console, reading: SourceOptions, rows: RowOptions, section: str) -> int:
    """Print who is named."""
    return _print_views(console, reading, rows, formats.people, section)


@command(
    "outline",
    details=(
        f"{_DETAILS} Columns: number, level, title, words, block. The title's row is the text before the first sub-headline."
    ),
    examples=(("reader outline page.html", "the sub-headlines, numbered as --section takes them"),),
)
@row_options()
@source_options
def outline(console: Console, reading: SourceOptions, rows: RowOptions) -> int:
    """Print the sections, with the numbers that `--section` takes."""
    return _print_views(console, reading, rows, _numbered)


@command(
    "links",
    details=f"{_DETAILS} Columns: words, address, block.",
    examples=(("reader links --base https://example.org/ page.html | cut -f2", "where a saved page's links lead"),),
)
@row_options()
@section_option
@source_options
def links(console: Console, reading: SourceOptions, rows: RowOptions, section: str) -> int:
    """Print where the story's links lead."""
    return _print_views(console, reading, rows, formats.links, section)


@command(
    "meta",
    details="On a terminal this is a table to read; in a pipe, a line a field: its name, a tab, its value.",
    examples=(("reader meta page.html | grep ^published", "when it was published"),),
)
@row_options()
@source_options
def meta(console: Console, reading: SourceOptions, rows: RowOptions) -> int:
    """Print what is known about the article."""
    return _print_views(console, reading, rows, formats.meta)


def print_rows(view: View, rows: RowOptions, console: Console) -> None:
    """Print rows as they were asked for: a table on a terminal, tab-separated lines in a pipe."""
    match rows.format or ("text" if console.is_terminal else "tsv"):
        case "json":
            console.write(formats.dumped(formats.rows_record(view), indent=2))
        case "jsonl":
            console.write(formats.to_jsonl(view))
        case "tsv":
            console.write(formats.to_tsv(view, spreadsheet=rows.spreadsheet))
        case _:
            read = _COLUMNS.get(view.name, view.columns)
            short = replace(view, columns=tuple(name for name in view.columns if name in (*read, "source")))
            table = formats.to_table(short, console.columns).splitlines()
            head = table[:2] if table[1:2] and set(table[1]) <= set("─ ") else []  # none where rows stand one below the other
            top = [(StyledText(row, Style.BOLD),) for row in head] if not rows.no_header else []
            console.lines((*top, *((StyledText(row),) for row in table[len(head) :])))


def _print_views(console: Console, reading: SourceOptions, rows: RowOptions, make: Make, section: str = "") -> int:
    several = len(reading.sources) > 1
    records: list[Json] = []

    def work(request: Request) -> bool:
        article = read_source(request, reading, console, annotated=True).article
        view = make(section_of(article, section, source=request.source) if section else article)
        if rows.format == "json":
            named: dict[str, Json] = {"source": display_url(line(request.source))} if several else {}
            records.append({**formats.rows_record(view), **named})
        else:
            print_rows(_from(view, request) if several else view, rows, console)
        if not view.rows:
            console.say(f"{request.source}: no {view.name} in this article")
        return bool(view.rows)

    status = each(reading, console, work)
    if several and rows.format == "json":
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


@command(
    "explain",
    details=(
        "In page order: + kept or - dropped, how sure (above 0 speaks for keeping), by which rule, and the words. "
        "On a terminal this is cut at the right edge; in a pipe, the same is parted by tabs."
    ),
    examples=(
        ("reader explain page.html", "what was decided"),
        ("reader explain page.html | awk -F'\\t' '$1 == \"-\"'", "what was dropped"),
    ),
)
@row_options()
@source_options
def explain(console: Console, reading: SourceOptions, rows: RowOptions) -> int:
    """Print why each piece of the page was kept or dropped, also where that leaves no article."""
    records: list[Json] = []

    def work(request: Request) -> bool:
        done = newsroom.read_page(page_of(request))
        match rows.format or ("text" if console.is_terminal else "tsv"):
            case "json":
                records.append({"schema": 1, "source": display_url(line(request.source)), "decisions": _rows(done)})
            case "jsonl":
                console.write("".join(formats.dumped(row) for row in _rows(done)))
            case "tsv":
                console.write("".join(_tsv(one, spreadsheet=rows.spreadsheet) for one in done.decisions))
            case _:
                console.lines(_decision_lines(done.decisions, console.columns, header=not rows.no_header))
        return bool(done.decisions)

    status = each(reading, console, work)
    if records:
        console.write(formats.dumped(records if len(reading.sources) > 1 else records[0], indent=2))
    return status


def _decision_lines(decisions: Iterable[Decision], columns: int, *, header: bool = True) -> Iterable[Line]:
    """Return a line a piece, cut at the right edge (0: not cut), and what they come to."""
    decisions = tuple(decisions)
    rules = max((width(line(one.rule)) for one in decisions), default=4)
    if header:
        yield (StyledText(f"  {'score':>7}  {'rule':<{rules}}  words", Style.BOLD),)
    room = max(columns - rules - 13, _FEWEST) if columns else 0
    for one in decisions:
        rule = line(one.rule)
        words = line(one.text)
        yield (
            StyledText("+" if one.kept else "-", Style.GOOD if one.kept else Style.BAD),
            StyledText(f" {one.score:>7.2f}  " if one.score else " " * 10),
            StyledText(rule + " " * (rules - width(rule)), Style.NAME),
            StyledText(f"  {clip(words, room) if room else words}", Style.PLAIN if one.kept else Style.FAINT),
        )
    if header:
        kept = sum(one.kept for one in decisions)
        yield (StyledText(f"  {kept} kept, {len(decisions) - kept} dropped", Style.FAINT),)


def _rows(reading: Reading) -> list[Json]:
    return [decision_record(one) for one in reading.decisions]


def _tsv(decision: Decision, *, spreadsheet: bool) -> str:
    quote = formats.quoted_cell if spreadsheet else str
    mark = quote("+" if decision.kept else "-")
    return f"{mark}\t{decision.score:.4f}\t{line(decision.rule)}\t{quote(line(decision.text))}\n"
