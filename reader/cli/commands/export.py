"""`export` and `backup`: what is kept, out of the library, and the library itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from reader import formats, settings
from reader.cli.command import command
from reader.cli.commands.library_access import QUERY_HELP, many, now, query_argument, query_of, to_read
from reader.cli.exit_status import DONE, NOTHING_FOUND
from reader.cli.output.console import Console
from reader.cli.parameters import flag, format_option, output_option
from reader.cli.words import FileWord
from reader.errors import UsageError
from reader.library import Library, search
from reader.library import backup as library_backup
from reader.newsroom import library_file
from reader.newsroom.exporting import ExportedArticle, as_record, exported_articles, write_epub, write_files

_BETWEEN = {"md": "\n---\n\n", "text": "\n" + "─" * 72 + "\n\n"}


@command(
    "export",
    details=(
        "Each article ends with a citation: names, title, paper, date, address, and when it was looked up. What has not "
        f"been read yet is written as its feed gives it. {QUERY_HELP}"
    ),
    examples=(
        ("reader export tag:inquiry -o inquiry/", "a Markdown file an article"),
        ("reader export -f epub 'unread newer:1w' -o week.epub", "a book"),
        ("reader export -f jsonl starred | jq .title", "for another program"),
    ),
    logged=True,
)
@format_option("md", "text", "html", "jsonl", "epub")
@output_option
@query_argument
def export(console: Console, format: str | None, query: tuple[str, ...]) -> int:  # noqa: A002 - the option's name
    """Print or write the articles that a query selects, each with a citation."""
    kind, output = format or "md", console.options.output
    with to_read() as library:
        ids = search.ids(library, query_of(query, library))
        if not ids:
            console.say("nothing found")
            return NOTHING_FOUND
        if kind == "epub":
            _book(console, library, ids, " ".join(query))
        elif kind == "jsonl":
            for clipping in exported_articles(library, ids, now()):
                console.write(formats.dumped(dict(as_record(clipping))))
        elif output not in ("", "-") and _is_folder(output):
            written = write_files(exported_articles(library, ids, now()), Path(output), kind)
            console.say(f"{many(len(written), 'file')} in {output}")
        elif kind == "html" and len(ids) > 1:
            advice = "-o with a folder's name, such as -o articles/"
            raise UsageError(f"{many(len(ids), 'article')} cannot be one HTML document", advice=advice)
        else:
            _print(exported_articles(library, ids, now()), kind, console)
    return DONE


@command(
    "backup",
    details="The copy is whole, also while the app or a refresh writes. A damaged copy is not put back.",
    examples=(("reader backup news.db", "write a copy"), ("reader backup --restore news.db", "put it back")),
    logged=True,
)
@flag("--restore", help="Put FILE in the library's place; that one is moved aside.")
@click.argument("files", nargs=-1, type=FileWord(), metavar="FILE")
def backup(console: Console, files: tuple[str, ...], restore: bool) -> int:  # noqa: FBT001 - a switch
    """Write a copy of the library, or put one back."""
    if len(files) != 1:
        raise UsageError("backup needs one file", advice="reader backup news.db, and back: reader backup --restore news.db")
    path, copy = library_file.path_of(settings.folders()), Path(files[0])
    if restore:
        aside = library_backup.restore(path, copy, now())
        console.say(f"{copy} is the library now{f'; the one before is {aside}' if aside else ''}")
    else:
        library_backup.back_up(path, copy / path.name if copy.is_dir() else copy)
        console.say(f"a copy is in {copy} (reader backup --restore {copy} puts it back)")
    return DONE


def _print(found: Iterable[ExportedArticle], kind: str, console: Console) -> None:
    for number, clipping in enumerate(found):
        console.write(_BETWEEN.get(kind, "") if number else "")
        console.write(formats.FORMATS[kind].write(clipping.article))


def _book(console: Console, library: Library, ids: Sequence[int], query: str) -> None:
    output = console.options.output
    if output in ("", "-") or _is_folder(output):
        raise UsageError("a book needs a file", advice="-o news.epub")
    title = f"{query or 'Broadsheet'}, {now():%Y-%m-%d}"
    written = write_epub(exported_articles(library, ids, now()), Path(output), title=title, now=now())
    console.say(f"{many(written, 'article')} in {output}")


def _is_folder(name: str) -> bool:
    return name.endswith("/") or Path(name).is_dir()
