"""The options that several commands share, each declared once.

Options that belong together reach a command as one value: `SourceOptions`, `ArticleOptions`, `RowOptions`; those of the
streams make its console.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import partial, wraps
from typing import Literal

import click

from reader.cli.output.console import Console
from reader.cli.words import FileWord, OneOf, SourceWord, address, columns, seconds, whole
from reader.resources import __version__

TEXTS = ("text", "md", "json", "jsonl", "html")
ROWS = ("text", "tsv", "json", "jsonl")

Function = Callable[..., int]
Decorator = Callable[[Function], Function]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceOptions:
    """What to read, and how."""

    sources: tuple[str, ...] = ()
    base: str | None = None
    kind: Literal["auto", "html", "text", "feed"] = "auto"
    timeout: float | None = None
    """Seconds; None: as the settings say."""
    offline: bool = False
    no_store: bool = False
    """Do not write down where the reader stood."""
    fresh: bool = False
    """Ask the network, also for what is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleOptions:
    """How an article is printed."""

    format: str | None = None
    """None: what suits the stream that is printed to."""
    links: Literal["none", "inline", "ref"] = "none"
    section: str = ""
    """A number or a title as `outline` has them; empty: all of the article."""
    no_header: bool = False
    raw: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RowOptions:
    """How rows are printed."""

    format: str | None = None
    """None: what suits the stream that is printed to."""
    no_header: bool = False
    spreadsheet: bool = False
    """Quote what a spreadsheet would take for a formula."""


def flag(*names: str, help: str) -> Decorator:  # noqa: A002 - click's word
    """Return a decorator that adds a switch."""
    return click.option(*names, is_flag=True, help=help)


def format_option(*names: str) -> Decorator:
    """Return a decorator that adds `-f` with the formats that a command has."""
    return click.option(
        "-f", "--format", type=OneOf(names), metavar="FORMAT", help=f"Print in this format: {', '.join(names)}."
    )


output_option = click.option(
    "-o", "--output", default="", metavar="FILE", type=FileWord(), help="Write to a file instead of standard output."
)
width_option = click.option(
    "-w", "--width", type=columns, metavar="N", help="Columns of text; 0 wraps nothing (80 in a pipe, at most 80 else)."
)
section_option = click.option(
    "--section", default="", metavar="N|TITLE", help="One section only: its number in the outline, or its title."
)
timeout_option = click.option(
    "--timeout", type=seconds, metavar="SECONDS", help="Give up a page after so long, everything included (30)."
)
folder_option = click.option("--folder", metavar="FOLDER", help="Put the feed there; / parts folders in folders.")
limit_option = click.option("-n", "--limit", type=whole, metavar="ROWS", help="Print at most so many; 0 prints all.")
_no_header = flag("--no-header", help="Leave out the headline and the line under it.")


def gather(kind: type, name: str, *options: Decorator) -> Decorator:
    """Return a decorator that adds options to a command, and hands over their values as one.

    Args:
        kind: a dataclass whose fields are called as the options are.
        name: the parameter of the command's function.
        options: decorators.
    """
    names = tuple(field.name for field in fields(kind))

    def decorate(function: Function) -> Function:
        @wraps(function)
        def gathered(**values: object) -> int:
            own = {one: values.pop(one) for one in names if one in values}
            return function(**{name: kind(**own)}, **values)

        for add in reversed(options):
            add(gathered)
        return gathered

    return decorate


source_options = gather(
    SourceOptions,
    "reading",
    click.argument("sources", nargs=-1, type=SourceWord(), metavar="[SOURCE]..."),
    click.option("--base", type=address, metavar="URL", help="Resolve the links of a file or of piped input against it."),
    click.option(
        "--from",
        "kind",
        default="auto",
        type=OneOf(("auto", "html", "text", "feed")),
        metavar="KIND",
        help="Take the source for this: auto, html, text, feed. The newest entries of a feed are printed as one article.",
    ),
    timeout_option,
    flag("--offline", help="Open no connection."),
    flag("--fresh", help="Ask the network, also for what the library keeps."),
    flag("--no-store", help="Leave no trace: do not write down where you stood (printing never does)."),
)
article_options = gather(
    ArticleOptions,
    "printing",
    format_option(*TEXTS),
    output_option,
    width_option,
    click.option(
        "--links",
        default="none",
        type=OneOf(("none", "inline", "ref")),
        metavar="HOW",
        help="In text, show where links lead: none, inline (after their words), ref (in a list at the end).",
    ),
    section_option,
    _no_header,
    flag("--raw", help="Keep what would be stripped, marked with the rule that strips it."),
)


def row_options(*formats: str) -> Decorator:
    """Return a decorator that adds the options of what is printed as rows."""
    return gather(
        RowOptions,
        "rows",
        format_option(*(formats or ROWS)),
        output_option,
        width_option,
        _no_header,
        flag("--spreadsheet", help="In tab-separated lines, quote what a spreadsheet would take for a formula."),
    )


def _print_help(ctx: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's signature
    if value and not ctx.resilient_parsing:
        _print(ctx, f"{ctx.get_help()}\n")


def _print_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's signature
    if value and not ctx.resilient_parsing:
        _print(ctx, f"reader {__version__}\n")


def _print(ctx: click.Context, text: str) -> None:
    console = Console()
    console.write(text)
    console.close()
    ctx.exit()


GENERAL: tuple[Callable[[], click.Option], ...] = (
    partial(
        click.Option,
        ["--color"],
        default="auto",
        type=OneOf(("auto", "always", "never")),
        metavar="WHEN",
        help="Colour what is printed: auto, always, never.",
    ),
    partial(
        click.Option,
        ["--pager"],
        default="auto",
        type=OneOf(("auto", "never")),
        metavar="WHEN",
        help="Page what is longer than the terminal: auto, never.",
    ),
    partial(click.Option, ["-q", "--quiet"], is_flag=True, help="Say nothing but errors."),
    partial(click.Option, ["-v", "--verbose"], count=True, help="Tell what is done; twice: with tracebacks."),
    partial(
        click.Option,
        ["-V", "--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_print_version,
        help="Print the version.",
    ),
    partial(
        click.Option,
        ["-h", "--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_print_help,
        help="Print this help.",
    ),
)
