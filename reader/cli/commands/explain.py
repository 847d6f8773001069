"""`explain`: what was decided of each piece of a page, and by which rule."""

from __future__ import annotations

from collections.abc import Iterable

from reader import formats, newsroom
from reader.cli.commands.cat import decision_record
from reader.cli.commands.sources import each
from reader.cli.options import Choices
from reader.cli.output.console import Console
from reader.cli.output.styles import Ink, Line, Piece
from reader.formats import Json
from reader.model import Decision
from reader.model.address import display_url
from reader.model.text import line
from reader.model.wrap import clip, width
from reader.newsroom import Reading, Request

_FEWEST = 20  # columns that the words keep, however long the rules' names are


def explain(choices: Choices, console: Console) -> int:
    """Print why each piece of the page was kept or dropped, also where that leaves no article."""
    records: list[Json] = []

    def work(request: Request) -> bool:
        reading = newsroom.read_page(request)
        match choices.format or ("text" if console.is_terminal else "tsv"):
            case "json":
                records.append({"schema": 1, "source": display_url(line(request.source)), "decisions": _rows(reading)})
            case "jsonl":
                console.write("".join(formats.dumped(row) for row in _rows(reading)))
            case "tsv":
                console.write("".join(_tsv(one) for one in reading.decisions))
            case _:
                console.lines(lines(reading.decisions, console.columns, header=choices.header))
        return bool(reading.decisions)

    status = each(choices, console, work)
    if records:
        console.write(formats.dumped(records if len(choices.words) > 1 else records[0], indent=2))
    return status


def lines(decisions: Iterable[Decision], columns: int, *, header: bool = True) -> Iterable[Line]:
    """Give a line a piece, cut at the right edge (0: not cut), and what they come to."""
    decisions = tuple(decisions)
    rules = max((width(line(one.rule)) for one in decisions), default=4)
    if header:
        yield (Piece(f"  {'score':>7}  {'rule':<{rules}}  words", Ink.BOLD),)
    room = max(columns - rules - 13, _FEWEST) if columns else 0
    for one in decisions:
        rule = line(one.rule)
        words = line(one.text)
        yield (
            Piece("+" if one.kept else "-", Ink.GOOD if one.kept else Ink.BAD),
            Piece(f" {one.score:>7.2f}  " if one.score else " " * 10),
            Piece(rule + " " * (rules - width(rule)), Ink.NAME),
            Piece(f"  {clip(words, room) if room else words}", Ink.BLACK if one.kept else Ink.FAINT),
        )
    if header:
        kept = sum(one.kept for one in decisions)
        yield (Piece(f"  {kept} kept, {len(decisions) - kept} dropped", Ink.FAINT),)


def _rows(reading: Reading) -> list[Json]:
    return [decision_record(one) for one in reading.decisions]


def _tsv(decision: Decision) -> str:
    mark = "+" if decision.kept else "-"
    return f"{mark}\t{decision.score:.4f}\t{line(decision.rule)}\t{line(decision.text)}\n"
