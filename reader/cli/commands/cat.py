"""`reader cat`, and `reader SOURCE` in a pipe: the article, printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reader import formats, newsroom
from reader.cli.commands.sections import section_of
from reader.cli.commands.sources import each
from reader.cli.options import Choices
from reader.cli.output.console import Console
from reader.cli.output.styles import Ink, Line, Piece
from reader.errors import UsageError
from reader.formats import Json
from reader.model import Article, Decision, Heading
from reader.model.text import line
from reader.model.wrap import clip, width
from reader.newsroom import Reading, Request

_NO_WIDTH = 72  # of a rule where nothing bounds the text
_STUDIED = ("json", "jsonl")  # formats that hold quotes and people


def cat(choices: Choices, console: Console) -> int:
    """Print the article of each source."""
    name = choices.format or "text"
    if choices.raw and name not in ("text", *_STUDIED):
        raise UsageError(f"--raw does not go with -f {name}", advice="text, json and jsonl can mark what would be stripped")
    if name == "json":
        return _cat_json(choices, console)
    several = len(choices.words) > 1
    printed = 0

    def work(request: Request) -> bool:
        nonlocal printed
        reading = _reading(request, choices)
        if several:
            _part(name, reading, console, first=not printed)
        text = _WRITERS[name](reading, choices, console)
        if name == "text" and console.colour:
            console.lines(_inked(text, Ink.BOLD if _starts_with_headline(reading.article, choices) else Ink.BLACK))
        else:
            console.write(text)
        printed += 1
        return True

    return each(choices, console, work)


def _cat_json(choices: Choices, console: Console) -> int:
    """Print an object for one source, an array for several."""
    found: list[Json] = []

    def work(request: Request) -> bool:
        found.append(_record(_reading(request, choices), choices))
        return True

    status = each(choices, console, work)
    if len(choices.words) > 1:
        console.write(formats.dumped(found, indent=2))
    elif found:
        console.write(formats.dumped(found[0], indent=2))
    return status


def _reading(request: Request, choices: Choices) -> Reading:
    reading = newsroom.read_annotated(request) if choices.format in _STUDIED else newsroom.read_article(request)
    if not choices.section:
        return reading
    article = section_of(reading.article, choices.section, source=request.source)
    return Reading(page=reading.page, article=article, decisions=())


def _text(reading: Reading, choices: Choices, console: Console) -> str:
    header = choices.header and not choices.section
    if choices.raw:
        return formats.to_raw(reading.article, reading.decisions, console.measure, links=choices.links, header=header)
    return formats.to_text(reading.article, console.measure, links=choices.links, header=header)


def _starts_with_headline(article: Article, choices: Choices) -> bool:
    if choices.section:
        return isinstance(next(iter(article.blocks[1:]), None), Heading)
    return choices.header


def _inked(text: str, first: Ink) -> Iterator[Line]:
    """Set headlines in bold and the line under the title faint, by the layout that `formats` gives a text.

    Two blank rows go before a headline; what follows the title up to a blank row is the line under it.

    Args:
        text: the article.
        first: how its first row is set.
    """
    ink, blanks = first, 0
    for at, row in enumerate(text.splitlines()):
        blanks = 0 if row else blanks + 1
        if not row:
            ink = Ink.BOLD if blanks == 2 else Ink.BLACK
        yield (Piece(row, ink),)
        if at == 0 and first is Ink.BOLD:
            ink = Ink.FAINT


def _markdown(reading: Reading, choices: Choices, console: Console) -> str:  # noqa: ARG001,RUF100 - all writers are called alike
    return formats.to_markdown(reading.article, header=choices.header and not choices.section)


def _html(reading: Reading, choices: Choices, console: Console) -> str:  # noqa: ARG001,RUF100 - see above
    return formats.to_html(reading.article, header=choices.header and not choices.section)


def _json_line(reading: Reading, choices: Choices, console: Console) -> str:  # noqa: ARG001,RUF100 - see above
    return formats.dumped(_record(reading, choices))


def _record(reading: Reading, choices: Choices) -> dict[str, Json]:
    record = formats.article_record(reading.article)
    return {**record, "decisions": [decision_record(one) for one in reading.decisions]} if choices.raw else record


def decision_record(decision: Decision) -> dict[str, Json]:
    """Give what was decided of a piece, under stable names."""
    return {
        "kept": decision.kept,
        "score": round(decision.score, 4),
        "rule": line(decision.rule),
        "text": line(decision.text),
        "position": decision.position,
    }


_WRITERS: dict[str, Callable[[Reading, Choices, Console], str]] = {
    "text": _text,
    "md": _markdown,
    "html": _html,
    "jsonl": _json_line,
}


def _part(name: str, reading: Reading, console: Console, *, first: bool) -> None:
    """Set a rule before each of several texts, with the title in it."""
    if name == "md" and not first:
        console.write("\n---\n\n")
    elif name == "text":
        cells = console.measure or _NO_WIDTH
        title = clip(line(reading.article.title), max(cells - 6, 1)) or line(reading.page.url)
        rule = f"── {title} "
        blank = () if first else ((),)
        console.lines((*blank, (Piece(rule + "─" * max(cells - width(rule), 0), Ink.BOLD),), ()))
