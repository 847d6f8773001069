"""The commands, each described once; where the code of each stands is said by name, so that one command loads no other."""

from __future__ import annotations

from reader.cli.command import Command
from reader.cli.keeping import KEEPING
from reader.cli.options import (
    GENERAL,
    HEADER,
    LINKS,
    OUTPUT,
    RAW,
    ROWS,
    SECTION,
    SOURCING,
    TEXTS,
    WIDTH,
    formats,
)

__all__ = ["COMMANDS", "READ", "Command", "command"]

_PRINTING = (OUTPUT, WIDTH, LINKS, SECTION, HEADER, RAW)
_ARTICLE = (formats(*TEXTS), *_PRINTING, *SOURCING, *GENERAL)
_VIEW = (formats(*ROWS), OUTPUT, WIDTH, SECTION, HEADER, *SOURCING, *GENERAL)
_WHOLE = (formats(*ROWS), OUTPUT, WIDTH, HEADER, *SOURCING, *GENERAL)
_ROWS_DETAILS = (
    "On a terminal this is a table to read; in a pipe, a line a row, parted by tabs, without a head. "
    "Of several sources, each row begins with its source. Exit status 1 says that there are none."
)

READ = Command(
    name="read",
    summary="read the news in the terminal",
    run="commands.open_app:read",
    options=_ARTICLE,
    details=(
        "A SOURCE is a URL, a file, - for standard input (also without it, when something is piped in), or seed:NAME for a "
        "page that comes with the program. On a terminal it opens in the app; in a pipe, or with an option that only printing "
        "has, the article is printed."
    ),
    examples=(
        ("reader", "open the app"),
        ("reader https://example.org/news/harbour", "read a page in the app"),
        ("curl -s https://example.org/ | reader", "read what is piped in"),
        ("reader page.html | wc -w", "count the words of the story"),
    ),
)

COMMANDS: tuple[Command, ...] = (
    Command(
        name="cat",
        summary="print the article",
        run="commands.cat:cat",
        options=_ARTICLE,
        examples=(
            ("reader cat page.html", "the story, wrapped"),
            ("reader cat -w 0 page.html", "a paragraph a line"),
            ("reader cat -f md page.html > story.md", "as Markdown"),
            ("reader cat --section 'What we know' page.html", "one section"),
            ("reader cat -f json page.html | jq .title", "as JSON"),
        ),
    ),
    Command(
        name="quotes",
        summary="list who says what",
        run="commands.views:quotes",
        options=_VIEW,
        details=_ROWS_DETAILS + " Columns: speaker, words, kind, cue, confidence, block.",
        examples=(
            ("reader quotes page.html", "a table of them"),
            ("reader quotes page.html | cut -f1 | sort | uniq -c", "who is quoted how often"),
            ("reader quotes -f json page.html", "with positions"),
        ),
    ),
    Command(
        name="people",
        summary="list who is named",
        run="commands.views:people",
        options=_VIEW,
        details=_ROWS_DETAILS + " Columns: name, role, quotes, mentions, names used.",
        examples=(
            ("reader people page.html", "a table of them"),
            ("reader people page.html | cut -f1", "their names"),
        ),
    ),
    Command(
        name="outline",
        summary="list the sections",
        run="commands.views:outline",
        options=_WHOLE,
        details=_ROWS_DETAILS
        + " Columns: number, level, title, words, block. The title's row is the text before the first sub-headline.",
        examples=(("reader outline page.html", "the sub-headlines, numbered as --section takes them"),),
    ),
    Command(
        name="links",
        summary="list the links of the story",
        run="commands.views:links",
        options=_VIEW,
        details=_ROWS_DETAILS + " Columns: words, address, block.",
        examples=(("reader links --base https://example.org/ page.html | cut -f2", "where a saved page's links lead"),),
    ),
    Command(
        name="meta",
        summary="print what is known about the article",
        run="commands.views:meta",
        options=_WHOLE,
        details="On a terminal this is a table to read; in a pipe, a line a field: its name, a tab, its value.",
        examples=(("reader meta page.html | grep ^published", "when it was published"),),
    ),
    Command(
        name="explain",
        summary="tell why each piece of the page was kept or dropped",
        run="commands.explain:explain",
        options=_WHOLE,
        details=(
            "In page order: + kept or - dropped, how sure (above 0 speaks for keeping), by which rule, and the words. "
            "On a terminal this is cut at the right edge; in a pipe, the same is parted by tabs."
        ),
        examples=(
            ("reader explain page.html", "what was decided"),
            ("reader explain page.html | awk -F'\\t' '$1 == \"-\"'", "what was dropped"),
        ),
    ),
    *KEEPING,
    Command(
        name="config",
        summary="show where the settings are, what they are, and whether they are good",
        run="commands.config:config",
        operands="path|show|check",
        words=("path", "show", "check"),
        examples=(
            ("reader config path", "the files and folders"),
            ("reader config show > settings.toml", "all settings, as TOML"),
            ("reader config check", "is the file good?"),
        ),
    ),
    Command(
        name="keys",
        summary="list the keys of the app",
        run="commands.keys:keys",
        operands="",
        options=(formats("text", "tsv"), OUTPUT, *GENERAL),
        details="With what the settings change. In a pipe: the action's name, its keys, what it does, parted by tabs.",
        examples=(("reader keys | grep section", "how to move by sections"),),
    ),
    Command(
        name="doctor",
        summary="look whether terminal and installation are in order",
        run="commands.doctor:doctor",
        operands="",
        examples=(("reader doctor", "a line for each thing that was looked at"),),
    ),
    Command(
        name="completion",
        summary="print the completions for a shell",
        run="completion:completion",
        operands="bash|zsh|fish",
        words=("bash", "zsh", "fish", "feeds", "tags", "terms"),
        details="They complete commands, options, files and bundled pages, and the names that feeds, tags and terms print.",
        examples=(
            ("reader completion bash > ~/.local/share/bash-completion/completions/reader", "for bash"),
            ("reader completion zsh > ~/.zfunc/_reader", "for zsh, with ~/.zfunc in fpath"),
            ("reader completion fish > ~/.config/fish/completions/reader.fish", "for fish"),
        ),
    ),
    Command(
        name="help",
        summary="print the help of a command",
        run="help:print_help_of",
        operands="[COMMAND]",
        examples=(("reader help quotes", "the same as reader quotes -h"),),
    ),
    Command(
        name="man",
        summary="print the manual page",
        run="manual:man",
        operands="",
        examples=(("reader man | man -l -", "read it"), ("reader man > ~/.local/share/man/man1/reader.1", "keep it")),
    ),
)


def command(name: str) -> Command | None:
    """Give the command of a name; None: there is none."""
    return next((one for one in (READ, *COMMANDS) if one.name == name), None)
