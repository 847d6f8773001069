"""`reader cat`, and `reader SOURCE` in a pipe: the article, printed."""

from __future__ import annotations

from collections.abc import Iterator

from reader import formats
from reader.cli.command import command
from reader.cli.commands.sections import section_of
from reader.cli.commands.sources import each, read_source
from reader.cli.output.console import Console
from reader.cli.output.styles import Line, Style, StyledText
from reader.cli.parameters import ArticleOptions, SourceOptions, article_options, source_options
from reader.errors import UsageError
from reader.formats import Json
from reader.model import Article, Decision, Heading
from reader.model.text import line
from reader.model.wrap import clip, width
from reader.newsroom import Reading, Request

_NO_WIDTH = 72  # of a rule where nothing bounds the text
_ANNOTATED = ("json", "jsonl")  # formats that hold quotes and people


@command(
    "cat",
    examples=(
        ("reader cat page.html", "the story, wrapped"),
        ("reader cat -w 0 page.html", "a paragraph a line"),
        ("reader cat -f md page.html > story.md", "as Markdown"),
        ("reader cat --section 'What we know' page.html", "one section"),
        ("reader cat -f json page.html | jq .title", "as JSON"),
    ),
)
@article_options
@source_options
def cat(console: Console, reading: SourceOptions, printing: ArticleOptions) -> int:
    """Print the article of each source."""
    return print_articles(console, reading, printing)


def print_articles(console: Console, reading: SourceOptions, printing: ArticleOptions) -> int:
    """Print the article of each source, and return the exit status.

    Raises:
        UsageError: the options do not go together.
    """
    name = printing.format or "text"
    if printing.raw and name not in ("text", *_ANNOTATED):
        raise UsageError(f"--raw does not go with -f {name}", advice="text, json and jsonl can mark what would be stripped")
    if name == "json":
        return _print_json(console, reading, printing)
    several = len(reading.sources) > 1
    printed = 0

    def work(request: Request) -> bool:
        nonlocal printed
        done = _read(request, reading, printing, console)
        if several:
            _part(name, done, console, first=not printed)
        text = _written(done, printing, console)
        if name == "text" and console.colour:
            console.lines(_styled(text, Style.BOLD if _starts_with_headline(done.article, printing) else Style.PLAIN))
        else:
            console.write(text)
        printed += 1
        return True

    return each(reading, console, work)


def _print_json(console: Console, reading: SourceOptions, printing: ArticleOptions) -> int:
    """Print an object for one source, an array for several."""
    found: list[Json] = []

    def work(request: Request) -> bool:
        found.append(_record(_read(request, reading, printing, console), printing))
        return True

    status = each(reading, console, work)
    if len(reading.sources) > 1:
        console.write(formats.dumped(found, indent=2))
    elif found:
        console.write(formats.dumped(found[0], indent=2))
    return status


def _read(request: Request, reading: SourceOptions, printing: ArticleOptions, console: Console) -> Reading:
    done = read_source(request, reading, console, annotated=printing.format in _ANNOTATED)
    if not printing.section:
        return done
    article = section_of(done.article, printing.section, source=request.source)
    return Reading(page=done.page, article=article, decisions=())


def _written(reading: Reading, printing: ArticleOptions, console: Console) -> str:
    header = not (printing.no_header or printing.section)
    match printing.format:
        case "md":
            return formats.to_markdown(reading.article, header=header)
        case "html":
            return formats.to_html(reading.article, header=header)
        case "jsonl":
            return formats.dumped(_record(reading, printing))
        case _ if printing.raw:
            return formats.to_raw(reading.article, reading.decisions, console.measure, links=printing.links, header=header)
        case _:
            return formats.to_text(reading.article, console.measure, links=printing.links, header=header)


def _starts_with_headline(article: Article, printing: ArticleOptions) -> bool:
    if printing.section:
        return isinstance(next(iter(article.blocks[1:]), None), Heading)
    return not printing.no_header


def _styled(text: str, first: Style) -> Iterator[Line]:
    """Set headlines in bold and the line under the title faint, by the layout that `formats` gives a text.

    Two blank rows go before a headline; what follows the title up to a blank row is the line under it.

    Args:
        text: the article.
        first: how its first row is set.
    """
    style, blanks = first, 0
    for at, row in enumerate(text.splitlines()):
        blanks = 0 if row else blanks + 1
        if not row:
            style = Style.BOLD if blanks == 2 else Style.PLAIN
        yield (StyledText(row, style),)
        if at == 0 and first is Style.BOLD:
            style = Style.FAINT


def _record(reading: Reading, printing: ArticleOptions) -> dict[str, Json]:
    record = formats.article_record(reading.article)
    return {**record, "decisions": [decision_record(one) for one in reading.decisions]} if printing.raw else record


def decision_record(decision: Decision) -> dict[str, Json]:
    """Return what was decided of a piece, under stable names."""
    return {
        "kept": decision.kept,
        "score": round(decision.score, 4),
        "rule": line(decision.rule),
        "text": line(decision.text),
        "position": decision.position,
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
        console.lines((*blank, (StyledText(rule + "─" * max(cells - width(rule), 0), Style.BOLD),), ()))
