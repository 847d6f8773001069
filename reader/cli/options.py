"""The options, each described once: the parser, the help, the completions and the man page are all read from here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One option of the command line."""

    flags: tuple[str, ...]
    """As typed, the short one first."""
    name: str
    """The field of `Choices` that it sets."""
    help: str
    metavar: str = ""
    """What its value is called; empty: it takes none."""
    choices: tuple[str, ...] = ()
    """The values that it takes; empty: any."""
    sets: bool | None = True
    """What it sets, if it takes no value; None: it counts how often it is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a command line asks for."""

    command: str = "read"
    words: tuple[str, ...] = ()
    """The sources, or what else the command takes."""
    format: str = ""
    """Empty: what suits the stream that is printed to."""
    output: str = ""
    """A file; empty or `-`: standard output."""
    width: int | None = None
    """None: what suits the stream; 0: no wrapping."""
    links: Literal["none", "inline", "ref"] = "none"
    section: str = ""
    """A number or a title as `outline` gives them; empty: all of the article."""
    header: bool = True
    raw: bool = False
    base: str = ""
    kind: Literal["auto", "html", "text", "feed"] = "auto"
    timeout: float | None = None
    """Seconds; None: as the settings say."""
    offline: bool = False
    store: bool = True
    """Write down where the reader stood."""
    color: Literal["auto", "always", "never"] = "auto"
    pager: Literal["auto", "never"] = "auto"
    quiet: bool = False
    verbose: int = 0
    version: bool = False
    help: bool = False
    limit: str = ""
    """Rows; empty: the usual number, 0: all."""
    relevance: bool = False
    remove: bool = False
    unread: bool = False
    as_feed: bool = False
    as_article: bool = False
    tags: str = ""
    """Parted by commas."""
    title: str | None = None
    folder: str | None = None
    keep_days: str | None = None
    """Or `ever`."""
    read_ahead: str | None = None
    """`on` or `off`."""
    in_the_news: bool = False
    days: str = ""
    merge: str = ""
    split: str = ""
    """A query."""
    restore: bool = False


TEXTS = ("text", "md", "json", "jsonl", "html")
ROWS = ("text", "tsv", "json", "jsonl")

OUTPUT = Option(flags=("-o", "--output"), name="output", metavar="FILE", help="write to a file instead of standard output")
WIDTH = Option(
    flags=("-w", "--width"), name="width", metavar="N", help="columns of text; 0 wraps nothing (80 in a pipe, at most 80 else)"
)
LINKS = Option(
    flags=("--links",),
    name="links",
    metavar="HOW",
    choices=("none", "inline", "ref"),
    help="in text, show where links lead: after their words, or in a list at the end",
)
SECTION = Option(
    flags=("--section",), name="section", metavar="N|TITLE", help="one section only: its number in the outline, or its title"
)
HEADER = Option(flags=("--no-header",), name="header", sets=False, help="leave out the headline and the line under it")
RAW = Option(flags=("--raw",), name="raw", help="keep what would be stripped, marked with the rule that strips it")
BASE = Option(flags=("--base",), name="base", metavar="URL", help="resolve the links of a file or of piped input against it")
FROM = Option(
    flags=("--from",),
    name="kind",
    metavar="KIND",
    choices=("auto", "html", "text", "feed"),
    help="take the source for this, whatever it says it is; the newest entries of a feed are printed as one article",
)
TIMEOUT = Option(
    flags=("--timeout",), name="timeout", metavar="SECONDS", help="give up a page after so long, everything included (30)"
)
OFFLINE = Option(flags=("--offline",), name="offline", help="open no connection")
NO_STORE = Option(
    flags=("--no-store",),
    name="store",
    sets=False,
    help="leave no trace: do not write down where you stood (printing never does)",
)
COLOR = Option(
    flags=("--color",), name="color", metavar="WHEN", choices=("auto", "always", "never"), help="colour what is printed"
)
PAGER = Option(
    flags=("--pager",), name="pager", metavar="WHEN", choices=("auto", "never"), help="page what is longer than the terminal"
)
QUIET = Option(flags=("-q", "--quiet"), name="quiet", help="say nothing but errors")
VERBOSE = Option(flags=("-v", "--verbose"), name="verbose", sets=None, help="tell what is done; twice: with tracebacks")
VERSION = Option(flags=("-V", "--version"), name="version", help="print the version")
HELP = Option(flags=("-h", "--help"), name="help", help="print this help")

GENERAL = (COLOR, PAGER, QUIET, VERBOSE, VERSION, HELP)
SOURCING = (BASE, FROM, TIMEOUT, OFFLINE, NO_STORE)


def formats(*names: str) -> Option:
    """Give the option `-f` with the formats that a command has."""
    return Option(flags=("-f", "--format"), name="format", metavar="FORMAT", choices=names, help="print in this format")


def takes_value(options: Iterable[Option]) -> Mapping[str, bool]:
    """Say of each flag whether a value follows it."""
    return {flag: bool(option.metavar) for option in options for flag in option.flags}
